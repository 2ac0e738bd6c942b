import CSeal
import Glibc

/// The header of the file (sqlite.org/fileformat2.html, 1.3), read past SQLite.
struct Head {
  private let page: [UInt8]

  /// Nil where the file has no byte yet.
  init?(of database: Database) throws(LedgerError) {
    page = try database.bytes(count: csealPage)
    if page.allSatisfy({ $0 == 0 }), try FileIdentity.status(database.path)?.st_size == 0 {
      return nil
    }
  }

  private func number(at offset: Int) -> UInt32 {
    page[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private var version: Int64 { Int64(number(at: 60)) }
  /// Whether there is room for sums.
  var reserves: Bool { page[20] == UInt8(csealReserve) }

  /// Whether the first page has the sum that it carries.
  private var isWhole: Bool {
    unsafe page.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe csealIsWhole(start, 1) == 1
    }
  }

  /// Whether the pages are to have sums: either sign tells, as a flipped bit may have changed one.
  ///
  /// Version 5 with room for sums is one whose migration was cut short before they were written.
  var isSealed: Bool { version >= Schema.version || reserves && version != Schema.chained }

  /// Whether it was written last with a write-ahead log.
  var isOfLog: Bool { page[18] == 2 || page[19] == 2 }

  /// Refuses what is no ledger, and what a newer version made.
  func check(_ path: String) throws(LedgerError) {
    guard page.starts(with: "SQLite format 3\0".utf8) else {
      throw LedgerError(path: path, .notADatabase)
    }
    // A sealed page whose sum is wrong says nothing that can be believed.
    if reserves, !isWhole { return }
    let application = number(at: 68)
    guard application == Schema.application else {
      throw LedgerError(path: path, .notALedger(application: application))
    }
    if version > Schema.version { throw LedgerError(path: path, .newer(version: version)) }
  }
}
