import CSQLite
import CSeal
import Glibc

/// A connection to an SQLite file: the only place that knows libsqlite3.
@safe final class Database {
  let path: String
  /// Whether it is read in the place of another, which is that of its path.
  private let isCopy: Bool
  /// Nil once it is closed.
  private var handle: OpaquePointer?
  private var patience: OpaquePointer?
  /// Compiled at their first use, kept for the next.
  private var statements: [(sql: String, statement: Statement)] = []

  /// Opens a file that exists; not a byte of it is understood before the first query.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - busyMilliseconds: How long to wait for who has it locked while nobody gets on.
  ///   - isImmutable: Whether nobody can change it, so that nothing is locked or made beside it.
  ///   - original: The ledger in whose place it is read, where it is a copy; errors name that.
  /// - Throws: When it cannot be opened.
  init(
    path: String,
    busyMilliseconds: Int32,
    isImmutable: Bool = false,
    of original: String? = nil
  ) throws(LedgerError) {
    self.path = original ?? path
    isCopy = original != nil
    let layered = csealRegister()
    guard layered == SQLITE_OK else { throw unsafe LedgerError(path: path, code: layered) }
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let name = isImmutable ? "file:\(Self.escaped(path))?immutable=1" : path
    let more = isImmutable ? SQLITE_OPEN_URI : 0
    let code = unsafe sqlite3_open_v2(name, &handle, flags | more, csealLayer)
    guard code == SQLITE_OK, let opened = unsafe handle else {
      let failure = unsafe LedgerError(path: path, code: code, handle: handle)
      unsafe sqlite3_close_v2(handle)
      throw failure
    }
    unsafe self.handle = opened
    unsafe csqliteAllocateLate(opened)
    if busyMilliseconds > 0 {
      unsafe patience = unsafe csealWait(opened, path, busyMilliseconds)
    }
  }

  deinit { close() }

  /// Closes it; whoever asks it anything afterwards is told of misuse.
  ///
  /// The journal is left empty and harmless after each write; here it is taken away, where nobody
  /// is writing, so that a ledger is one file.
  func close() {
    guard let open = unsafe handle else { return }
    // What lies beside it is not its own any more where another has taken its place: to take the
    // journal away would leave the other, if cut short just then, half written.
    if !isReadOnly, !isPristine, !hasMoved { try? execute("PRAGMA journal_mode = DELETE") }
    statements = []
    unsafe sqlite3_close_v2(open)
    unsafe csealForget(patience)
    unsafe handle = nil
    unsafe patience = nil
  }

  /// Gives back the memory that the next question makes anew.
  func rest() {
    guard let open = unsafe handle else { return }
    statements = []
    unsafe sqlite3_db_release_memory(open)
  }

  /// Leaves a write-ahead log as it is when this is closed.
  func keepLog() {
    guard let handle = unsafe handle else { return }
    unsafe csqliteKeepLog(handle)
  }

  var isClosed: Bool { unsafe handle == nil }

  /// Whether nothing was written by this connection.
  private var isPristine: Bool { unsafe sqlite3_total_changes(handle) == 0 }

  /// Whether the file could be opened for reading only.
  var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") == 1 }

  /// Whether facts carry checksums; those of an earlier version do not.
  var isChained = true

  // MARK: - The file layer

  /// Whether each page is checked by its sum as it is read, and sealed with it as it is written.
  var isStrict = false {
    didSet { _ = control(csealStrict, isStrict ? 1 : 0) }
  }

  /// How many pages have a wrong sum; asked inside a transaction.
  func countWrongPages() throws(LedgerError) -> Int {
    guard let count = control(csealCount) else { throw error(SQLITE_IOERR) }
    return Int(count)
  }

  /// Seals every page with the sum of what it holds; inside a transaction that nobody shares.
  func seal() throws(LedgerError) {
    guard control(csealSeal) != nil else { throw error(SQLITE_IOERR) }
  }

  /// Keeps room for the sums at the end of each page that is made from now on.
  func reserve() throws(LedgerError) {
    var count = Int32(csealReserve)
    try unsafe check(
      sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &count)
    )
  }

  /// Whether the file that is open no longer lies where it was opened.
  var hasMoved: Bool {
    if isCopy { return false }
    var moved: Int32 = 0
    let code = unsafe sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
    return code != SQLITE_OK || moved != 0
  }

  /// Asks the file layer; nil where it could not.
  private func control(_ operation: Int, _ value: Int64 = 0) -> Int64? {
    var value = value
    let code = unsafe sqlite3_file_control(
      handle,
      "main",
      Int32(operation),
      &value
    )
    return code == SQLITE_OK ? value : nil
  }

  /// A path as it stands in a URI.
  private static func escaped(_ path: String) -> String {
    var escaped = ""
    for byte in path.utf8 {
      let isPlain = byte > 0x20 && byte < 0x7F && !"%?#".utf8.contains(byte)
      let digits = String(byte, radix: 16)
      escaped += isPlain ? String(UnicodeScalar(byte)) : "%\(byte < 16 ? "0" : "")\(digits)"
    }
    return escaped
  }

  /// Makes every page what it is in a ledger; `between` is called after each part but the last.
  func fill(
    from source: Database,
    pagesAtOnce pages: Int32,
    between: () -> Void
  ) throws(LedgerError) {
    guard let backup = unsafe sqlite3_backup_init(handle, "main", source.handle, "main") else {
      throw error(unsafe sqlite3_errcode(handle))
    }
    var step = SQLITE_OK
    var parts = 0
    // What others write in between has it begin anew. Where that would not end, the rest is copied
    // at once, and they wait.
    while step == SQLITE_OK {
      let all = unsafe Int(sqlite3_backup_pagecount(backup) / pages) + 1
      step = unsafe sqlite3_backup_step(backup, parts < 3 * all ? pages : -1)
      parts += 1
      if step == SQLITE_OK { between() }
    }
    let finish = unsafe sqlite3_backup_finish(backup)
    if step == SQLITE_DONE { return try check(finish) }
    let failure = error(step)
    if failure.reason == .unsealed {
      throw LedgerError(path: source.path, .unsealed, detail: failure.detail)
    }
    throw failure
  }

  // MARK: - Asking and writing

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
    var results: [Result] = []
    try walk(sql, parameters) { row in
      results.append(transform(row))
      return true
    }
    return results
  }

  /// Runs one statement and goes through its rows for as long as it is told to go on: what comes
  /// after that is not even looked for.
  func walk(
    _ sql: String,
    _ parameters: [Value],
    _ goesOn: (Row) -> Bool
  ) throws(LedgerError) {
    let statement = try statement(sql)
    // Even where a row fails, or an open reader would hold up whoever writes.
    defer { statement.reset() }
    for (index, value) in parameters.enumerated() {
      try check(statement.bind(value, at: Int32(index) + 1))
    }
    while true {
      switch statement.step() {
      case SQLITE_ROW: if !goesOn(Row(statement)) { return }
      case SQLITE_DONE: return
      case let code: try check(code)
      }
    }
  }

  /// Does something with more room for pages than a service needs that lives for months: a whole
  /// history is gone through by an index, which leads to the same pages again and again.
  func withRoom<Result>(
    _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try execute("PRAGMA cache_size = \(Self.roomyCache)")
    defer {
      // To set what is set already cannot fail.
      try? execute("PRAGMA cache_size = \(Self.cache); PRAGMA shrink_memory")
    }
    return try body()
  }

  /// In SQLite's own way, kibibytes below zero: 256 KiB hold the days around now, which is all that
  /// a look reads.
  static let cache = -256
  /// 16 MiB hold some fifty thousand facts: a year of thirty habits.
  static let roomyCache = -16_384

  /// How a transaction begins.
  enum Purpose: String {
    /// Everything is read as it was at the first question, whatever others write meanwhile.
    case reading = "BEGIN"
    /// All of it is done, or none; it waits for whoever is writing now.
    case writing = "BEGIN IMMEDIATE"
    /// The same, and nobody else reads meanwhile.
    case alone = "BEGIN EXCLUSIVE"
  }

  func transaction<Result>(
    for purpose: Purpose,
    _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try execute(purpose.rawValue)
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      // A full disk may have rolled it back already; the first error is the one to tell.
      if unsafe sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  private func commit() throws(LedgerError) {
    do {
      try execute("COMMIT")
    } catch {
      var error = error
      error.isOfCommit = true
      throw error
    }
  }

  /// Some bytes of the file, read past SQLite, so that nothing is locked, rolled back or made.
  ///
  /// SQLite's own descriptor must do it: to close another one on the same file would drop every
  /// lock this process has on it (sqlite.org/howtocorrupt.html, section 2.2).
  func bytes(count: Int, at offset: Int = 0) throws(LedgerError) -> [UInt8] {
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
      unsafe read(file, $0.baseAddress, Int32(count), Int64(offset))
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
