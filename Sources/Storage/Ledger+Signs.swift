import Coaching

/// What the ledger remembers of how the person reacts.
extension Ledger {
  /// The last fact by the person, whichever day it belongs to.
  func lastSign() throws(LedgerError) -> Coach.Sign? {
    try database.rows(Query.lastSign) { row in
      Coach.Sign(sequence: row.integer(0), instant: Instant(microseconds: row.integer(1)))
    }.first
  }

  /// The days on which something was asked since a sign of life and before a day: of many, the
  /// first that make a difference, and the last.
  func inVain(
    since sign: Coach.Sign?,
    orFirst first: Instant?,
    before day: CivilDate
  ) throws(LedgerError) -> [CivilDate] {
    guard let instant = sign?.instant ?? first else { return [] }
    // A day before that of the sign, wherever it was.
    let from = CivilDate(dayNumber: Int(instant.seconds / 86_400)).adding(days: -2)
    let span = [
      Value.text(from.description), .text(day.description), .integer(sign?.sequence ?? 0),
    ]
    let count = Value.integer(Int64(Coach.Memory.inVainCount))
    let asked = try database.rows(Query.firstInVain, span + [count]) { CivilDate($0.text(0)) }
    let last = try database.rows(Query.lastInVain, span + [.integer(1)]) { CivilDate($0.text(0)) }
    return (asked + last.filter { !asked.contains($0) }).compactMap(\.self)
  }
}
