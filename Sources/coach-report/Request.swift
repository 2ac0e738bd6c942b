import Application
import Coaching
import Report

/// What is asked for, as `coach` passes it on.
struct Request {
  private(set) var period = ReportPeriod.month
  /// The last day, as it was typed.
  private(set) var last = "today"
  private(set) var omissions = Omissions()
  /// Where the file is to be; nil for the usual place, “-” for standard output.
  private(set) var output: String?
  private(set) var opens = false

  /// - Parameter words: The command line, without the program's name.
  /// - Throws: At what is none of it.
  init(_ words: [String]) throws(CommandError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--as-of": last = try Self.value(of: word, &rest)
      case "--output": output = try Self.value(of: word, &rest)
      case "--without": omissions = try Self.omissions(try Self.value(of: word, &rest))
      case "--open": opens = true
      default:
        guard let period = ReportPeriod(rawValue: word) else {
          let names = ReportPeriod.allCases.map(\.rawValue).joined(separator: ", ")
          throw CommandError(.usage, words: "“\(word.printable)” is no period; there are \(names)")
        }
        self.period = period
      }
    }
    if opens, output == "-" { throw CommandError(.usage, "report-opens") }
  }

  private static func value(
    of option: String,
    _ rest: inout ArraySlice<String>
  ) throws(CommandError) -> String {
    guard let value = rest.popFirst() else {
      throw CommandError(.usage, words: "\(option) needs a value")
    }
    return value
  }

  private static func omissions(_ text: String) throws(CommandError) -> Omissions {
    do {
      return try Omissions(text)
    } catch {
      let names = ReportPart.allCases.map(\.rawValue)
      let unknown = Suggestions.unknown(.reportPart, error.word.printable, among: names)
      let all = Saying.list(names.map { .text($0) })
      throw CommandError(.usage, "report-parts", ("refusal", unknown), ("list", all))
    }
  }
}
