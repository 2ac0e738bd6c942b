import Glibc

/// A lock on a file of the person's, held for as long as this object lives.
public final class FileLock {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Takes the lock, and says in its file by whom.
  ///
  /// What lies there already and is no plain file is left as it is: a pipe would keep whoever opens
  /// it waiting, and through a link another file would be overwritten.
  ///
  /// - Parameters:
  ///   - path: The file; made where there is none, for the person alone.
  ///   - text: What the file says while the lock is held.
  /// - Returns: The lock; nil where somebody else holds it.
  /// - Throws: When the file cannot be made, opened, locked or written.
  public static func take(_ path: String, saying text: String) throws(FileError) -> FileLock? {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let descriptor = unsafe open(path, flags, 0o600)
    if descriptor < 0 { throw File.trouble(opening: path, errno) }
    let lock = FileLock(descriptor)
    try File.checkPlain(descriptor, path)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return nil }
      throw FileError(call: "flock", path: path, code: errno)
    }
    guard ftruncate(descriptor, 0) == 0 else {
      throw FileError(call: "ftruncate", path: path, code: errno)
    }
    try File.write(all: Array(text.utf8), to: descriptor, path)
    return lock
  }

  /// Empties the file before it is let go.
  public func clear() { ftruncate(descriptor, 0) }

  /// Whether somebody holds the lock; what is no file is held by nobody.
  public static func isHeld(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    if descriptor < 0 { return false }
    defer { close(descriptor) }
    guard (try? File.checkPlain(descriptor, path)) != nil else { return false }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }
}

extension File {
  /// Why a path could not be opened, in the words of what lies there.
  fileprivate static func trouble(opening path: String, _ code: Int32) -> FileError {
    var status = stat()
    if [ELOOP, ENXIO, EISDIR].contains(code), unsafe lstat(path, &status) == 0,
      let kind = kind(of: status)
    {
      return FileError(call: "open", path: path, reason: .noFile(kind))
    }
    return FileError(call: "open", path: path, code: code)
  }

  /// Refuses an open file that is none.
  fileprivate static func checkPlain(_ descriptor: Int32, _ path: String) throws(FileError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileError(call: "fstat", path: path, code: errno)
    }
    if let kind = kind(of: status) {
      throw FileError(call: "open", path: path, reason: .noFile(kind))
    }
  }
}
