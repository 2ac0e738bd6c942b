internal import Files
internal import Glibc

/// The calls on terminals that the channels need, beside those on files.
extension File {
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

  private static func opened(_ path: String, _ number: Int32) throws(FileError) -> Int32 {
    if number >= 0 { return number }
    throw FileError(call: "open", path: path, code: errno)
  }
}

extension File {
  /// The person whose process this is.
  static var user: uid_t { getuid() }

  /// Opens a terminal for writing, without waiting for it and without making it ours.
  static func openTerminal(_ path: String) throws(FileError) -> Descriptor {
    let flags = O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
    let file = Descriptor(number: try opened(path, unsafe open(path, flags)), path: path)
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
