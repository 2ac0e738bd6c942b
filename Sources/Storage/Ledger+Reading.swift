public import Coaching

/// Every question is answered by an index: twenty years cost what one day does.
extension Ledger {
  /// The facts of these civil days, both included, in the order in which they were written.
  public func facts(
    from first: CivilDate,
    through last: CivilDate
  ) throws(LedgerError) -> [Fact] {
    try reading { () throws(LedgerError) in
      try facts(Query.ofDays, [.text(first.description), .text(last.description)])
    }
  }

  /// The answers of these civil days that were not taken back, in the order they were given.
  public func answers(
    from first: CivilDate,
    through last: CivilDate
  ) throws(LedgerError) -> [Fact] {
    try reading { () throws(LedgerError) in
      try facts(Query.answersOfDays, [.text(first.description), .text(last.description)])
    }.filter(\.isAnswer)
  }

  /// The answer that stands for a question and a civil day, alone: however often it was given
  /// before, no more than one row is read.
  public func standing(_ question: String, on day: CivilDate) throws(LedgerError) -> Answered? {
    let subject = Value.text(FactRecord.subject(ofQuestion: question))
    let given = try reading { () throws(LedgerError) in
      try facts(Query.lastAnswerTo, [subject, .text(day.description)])
    }
    for case .answered(let answered) in given.map(\.event) { return answered }
    return nil
  }

  /// The newest of what the person did and did not take back, newest first: answers, snoozes,
  /// pauses, absences, hesitations, what they said about tips, and what they wrote down or closed.
  public func lastDone(limit: Int) throws(LedgerError) -> [Fact] {
    try reading { () throws(LedgerError) in
      try facts(Query.lastDone, [.integer(Int64(limit))])
    }.filter(\.isKnown)
  }

  /// All that the person did last in one go, newest first: what has the instant of the newest.
  ///
  /// It may be the whole of a life, so it is told by its identifiers and days alone.
  public func lastDoneTogether() throws(LedgerError) -> [(id: String, day: CivilDate)] {
    try reading { () throws(LedgerError) in
      var done: [(id: String, day: CivilDate)] = []
      var instant: Int64?
      try database.walk(Query.done, []) { row in
        let at = row.integer(2)
        guard instant == nil || instant == at, let day = CivilDate(row.text(1)) else {
          return false
        }
        instant = at
        done.append((row.text(0), day))
        return true
      }
      return done
    }
  }

  /// What the facts around a civil day add up to, from nine days before it through two after.
  ///
  /// Of what was before, it knows when the first fact was written and when each of the tips was
  /// last told; of what is after, what silences the coach, and the prompts that a
  /// clock decided which ran ahead: they may have told of what was missed now. The promises that
  /// are open it knows from long before, and the notes of the kinds that are brought back.
  ///
  /// - Parameters:
  ///   - day: The civil day.
  ///   - tips: The tips of which it is to know more.
  ///   - spaced: The questions of which it is to know when they were last asked and answered.
  ///   - notes: The kinds of note that are brought back.
  ///   - offers: Those of the questions whose answers it is to know of a year.
  /// - Returns: The fold.
  /// - Throws: When the ledger cannot be read.
  public func coach(
    around day: CivilDate,
    tips: [String],
    spaced: [String] = [],
    notes: [String] = [],
    offers: [String] = []
  ) throws(LedgerError) -> Coach {
    try reading { () throws(LedgerError) in
      let first = day.adding(days: -9)
      let last = day.adding(days: 2)
      let since = try firstInstant()
      let kept = tips.isEmpty ? notes : notes + [OwnWords.name]
      var memory = try memory(of: tips, notes: kept, since: since, before: first)
      try recall(spaced.filter { !offers.contains($0) }, before: first, into: &memory)
      try recall(offers, before: first, limit: Coach.rememberedOffers, into: &memory)
      var coach = Coach(
        since: since,
        told: try told(tips, before: first),
        memory: memory
      )
      let facts = try facts(Query.aroundDays, [.text(first.description), .text(last.description)])
      for fact in facts { coach.apply(fact) }
      return coach
    }
  }

  /// The last day of each tip, the oldest first.
  private func told(
    _ tips: [String],
    before day: CivilDate
  ) throws(LedgerError) -> [Coach.TipShown] {
    let list = Value.text(Ledger.list(tips))
    let days = try database.rows(Query.lastTold, [list, .text(day.description)]) { row in
      CivilDate(row.text(1)).map { Coach.TipShown(tip: row.text(0), day: $0) }
    }
    return days.compactMap { $0 }.sorted { $0.day < $1.day }
  }

  /// What else is remembered from before a day; each tip by an index of its own.
  private func memory(
    of tips: [String],
    notes: [String],
    since: Instant?,
    before day: CivilDate
  ) throws(LedgerError) -> Coach.PriorState {
    let seed = try database.rows(Query.firstID) { $0.text(0) }.first
    let sign = try lastSign()
    var memory = Coach.PriorState(
      seed: seed,
      sign: sign,
      inVain: try inVain(since: sign, orFirst: since, before: day),
      entries: try openEntries(before: day, notes: notes)
    )
    memory.step = try step(before: day)
    if tips.isEmpty { return memory }
    let list = Value.text(Ledger.list(tips))
    let first = day.adding(days: -Coach.verdictDays)
    let said = [list, .text(first.description), .text(day.description)]
    memory.verdicts = try facts(Query.ratings, said).compactMap { fact in
      guard case .rated(let tip, let rating) = fact.event else { return nil }
      return Coach.TipRating(tip: tip, day: fact.day, rating: rating)
    }
    memory.muted = try database.rows(Query.muted, [list, .text(day.description)]) { $0.text(0) }
    // Only the choice of a tip asks for it, and who tells one.
    memory.past = try past(before: day)
    memory.ownWords = try ownWords(before: day)
    return memory
  }

  /// When some questions were last asked before a day, and what was answered.
  private func recall(
    _ questions: [String],
    before day: CivilDate,
    limit: Int = Coach.rememberedAnswers,
    into memory: inout Coach.PriorState
  ) throws(LedgerError) {
    if questions.isEmpty { return }
    let list = Value.text(Ledger.list(questions))
    let days = try database.rows(Query.lastAsked, [list, .text(day.description)]) { row in
      CivilDate(row.text(1)).map { Coach.Asked(question: row.text(0), day: $0) }
    }
    memory.asked += days.compactMap { $0 }
    memory.answers += try given(to: questions, before: day, limit: limit)
    memory.answers.sort { $0.fact.sequence < $1.fact.sequence }
  }

  /// The last answers to some questions that stand, each question by an index of its own.
  ///
  /// - Parameters:
  ///   - questions: The questions.
  ///   - day: The day before which they are for.
  ///   - limit: How many of each question.
  /// - Returns: The answers in the order in which they were given.
  /// - Throws: When the ledger cannot be read.
  public func lastAnswers(
    to questions: [String],
    before day: CivilDate,
    limit: Int
  ) throws(LedgerError) -> [Coach.Given] {
    try reading { () throws(LedgerError) in
      try given(to: questions, before: day, limit: limit)
    }
  }

  private func given(
    to questions: [String],
    before day: CivilDate,
    limit: Int
  ) throws(LedgerError) -> [Coach.Given] {
    let list = Value.text(Ledger.list(questions))
    let given = [list, .text(day.description), .integer(Int64(limit))]
    return try facts(Query.lastAnswers, given).compactMap { fact in
      guard case .answered(let answered) = fact.event else { return nil }
      return Coach.Given(fact: fact, answered: answered)
    }
  }

  /// A JSON list of names; those of tips are of a–z, 0–9 and “-” and need no escapes.
  static func list(_ names: [String]) -> String {
    let special = [UInt8(ascii: "\""), UInt8(ascii: "\\")]
    let plain = names.filter { !$0.utf8.contains(where: special.contains) }
    return "[\(plain.map { "\"\($0)\"" }.joined(separator: ","))]"
  }

  private func firstInstant() throws(LedgerError) -> Instant? {
    try database.rows(Query.firstInstant) { FactRecord.nearestInstant($0.integer(0)) }.first
  }

  /// The facts that a question finds, each of them as it was written; inside a transaction.
  func facts(_ sql: String, _ parameters: [Value]) throws(LedgerError) -> [Fact] {
    let sql = database.isChained ? sql : Query.unchained(sql)
    let stored = try database.rows(sql, parameters) { row in
      (fact: StoredFact(row), before: row.integer(9))
    }
    var chain = Chain()
    var facts: [Fact] = []
    facts.reserveCapacity(stored.count)
    for (row, before) in stored {
      if database.isChained, chain.checksum(of: row, after: before) != row.checksum {
        throw damage()
      }
      facts.append(try fact(row))
    }
    return facts
  }

  private func fact(_ row: StoredFact) throws(LedgerError) -> Fact {
    guard let day = CivilDate(row.day) else {
      throw LedgerError(path: database.path, .corrupt, detail: "fact \(row.sequence) has no day")
    }
    let record = FactRecord(kind: row.kind, subject: row.subject, leaves: try leaves(of: row))
    return Fact(
      sequence: row.sequence,
      id: row.id,
      instant: FactRecord.nearestInstant(row.instant),
      zone: row.zone,
      day: day,
      event: FactRecord.instant(row.instant) == nil ? .unknown(kind: row.kind) : record.event
    )
  }

  private func leaves(of row: StoredFact) throws(LedgerError) -> [FactRecord.Field] {
    try database.rows(Query.leaves, [.text(row.payload)]) {
      FactRecord.Field(path: $0.text(0), value: $0.value(1))
    }
  }
}

extension Fact {
  /// Whether it is an answer that this version understands.
  fileprivate var isAnswer: Bool {
    if case .answered = event { true } else { false }
  }

  /// Whether this version understands it.
  fileprivate var isKnown: Bool {
    if case .unknown = event { false } else { true }
  }
}
