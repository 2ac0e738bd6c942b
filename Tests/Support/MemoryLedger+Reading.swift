public import Coaching

/// What the acts and questions of a person read, as the file answers it.
extension MemoryLedger {
  /// What was not taken back, in the order of writing.
  private var standing: [Fact] { facts.filter { !undone.contains($0.id) } }

  public func facts(from first: CivilDate, through last: CivilDate) -> [Fact] {
    facts.filter { (first...last).contains($0.day) }
  }

  public func answers(
    to questions: [String],
    from first: CivilDate,
    through last: CivilDate
  ) -> [Fact] {
    standing.filter { fact in
      guard case .answered(let answered) = fact.event else { return false }
      return questions.contains(answered.question) && (first...last).contains(fact.day)
    }
  }

  public func answer(to question: String, on day: CivilDate) -> Answer? {
    for index in (indicesByDay[day] ?? []).reversed() {
      guard case .answered(let answered) = facts[index].event, answered.question == question,
        !undone.contains(facts[index].id)
      else { continue }
      return answered.answer
    }
    return nil
  }

  /// The last answers to each of some questions before a day, in the order of writing.
  public func lastAnswers(
    to questions: [String],
    before day: CivilDate,
    limit: Int
  ) -> [Coach.Given] {
    let before = standing.filter { $0.day < day }.compactMap { fact -> Coach.Given? in
      guard case .answered(let answered) = fact.event else { return nil }
      return Coach.Given(fact: fact, answered: answered)
    }
    let last = questions.flatMap { question in
      before.filter { $0.answered.question == question }
        .sorted { ($0.day, $0.fact.sequence) < ($1.day, $1.fact.sequence) }.suffix(limit)
    }
    return last.sorted { $0.fact.sequence < $1.fact.sequence }
  }

  public var answeredQuestions: [String] {
    let names = standing.compactMap { fact -> String? in
      guard case .answered(let answered) = fact.event else { return nil }
      return answered.question
    }
    return Set(names).sorted()
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
    Entries(standing.filter { $0.event.entry?.list == list })
  }

  public func openEntries(of list: Entry.ID.List) -> Entries {
    let own = standing.filter { $0.event.entry?.list == list }
    let closed = own.filter { if case .closed = $0.event { true } else { false } }
      .compactMap(\.event.entry)
    return Entries(own.filter { fact in fact.event.entry.map { !closed.contains($0) } ?? false })
  }

  public func factCount(of id: Entry.ID) -> Int { facts.count { $0.event.entry == id } }

  public func closings(since day: CivilDate) -> [Fact] {
    standing.filter { fact in
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
