import Files
import Glibc

/// Makes, checks and opens the file of a ledger.
///
/// Whatever is not a ledger of this version or an earlier one is refused before SQLite reads it:
/// SQLite might recover, switch or create something beside it.
enum LedgerFile {
  /// - Parameters:
  ///   - path: The file; it and its directories are made where there is none.
  ///   - busyMilliseconds: How long to wait for who has it locked.
  ///   - backups: The directory in which one of an earlier version is kept before it is brought to
  ///     this one; nil for none.
  /// - Returns: A connection that is ready for use.
  /// - Throws: When it cannot be made, opened, read or brought to this version.
  static func open(
    _ path: String,
    busyMilliseconds: Int32 = 5000,
    keepingEarlierIn backups: String? = nil
  ) throws(LedgerError) -> Database {
    // “:memory:”, “file:…” and nothing at all have a meaning of their own to SQLite.
    guard path.hasPrefix("/") else { throw LedgerError(path: path, errno: EINVAL) }
    try create(path, backups)
    do {
      return try openChecked(path, busyMilliseconds, backups)
    } catch  where error.reason == .unsealed {
      let isSealed = try Truth.settle(path, busyMilliseconds)
      return try openChecked(path, busyMilliseconds, backups, isSealed: isSealed)
    }
  }

  private static func openChecked(
    _ path: String,
    _ busyMilliseconds: Int32,
    _ backups: String?,
    isSealed: Bool = true
  ) throws(LedgerError) -> Database {
    var database = try Database(path: path, busyMilliseconds: busyMilliseconds)
    let head = try Head(of: database)
    if let head { try head.check(path) }
    try Neighbours(path).check(head)
    if database.isReadOnly, let head,
      Neighbours(path).hasHotJournal || head.isOfLog && Neighbours(path).hasLog
    {
      database = try ReadableCopy.open(path)
      try checkReadable(database)
      return database
    }
    if database.isReadOnly, let head, head.isOfLog, !Neighbours(path).hasLog {
      // SQLite would have to make files beside it, even to read.
      database = try Database(path: path, busyMilliseconds: busyMilliseconds, isImmutable: true)
    }
    database.isStrict = isSealed && head?.isSealed ?? true
    do {
      if database.isReadOnly {
        try checkReadable(database)
      } else {
        try makePrivate(path)
        try Migration(database, keepingEarlierIn: backups).prepare(isNew: head == nil)
      }
    } catch  where error.reason == .corrupt && Neighbours(path).hasHotJournal {
      throw Neighbours.foreignJournal(path)
    }
    return database
  }

  /// What is older than version 4 is asked other questions, and cannot be brought on here.
  private static func checkReadable(_ database: Database) throws(LedgerError) {
    try database.execute("PRAGMA cache_size = \(Database.cache)")
    let version = try Migration(database).version()
    database.isChained = version >= Schema.chained
    if version < Schema.chained - 1 {
      let what = "no permission to write, and an earlier version made it"
      throw LedgerError(path: database.path, .readOnly, detail: what)
    }
  }

  /// Makes the file and its directories where there are none; their names are on disk on return.
  ///
  /// An empty one is a first write that was cut short; but not where there are backups of it.
  private static func create(_ path: String, _ backups: String?) throws(LedgerError) {
    let status = try FileIdentity.status(path)
    if let status, status.st_mode & S_IFMT != S_IFREG {
      throw LedgerError(path: path, .notAFile)
    }
    if let status, status.st_size > 0 { return }
    try Neighbours(path).checkEmpty()
    if status != nil {
      guard let backups, hasBackups(backups) else { return }
      // Somebody else may be beginning it just now.
      for _ in 0..<10 {
        usleep(50_000)
        if let status = try FileIdentity.status(path), status.st_size > 0 { return }
      }
      throw LedgerError(path: path, .corrupt, detail: "it is empty, and \(backups) has backups")
    }
    try createDirectory(of: path)
    let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw LedgerError(path: path, errno: errno) }
    close(descriptor)
    try sync(directory(of: path), path)
  }

  private static func hasBackups(_ directory: String) -> Bool {
    let names = (try? File.names(in: directory)) ?? []
    return names.contains { $0.hasPrefix("ledger-") && $0.hasSuffix(".sqlite") }
  }

  /// Makes the directory that a path lies in, and those above it; what is there stays as it is.
  static func createDirectory(of path: String) throws(LedgerError) {
    try onDisk(path) { () throws(FileError) in
      try File.makeDirectories(File.parent(of: path))
    }
  }

  /// The directory that a path lies in.
  static func directory(of path: String) -> String {
    let parent = File.parent(of: path)
    return parent.isEmpty ? "/" : parent
  }

  /// Puts the names in a directory on disk: a fact in a file that has no name after a loss of
  /// power is lost.
  static func sync(_ directory: String, _ path: String) throws(LedgerError) {
    try onDisk(path) { () throws(FileError) in try File.sync(directory) }
  }

  private static func onDisk(
    _ path: String,
    _ work: () throws(FileError) -> Void
  ) throws(LedgerError) {
    do {
      try work()
    } catch {
      throw LedgerError(path: path, errno: error.code)
    }
  }

  /// Takes others' permissions away, which a ledger put back from a backup may have.
  ///
  /// SQLite gives the files it makes beside it the same permissions, so this comes first.
  private static func makePrivate(_ path: String) throws(LedgerError) {
    guard let status = try FileIdentity.status(path), status.st_mode & 0o077 != 0 else { return }
    guard unsafe chmod(path, status.st_mode & 0o700) == 0 else {
      throw LedgerError(path: path, errno: errno)
    }
  }
}

/// Which file it is that lies at a path.
struct FileIdentity: Equatable {
  private var device: UInt64
  private var number: UInt64

  /// Nil where nothing lies there.
  init?(at path: String) {
    guard let status = try? Self.status(path) else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }

  static func status(_ path: String) throws(LedgerError) -> stat? {
    var status = stat()
    if unsafe stat(path, &status) == 0 { return status }
    guard errno == ENOENT else { throw LedgerError(path: path, errno: errno) }
    return nil
  }
}
