public import Coaching

/// What a ledger holds, in a few figures.
public struct LedgerExtent: Equatable, Sendable {
  /// How many facts there are.
  public var factCount: Int
  /// The last day that something was written down for, but for what lies ahead (an absence, a
  /// promise); nil where there is nothing.
  public var lastDay: CivilDate?
  /// The checksum of the newest fact; 0 where an earlier version made it.
  ///
  /// Two ledgers with as many facts and one checksum hold the same.
  public var checksum: Int64
  /// The version of its tables.
  public var version: Int64

  public init(factCount: Int, lastDay: CivilDate?, checksum: Int64, version: Int64) {
    self.factCount = factCount
    self.lastDay = lastDay
    self.checksum = checksum
    self.version = version
  }

  /// Asks a ledger; inside a transaction.
  init(_ database: Database) throws(LedgerError) {
    version = try database.rows("PRAGMA user_version") { $0.integer(0) }.first ?? 0
    factCount = try database.rows(Query.lastSequence) { Int($0.integer(0)) }.first ?? 0
    let day = try database.rows(Query.lastDay) { CivilDate($0.text(0)) }.first
    lastDay = day ?? nil
    checksum = 0
    if version >= Schema.chained {
      checksum = try database.rows(Query.head) { $0.integer(1) }.first ?? 0
    }
  }
}
