public import Coaching
import Glibc

/// Another ledger, checked and ready, that is to take the place of one; nothing is replaced before
/// `carryOut`.
///
/// What takes its place lies beside it until then, so that one `rename` is all there is to do:
/// whoever is killed anywhere leaves the one or the other. What was there is kept under another
/// name. Who has it open notices before its next write, as with any file put there.
public final class Restoration {
  /// What would be lost: facts that the ledger has and the backup does not.
  public struct Loss: Equatable, Sendable {
    public var day: CivilDate
    public var factCount: Int
  }

  /// What it would replace.
  public enum Replaced: Equatable, Sendable {
    /// There is no ledger yet, or an empty file.
    case nothing
    case ledger(LedgerExtent, losses: [Loss])
    /// A ledger that is damaged, or none that this version reads, as its error says.
    case damaged(String)
  }

  /// What the ledger holds afterwards.
  public let brings: LedgerExtent
  public let replaces: Replaced
  private let staged: StagedFile
  private var isDone = false

  /// Makes ready what takes a ledger's place; the ledger and the backup stay as they are.
  ///
  /// - Parameters:
  ///   - source: The absolute path of a backup, of this version or an earlier one; nil for a ledger
  ///     that begins anew.
  ///   - path: The ledger.
  /// - Throws: When the backup is none, is damaged, or is of a newer version; or when there is no
  ///   room beside the ledger.
  public init(of source: String?, to path: String) throws(BackupError) {
    let place = BackupPlace.resolved(path)
    if let source { try Self.check(source, isNot: place) }
    do {
      try LedgerFile.createDirectory(of: place)
      staged = try StagedFile(for: place)
    } catch {
      throw BackupError(making: place, error)
    }
    do {
      brings = try Self.prepare(staged, source)
      replaces = try Self.look(at: place, beside: staged.path)
    } catch {
      staged.discard()
      if error.path == staged.path { throw BackupError(making: place, error) }
      throw BackupError(error)
    }
  }

  deinit { if !isDone { staged.discard() } }

  private static func check(_ source: String, isNot ledger: String) throws(BackupError) {
    if BackupPlace.isPart(BackupPlace.resolved(source), of: ledger) {
      throw BackupError(.unfit, "\(source) is the ledger itself; name a backup of it.")
    }
    let status: stat?
    do {
      status = try FileIdentity.status(source)
    } catch {
      throw BackupError(.disk, "The backup \(source) cannot be read: \(error.detail).")
    }
    guard let status else { throw BackupError(.unfit, "There is no file \(source).") }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      throw BackupError(.unfit, "\(source) is no backup: it is empty, or no file at all.")
    }
  }

  // MARK: - What takes the place

  private static func prepare(
    _ staged: StagedFile,
    _ source: String?
  ) throws(LedgerError) -> LedgerExtent {
    guard let source else {
      let fresh = try LedgerFile.open(staged.path)
      defer { fresh.close() }
      return try fresh.transaction(for: .reading) { () throws(LedgerError) in
        try LedgerExtent(fresh)
      }
    }
    return try Ledger.verified(staged.path, against: copy(source, to: staged))
  }

  /// Copies a backup that holds all that it should.
  private static func copy(
    _ source: String,
    to staged: StagedFile
  ) throws(LedgerError) -> LedgerExtent {
    let database = try open(source)
    do {
      return try database.transaction(for: .reading) { () throws(LedgerError) in
        try Truth.check(database)
        try Database.copy(database, to: staged.path)
        return try LedgerExtent(database)
      }
    } catch  where error.reason == .unsealed {
      // Another program may have copied it, or opened it: the facts tell.
      database.isStrict = false
      return try database.transaction(for: .reading) { () throws(LedgerError) in
        try Truth.check(database)
        try Database.copy(database, to: staged.path)
        return try LedgerExtent(database)
      }
    }
  }

  /// Opens a backup so that it is not changed.
  private static func open(_ source: String) throws(LedgerError) -> Database {
    let database = try Database(path: source, busyMilliseconds: 5000)
    database.keepLog()
    guard let head = try Head(of: database) else {
      throw LedgerError(path: source, .notADatabase)
    }
    try head.check(source)
    try Neighbours(source).check(head)
    if head.isOfLog, !Neighbours(source).hasLog {
      // SQLite would make files beside it.
      return try Database(path: source, busyMilliseconds: 0, isImmutable: true)
    }
    database.isStrict = head.isSealed
    return database
  }

  // MARK: - What is replaced

  private static func look(
    at path: String,
    beside staged: String
  ) throws(LedgerError) -> Replaced {
    do {
      guard let status = try FileIdentity.status(path), status.st_size > 0 else { return .nothing }
      let database = try LedgerFile.open(path)
      defer { database.close() }
      let extent = try database.transaction(for: .reading) { () throws(LedgerError) in
        try Truth.check(database)
        return try LedgerExtent(database)
      }
      return .ledger(extent, losses: try losses(of: path, beside: staged))
    } catch {
      switch error.reason {
      // What is only held or out of reach may be whole.
      case .busy, .full, .readOnly, .replaced, .cannotOpen, .notAFile: throw error
      default: return .damaged(error.description)
      }
    }
  }

  private static func losses(of path: String, beside staged: String) throws(LedgerError) -> [Loss] {
    let database = try Database(path: staged, busyMilliseconds: 5000)
    try database.rows("ATTACH DATABASE ?1 AS old", [.text(path)]) { _ in }
    let losses = try database.rows(Query.losses) { row in
      CivilDate(row.text(0)).map { Loss(day: $0, factCount: Int(row.integer(1))) }
    }
    try database.execute("DETACH DATABASE old")
    return losses.compactMap(\.self)
  }

  // MARK: - To replace it

  /// Puts it in the ledger's place.
  ///
  /// - Parameter moment: When this is, for the name of what was there, which is kept beside it:
  ///   `ledger-replaced-MOMENT.sqlite`, with a number where there is one already.
  /// - Returns: The path under which it is kept; nil where there was nothing.
  /// - Throws: `changed` where the ledger is not any more as it was looked at; when a step fails,
  ///   and the ledger is then as it was.
  public func carryOut(at moment: String) throws(BackupError) -> String? {
    do {
      let kept = try replace(Self.keptName + moment)
      isDone = true
      return kept
    } catch {
      switch error.reason {
      case .replaced: throw BackupError.changed
      case .busy: throw BackupError(.held, "Nothing was replaced: \(error.detail).")
      default: throw BackupError(making: staged.target, error)
      }
    }
  }

  private func replace(_ name: String) throws(LedgerError) -> String? {
    switch replaces {
    case .nothing:
      if try FileIdentity.status(staged.target)?.st_size ?? 0 > 0 {
        throw LedgerError(path: staged.target, .replaced)
      }
      try staged.place(replaces: true)
      return nil
    case .ledger(let extent, _): return try replace(extent, name)
    case .damaged: return try replaceDamaged(name)
    }
  }

  /// Replaces it while nobody else can write to it.
  private func replace(_ extent: LedgerExtent, _ name: String) throws(LedgerError) -> String {
    let holder = try LedgerFile.open(staged.target)
    defer { holder.close() }
    if holder.isReadOnly { return try swap(name, holder) }
    if !holder.isChained {
      let what = "an older coach or a database browser has the ledger open; close it, do it again"
      throw LedgerError(path: holder.path, .busy, detail: what)
    }
    return try holder.transaction(for: .writing) { () throws(LedgerError) in
      guard try LedgerExtent(holder) == extent else {
        throw LedgerError(path: holder.path, .replaced)
      }
      return try swap(name, holder)
    }
  }

  /// What lies beside one that is damaged belongs to it, and would spoil what takes its place.
  private func replaceDamaged(_ name: String) throws(LedgerError) -> String {
    let ends = ["-journal", "-wal", "-shm"]
    return try swap(name, nil, ends.filter { FileIdentity(at: staged.target + $0) != nil })
  }

  private func swap(
    _ name: String,
    _ holder: Database?,
    _ neighbours: [String] = []
  ) throws(LedgerError) -> String {
    let kept = try freeName(name)
    for end in neighbours + [""] { try keep(end, as: kept + end, holder) }
    for end in neighbours { unsafe unlink(staged.target + end) }
    do {
      try staged.place(replaces: true)
    } catch {
      // Where it has not taken its place, the ledger has two names.
      if FileIdentity(at: kept) == FileIdentity(at: staged.target), neighbours.isEmpty {
        unsafe unlink(kept)
      }
      throw error
    }
    return kept
  }

  /// How the names of what was replaced begin.
  private static let keptName = "ledger-replaced-"

  private func freeName(_ name: String) throws(LedgerError) -> String {
    removeSecondNames()
    let start = "\(LedgerFile.directory(of: staged.target))/\(name)"
    var kept = "\(start).sqlite"
    var number = 1
    while try FileIdentity.status(kept) != nil {
      number += 1
      kept = "\(start)-\(number).sqlite"
    }
    return kept
  }

  /// Takes away a name that somebody gave the ledger who was killed before they replaced it.
  private func removeSecondNames() {
    let directory = LedgerFile.directory(of: staged.target)
    for name in StagedFile.names(in: directory) where name.hasPrefix(Self.keptName) {
      let path = "\(directory)/\(name)"
      if FileIdentity(at: path) == FileIdentity(at: staged.target) { unsafe unlink(path) }
    }
  }

  /// Gives what is there another name too, which it keeps; where a file can have one name only, it
  /// is copied.
  private func keep(_ end: String, as kept: String, _ holder: Database?) throws(LedgerError) {
    let path = staged.target + end
    if unsafe link(path, kept) == 0 { return }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else {
      throw LedgerError(path: path, errno: errno)
    }
    // Of one that is locked by its own descriptor alone: to close another would drop the lock.
    guard let size = try FileIdentity.status(path)?.st_size else { return }
    let from = holder == nil ? unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC) : -1
    let to = unsafe Glibc.open(kept, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    defer {
      close(from)
      close(to)
    }
    guard to >= 0 else { throw LedgerError(path: kept, errno: errno) }
    for offset in stride(from: 0, to: Int(size), by: 4096) {
      var bytes = [UInt8](repeating: 0, count: min(4096, Int(size) - offset))
      if let holder {
        bytes = try holder.bytes(count: bytes.count, at: offset)
      } else {
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
          unsafe pread(from, buffer.baseAddress, buffer.count, offset)
        }
        guard count == bytes.count else { throw LedgerError(path: path, errno: errno) }
      }
      let count = unsafe bytes.withUnsafeBytes { unsafe write(to, $0.baseAddress, $0.count) }
      guard count == bytes.count else { throw LedgerError(path: kept, errno: errno) }
    }
    guard fsync(to) == 0 else { throw LedgerError(path: kept, errno: errno) }
  }
}

extension BackupError {
  static var changed: BackupError {
    let what = "the ledger has changed since it was looked at"
    return BackupError(.changed, "Nothing was replaced: \(what). Do it again.")
  }
}
