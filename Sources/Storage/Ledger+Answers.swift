public import Coaching

extension Ledger {
  /// The answers to some questions on some civil days, both included, that were not taken back, in
  /// the order in which they were given.
  ///
  /// - Throws: When the ledger cannot be read.
  public func answers(
    to questions: [String],
    from first: CivilDate,
    through last: CivilDate
  ) throws(LedgerError) -> [Fact] {
    let list = Value.text(Ledger.list(questions.map { FactRecord.subject(ofQuestion: $0) }))
    let days = [Value.text(first.description), .text(last.description)]
    return try reading { () throws(LedgerError) in
      try facts(Query.answersToSome, [list] + days)
    }.filter { fact in if case .answered = fact.event { true } else { false } }
  }

  /// The tips of the day that were told on some civil days, both included, in the order in which
  /// they were.
  ///
  /// - Throws: When the ledger cannot be read.
  public func told(
    from first: CivilDate,
    through last: CivilDate
  ) throws(LedgerError) -> [Coach.TipShown] {
    try reading { () throws(LedgerError) in
      try facts(Query.toldOfDays, [.text(first.description), .text(last.description)])
    }.compactMap { fact in
      guard case .told(let tip) = fact.event else { return nil }
      return Coach.TipShown(tip: tip, day: fact.day)
    }
  }
}
