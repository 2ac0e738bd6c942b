import Application
import Files
import Glibc

/// The lock of the running daemon: two on one ledger would show every prompt twice.
final class DaemonLock {
  private let lock: FileLock

  /// Takes the lock for as long as this object lives.
  ///
  /// - Parameter path: The file that is locked; it holds the process number of its holder.
  /// - Throws: When another daemon holds it, or the file cannot be made.
  init(_ path: String) throws(CommandError) {
    let taken: FileLock?
    do throws(FileError) {
      try File.makeDirectories(File.parent(of: path))
      taken = try FileLock.take(path, saying: "\(getpid())\n")
    } catch {
      throw CommandError(.inputOutput, words: error.sentence)
    }
    guard let taken else {
      let command = ("command", "systemctl --user stop coach")
      guard let holder = DaemonLock.pid(in: path) else {
        throw CommandError(.unavailable, "daemon-runs", command)
      }
      throw CommandError(.unavailable, "daemon-runs-as", ("number", Int(holder)), command)
    }
    lock = taken
  }

  deinit { lock.clear() }

  /// The process number of the holder, 0 when it is not known; nil when nobody holds the lock.
  static func holder(of path: String) -> Int32? {
    FileLock.isHeld(path) ? pid(in: path) ?? 0 : nil
  }

  private static func pid(in path: String) -> Int32? {
    guard let bytes = File.readOwn(path) else { return nil }
    return Int32(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}
