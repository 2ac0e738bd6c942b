import Coaching

/// What the ledger remembers of how the person reacts.
extension Ledger {
  /// The last fact by the person, whichever day it belongs to.
  func lastSign() throws(LedgerError) -> Coach.LastActivity? {
    try database.rows(Query.lastSign) { row in
      Coach.LastActivity(
        sequence: row.integer(0),
        instant: FactRecord.nearestInstant(row.integer(1))
      )
    }.first
  }

  /// The days on which something was asked since a sign of life and before a day: of many, the
  /// first that make a difference, and the last.
  func inVain(
    since sign: Coach.LastActivity?,
    orFirst first: Instant?,
    before day: CivilDate
  ) throws(LedgerError) -> [CivilDate] {
    guard let instant = sign?.instant ?? first else { return [] }
    // A day before that of the sign, wherever it was.
    let from = CivilDate(dayNumber: Int(instant.seconds / 86_400)).adding(days: -2)
    let span = [
      Value.text(from.description), .text(day.description), .integer(sign?.sequence ?? 0),
    ]
    let count = Value.integer(Int64(Coach.PriorState.inVainCount))
    let asked = try database.rows(Query.firstInVain, span + [count]) { CivilDate($0.text(0)) }
    let last = try database.rows(Query.lastInVain, span + [.integer(1)]) { CivilDate($0.text(0)) }
    return (asked + last.filter { !asked.contains($0) }).compactMap(\.self)
  }

  /// What was answered and given in the weeks before a day, each answer as it stands.
  func past(before day: CivilDate) throws(LedgerError) -> [Coach.Past] {
    let first = day.adding(days: -Coach.PriorState.pastDays)
    let span = [Value.text(first.description), .text(day.description)]
    return try database.rows(Query.past, span, Coach.Past.init).compactMap(\.self)
  }

  /// What the person put in their own words before a day, oldest first.
  func ownWords(before day: CivilDate) throws(LedgerError) -> [OwnWords] {
    try database.rows(Query.ownWords, [.text(day.description)]) { row in
      CivilDate(row.text(2)).map { OwnWords(tip: row.text(0), text: row.text(1), day: $0) }
    }.compactMap(\.self)
  }

  /// The step of the programme at which the person was before a day; nil where they took none.
  func step(before day: CivilDate) throws(LedgerError) -> Int? {
    let last = try facts(Query.lastStep, [.text(day.description)]).map(\.event)
    for case .stepped(let step) in last {
      return step
    }
    return nil
  }
}

extension Coach.Past {
  /// From what a payload says, its day and its subject; nil for what was dropped, and where this
  /// version cannot tell.
  fileprivate init?(_ row: Row) {
    guard row.value(0) == .integer(FactRecord.version), let day = CivilDate(row.text(4)) else {
      return nil
    }
    let subject = row.text(5)
    if subject == FactRecord.extras {
      guard row.value(3) == .null else { return nil }
      self.init(day: day, question: nil, answer: .noOccasion)
    } else {
      guard let question = FactRecord.question(ofSubject: subject), let answer = row.answer else {
        return nil
      }
      let at = FactRecord.nearestInstant(row.integer(6))
      let said = Coach.Said(at: at, zone: row.text(7))
      self.init(day: day, question: question, answer: answer, said: said)
    }
  }
}
