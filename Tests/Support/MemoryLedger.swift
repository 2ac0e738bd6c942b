public import Coaching

/// A ledger without a file, for the simulation; it keeps the contract that the real one keeps.
public final class MemoryLedger {
  public private(set) var facts: [Fact] = []
  /// The last days of what reaches beyond the days around it, with its place.
  private var reaching: [(day: CivilDate, index: Int)] = []
  private(set) var indicesByDay: [CivilDate: [Int]] = [:]
  private var toldByTip: [String: [(day: CivilDate, id: String)]] = [:]
  private var prompted: Set<PromptID> = []
  private var choiceFacts: [Fact] = []
  private var sign: Coach.LastActivity?
  /// The days on which something was asked since then.
  private var inVain: Set<CivilDate> = []
  /// When each question was asked, and the places of what answers it and stands.
  private var askedDays: [String: [CivilDate]] = [:]
  private(set) var answerIndices: [String: [Int]] = [:]
  /// The places of the answers and extras that stand.
  private var saidByDay: [CivilDate: [Int]] = [:]
  private(set) var undone: Set<String> = []
  private var stepFacts: [Fact] = []
  private(set) var entryFacts: [Fact] = []
  private var ownWords: [(id: String, words: OwnWords)] = []

  public init() {}

  /// Writes facts down, all or none.
  @discardableResult
  public func append(_ drafts: [Draft]) throws(WorldError) -> [Fact] {
    var new: [PromptID] = []
    for case .prompted(let prompt) in drafts.lazy.map(\.event) {
      guard !prompted.contains(prompt.id), !new.contains(prompt.id) else {
        throw WorldError("The prompt \(prompt.id) is there already.")
      }
      new.append(prompt.id)
    }
    prompted.formUnion(new)
    let first = facts.count
    for draft in drafts { write(draft) }
    return Array(facts[first...])
  }

  private func write(_ draft: Draft) {
    let sequence = facts.count + 1
    indicesByDay[draft.day, default: []].append(facts.count)
    if draft.event.reachesBack { reaching.append((draft.day, facts.count)) }
    if let tip = draft.event.tip {
      toldByTip[tip, default: []].append((draft.day, "fact-\(sequence)"))
    }
    facts.append(
      Fact(
        sequence: Int64(sequence),
        id: draft.id ?? "fact-\(sequence)",
        instant: draft.instant,
        zone: draft.zone,
        day: draft.day,
        event: draft.event
      )
    )
    if draft.event.isByPerson {
      sign = Coach.LastActivity(sequence: Int64(sequence), instant: draft.instant)
      inVain = []
    }
    if case .prompted(let prompted) = draft.event, !prompted.questions.isEmpty {
      inVain.insert(draft.day)
    }
    if case .undone(let id) = draft.event { undone.insert(id) }
    if let words = draft.ownWords { ownWords.append(("fact-\(sequence)", words)) }
    index(draft, at: sequence - 1)
  }

  /// Finds a fact again by what it is about.
  private func index(_ draft: Draft, at place: Int) {
    switch draft.event {
    case .stepped: stepFacts.append(facts[place])
    case .rated, .muted, .unmuted: choiceFacts.append(facts[place])
    case .asked(let question): askedDays[question, default: []].append(draft.day)
    case .answered(let answered):
      answerIndices[answered.question, default: []].append(place)
      saidByDay[draft.day, default: []].append(place)
    case .extra: saidByDay[draft.day, default: []].append(place)
    case .entered, .edited, .closed: entryFacts.append(facts[place])
    case .undone(let id):
      forget(id)
      entryFacts.removeAll { $0.id == id }
      choiceFacts.removeAll { $0.id == id }
    default: break
    }
  }

  /// Takes an answer or an extra that was taken back out of the indices.
  private func forget(_ id: String) {
    guard let index = Int(id.dropFirst(5)).map({ $0 - 1 }), facts.indices.contains(index) else {
      return
    }
    saidByDay[facts[index].day]?.removeAll { $0 == index }
    guard case .answered(let answered) = facts[index].event else { return }
    answerIndices[answered.question]?.removeAll { $0 == index }
  }

  /// What the facts around a civil day add up to, from nine days before it through two after, and
  /// what silences the coach later on.
  public func coach(
    around day: CivilDate,
    tips: [String],
    spaced: [String] = [],
    offers: [String] = []
  ) -> Coach {
    let first = day.adding(days: -9)
    let told = tips.compactMap { tip -> Coach.TipShown? in
      var last: CivilDate?
      for told in toldByTip[tip] ?? [] where told.day < first && told.day >= last ?? told.day {
        if undone.isEmpty || !undone.contains(told.id) { last = told.day }
      }
      return last.map { Coach.TipShown(tip: tip, day: $0) }
    }
    var memory = memory(of: tips, before: first)
    recall(spaced.filter { !offers.contains($0) }, before: first, into: &memory)
    recall(offers, before: first, limit: Coach.rememberedOffers, into: &memory)
    memory.step = step(before: first)
    if !tips.isEmpty {
      memory.past = past(before: first)
      memory.ownWords = ownWords(before: first)
    }
    var coach = Coach(
      since: facts.first?.instant,
      told: told.sorted { $0.day < $1.day },
      memory: memory
    )
    let last = day.adding(days: 2)
    let indices =
      (0...11).flatMap { indicesByDay[first.adding(days: $0)] ?? [] }
      + reaching.filter { $0.day > last }.map(\.index)
    for index in indices.sorted() { coach.apply(facts[index]) }
    return coach
  }

  /// The other aims that were seen between answers, in the order in which they were.
  public var aims: [Fact] {
    facts.filter { if case .aimed = $0.event { true } else { false } }
  }

  /// What there is of some questions through a civil day, in the order in which they are named;
  /// of the answers before a first day, only those that tell what was meant on it.
  public func histories(
    of questions: [String],
    from first: CivilDate? = nil,
    through last: CivilDate
  ) -> [HabitHistory] {
    var fold = Coach()
    var prompts: [PromptContent] = []
    for fact in facts {
      fold.apply(fact)
      if case .prompted(let prompted) = fact.event, prompted.id.day <= last {
        prompts.append(prompted)
      }
    }
    return questions.map { question in
      let given = fold.answers.filter { $0.answered.question == question && $0.day <= last }
      let asked = prompts.filter { $0.questions.contains(question) }
      let entries = given.map(HabitHistory.Entry.init).sorted {
        ($0.day, $0.sequence) < ($1.day, $1.sequence)
      }
      let isBefore = { (entry: HabitHistory.Entry) in first.map { entry.day < $0 } ?? false }
      let before = entries.prefix(while: isBefore)
      let since = entries.dropFirst(before.count)
      return HabitHistory(
        entries: before.telling(ahead: since) + since,
        asked: Set(asked.map(\.id.day)).sorted(),
        changes: aims.filter { $0.day <= last }.compactMap {
          HabitHistory.Change($0, of: question)
        },
        absences: fold.absences
      )
    }
  }

  private func recall(
    _ questions: [String],
    before day: CivilDate,
    limit: Int = Coach.rememberedAnswers,
    into memory: inout Coach.PriorState
  ) {
    for question in questions {
      if let last = askedDays[question]?.lazy.filter({ $0 < day }).max() {
        memory.asked.append(Coach.Asked(question: question, day: last))
      }
      let before = (answerIndices[question] ?? []).map { (day: facts[$0].day, index: $0) }
        .filter { $0.day < day }.sorted { ($0.day, $0.index) < ($1.day, $1.index) }
      memory.answers += before.suffix(limit).compactMap { _, index in
        guard case .answered(let answered) = facts[index].event else { return nil }
        return Coach.Given(fact: facts[index], answered: answered)
      }
    }
    memory.answers.sort { $0.fact.sequence < $1.fact.sequence }
  }

  private func ownWords(before day: CivilDate) -> [OwnWords] {
    ownWords.filter { $0.words.day < day && !undone.contains($0.id) }.map(\.words)
      .sorted { $0.day < $1.day }
  }

  private func step(before day: CivilDate) -> Int? {
    let steps = stepFacts.filter { $0.day < day && !undone.contains($0.id) }
    let last = steps.max { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    guard case .stepped(let step)? = last?.event else { return nil }
    return step
  }

  private func past(before day: CivilDate) -> [Coach.Past] {
    let days = (1...Coach.PriorState.pastDays).map { day.adding(days: -$0) }
    return days.flatMap { saidByDay[$0] ?? [] }.sorted().compactMap { index in
      let day = facts[index].day
      return switch facts[index].event {
      case .answered(let answered):
        Coach.Past(
          day: day,
          question: answered.question,
          answer: answered.answer,
          said: Coach.Said(facts[index])
        )
      case .extra(let extra) where !extra.isDropped:
        Coach.Past(day: day, question: nil, answer: .noOccasion)
      default: nil
      }
    }
  }

  /// The promises of the days before one that were open then.
  private func entries(before day: CivilDate) -> Entries {
    let first = day.adding(days: -Coach.entryDays)
    if entryFacts.isEmpty { return Entries() }
    var closed: Set<Entry.ID> = []
    for fact in entryFacts where fact.day < day {
      if case .closed(let id, _) = fact.event { closed.insert(id) }
    }
    let open = entryFacts.filter { fact in
      guard first <= fact.day, fact.day < day, let id = fact.entered?.id else { return false }
      return id.list == .promise && !closed.contains(id)
    }
    return Entries(open)
  }

  private func memory(of tips: [String], before day: CivilDate) -> Coach.PriorState {
    var fold = Coach()
    for fact in choiceFacts where fact.day < day { fold.apply(fact) }
    let first = day.adding(days: -Coach.verdictDays)
    // As far as the ledger in a file looks back.
    let from = sign?.instant ?? facts.first?.instant ?? Instant(microseconds: 0)
    let since = CivilDate(dayNumber: Int(from.seconds / 86_400)).adding(days: -2)
    let asked = inVain.filter { since <= $0 && $0 < day }.sorted()
    let kept = Array(asked.prefix(Coach.PriorState.inVainCount))
    return Coach.PriorState(
      verdicts: fold.verdicts.filter { tips.contains($0.tip) && $0.day >= first },
      muted: tips.filter(fold.muted.contains),
      seed: facts.first?.id,
      sign: sign,
      inVain: kept + asked.suffix(1).filter { !kept.contains($0) },
      entries: entries(before: day)
    )
  }
}

extension Draft {
  /// What it puts in the person's own words; nil where it does not.
  fileprivate var ownWords: OwnWords? {
    guard case .answered(let answered) = event, answered.question == OwnWords.name,
      let tip = answered.about, case .text(let text) = answered.answer
    else { return nil }
    return OwnWords(tip: tip, text: text, day: day)
  }
}

extension Sequence<HabitHistory.Entry> {
  /// Of these, in order, those that tell what was meant after them: the newest, and where they were
  /// filled in later, on to one that was written before all that are newer.
  fileprivate func telling(ahead: some Sequence<HabitHistory.Entry>) -> [HabitHistory.Entry] {
    var earliest = ahead.map(\.sequence).min() ?? .max
    var known: CivilDate?
    var kept: [HabitHistory.Entry] = []
    for entry in reversed() {
      if let known, entry.day < known { break }
      kept.append(entry)
      if entry.sequence < earliest { known = known ?? entry.day }
      earliest = Swift.min(earliest, entry.sequence)
    }
    return kept.reversed()
  }
}

extension HabitHistory.Entry {
  fileprivate init(_ given: Coach.Given) {
    self.init(
      sequence: given.fact.sequence,
      day: given.day,
      answer: given.answered.answer,
      aim: given.answered.aim
    )
  }
}

extension Event {
  /// The tip that it tells; nil where it tells none.
  fileprivate var tip: String? {
    switch self {
    case .told(let tip): tip
    case .hesitated(let hesitated): hesitated.tip
    default: nil
    }
  }
}

extension Fact {
  /// The entry that was written down or changed.
  fileprivate var entered: Entry? {
    switch event {
    case .entered(let entry), .edited(let entry): entry
    default: nil
    }
  }
}
