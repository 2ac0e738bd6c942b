import Glibc

/// Whole files and their directories: read whole, written whole or not at all; all calls on names
/// are here.
public enum File {
  /// The largest file that is read unless said otherwise; a configuration or a zone is far smaller.
  public static let limit = 4 << 20
}

// MARK: - Names

extension File {
  /// Whether there is anything at a path.
  ///
  /// - Parameter path: The path.
  /// - Returns: Whether something is there, links followed.
  public static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// The directory that a file is in.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: The part before the last `/`; empty when there is none, or nothing before it.
  public static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Where a path leads.
  ///
  /// - Parameter path: The path.
  /// - Returns: The path with all links followed; nil where it leads nowhere.
  public static func target(of path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// The link on the way to a path that leads nowhere, with what it says.
  ///
  /// - Parameter path: The path.
  /// - Returns: The link's own path and its text; nil where there is none.
  public static func missingTarget(of path: String) -> (link: String, target: String)? {
    var status = stat()
    guard unsafe stat(path, &status) != 0, [ENOENT, ENOTDIR, ELOOP].contains(errno) else {
      return nil
    }
    var place = ""
    for name in path.split(separator: "/") {
      place += "/\(name)"
      if unsafe stat(place, &status) == 0 { continue }
      var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = unsafe readlink(place, &bytes, bytes.count)
      if count < 0 { return nil }
      let target = bytes.prefix(count).map(UInt8.init(bitPattern:))
      return (place, String(decoding: target, as: UTF8.self))
    }
    return nil
  }

  /// The names in a directory, sorted; those that are not UTF-8 are none of ours.
  ///
  /// - Parameter directory: The directory's path.
  /// - Returns: Its names.
  /// - Throws: Where it cannot be read.
  public static func names(in directory: String) throws(FileError) -> [String] {
    guard let stream = unsafe opendir(directory) else {
      throw FileError(call: "opendir", path: directory, code: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      if let name = unsafe name(of: entry), name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw FileError(call: "readdir", path: directory, code: errno) }
    return names.sorted()
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    let size = unsafe MemoryLayout.size(ofValue: entry.pointee.d_name)
    return unsafe withUnsafePointer(to: &entry.pointee.d_name) { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self, capacity: size) { start in
        unsafe String(validatingCString: start)
      }
    }
  }
}

// MARK: - Directories

extension File {
  /// Makes a directory and those above it, for the person alone; one that is there stays as it is.
  ///
  /// Each new name is on disk on return.
  ///
  /// - Parameter path: The directory's path.
  /// - Throws: When it cannot be made.
  public static func makeDirectories(_ path: String) throws(FileError) {
    if path.isEmpty { return }
    if unsafe mkdir(path, 0o700) == 0 { return try sync(parent(of: path)) }
    switch errno {
    case EEXIST: return
    case ENOENT where parent(of: path) != path:
      try makeDirectories(parent(of: path))
      if unsafe mkdir(path, 0o700) != 0, errno != EEXIST { fallthrough }
      try sync(parent(of: path))
    default: throw FileError(call: "mkdir", path: path, code: errno)
    }
  }

  /// Puts the names in a directory on disk: without it, a loss of power brings an old file back, or
  /// none.
  ///
  /// - Parameter directory: Its path; empty for the root.
  /// - Throws: When that fails.
  public static func sync(_ directory: String) throws(FileError) {
    let place = directory.isEmpty ? "/" : directory
    let descriptor = unsafe open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // Whoever may only pass through a directory has made nothing in it; whoever may write into it
    // but not read it is no worse off than before.
    if descriptor < 0, errno == EACCES { return }
    if descriptor < 0 { throw FileError(call: "open", path: place, code: errno) }
    defer { close(descriptor) }
    // Some file systems keep names safe without being asked, and say EINVAL.
    if fsync(descriptor) != 0, errno != EINVAL {
      throw FileError(call: "fsync", path: place, code: errno)
    }
  }
}

// MARK: - Reading

extension File {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: The file's path; links are followed.
  ///   - limit: How many bytes it may have.
  /// - Returns: The bytes; nil when there is nothing of that name, not even a link.
  /// - Throws: When it is no file, cannot be read, or is larger than that (`EFBIG`).
  public static func read(
    _ path: String,
    atMost limit: Int = File.limit
  ) throws(FileError) -> [UInt8]? {
    // Without waiting: a pipe would, for somebody who writes into it.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    if descriptor < 0 {
      let code = errno
      if code == ENOTDIR { return nil }
      guard code == ENOENT else { throw FileError(call: "open", path: path, code: code) }
      var status = stat()
      if unsafe lstat(path, &status) != 0 { return nil }
      throw FileError(call: "open", path: path, reason: .leadsNowhere)
    }
    defer { close(descriptor) }
    let size = try size(of: descriptor, path)
    return try read(descriptor, path, expecting: min(size, limit), atMost: limit)
  }

  /// The bytes of a private file that this person wrote, for what can be made again.
  ///
  /// - Parameters:
  ///   - path: The file's path; a link is not followed.
  ///   - limit: How many bytes it may have.
  /// - Returns: The bytes; nil where there are none, where anybody else could have written them, or
  ///   where anything keeps them from being read whole.
  public static func readOwn(_ path: String, atMost limit: Int = File.limit) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o022 == 0
    else { return nil }
    return try? read(descriptor, path, expecting: min(Int(status.st_size), limit), atMost: limit)
  }

  /// How large an open file says that it is; those of the kernel say nothing.
  private static func size(of descriptor: Int32, _ path: String) throws(FileError) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileError(call: "fstat", path: path, code: errno)
    }
    // A device is read, /dev/null above all: what never ends comes to the limit.
    let kind = kind(of: status)
    guard kind == nil || kind == .device || kind == .directory,
      let size = Int(exactly: status.st_size)
    else {
      throw FileError(call: "read", path: path, reason: kind.map { .noFile($0) } ?? .system(EFBIG))
    }
    return kind == nil ? size : 0
  }

  static func kind(of status: stat) -> FileError.Kind? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: .directory
    case S_IFIFO: .pipe
    case S_IFSOCK: .socket
    case S_IFLNK: .link
    default: .device
    }
  }

  private static func read(
    _ descriptor: Int32,
    _ path: String,
    expecting size: Int,
    atMost limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more, by which the end shows in one call.
    var room = size > 0 ? size + 1 : 16_384
    while true {
      var failure: Int32?
      let more = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let read = unsafe Glibc.read(descriptor, buffer.baseAddress, room)
        if read < 0 { failure = errno }
        count = max(0, read)
      }
      if failure == EINTR { continue }
      if let failure { throw FileError(call: "read", path: path, code: failure) }
      if more.isEmpty { return bytes }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if bytes.count > limit { throw FileError(call: "read", path: path, code: EFBIG) }
      if more.count < room, bytes.count == size { return bytes }
      room = 16_384
    }
  }
}

// MARK: - Writing

extension File {
  /// Writes a private file whole: beside the old one, synced, then in its place, and its name too.
  ///
  /// A link is followed, so that a configuration kept elsewhere stays where it is kept; one that
  /// leads nowhere is not replaced.
  ///
  /// - Parameters:
  ///   - path: Where the file is to be; missing directories are made, for the person only.
  ///   - bytes: All that it is to hold.
  /// - Throws: When any step fails; the old file is then as it was, but where only its name could
  ///   not be synced.
  public static func write(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let draft = try FileDraft(for: path)
    try draft.add(bytes)
    try draft.place()
  }

  /// Puts a private file in place whole, or not at all and without a word: what it holds can be
  /// made again, so that nothing waits for the disk.
  public static func keep(_ path: String, _ bytes: [UInt8]) {
    let directory = parent(of: path)
    if !exists(directory) {
      let above = parent(of: directory)
      if !exists(above) { unsafe mkdir(above, 0o700) }
      unsafe mkdir(directory, 0o700)
    }
    let draft = "\(path).\(getpid()).new"
    guard (try? fill(draft, O_TRUNC, with: bytes, isSynced: false)) != nil else { return }
    if unsafe Glibc.rename(draft, path) != 0 { unsafe unlink(draft) }
  }

  /// Writes a new file for the owner alone; on return its contents are on disk, its name need not
  /// be.
  ///
  /// - Throws: When anything fails, or something of that name is there; no file is left behind.
  public static func create(_ path: String, contents: String) throws(FileError) {
    try fill(path, O_EXCL, with: Array(contents.utf8), isSynced: true)
  }

  /// Gives a file another name on the same file system.
  public static func rename(_ path: String, to target: String) throws(FileError) {
    try check("rename", path, unsafe Glibc.rename(path, target))
  }

  /// Removes a file; one that is missing is no error.
  public static func remove(_ path: String) throws(FileError) {
    if unsafe unlink(path) != 0, errno != ENOENT {
      throw FileError(call: "unlink", path: path, code: errno)
    }
  }

  /// Makes a file of these bytes; where it fails, none is left.
  private static func fill(
    _ path: String,
    _ flag: Int32,
    with bytes: [UInt8],
    isSynced: Bool
  ) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flag
    let descriptor = try check("open", path, unsafe open(path, flags, 0o600))
    do throws(FileError) {
      do throws(FileError) {
        try write(all: bytes, to: descriptor, path)
        if isSynced { try check("fsync", path, fsync(descriptor)) }
      } catch {
        close(descriptor)
        throw error
      }
      // Some network file systems tell only now that the disk is full.
      try check("close", path, close(descriptor))
    } catch {
      unsafe unlink(path)
      throw error
    }
  }

  static func write(
    all bytes: [UInt8],
    to descriptor: Int32,
    _ path: String
  ) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileError(call: "write", path: path, code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  @discardableResult
  static func check(
    _ call: String,
    _ path: String,
    _ result: Int32
  ) throws(FileError) -> Int32 {
    if result >= 0 { return result }
    throw FileError(call: call, path: path, code: errno)
  }
}
