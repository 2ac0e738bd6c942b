import Glibc

/// A terminal with its two ends: what a program writes to `path` is read from `screen`.
final class Pty {
  /// The end of the terminal emulator.
  private let screen: Int32
  /// The end of the programs; it also keeps the terminal from hanging up.
  private let line: Int32
  let path: String

  /// TIOCSPTLCK and TIOCGPTN, which Swift cannot read from their header.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  init(columns: UInt16 = 80, mode: mode_t = 0o620) {
    // ptmx(4); posix_openpt and its kin are hidden from Swift.
    screen = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var number: Int32 = 0
    let isOpen =
      unsafe ioctl(screen, Pty.setLock, &number) == 0
      && ioctl(screen, Pty.getNumber, &number) == 0
    precondition(isOpen, "The tests need a pseudo-terminal.")
    path = "/dev/pts/\(number)"
    line = unsafe open(path, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var settings = termios()
    unsafe tcgetattr(line, &settings)
    unsafe cfmakeraw(&settings)
    unsafe tcsetattr(line, TCSANOW, &settings)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(line, UInt(TIOCSWINSZ), &size)
    _ = unsafe chmod(path, mode)
  }

  deinit {
    close(line)
    close(screen)
  }

  /// Its number as /proc/PID/stat has it.
  var packed: UInt32 {
    let number = UInt32(path.split(separator: "/").last.flatMap { Int($0) } ?? 0)
    // Unix98 pseudo-terminals are major 136, for 256 of them each.
    return number & 0xFF | (136 + number >> 8) << 8
  }

  /// What stands on the screen since the last look.
  func read() -> String { String(decoding: Scratch.bytes(from: screen), as: UTF8.self) }

  /// Writes until the terminal takes no more, as when nobody reads it.
  ///
  /// The kernel makes room a moment after it has said that there is none, once or twice.
  func fill() {
    let block = [UInt8](repeating: UInt8(ascii: "x"), count: 4096)
    var request = pollfd(fd: line, events: Int16(POLLOUT), revents: 0)
    while unsafe poll(&request, 1, 500) > 0 {
      while unsafe write(line, block, block.count) > 0 {}
    }
  }

  /// Stops the terminal's output, as Control-S does.
  func stop() { tcflow(line, TCOOFF) }

  /// Gives the terminal a name in a directory, as it has one in /dev/pts.
  func link(in directory: String, as name: String) {
    let code = unsafe symlink(path, "\(directory)/\(name)")
    precondition(code == 0, "The tests need to link.")
  }
}
