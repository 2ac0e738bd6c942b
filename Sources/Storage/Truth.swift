/// What is done where the sum of a page is wrong.
enum Truth {
  /// Looks at the whole ledger, and where it holds all that was ever written, seals it anew.
  ///
  /// Somebody may have opened it with another program, which knows nothing of the sums, to copy it
  /// or to tidy it up. What was changed, is missing or was added is refused.
  ///
  /// - Returns: Whether it is sealed now; one that can only be read stays as it is.
  /// - Throws: `.corrupt` with the days where the facts are not all there as they were written.
  static func settle(
    _ path: String,
    _ busyMilliseconds: Int32 = 5000
  ) throws(LedgerError) -> Bool {
    do {
      return try settleOpen(path, busyMilliseconds)
    } catch  where error.reason == .failed || error.reason == .notADatabase {
      // A header that SQLite does not understand, in a page whose sum is wrong.
      throw LedgerError(path: path, .corrupt, detail: error.detail)
    }
  }

  private static func settleOpen(
    _ path: String,
    _ busyMilliseconds: Int32
  ) throws(LedgerError) -> Bool {
    let database = try Database(path: path, busyMilliseconds: busyMilliseconds)
    database.keepLog()
    if try database.rows("PRAGMA journal_mode", [], { $0.text(0) }) == ["wal"] {
      try database.transaction(for: .reading) { () throws(LedgerError) in try check(database) }
      try database.execute("PRAGMA journal_mode = TRUNCATE")
    }
    if database.isReadOnly {
      try database.transaction(for: .reading) { () throws(LedgerError) in try check(database) }
      return false
    }
    try database.transaction(for: .alone) { () throws(LedgerError) in
      try check(database)
      try database.seal()
    }
    return true
  }

  /// Throws what is wrong.
  static func check(_ database: Database) throws(LedgerError) {
    let findings = try Examination.findings(of: database)
    guard findings.isWhole else { throw damage(findings, database.path) }
  }

  static func damage(_ findings: Findings, _ path: String) -> LedgerError {
    LedgerError(path: path, .corrupt, detail: findings.words)
  }
}
