internal import Glibc

/// A call to the kernel about a file that failed.
struct FileError: Error, Equatable, CustomStringConvertible {
  var call: String
  var path: String
  /// The errno.
  var code: Int32

  /// What went wrong, as in "rename /home/me/spool/new/1: Permission denied".
  var description: String {
    unsafe "\(call) \(path): \(String(cString: strerror(code)))"
  }

  /// Whether there is nothing of that name.
  var isMissing: Bool { code == ENOENT }
}

/// The calls on files, directories and terminals that the channels need; all raw calls are here.
enum File {
  /// What a name on the file system stands for, links followed.
  struct Status {
    var owner: uid_t
    var mode: mode_t

    var isCharacterDevice: Bool { mode & S_IFMT == S_IFCHR }
    /// Whether messages are welcome: mesg(1) sets and clears the group's right to write.
    var takesMessages: Bool { mode & S_IWGRP != 0 }
  }

  /// An open file, closed by whoever opened it.
  struct Descriptor {
    var number: Int32
    var path: String
  }
}

// MARK: - Directories

extension File {
  /// Makes a directory and those above it, for the owner alone; one that is there stays as it is.
  ///
  /// Each new name is on disk on return.
  static func makeDirectories(_ path: String) throws(FileError) {
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

  /// The names in a directory, sorted; those that are not UTF-8 are none of ours.
  static func names(in directory: String) throws(FileError) -> [String] {
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

  /// Puts the names of a directory on disk.
  static func sync(_ directory: String) throws(FileError) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let number = try check("open", directory, unsafe open(directory, flags))
    defer { Glibc.close(number) }
    // Some file systems keep names safe without being asked, and say EINVAL.
    if fsync(number) != 0, errno != EINVAL {
      throw FileError(call: "fsync", path: directory, code: errno)
    }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

// MARK: - Files

extension File {
  /// Writes a new file for the owner alone; on return its contents are on disk.
  ///
  /// When it fails it leaves no file behind.
  static func create(_ path: String, contents: String) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let number = try check("open", path, unsafe open(path, flags, 0o600))
    do throws(FileError) {
      try fill(Descriptor(number: number, path: path), with: contents)
    } catch {
      unsafe unlink(path)
      throw error
    }
  }

  /// Writes everything, puts it on disk, and closes.
  private static func fill(_ file: Descriptor, with contents: String) throws(FileError) {
    do throws(FileError) {
      var rest = Array(contents.utf8)[...]
      while !rest.isEmpty { rest = rest.dropFirst(try write(rest, to: file)) }
      try check("fsync", file.path, fsync(file.number))
    } catch {
      close(file)
      throw error
    }
    // Some network file systems tell only now that the disk is full.
    try check("close", file.path, Glibc.close(file.number))
  }

  /// What a file says; nil where it is none, is longer, or cannot be read.
  static func read(_ path: String, atMost limit: Int) -> String? {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if number < 0 { return nil }
    defer { Glibc.close(number) }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    let count = unsafe Glibc.read(number, &bytes, bytes.count)
    return (0...limit).contains(count) ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }

  /// Gives a file another name on the same file system.
  static func rename(_ path: String, to target: String) throws(FileError) {
    try check("rename", path, unsafe Glibc.rename(path, target))
  }

  /// Removes a file; one that is missing is no error.
  static func remove(_ path: String) throws(FileError) {
    if unsafe unlink(path) != 0, errno != ENOENT {
      throw FileError(call: "unlink", path: path, code: errno)
    }
  }

  /// Owner and mode of what a name stands for; nil where it stands for nothing any more.
  static func status(of path: String) -> Status? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Status(owner: status.st_uid, mode: status.st_mode)
  }

  /// Writes as much as goes now; the number of bytes that went.
  static func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws(FileError) -> Int {
    let count = unsafe bytes.withUnsafeBytes { raw in
      unsafe Glibc.write(file.number, raw.baseAddress, raw.count)
    }
    if count >= 0 { return count }
    if errno == EINTR || errno == EAGAIN { return 0 }
    throw FileError(call: "write", path: file.path, code: errno)
  }

  @discardableResult
  private static func check(
    _ call: String,
    _ path: String,
    _ result: Int32
  ) throws(FileError) -> Int32 {
    if result >= 0 { return result }
    throw FileError(call: call, path: path, code: errno)
  }
}

// MARK: - Terminals

extension File {
  /// The person whose process this is.
  static var user: uid_t { getuid() }

  /// Opens a terminal for writing, without waiting for it and without making it ours.
  static func openTerminal(_ path: String) throws(FileError) -> Descriptor {
    let flags = O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
    let file = Descriptor(number: try check("open", path, unsafe open(path, flags)), path: path)
    if isatty(file.number) == 1 { return file }
    close(file)
    throw FileError(call: "isatty", path: path, code: ENOTTY)
  }

  static func close(_ file: Descriptor) { Glibc.close(file.number) }

  /// The width of a terminal in columns; nil where it is none or does not know.
  static func columns(of file: Descriptor) -> Int? {
    var size = winsize()
    guard unsafe ioctl(file.number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes everything, or fails when the reader does not take it within this time.
  ///
  /// It asks before each write whether there is room: a stopped terminal cannot hold up the
  /// daemon, and of a closed pipe it hears before the kernel sends SIGPIPE.
  static func write(
    _ text: String,
    to file: Descriptor,
    withinMilliseconds limit: Int
  ) throws(FileError) {
    let end = milliseconds() + limit
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      var request = pollfd(fd: file.number, events: Int16(POLLOUT), revents: 0)
      let ready = unsafe poll(&request, 1, Int32(max(0, end - milliseconds())))
      if ready < 0, errno != EINTR {
        throw FileError(call: "poll", path: file.path, code: errno)
      }
      if ready > 0 {
        try check(Int32(request.revents), file)
        rest = rest.dropFirst(try write(rest.prefix(roomWhenReady), to: file))
      }
      if !rest.isEmpty, milliseconds() >= end {
        throw FileError(call: "write", path: file.path, code: ETIMEDOUT)
      }
    }
  }

  private static func check(_ events: Int32, _ file: Descriptor) throws(FileError) {
    if events & POLLNVAL != 0 { throw FileError(call: "poll", path: file.path, code: EBADF) }
    if events & (POLLERR | POLLHUP) != 0 {
      throw FileError(call: "poll", path: file.path, code: EPIPE)
    }
  }

  /// PIPE_BUF: what a pipe that has room takes without waiting (pipe(7)); a card is shorter.
  private static let roomWhenReady = 4096

  private static func milliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
