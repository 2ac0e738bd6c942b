import Files
import Glibc

/// A ledger that can only be read, beside which something lies that SQLite would have to write for:
/// a journal from which a write is to be taken back, or the log of an earlier version.
///
/// So a copy is read, of which nothing has a name any more once it is open.
enum ReadableCopy {
  /// - Parameter path: The ledger.
  /// - Returns: The copy, as it is read in the ledger's place.
  /// - Throws: Where it cannot be made, or is damaged.
  static func open(_ path: String) throws(LedgerError) -> Database {
    let directory = try temporaryDirectory(path)
    defer {
      for name in File.names(orNoneIn: directory) { unsafe unlink("\(directory)/\(name)") }
      unsafe rmdir(directory)
    }
    let copy = "\(directory)/ledger"
    try fill(copy, from: path)
    let isSealed = try settle(copy)
    let database = try Database(path: copy, busyMilliseconds: 0, isImmutable: true, of: path)
    do {
      database.isStrict = isSealed
      try check(database)
    } catch  where error.reason == .unsealed {
      // Another program wrote to it: the facts tell.
      database.isStrict = false
      try check(database)
    }
    return database
  }

  private static func check(_ database: Database) throws(LedgerError) {
    try database.transaction(for: .reading) { () throws(LedgerError) in
      try Truth.check(database)
    }
  }

  private static func temporaryDirectory(_ path: String) throws(LedgerError) -> String {
    var template = Array("/tmp/coach-ledger-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    guard let made else { throw LedgerError(path: path, errno: errno) }
    return made
  }

  private static func fill(_ copy: String, from path: String) throws(LedgerError) {
    // SQLite makes what lies beside it beside that to which a link leads.
    let real = File.target(of: path) ?? path
    do {
      for end in ["", "-journal", "-wal"] {
        guard let bytes = try File.read(real + end, atMost: .max) else { continue }
        try File.write(copy + end, bytes)
      }
    } catch {
      throw LedgerError(path: path, errno: error.code)
    }
  }

  /// Has SQLite take back, or pour in, what lies beside it; whether its pages are sealed.
  private static func settle(_ copy: String) throws(LedgerError) -> Bool {
    let database = try Database(path: copy, busyMilliseconds: 0)
    try database.rows("SELECT count(*) FROM sqlite_schema") { _ in }
    try database.execute("PRAGMA journal_mode = DELETE")
    let isSealed = try Head(of: database)?.isSealed ?? true
    database.close()
    return isSealed
  }
}

extension File {
  /// The names in a directory; none where it cannot be read.
  fileprivate static func names(orNoneIn directory: String) -> [String] {
    (try? names(in: directory)) ?? []
  }
}
