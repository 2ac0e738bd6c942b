import Glibc

/// A file that is made beside its place, and put there whole or not at all.
///
/// Its name is that of the place, the number of the process that makes it, and `.new`. One whose
/// process was killed is taken away by the next that makes another for the same place.
struct StagedFile {
  let target: String
  var path: String { "\(target).\(getpid()).new" }

  /// Makes it, empty and the person's alone.
  ///
  /// - Parameter target: The place, no link.
  /// - Throws: When it cannot be made.
  init(for target: String) throws(LedgerError) {
    self.target = target
    removeLeftovers()
    discard()
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw LedgerError(path: target, errno: errno) }
    close(descriptor)
  }

  /// Takes it away, with what SQLite may have left beside it.
  func discard() {
    for end in ["", "-journal", "-wal", "-shm"] { unsafe unlink(path + end) }
  }

  /// Puts it in its place; its bytes and its name are on disk on return.
  ///
  /// - Parameters:
  ///   - name: Another place in the same directory than the one it was made for.
  ///   - replaces: Whether another file may lie there.
  /// - Throws: `EEXIST` where another lies there that is not to be replaced, and `.uncertain` where
  ///   it lies there and only its name could not be synced. Else what lay there is as it was.
  func place(as name: String? = nil, replaces: Bool) throws(LedgerError) {
    let target = name ?? target
    for end in ["-journal", "-wal", "-shm"] { unsafe unlink(path + end) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LedgerError(path: target, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw LedgerError(path: target, errno: errno) }
    if replaces {
      guard unsafe rename(path, target) == 0 else { throw LedgerError(path: target, errno: errno) }
    } else {
      try placeAnew(target)
    }
    do {
      try LedgerFile.sync(LedgerFile.directory(of: target), target)
    } catch {
      throw LedgerError(path: target, .uncertain, detail: error.detail)
    }
  }

  /// A name that is made fails where there is one; where a file can have one name only, it is
  /// looked whether there is one.
  private func placeAnew(_ target: String) throws(LedgerError) {
    if unsafe link(path, target) == 0 {
      unsafe unlink(path)
      return
    }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else {
      throw LedgerError(path: target, errno: errno)
    }
    if try FileIdentity.status(target) != nil { throw LedgerError(path: target, errno: EEXIST) }
    guard unsafe rename(path, target) == 0 else { throw LedgerError(path: target, errno: errno) }
  }

  private func removeLeftovers() {
    let directory = LedgerFile.directory(of: target)
    let start = "\(target.dropFirst(directory == "/" ? 1 : directory.utf8.count + 1))."
    for name in Self.names(in: directory) where name.hasPrefix(start) {
      let rest = name.dropFirst(start.count).split(separator: ".", omittingEmptySubsequences: false)
      guard rest.count == 2, rest[1].hasPrefix("new"), let process = Int32(rest[0]), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unsafe unlink("\(directory)/\(name)")
    }
  }

  static func names(in directory: String) -> [String] {
    guard let open = unsafe opendir(directory) else { return [] }
    defer { unsafe closedir(open) }
    var names: [String] = []
    while let entry = unsafe readdir(open) {
      names.append(
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
      )
    }
    return names
  }
}
