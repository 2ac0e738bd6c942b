import Glibc

/// A private file that is made beside its place, part by part, and put there whole or not at all.
///
/// What becomes of it no more is taken away: where it was not put in its place when the last who
/// knows of it has done with it, nothing is left.
public final class FileDraft {
  private let target: String
  private let path: String
  /// Nil once it is closed.
  private var descriptor: Int32?
  private var isPlaced = false

  /// Begins it.
  ///
  /// A link is followed, so that what is kept elsewhere stays where it is kept; one that leads
  /// nowhere is not replaced.
  ///
  /// - Parameter path: Where the file is to be; missing directories are made, for the person only.
  /// - Throws: When it cannot be made, or when something lies there that is no file.
  public init(for path: String) throws(FileError) {
    // A link that leads nowhere now may lead to what matters again.
    if let missing = File.missingTarget(of: path) {
      throw FileError(call: "open", path: missing.link, reason: .leadsNowhere)
    }
    try File.makeDirectories(File.parent(of: path))
    target = File.target(of: path) ?? path
    // A file put in the place of a pipe or a directory would be no answer to who made that.
    var status = stat()
    if unsafe stat(target, &status) == 0, let kind = File.kind(of: status) {
      throw FileError(call: "open", path: target, reason: .noFile(kind))
    }
    self.path = "\(target).\(getpid()).new"
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_TRUNC
    descriptor = try File.check("open", self.path, unsafe open(self.path, flags, 0o600))
  }

  deinit {
    if let descriptor { close(descriptor) }
    if !isPlaced { unsafe unlink(path) }
  }

  /// Adds to what it holds.
  ///
  /// - Parameter bytes: What comes next.
  /// - Throws: When it cannot be written.
  public func add(_ bytes: [UInt8]) throws(FileError) {
    guard let descriptor else { throw FileError(call: "write", path: path, code: EBADF) }
    try File.write(all: bytes, to: descriptor, path)
  }

  /// Puts it in its place, once; its bytes and its name are on disk on return.
  ///
  /// - Throws: When any step fails; what lay there is then as it was, but where only its name could
  ///   not be synced.
  public func place() throws(FileError) {
    guard let descriptor else { throw FileError(call: "fsync", path: path, code: EBADF) }
    try File.check("fsync", path, fsync(descriptor))
    self.descriptor = nil
    // Some network file systems tell only now that the disk is full.
    try File.check("close", path, close(descriptor))
    do throws(FileError) {
      try File.rename(path, to: target)
    } catch {
      throw FileError(call: error.call, path: target, reason: error.reason)
    }
    isPlaced = true
    try File.sync(File.parent(of: target))
  }
}
