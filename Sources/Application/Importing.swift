import Coaching
import Configuration
import Interchange

/// A foreign life becomes facts.
extension Workspace {
  /// Says what would become of a foreign life; nothing is written.
  ///
  /// - Parameters:
  ///   - life: What the file says, all of it.
  ///   - wishes: What the person says of it.
  /// - Returns: The plan.
  /// - Throws: When a name or a habit is not there, or the ledger cannot be read.
  package func plan(
    importing life: ForeignLife,
    _ wishes: ImportWishes
  ) throws(CommandError) -> ImportPlan {
    guard let source = life.source else {
      throw CommandError(.data, words: "nothing was told of the file")
    }
    var plan = ImportPlan(source)
    plan.drops = life.drops.filter { $0.habit == nil }
    let targets = try ImportTargets(life, wishes, self)
    var takenDays = TakenDays()
    for number in life.habits.indices {
      var part = ImportPlan.Part(name: targets.names[number])
      for drop in life.drops where drop.habit == number {
        part.drop(drop.reason, count: drop.count)
      }
      let target = targets.targets[number]
      part.questions = [target.question]
      part.proposed = target.proposed
      try add(life.answers[number], to: target, &part, &plan, wishes, &takenDays)
      plan.parts.append(part)
    }
    try addNights(life.nights, wishes, &plan, &takenDays)
    try add(life.absences, wishes, &plan)
    try name(&plan)
    return plan
  }

  /// Writes down what was planned, all or none.
  ///
  /// - Parameter plan: The plan.
  /// - Throws: When it cannot be written.
  package func carryOut(_ plan: ImportPlan) throws(CommandError) {
    if !plan.drafts.isEmpty { try record(plan.drafts) }
  }

  // MARK: - Answers

  /// The days of a question that something of the same file is for already.
  private struct TakenDays {
    var known: [String: [CivilDate: Answer]] = [:]
    var ofFile: Set<Place> = []

    struct Place: Hashable {
      var question: String
      var day: CivilDate
    }
  }

  private func add(
    _ answers: [ForeignAnswer],
    to target: ImportTargets.Target,
    _ part: inout ImportPlan.Part,
    _ plan: inout ImportPlan,
    _ wishes: ImportWishes,
    _ taken: inout TakenDays
  ) throws(CommandError) {
    for foreign in answers {
      guard let answer = foreign.value.answer(of: target.kind) else {
        part.drop(target.refusal(of: foreign.value))
        continue
      }
      var answered = Answered(question: target.question, answer: answer, from: Self.importOrigin)
      answered.note = try note(foreign.note, &part)
      answered.title = target.title
      if answer.kind == .number { answered.unit = target.unit }
      answered.aim = target.aim ?? own(target.question, on: foreign.day)
      try add(answered, on: foreign.day, &part, &plan, wishes, &taken)
    }
  }

  /// What is meant about a question that is configured.
  private func own(_ question: String, on day: CivilDate) -> Aim? {
    teaching.question(question).flatMap { aim(of: $0, on: day) }
  }

  private func note(
    _ text: String,
    _ part: inout ImportPlan.Part
  ) throws(CommandError) -> String? {
    let plain = text.trimmed
    if plain.isEmpty { return nil }
    do throws(CommandError) {
      return try plain.kept(as: Saying("text-note"))
    } catch {
      part.drop("notes that are longer than a note can be")
      return nil
    }
  }

  /// Adds an answer, unless its day has one, or it has not come.
  private func add(
    _ given: Answered,
    on day: CivilDate,
    _ part: inout ImportPlan.Part,
    _ plan: inout ImportPlan,
    _ wishes: ImportWishes,
    _ taken: inout TakenDays
  ) throws(CommandError) {
    let question = given.question
    if day > today { return part.drop("days that have not come yet") }
    if let from = wishes.from, day < from { return part.drop("days before \(from)") }
    if !taken.ofFile.insert(TakenDays.Place(question: question, day: day)).inserted {
      return part.drop("days that another habit of the file has for the same one here")
    }
    if taken.known[question] == nil { taken.known[question] = try standing(question) }
    if let before = taken.known[question]?[day] {
      if before == given.answer {
        part.sameCount += 1
        return
      }
      if !wishes.replaces {
        part.otherCount += 1
        return
      }
      part.replacedCount += 1
    }
    var answered = given
    answered.source = AnswerSource(file: plan.source.name, hash: plan.source.hash)
    part.newCount += 1
    if answered.answer == .noOccasion { part.skipCount += 1 }
    if answered.note != nil { part.noteCount += 1 }
    part.days = part.days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    plan.drafts.append(draft(.answered(answered), on: day))
  }

  /// The answers of a question that stand, by their days.
  private func standing(_ question: String) throws(CommandError) -> [CivilDate: Answer] {
    let histories = try ledger.histories(of: [question], from: nil, through: today)
    var answers: [CivilDate: Answer] = [:]
    for entry in histories.flatMap(\.entries) { answers[entry.day] = entry.answer }
    return answers
  }

  /// Where an answer was given that came with a file.
  package static let importOrigin = "import"

  // MARK: - Nights

  /// The longest sleep of an evening is its night, whose ends are when the light went out and when
  /// the person got up; what does not lie over it are naps.
  private func addNights(
    _ nights: [ForeignNight],
    _ wishes: ImportWishes,
    _ plan: inout ImportPlan,
    _ taken: inout TakenDays
  ) throws(CommandError) {
    if nights.isEmpty { return }
    var part = ImportPlan.Part(name: "nights")
    part.questions = [Habit.night, Habit.sleep, Habit.getUp, Habit.nap]
      .filter { teaching.question($0) != nil }
    let (longest, naps) = sorted(nights, &part)
    for (evening, night) in longest.sorted(by: { $0.key < $1.key }) {
      guard let stretch = night.stretch else { continue }
      let ends = [
        (Habit.sleep, evening, stretch.from), (Habit.getUp, evening.adding(days: 1), stretch.until),
      ]
      try add(
        .stretches([stretch]),
        to: Habit.night,
        on: evening,
        night.note,
        &part,
        &plan,
        wishes,
        &taken
      )
      for (question, day, end) in ends {
        let time = Answer.timeOfDay(end.local.time.wholeMinute)
        try add(time, to: question, on: day, "", &part, &plan, wishes, &taken)
      }
    }
    for (day, stretches) in naps.sorted(by: { $0.key < $1.key }) {
      let all = stretches.sorted { $0.from.instant < $1.from.instant }
      try add(.stretches(all), to: Habit.nap, on: day, "", &part, &plan, wishes, &taken)
    }
    plan.parts.append(part)
  }

  /// The sleeps by what they are: of each evening the longest, and by their days those beside it.
  private func sorted(
    _ nights: [ForeignNight],
    _ part: inout ImportPlan.Part
  ) -> (nights: [CivilDate: ForeignNight], naps: [CivilDate: [Stretch]]) {
    let lightsOut = configuration.settings.lightsOut
    let evenings = EveningCalendar(dayStarts: calendar.dayStarts, lightsOut: lightsOut)
    var longest: [CivilDate: ForeignNight] = [:]
    var others: [ForeignNight] = []
    for night in nights {
      let evening = evenings.evening(of: night.from)
      if night.seconds < Self.shortestSleep {
        part.drop("sleeps of less than ten minutes")
      } else if night.isNap || night.seconds < Self.shortestNight {
        others.append(night)
      } else if let other = longest[evening] {
        others.append(other.seconds < night.seconds ? other : night)
        if other.seconds < night.seconds { longest[evening] = night }
      } else {
        longest[evening] = night
      }
    }
    var naps: [CivilDate: [Stretch]] = [:]
    let whole = longest.values.compactMap(\.stretch).sorted { $0.from.instant < $1.from.instant }
    for nap in others {
      guard let stretch = nap.stretch else { continue }
      let late = nap.from.time < calendar.dayStarts
      let day = late ? nap.from.date.adding(days: -1) : nap.from.date
      let near = whole.filter {
        abs($0.from.instant.seconds - stretch.from.instant.seconds) < 172_800
      }
      if near.contains(where: stretch.overlaps)
        || naps[day]?.contains(where: stretch.overlaps) == true
      {
        part.drop("sleeps that lie over another")
      } else {
        naps[day, default: []].append(stretch)
      }
    }
    return (longest, naps)
  }

  private func add(
    _ answer: Answer,
    to question: String,
    on day: CivilDate,
    _ words: String,
    _ part: inout ImportPlan.Part,
    _ plan: inout ImportPlan,
    _ wishes: ImportWishes,
    _ taken: inout TakenDays
  ) throws(CommandError) {
    guard part.questions.contains(question) else { return }
    var answered = Answered(question: question, answer: answer, from: Self.importOrigin)
    answered.note = try note(words, &part)
    answered.aim = own(question, on: day)
    try add(answered, on: day, &part, &plan, wishes, &taken)
  }

  /// What is shorter is no sleep: watches and beds are tried out.
  ///
  /// In seconds; the program's choice.
  private static let shortestSleep: Int64 = 600
  /// What is shorter is no night.
  ///
  /// In seconds; the program's choice.
  private static let shortestNight: Int64 = 3600

  // MARK: - Absences

  private func add(
    _ absences: [ClosedRange<CivilDate>],
    _ wishes: ImportWishes,
    _ plan: inout ImportPlan
  ) throws(CommandError) {
    if absences.isEmpty { return }
    let known = try ledger.absences()
    for days in absences.union {
      if let from = wishes.from, days.upperBound < from {
        plan.drops.append(ForeignDrop(count: 1, reason: "absences before \(from)"))
      } else if known.contains(days) {
        plan.knownAbsenceCount += 1
      } else {
        plan.absenceCount += 1
        let away = Event.away(from: days.lowerBound, through: days.upperBound)
        plan.drafts.append(draft(away, on: days.upperBound))
      }
    }
  }

  // MARK: - Names of facts

  /// Gives each fact a name that the same file gives it on any machine, so that ledgers that took
  /// the same in can be merged; one that is taken, as after it was taken back, gets the next.
  private func name(_ plan: inout ImportPlan) throws(CommandError) {
    var open = Array(plan.drafts.indices)
    var round = 0
    while !open.isEmpty {
      for place in open { plan.drafts[place].id = plan.drafts[place].identifier(round) }
      let known = try ledger.known(open.compactMap { plan.drafts[$0].id })
      open = open.filter { place in plan.drafts[place].id.map(known.contains) ?? false }
      round += 1
    }
  }
}

extension ForeignNight {
  /// How long it was.
  fileprivate var seconds: Int64 { ends.seconds - begins.seconds }

  /// It as a stretch, by the clocks that were beside it; nil where it is none.
  fileprivate var stretch: Stretch? {
    Stretch("\(Self.stamp(from, begins))/\(Self.stamp(until, ends))")
  }

  /// What a clock showed, with how far it was from UTC: to the minute, as RFC 3339 has it.
  private static func stamp(_ local: CivilDateTime, _ instant: Instant) -> String {
    let east = local.instant(east: 0).seconds - instant.seconds
    return "\(local)\(Zone.offset(minutes: Int(east / 60)))"
  }
}

extension CivilTime {
  /// The minute that it lies in, as a person would say it.
  fileprivate var wholeMinute: CivilTime {
    CivilTime(secondOfDay: secondOfDay / 60 * 60)
  }
}

extension ForeignAnswer.Value {
  /// What it is as an answer of a kind; nil where that kind does not take it.
  fileprivate func answer(of kind: AnswerKind) -> Answer? {
    switch (self, kind) {
    case (.skip, _): .noOccasion
    case (.yes, .yesNo): .yesNo(true)
    case (.no, .yesNo): .yesNo(false)
    case (.number("1"), .yesNo): .yesNo(true)
    case (.number("0"), .yesNo): .yesNo(false)
    case (.time(let time), .timeOfDay): .timeOfDay(time)
    case (.number(let digits), _) where kind != .text && kind != .timeOfDay: kind.read(digits)
    default: nil
    }
  }
}

extension Draft {
  /// The name of an answer or an absence that came with a file: of what it says of which day, and
  /// not of when it was taken in.
  fileprivate func identifier(_ round: Int) -> String {
    switch event {
    case .answered(let answered):
      FactName.of([
        "import", "answer", answered.question, "\(day)", "\(answered.answer)",
        answered.note ?? "", "\(round)",
      ])
    case .away(let first, let last):
      FactName.of(["import", "away", "\(first)", "\(last)", "\(round)"])
    default: preconditionFailure("only answers and absences are taken in")
    }
  }
}
