import Coaching

/// A command line that is being written.
struct CommandLineSoFar {
  /// The word that is being written; it may be empty.
  let current: String
  /// The command; nil as long as none is there.
  private(set) var verb: String?
  /// The words behind the command that belong to no option.
  private(set) var positional: [String] = []
  /// The options that are there.
  private(set) var given: [String] = []
  /// The option whose value is being written.
  private(set) var pending: String?
  /// Whether all is text from here on.
  private var isText = false

  /// - Parameter words: What stands behind the program's name; the last one is being written.
  init(_ words: [String]) {
    current = words.last ?? ""
    for word in words.dropLast() { take(word) }
    // “--day=to” is an option with its value.
    if !isText, pending == nil, let option = CommandLineSoFar.assigned(in: current) {
      pending = option
    }
  }

  private mutating func take(_ word: String) {
    if pending != nil {
      pending = nil
    } else if !isText, word == "--" {
      isText = true
    } else if !isText, word.hasPrefix("--") {
      let option = CommandLineSoFar.assigned(in: word)
      given.append(option ?? word)
      if option == nil, CommandLineSoFar.takesValue(word) { pending = word }
    } else if verb == nil {
      verb = word
    } else {
      positional.append(word)
    }
  }

  /// Whether an option is being written.
  var isOption: Bool { !isText && current.hasPrefix("-") }

  /// What is written of a value, and what stands before it in the same word: an option’s name, or
  /// the earlier names of a list.
  var written: (before: String, typed: String) {
    var start = current.startIndex
    if !isText, CommandLineSoFar.assigned(in: current) != nil {
      start = current.firstIndex(of: "=").map(current.index(after:)) ?? start
    }
    if let pending, CommandLineSoFar.lists.contains(pending),
      let comma = current[start...].lastIndex(of: ",")
    {
      start = current.index(after: comma)
    }
    return (String(current[..<start]), String(current[start...]))
  }

  private static func assigned(in word: String) -> String? {
    guard word.hasPrefix("--"), let end = word.firstIndex(of: "=") else { return nil }
    return String(word[..<end])
  }

  private static func takesValue(_ option: String) -> Bool { !flags.contains(option) }

  /// The options that stand alone.
  private static let flags = [
    "--all", "--another", "--back", "--dropped", "--evidence", "--force", "--fresh", "--help",
    "--help-hidden", "--json", "--missed", "--rows", "--short", "--skip-missed", "--source",
    "--terminal", "--tips", "--version", "--why", "--yes",
  ]

  /// The options whose values are names with commas between them.
  private static let lists = ["--channels", "--circles-off", "--off-hours", "--roles"]
}
