import Glibc

/// Whole files: read whole, written whole or not at all.
public enum File {
  /// A call that failed on a file, in words.
  public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
    public var path: String
    public var call: String
    public var code: Int32

    public init(path: String, call: String, code: Int32) {
      self.path = path
      self.call = call
      self.code = code
    }

    /// What the system says about it.
    public var reason: String { unsafe String(cString: strerror(code)) }

    public var description: String { "\(path): \(call) failed: \(reason)" }
  }

  /// The largest file that is read; a configuration or a zone is far smaller.
  static let limit = 4 << 20

  /// The bytes of a file.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: The bytes; nil when there is no such file.
  /// - Throws: When the file is there and cannot be read, or is over 4 MiB.
  public static func read(_ path: String) throws(Failure) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Failure(path: path, call: "open", code: errno)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Failure(path: path, call: "read", code: errno) }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit { throw Failure(path: path, call: "read", code: EFBIG) }
    }
  }

  /// The bytes of a private file that this person wrote; nil where there is none, or where anybody
  /// else could have written it, or anything keeps it from being read whole.
  static func own(_ path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o022 == 0, (1...limit) ~= Int(status.st_size)
    else { return nil }
    let size = Int(status.st_size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = unsafe max(0, Glibc.read(descriptor, buffer.baseAddress, size))
    }
    return bytes.count == size ? bytes : nil
  }

  /// Puts a private file in place whole, or not at all and without a word: what it holds can be
  /// made again, so that nothing waits for the disk.
  static func keep(_ path: String, _ bytes: [UInt8]) {
    let directory = parent(of: path)
    if !exists(directory) {
      let above = parent(of: directory)
      if !exists(above) { unsafe mkdir(above, 0o700) }
      unsafe mkdir(directory, 0o700)
    }
    let draft = "\(path).\(getpid()).new"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(draft, flags, 0o600)
    if descriptor < 0 { return }
    let isWhole = (try? writeAll(descriptor, bytes, draft)) != nil
    let isClosed = close(descriptor) == 0
    let isPlaced = unsafe isWhole && isClosed && rename(draft, path) == 0
    if !isPlaced { unsafe unlink(draft) }
  }

  /// Whether there is anything at a path.
  ///
  /// - Parameter path: The path.
  /// - Returns: Whether something is there, links followed.
  public static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// The names in a directory, sorted.
  ///
  /// - Parameter directory: The directory's path.
  /// - Returns: Its names; none where it cannot be read.
  public static func names(in directory: String) -> [String] {
    guard let open = unsafe opendir(directory) else { return [] }
    defer { unsafe closedir(open) }
    var names: [String] = []
    while let entry = unsafe readdir(open) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a private file whole: beside the old one, synced, then in its place, and its name too.
  ///
  /// A link is followed, so that a configuration kept elsewhere stays where it is kept.
  ///
  /// - Parameters:
  ///   - path: Where the file is to be; missing directories are made, for the person only.
  ///   - bytes: All that it is to hold.
  /// - Throws: When any step fails; the old file is then as it was, but where only its name could
  ///   not be synced.
  public static func write(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    try makeDirectory(parent(of: path))
    let target = resolved(path)
    let draft = "\(target).\(getpid()).new"
    let descriptor = unsafe open(
      draft,
      O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
      0o600
    )
    if descriptor < 0 { throw Failure(path: draft, call: "open", code: errno) }
    do throws(Failure) {
      try writeAll(descriptor, bytes, draft)
      if fsync(descriptor) != 0 { throw Failure(path: draft, call: "fsync", code: errno) }
    } catch {
      close(descriptor)
      unsafe unlink(draft)
      throw error
    }
    close(descriptor)
    if unsafe rename(draft, target) != 0 {
      let failure = Failure(path: target, call: "rename", code: errno)
      unsafe unlink(draft)
      throw failure
    }
    try sync(parent(of: target))
  }

  /// Puts the names in a directory on disk: without it, a loss of power brings the old file back,
  /// or none.
  private static func sync(_ directory: String) throws(Failure) {
    let place = directory.isEmpty ? "/" : directory
    let descriptor = unsafe open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // Whoever may write into it but not read it is no worse off than before.
    if descriptor < 0, errno == EACCES { return }
    if descriptor < 0 { throw Failure(path: place, call: "open", code: errno) }
    defer { close(descriptor) }
    // Some file systems keep names safe without being asked, and say EINVAL.
    if fsync(descriptor) != 0, errno != EINVAL {
      throw Failure(path: place, call: "fsync", code: errno)
    }
  }

  /// Makes a directory and what is missing above it, readable by the person alone; each new name is
  /// on disk on return.
  ///
  /// - Parameter path: The directory's path.
  /// - Throws: When it cannot be made.
  public static func makeDirectory(_ path: String) throws(Failure) {
    if path.isEmpty || exists(path) { return }
    try makeDirectory(parent(of: path))
    if unsafe mkdir(path, 0o700) == 0 { return try sync(parent(of: path)) }
    if errno != EEXIST { throw Failure(path: path, call: "mkdir", code: errno) }
  }

  /// The directory that a file is in.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: The part before the last `/`; empty when there is none.
  public static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func writeAll(
    _ descriptor: Int32,
    _ bytes: [UInt8],
    _ path: String
  )
    throws(Failure)
  {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Failure(path: path, call: "write", code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
