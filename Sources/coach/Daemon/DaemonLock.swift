import Application
import Configuration
import Glibc

/// The lock of the running daemon: two on one ledger would show every prompt twice.
final class DaemonLock {
  private let descriptor: Int32

  /// Takes the lock for as long as this object lives.
  ///
  /// - Parameter path: The file that is locked; it holds the process number of its holder.
  /// - Throws: When another daemon holds it, or the file cannot be made.
  init(_ path: String) throws(CommandError) {
    do {
      try File.makeDirectory(File.parent(of: path))
    } catch {
      throw CommandError(.inputOutput, "\(error)")
    }
    // What somebody put in its place, a link or a pipe, is not written to and not waited for.
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else {
      let failure = File.Failure(path: path, call: "open", code: errno)
      throw CommandError(.inputOutput, "\(failure)")
    }
    guard DaemonLock.isPlain(descriptor) else {
      close(descriptor)
      throw CommandError(.inputOutput, "\(path) is no plain file; remove it, then start again")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = DaemonLock.pid(in: path).map { " (process \($0))" } ?? ""
      close(descriptor)
      let what = "another coach daemon is running\(holder); two would ask everything twice. "
      throw CommandError(.unavailable, what + "Stop it with: systemctl --user stop coach")
    }
    ftruncate(descriptor, 0)
    Output.write("\(getpid())\n", to: descriptor)
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  /// The process number of the holder, 0 when it is not known; nil when nobody holds the lock.
  static func holder(of path: String) -> Int32? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    if !isPlain(descriptor) { return nil }
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
    return pid(in: path) ?? 0
  }

  private static func isPlain(_ descriptor: Int32) -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func pid(in path: String) -> Int32? {
    guard let bytes = try? File.read(path) else { return nil }
    return Int32(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}
