import Application
import Channels
import Coaching
import Configuration
import Glibc
import Machine
import Pages

/// What a command says: to a person on standard output, or as JSON.
extension Output {
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
      throw CommandError(.inputOutput, "no-json", ("error", "\(error)"))
    }
  }

  /// The columns of the terminal, elsewhere those of `COLUMNS`, or 80; text is kept to 88, which is
  /// easy on the eye, and has 20 in any case.
  static var width: Int {
    // Bash and its like set the variable for themselves: who hands it on means it.
    let said = isatty(1) == 0 ? Environment.value("COLUMNS").flatMap { Int($0) } : nil
    return min(88, max(20, said ?? TextLayout.width(of: 1)))
  }
}
