import Application
import Channels
import Coaching
import Configuration
import FoundationEssentials
import Glibc

/// What a command says: to a person on standard output, or as JSON.
enum Output {
  /// Prints one line, safe for a terminal, behind a margin.
  static func line(_ text: String = "", margin: String = "") {
    write("\(margin)\(text.printable)\n", to: 1)
  }

  /// Prints a text wrapped to the terminal's width, each line indented.
  static func wrapped(_ text: String, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    for line in TextLayout.wrap(text, width: width - indent) { write("\(margin)\(line)\n", to: 1) }
  }

  /// Prints a heading wrapped to the terminal's width, bold where there is colour.
  static func heading(_ text: String) {
    let isPlain =
      isatty(1) == 0 || Environment.value("NO_COLOR") != nil
      || Environment.value("TERM") == "dumb"
    for line in TextLayout.wrap(text, width: width) {
      write(isPlain ? "\(line)\n" : "\u{1B}[1m\(line)\u{1B}[0m\n", to: 1)
    }
  }

  /// Says on standard error what went wrong.
  static func complain(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.printable)
    write("coach: \(lines.joined(separator: "\n       "))\n", to: 2)
  }

  /// Says on standard error what is odd about a schedule.
  static func advise(_ configuration: Configuration) {
    for advice in configuration.advice(in: SystemZone.read().zone, at: SystemClock.now) {
      complain("\(advice)")
    }
  }

  /// Prints a value as JSON with sorted keys, a line for each or all on one.
  static func json(_ value: some Encodable, isOneLine: Bool = false) throws(CommandError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if !isOneLine { encoder.outputFormatting.insert(.prettyPrinted) }
    do {
      let data = try encoder.encode(value)
      write(String(decoding: data, as: UTF8.self) + "\n", to: 1)
    } catch {
      throw CommandError(.inputOutput, "this could not be written as JSON: \(error)")
    }
  }

  /// The columns of the terminal, 80 elsewhere; text is kept to 88, which is easy on the eye.
  static var width: Int { min(88, TextLayout.width(of: 1)) }

  /// Writes all of a text; where nobody reads any more there is nobody to tell.
  static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }
}
