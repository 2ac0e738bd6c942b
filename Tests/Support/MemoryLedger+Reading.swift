public import Coaching

/// What the acts and questions of a person read, as the file answers it.
extension MemoryLedger {
  /// The places of the answers to a question that stand, in the order of writing.
  private func answers(to question: String) -> [Int] {
    let places = answerIndices[question] ?? []
    return undone.isEmpty ? places : places.filter { !undone.contains(facts[$0].id) }
  }

  /// What is known of entries and stands, in the order of writing.
  private var standingEntries: [Fact] { entryFacts.filter { !undone.contains($0.id) } }

  public func facts(from first: CivilDate, through last: CivilDate) -> [Fact] {
    facts.filter { (first...last).contains($0.day) }
  }

  public func answers(
    to questions: [String],
    from first: CivilDate,
    through last: CivilDate
  ) -> [Fact] {
    let days = first...last
    let places = Set(questions).flatMap { answerIndices[$0] ?? [] }
    return places.filter { days.contains(facts[$0].day) && !undone.contains(facts[$0].id) }
      .sorted().map { facts[$0] }
  }

  /// The answer that stands for a question and a day.
  public func standing(_ question: String, on day: CivilDate) -> Answered? {
    for index in (indicesByDay[day] ?? []).reversed() {
      guard case .answered(let answered) = facts[index].event, answered.question == question,
        !undone.contains(facts[index].id)
      else { continue }
      return answered
    }
    return nil
  }

  /// The last answers to each of some questions before a day, in the order of writing.
  public func lastAnswers(
    to questions: [String],
    before day: CivilDate,
    limit: Int
  ) -> [Coach.Given] {
    let last = questions.flatMap { question in
      answers(to: question).filter { facts[$0].day < day }
        .sorted { (facts[$0].day, $0) < (facts[$1].day, $1) }.suffix(limit)
    }
    return last.sorted().compactMap { place in
      guard case .answered(let answered) = facts[place].event else { return nil }
      return Coach.Given(fact: facts[place], answered: answered)
    }
  }

  public var answeredQuestions: [String] {
    answerIndices.keys.filter { !answers(to: $0).isEmpty }.sorted()
  }

  /// The newest of what the person did and did not take back, newest first.
  public func lastDone(limit: Int) -> [Fact] {
    var undone: Set<String> = []
    var done: [Fact] = []
    // What takes a fact back comes after it.
    for fact in facts.reversed() {
      if done.count == limit { break }
      if case .undone(let id) = fact.event { undone.insert(id) }
      if fact.event.isDone, !undone.contains(fact.id) { done.append(fact) }
    }
    return done
  }

  /// Writes down a new entry of a list, which gets the next number there.
  public func enter(
    on list: Entry.ID.List,
    _ draft: (Entry.ID) -> Draft
  ) throws(WorldError) -> Fact {
    try append([draft(nextEntry(on: list))])[0]
  }

  /// The number that the next entry of a list gets.
  public func nextEntry(on list: Entry.ID.List) -> Entry.ID {
    let count = facts.count { fact in
      guard case .entered(let entry) = fact.event else { return false }
      return entry.id.list == list
    }
    return Entry.ID(list, count + 1)
  }

  public func entries(of list: Entry.ID.List) -> Entries {
    Entries(standingEntries.filter { $0.event.entry?.list == list })
  }

  public func openEntries(of list: Entry.ID.List) -> Entries {
    let own = standingEntries.filter { $0.event.entry?.list == list }
    let closed = own.filter { if case .closed = $0.event { true } else { false } }
      .compactMap(\.event.entry)
    return Entries(own.filter { fact in fact.event.entry.map { !closed.contains($0) } ?? false })
  }

  /// The days on which the person is away, as they stand.
  public var absences: [ClosedRange<CivilDate>] {
    var coach = Coach()
    for fact in facts { coach.apply(fact) }
    return coach.absences
  }

  public func factCount(of id: Entry.ID) -> Int { facts.count { $0.event.entry == id } }

  public func closings(since day: CivilDate) -> [Fact] {
    standingEntries.filter { fact in
      if case .closed(let id, _) = fact.event {
        fact.day >= day && id.list == .promise
      } else {
        false
      }
    }
  }
}

extension Event {
  /// Whether the person did it and can take it back.
  fileprivate var isDone: Bool {
    switch self {
    case .answered, .snoozed, .paused, .away, .extra, .stepped, .entered, .edited, .closed,
      .hesitated, .rated, .muted, .unmuted:
      true
    default: false
    }
  }

  /// The entry that it is about.
  fileprivate var entry: Entry.ID? {
    switch self {
    case .entered(let entry), .edited(let entry): entry.id
    case .closed(let id, _): id
    default: nil
    }
  }
}
