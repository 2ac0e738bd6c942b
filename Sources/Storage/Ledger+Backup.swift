import Glibc

extension Ledger {
  /// Copies the ledger as it is now into a file of its own, while others read and write.
  ///
  /// The copy is a ledger of this version, sealed and chained as this one, whole in one file, its
  /// name on disk; each of its facts was looked at before it got its name.
  ///
  /// - Parameters:
  ///   - target: An absolute path, in a directory that is there.
  ///   - replaces: Whether a file that lies there may be replaced.
  /// - Returns: What the copy holds.
  /// - Throws: When nothing was made; what lay there is then as it was.
  @discardableResult
  public func backUp(to target: String, replaces: Bool = false) throws(BackupError) -> LedgerExtent
  {
    let place = try BackupPlace.checked(target, of: database.path, replaces)
    return try backUp(staging: place, replaces) { _ in place }
  }

  /// Copies the ledger into a directory that is there, as `backUp(to:)` does, under a name that
  /// tells what it holds.
  ///
  /// - Parameters:
  ///   - directory: An absolute path.
  ///   - name: The file's name.
  ///   - copied: Called when all is copied and nobody waits any more; what is left is to look at
  ///     the copy, which takes by far the longest.
  /// - Returns: What the copy holds.
  /// - Throws: When nothing was made, also where there is such a file.
  @discardableResult
  public func backUp(
    in directory: String,
    named name: (LedgerExtent) -> String,
    copied: () -> Void = {}
  ) throws(BackupError) -> LedgerExtent {
    try backUp(staging: "\(directory)/ledger", false, copied) { "\(directory)/\(name($0))" }
  }

  private func backUp(
    staging place: String,
    _ replaces: Bool,
    _ copied: () -> Void = {},
    _ name: (LedgerExtent) -> String
  ) throws(BackupError) -> LedgerExtent {
    let staged: StagedFile
    do {
      staged = try StagedFile(for: place)
    } catch {
      throw BackupError(making: place, error)
    }
    var target = place
    do {
      let extent = try copy(to: staged, copied)
      target = name(extent)
      try staged.place(as: target, replaces: replaces)
      return extent
    } catch {
      staged.discard()
      if error.path == staged.path || error.path == target {
        throw BackupError(making: target, error)
      }
      throw BackupError(error)
    }
  }

  /// Whether a path leads to this ledger, under whichever name, or to what is made beside it.
  public func isPart(_ path: String) -> Bool {
    BackupPlace.isPart(BackupPlace.resolved(path), of: database.path)
  }

  /// Whether the newest of so many facts had a checksum: whether all that a backup with it holds is
  /// here too.
  ///
  /// - Parameter extent: What a backup of this version holds.
  /// - Returns: Whether it is so.
  /// - Throws: When the ledger cannot be read.
  public func holds(_ extent: LedgerExtent) throws(LedgerError) -> Bool {
    if extent.factCount == 0 { return true }
    return try reading { () throws(LedgerError) in try database.holds(extent) }
  }

  /// Copies in no transaction, so that others write meanwhile; what they write is in the copy too.
  private func copy(
    to staged: StagedFile,
    _ copied: () -> Void
  ) throws(LedgerError) -> LedgerExtent {
    let before = try whole { () throws(LedgerError) in
      let extent = try database.transaction(for: .reading) { () throws(LedgerError) in
        try checkHead()
        return try LedgerExtent(database)
      }
      try Database.copy(database, to: staged.path)
      return extent
    }
    copied()
    return try Self.verified(staged.path, against: before, mayHaveMore: true)
  }

  /// Brings a copy to this version where it is older, and looks at all of it.
  ///
  /// - Parameters:
  ///   - path: The copy.
  ///   - extent: What it has to hold.
  ///   - mayHaveMore: Whether others wrote while it was made.
  /// - Returns: What it holds.
  /// - Throws: Where it is damaged, or holds something else.
  static func verified(
    _ path: String,
    against extent: LedgerExtent,
    mayHaveMore: Bool = false
  ) throws(LedgerError) -> LedgerExtent {
    if extent.version < Schema.version { try LedgerFile.open(path).close() }
    let database = try Database(path: path, busyMilliseconds: 5000)
    database.isStrict = true
    // The service makes one a day, and its memory is to stay small.
    try database.execute("PRAGMA cache_size = -256")
    return try database.transaction(for: .reading) { () throws(LedgerError) in
      try Truth.check(database)
      let copied = try LedgerExtent(database)
      let isAsLong =
        mayHaveMore
        ? copied.factCount >= extent.factCount : copied.factCount == extent.factCount
      guard copied.version == Schema.version, isAsLong, try database.holds(extent) else {
        throw LedgerError(path: path, .failed, detail: "the copy does not hold the same")
      }
      return copied
    }
  }

  /// What a file holds that somebody else made, looked at without changing it.
  ///
  /// - Parameter path: The file.
  /// - Returns: Nil where it is no ledger of this version, or cannot be read.
  public static func extent(of path: String) -> LedgerExtent? {
    guard let database = try? Database(path: path, busyMilliseconds: 0, isImmutable: true),
      let head = try? Head(of: database), (try? head.check(path)) != nil, head.isSealed
    else { return nil }
    database.isStrict = true
    return try? database.transaction(for: .reading) { () throws(LedgerError) in
      try LedgerExtent(database)
    }
  }

  /// Looks at every fact and page of a backup without changing it; nil where all is well.
  ///
  /// - Parameter path: The file.
  /// - Returns: What is wrong with it, in words that follow a colon.
  public static func fault(ofBackup path: String) -> String? {
    do {
      let database = try Database(path: path, busyMilliseconds: 0, isImmutable: true)
      guard let head = try Head(of: database) else { return "it is empty" }
      try head.check(path)
      database.isStrict = head.isSealed
      try database.transaction(for: .reading) { () throws(LedgerError) in
        try Truth.check(database)
      }
      return nil
    } catch {
      return error.detail.isEmpty ? error.description : error.detail
    }
  }

  /// Copies a ledger of an earlier version as it is, before it is brought to this one.
  ///
  /// The copy is `ledger-version-4-1234.sqlite`, with the version and how many facts there are.
  /// Where it cannot be made all goes on without: what is brought on is brought on whole or not.
  static func keepEarlier(_ database: Database, in directory: String) {
    do {
      try database.transaction(for: .reading) { () throws(LedgerError) in
        let extent = try LedgerExtent(database)
        if extent.factCount == 0 { return }
        let name = "ledger-version-\(extent.version)-\(extent.factCount).sqlite"
        let target = "\(directory)/\(name)"
        if try FileIdentity.status(target) != nil { return }
        try LedgerFile.createDirectory(of: target)
        let staged = try StagedFile(for: target)
        defer { staged.discard() }
        try Database.copy(database, to: staged.path)
        try staged.place(replaces: false)
      }
    } catch {
      return
    }
  }
}

extension Database {
  /// Whether the newest fact of an extent is here, where it has a checksum; inside a transaction.
  fileprivate func holds(_ extent: LedgerExtent) throws(LedgerError) -> Bool {
    if extent.factCount == 0 || extent.version < Schema.chained { return true }
    let sequence = Value.integer(Int64(extent.factCount))
    return try rows(Query.checksum, [sequence]) { $0.integer(0) } == [extent.checksum]
  }

  /// Copies a ledger page by page into a file that is there and empty.
  ///
  /// Each page comes as it lies there, with the room for its sum, and is sealed where the ledger
  /// is. Others write in between, unless the source is in a transaction.
  ///
  /// - Parameters:
  ///   - source: What is copied.
  ///   - path: The file.
  ///   - pages: How many at once.
  ///   - between: Called after each part but the last.
  /// - Throws: When it could not be copied.
  static func copy(
    _ source: Database,
    to path: String,
    pagesAtOnce pages: Int32 = pagesAtOnce,
    between: () -> Void = {}
  ) throws(LedgerError) {
    let copy = try Database(path: path, busyMilliseconds: 0)
    // Whoever is cut short here leaves nothing that has a name.
    let settings = "PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; PRAGMA cache_size = -256"
    try copy.execute(settings)
    copy.isStrict = try Head(of: source)?.isSealed ?? false
    try copy.fill(from: source, pagesAtOnce: pages, between: between)
    copy.close()
  }

  /// 4 MiB, which a slow disk takes in less time than somebody notices who answers just then.
  private static let pagesAtOnce: Int32 = 1024
}

/// Where a backup may lie.
enum BackupPlace {
  /// The place that a path leads to, links followed.
  static func checked(
    _ target: String,
    of ledger: String,
    _ replaces: Bool
  ) throws(BackupError) -> String {
    guard target.hasPrefix("/") else {
      throw BackupError(.unfit, "“\(target)” is no path of a file.")
    }
    let place = resolved(target)
    if isPart(place, of: ledger) {
      let what = "is the ledger itself, or belongs to it"
      throw BackupError(.unfit, "\(target) \(what); a backup lies in another file.")
    }
    guard let status = try status(place) else { return place }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw BackupError(.unfit, "\(target) is a directory or a device, not a file.")
    }
    if replaces { return place }
    throw BackupError.exists(target)
  }

  private static func status(_ place: String) throws(BackupError) -> stat? {
    do {
      return try FileIdentity.status(place)
    } catch {
      throw BackupError(making: place, error)
    }
  }

  /// Whether a path leads to a ledger, under whichever name, or to what SQLite makes beside it.
  static func isPart(_ path: String, of ledger: String) -> Bool {
    let ledger = resolved(ledger)
    return ["", "-journal", "-wal", "-shm"].contains { end in
      if path == ledger + end { return true }
      guard let identity = FileIdentity(at: path) else { return false }
      return identity == FileIdentity(at: ledger + end)
    }
  }

  /// A path without links: of what is not there, that of its directory and its name, and of a link
  /// that leads nowhere where it would lead.
  static func resolved(_ path: String) -> String {
    var path = path
    // As many as the kernel follows (path_resolution(7)).
    for _ in 0..<40 {
      if let real = real(path) { return real }
      guard let next = linked(path) else { break }
      path = next.hasPrefix("/") ? next : "\(LedgerFile.directory(of: path))/\(next)"
    }
    let directory = LedgerFile.directory(of: path)
    guard let real = real(directory) else { return path }
    let name = path.dropFirst(directory == "/" ? 1 : directory.utf8.count + 1)
    return real == "/" ? "/\(name)" : "\(real)/\(name)"
  }

  private static func real(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func linked(_ path: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer -> Int in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe readlink(path, start, buffer.count)
    }
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }
}
