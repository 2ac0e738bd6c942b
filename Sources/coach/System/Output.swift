import Application
import Channels
import Coaching
import Configuration
import Glibc
import Pages

/// What a command says: to a person on standard output, or as JSON.
enum Output {
  /// Prints a page.
  static func show(_ page: Page, mayPage: Bool = false) {
    let isPlain =
      isatty(1) == 0 || Environment.value("NO_COLOR") != nil
      || Environment.value("TERM") == "dumb"
    let lines = Terminal(width: width, isPlain: isPlain).lines(of: page)
    let text = lines.map { "\($0)\n" }.joined()
    if mayPage, let pager = Pager(for: lines.count), pager.show(text) { return }
    write(text, to: 1)
  }

  /// Prints a page that is all a command has to say: a long one through the person's pager.
  static func read(_ page: Page) { show(page, mayPage: true) }

  /// Prints lines that stand as they are, long ones through the person's pager.
  static func read(_ text: String) {
    let count = text.utf8.count { $0 == UInt8(ascii: "\n") }
    if let pager = Pager(for: count), pager.show(text) { return }
    write(text, to: 1)
  }

  /// Prints a sentence or two, wrapped to the terminal's width, each line indented.
  static func say(_ text: String, indent: Int = 0) { show(Page([.words(text, indent: indent)])) }

  static func blank() { show(Page([.blank])) }

  /// Prints what a person is asked, and leaves the line to their answer.
  static func ask(_ text: String) { write(text, to: 1) }

  /// Puts something in the place of each standard descriptor that is closed: the next file that is
  /// opened would get its number, and what is said would go into it.
  static func fillDescriptors() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
      // Nothing is read from it, and to write to standard output is then an error.
      _ = unsafe open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Says that all is said; some disks tell only here that they kept nothing of it.
  static func finish() {
    if close(1) != 0, errno != EBADF, errno != EINTR { fail(errno) }
  }

  /// Ends the program where what it says cannot be written; whoever reads no more has read enough.
  private static func fail(_ code: Int32) {
    if code == EPIPE { return }
    let reason = unsafe String(cString: strerror(code))
    complain(
      "what there is to say could not be written: \(reason); what was recorded stays recorded"
    )
    exit(CommandError.Kind.inputOutput.exitCode)
  }

  /// Says on standard error what went wrong.
  static func complain(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.printable)
    write("coach: \(lines.joined(separator: "\n       "))\n", to: 2)
  }

  /// Says on standard error what went wrong, and below it where, in lines of one width a character.
  static func complain(_ text: String, pointing lines: [String]) {
    complain(text)
    write("\n" + lines.map { "  \($0)\n" }.joined(), to: 2)
  }

  /// Says on standard error what is odd about a schedule.
  static func advise(_ configuration: Configuration) {
    for advice in configuration.advice(in: SystemZone.read().zone, at: SystemClock.now) {
      complain("\(advice)")
    }
  }

  /// Prints a value as JSON with sorted keys, a line for each or all on one.
  static func json(_ value: some Encodable, isOneLine: Bool = false) throws(CommandError) {
    do {
      write(try PageJSON.text(of: value, isOneLine: isOneLine) + "\n", to: 1)
    } catch {
      throw CommandError(.inputOutput, "this could not be written as JSON: \(error)")
    }
  }

  /// The columns of the terminal, elsewhere those of `COLUMNS`, or 80; text is kept to 88, which is
  /// easy on the eye, and has 20 in any case.
  static var width: Int {
    // Bash and its like set the variable for themselves: who hands it on means it.
    let said = isatty(1) == 0 ? Environment.value("COLUMNS").flatMap { Int($0) } : nil
    return min(88, max(20, said ?? TextLayout.width(of: 1)))
  }

  /// Writes all of a text; where standard output cannot be written the program ends with 74, but
  /// where nobody reads it any more there is nobody to tell.
  static func write(_ text: String, to descriptor: Int32) {
    _ = write(Array(text.utf8), to: descriptor)
  }

  /// Writes a part of what a command says; whether anybody reads on.
  static func stream(_ bytes: [UInt8]) -> Bool { write(bytes, to: 1) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      let code = count < 0 ? errno : 0
      if code == EINTR { continue }
      if code == EAGAIN {
        var reader = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&reader, 1, -1)
        continue
      }
      if count <= 0 {
        if descriptor == 1 { fail(code) }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
