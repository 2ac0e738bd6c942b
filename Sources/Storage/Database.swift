import CSQLite
import Glibc

/// A connection to an SQLite file: the only place that knows libsqlite3.
@safe final class Database {
  let path: String
  /// Whether the log stays beside the file while it is short, though this be the last to close.
  ///
  /// Whoever opens the file next, alone, reads the whole log, so that a longer one is moved.
  var keepsLog = false
  private let handle: OpaquePointer
  /// Compiled at their first use, kept for the next.
  private var statements: [(sql: String, statement: Statement)] = []

  /// Opens a file that exists; not a byte of it is read before the first query.
  init(path: String, busyMilliseconds: Int32) throws(LedgerError) {
    self.path = path
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = unsafe sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let opened = unsafe handle else {
      let failure = unsafe LedgerError(path: path, code: code, handle: handle)
      unsafe sqlite3_close_v2(handle)
      throw failure
    }
    unsafe self.handle = opened
    unsafe sqlite3_busy_timeout(opened, busyMilliseconds)
  }

  deinit {
    statements = []
    // The last connection to close moves the write-ahead log into the file, unless it is kept.
    if keepsLog, isLogShort { unsafe csqliteKeepLog(handle) }
    unsafe sqlite3_close_v2(handle)
  }

  /// At most some sixty pages, a dozen commits.
  private var isLogShort: Bool {
    var status = stat()
    return unsafe stat(path + "-wal", &status) == 0 && status.st_size <= 1 << 18
  }

  /// Whether the file could be opened for reading only.
  var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") == 1 }

  /// Runs a script of statements without parameters, ignoring what they return.
  func execute(_ script: String) throws(LedgerError) {
    try unsafe check(sqlite3_exec(handle, script, nil, nil, nil))
  }

  /// Runs one statement and makes something of each row.
  @discardableResult
  func rows<Result>(
    _ sql: String,
    _ parameters: [Value] = [],
    _ transform: (Row) -> Result
  ) throws(LedgerError) -> [Result] {
    let statement = try statement(sql)
    // Even where a row fails, or an open reader would hold up the write-ahead log.
    defer { statement.reset() }
    for (index, value) in parameters.enumerated() {
      try check(statement.bind(value, at: Int32(index) + 1))
    }
    var results: [Result] = []
    while true {
      switch statement.step() {
      case SQLITE_ROW: results.append(transform(Row(statement)))
      case SQLITE_DONE: return results
      case let code: try check(code)
      }
    }
  }

  /// How a transaction begins.
  enum Purpose: String {
    /// Everything is read as it was at the first question, whatever others write meanwhile.
    case reading = "BEGIN"
    /// All of it is done, or none; it waits for whoever is writing now.
    case writing = "BEGIN IMMEDIATE"
  }

  func transaction<Result>(
    for purpose: Purpose,
    _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try execute(purpose.rawValue)
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // A full disk may have rolled it back already; the first error is the one to tell.
      if unsafe sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// The first bytes of the file, read past SQLite, so that nothing is locked, rolled back or made.
  ///
  /// SQLite's own descriptor must do it: to close another one on the same file would drop every
  /// lock this process has on it (sqlite.org/howtocorrupt.html, section 2.2).
  func head(count: Int) throws(LedgerError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var file: UnsafeMutablePointer<sqlite3_file>?
    let found = unsafe sqlite3_file_control(
      handle,
      "main",
      SQLITE_FCNTL_FILE_POINTER,
      &file
    )
    guard found == SQLITE_OK, let file = unsafe file,
      let read = unsafe file.pointee.pMethods?.pointee.xRead
    else { throw error(SQLITE_CANTOPEN) }
    let code = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(file, $0.baseAddress, Int32(count), 0)
    }
    // A file that is shorter is filled up with zeros.
    if code != SQLITE_IOERR | (2 << 8) { try check(code) }
    return bytes
  }

  private func statement(_ sql: String) throws(LedgerError) -> Statement {
    if let kept = statements.first(where: { $0.sql == sql }) { return kept.statement }
    var pointer: OpaquePointer?
    try unsafe check(
      sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
    )
    guard let prepared = unsafe pointer else { throw error(SQLITE_MISUSE) }
    let statement = unsafe Statement(prepared)
    statements.append((sql, statement))
    return statement
  }

  private func check(_ code: Int32) throws(LedgerError) {
    guard code == SQLITE_OK else { throw error(code) }
  }

  private func error(_ code: Int32) -> LedgerError {
    unsafe LedgerError(path: path, code: code, handle: handle)
  }
}
