import Coaching
import Glibc
import Machine

/// What a person types, or what stands on standard input.
///
/// From a pipe or a file a text is read to its end. In a terminal a line is what was typed; where
/// more comes at once it was pasted, and belongs together: nothing of it is left for the shell,
/// which would run it.
final class Input {
  let isTerminal = isatty(0) == 1
  private var bytes: [UInt8] = []
  private var isEnded = false
  /// Whether nothing was read yet.
  private var isFresh = true

  /// What is longer than this was not meant to be read: a text has 500 characters at most.
  private static let most = 65_536
  /// In milliseconds, how long nothing comes where nothing was pasted; and where something was,
  /// which may come in pieces.
  private static let silence = (first: 60, later: 200)

  /// The next line, without its end.
  ///
  /// - Returns: The line; nil at the end of input.
  func line() -> String? {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(bytes[..<end])
        bytes.removeSubrange(...end)
        return text(line)
      }
      if isEnded || bytes.count > Input.most || !read() { break }
    }
    if bytes.isEmpty { return nil }
    defer { bytes = [] }
    return text(bytes)
  }

  /// A text that may have several lines.
  ///
  /// - Returns: In a terminal the next line with all that was pasted with it, else all that there
  ///   is to the end of input; nil where there is nothing.
  func text() -> String? {
    guard let line = line() else { return nil }
    if isTerminal {
      takePasted()
    } else {
      while bytes.count <= Input.most, read() {}
    }
    let rest = bytes
    bytes = []
    return rest.isEmpty ? line : "\(line)\n\(text(rest))"
  }

  /// Takes what nobody asked for any more, and leaves nothing of it for the shell.
  ///
  /// - Returns: Whether there was anything but blanks.
  func dropRest() -> Bool {
    if isTerminal {
      takePasted()
    } else {
      while bytes.count <= Input.most, waits(0), read() {}
    }
    let rest = text(bytes)
    bytes = []
    return !rest.trimmed.isEmpty
  }

  /// Takes what was pasted: all that is there, and what follows it without a pause, also where its
  /// last line has no end.
  private func takePasted() {
    var settings = termios()
    guard !isEnded, unsafe tcgetattr(0, &settings) == 0 else { return }
    var piecewise = settings
    // A terminal hands out whole lines only; the line that is being written stays with it.
    piecewise.c_lflag &= ~tcflag_t(ICANON)
    unsafe tcsetattr(0, TCSANOW, &piecewise)
    var pause = Input.silence.first
    while waits(pause), bytes.count <= Input.most, read() { pause = Input.silence.later }
    unsafe tcsetattr(0, TCSANOW, &settings)
    // The terminal has shown it, and stands behind its last line.
    if let last = bytes.last, last != UInt8(ascii: "\n") { Output.blank() }
    // What does not fit is not for the shell either.
    if bytes.count > Input.most { tcflush(0, TCIFLUSH) }
  }

  /// Whether something can be read within some milliseconds.
  private func waits(_ milliseconds: Int) -> Bool {
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&descriptor, 1, Int32(milliseconds)) > 0
      && descriptor.revents & Int16(POLLIN) != 0
  }

  /// Reads what there is; false at the end of input.
  private func read() -> Bool {
    if isEnded { return false }
    var piece = [UInt8](repeating: 0, count: 4096)
    var count = -1
    repeat {
      count = unsafe Glibc.read(0, &piece, piece.count)
    } while count < 0 && errno == EINTR
    isEnded = count <= 0
    if !isEnded { bytes += piece.prefix(count) }
    return !isEnded
  }

  /// What was read as text; Windows puts a mark at the beginning of a file.
  private func text(_ read: [UInt8]) -> String {
    let text = String(decoding: read, as: UTF8.self).streamSafe
    defer { isFresh = false }
    return isFresh && text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}
