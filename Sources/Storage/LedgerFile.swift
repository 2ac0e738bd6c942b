import Glibc

/// Makes, checks and opens the file of a ledger.
///
/// Whatever is not a ledger of this version or an earlier one is refused before SQLite reads it:
/// SQLite might recover, switch or create something beside it.
enum LedgerFile {
  static func open(
    _ path: String,
    busyMilliseconds: Int32 = 5000
  ) throws(LedgerError) -> Database {
    // “:memory:”, “file:…” and nothing at all have a meaning of their own to SQLite.
    guard path.hasPrefix("/") else { throw LedgerError(path: path, errno: EINVAL) }
    let size = try create(path)
    let database = try Database(path: path, busyMilliseconds: busyMilliseconds)
    if size > 0 { try check(try database.head(count: 100), path) }
    if database.isReadOnly {
      throw LedgerError(path: path, .readOnly, detail: "no permission to write")
    }
    try makePrivate(path)
    try prepare(database)
    return database
  }

  /// Makes the file and its directories where there are none; returns its size.
  private static func create(_ path: String) throws(LedgerError) -> Int {
    let status = try status(path)
    if let status, status.st_mode & S_IFMT != S_IFREG {
      throw LedgerError(path: path, .notAFile)
    }
    if let status, status.st_size > 0 { return Int(status.st_size) }
    // Its facts may be in the write-ahead log alone, and SQLite would delete that.
    if let log = try self.status(path + "-wal"), log.st_size > 0 {
      throw LedgerError(path: path, .corrupt, detail: "it is empty, its -wal file is not")
    }
    if status != nil { return 0 }
    try createDirectory(of: path)
    let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw LedgerError(path: path, errno: errno) }
    close(descriptor)
    return 0
  }

  /// Makes the directory that a path lies in, and those above it; what is there stays as it is.
  private static func createDirectory(of path: String) throws(LedgerError) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let directory = String(path[..<slash])
    if try status(directory) != nil { return }
    try createDirectory(of: directory)
    guard unsafe mkdir(directory, 0o700) == 0 || errno == EEXIST else {
      throw LedgerError(path: path, errno: errno)
    }
  }

  /// Takes others' permissions away, which a ledger put back from a backup may have.
  ///
  /// SQLite gives the files it makes beside it the same permissions, so this comes first.
  private static func makePrivate(_ path: String) throws(LedgerError) {
    guard let status = try status(path), status.st_mode & 0o077 != 0 else { return }
    guard unsafe chmod(path, status.st_mode & 0o700) == 0 else {
      throw LedgerError(path: path, errno: errno)
    }
  }

  private static func status(_ path: String) throws(LedgerError) -> stat? {
    var status = stat()
    if unsafe stat(path, &status) == 0 { return status }
    guard errno == ENOENT else { throw LedgerError(path: path, errno: errno) }
    return nil
  }

  /// Refuses what is no ledger by the header of the file (sqlite.org/fileformat2.html, 1.3).
  private static func check(_ head: [UInt8], _ path: String) throws(LedgerError) {
    guard head.starts(with: "SQLite format 3\0".utf8) else {
      throw LedgerError(path: path, .notADatabase)
    }
    func number(at offset: Int) -> UInt32 {
      head[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    let application = number(at: 68)
    guard application == Schema.application else {
      throw LedgerError(path: path, .notALedger(application: application))
    }
    let version = Int64(number(at: 60))
    if version > Schema.version { throw LedgerError(path: path, .newer(version: version)) }
  }

  private static func prepare(_ database: Database) throws(LedgerError) {
    try database.execute(
      """
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA cache_size = -256;
      """
    )
    if try version(of: database) < Schema.version { try migrate(database) }
    do {
      try database.execute("PRAGMA journal_mode = WAL")
    } catch  where error.reason == .busy {
      // Somebody else is opening it for the first time too, and switches it for both.
    }
  }

  private static func version(of database: Database) throws(LedgerError) -> Int64 {
    let version = try database.rows("PRAGMA user_version") { $0.integer(0) }.first ?? 0
    if version > Schema.version {
      throw LedgerError(path: database.path, .newer(version: version))
    }
    return version
  }

  /// Brings a ledger to this version.
  ///
  /// The first time it does so before the switch to WAL, so that the header in the file itself
  /// always says whose it is.
  static func migrate(_ database: Database) throws(LedgerError) {
    try database.transaction(for: .writing) { () throws(LedgerError) in
      // Asked again: somebody else may have brought it there while this one waited.
      let version = try version(of: database)
      for script in Schema.migrations.dropFirst(Int(version)) { try database.execute(script) }
      try database.execute(
        """
        PRAGMA application_id = \(Schema.application);
        PRAGMA user_version = \(Schema.version);
        """
      )
    }
  }
}
