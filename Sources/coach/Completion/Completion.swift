import Application
import ArgumentParser
import Coaching
import Machine

/// What a shell may complete a command line with: the scripts for bash, zsh and fish ask here.
///
/// Each candidate is a line: what would stand there, a tab, and what that is, in the person's
/// language. A line “:files” says that a file is meant. It records nothing, complains of nothing,
/// and says nothing where it does not know.
enum Completion {
  /// The word that stands for it on the command line; no person types it.
  static let verb = "complete-words"

  /// Something that may stand on the command line.
  struct Candidate: Equatable {
    var value: String
    var about: String

    init(_ value: String, _ about: String = "") {
      self.value = value
      self.about = about
    }
  }

  /// Prints what the last of some words may become.
  ///
  /// - Parameter words: What stands behind “coach”, through the word that is being written, which
  ///   may be empty.
  static func show(_ words: [String]) {
    let line = CommandLineSoFar(words.isEmpty ? [""] : words)
    let text = candidates(for: line).map { candidate in
      let lines = candidate.about.split(whereSeparator: \.isNewline)
      let about = lines.joined(separator: " ").printable
      let short = about.count > widest ? "\(about.prefix(widest - 1))…" : about
      return short.isEmpty ? "\(candidate.value)\n" : "\(candidate.value)\t\(short)\n"
    }
    Output.write(text.joined(), to: 1)
  }

  /// What is said of a candidate is to stay on its line.
  private static let widest = 60

  static func candidates(for line: CommandLineSoFar) -> [Candidate] {
    guard let verb = line.verb else {
      let all = line.isOption ? options(of: nil) : verbs
      return all.filter { $0.value.hasPrefix(line.current) }
    }
    if let option = line.pending {
      return values(CompletionValues().option(option, of: verb, line), line)
    }
    if line.isOption {
      return options(of: verb).filter { option in
        option.value.hasPrefix(line.current) && !line.given.contains(option.value)
      }
    }
    return values(CompletionValues().word(line.positional.count, of: verb, line), line)
  }

  /// Those that go on with what is written.
  ///
  /// A name as it is written down is taken too, where nothing in the person's language goes on.
  private static func values(
    _ all: [CompletionValues.Value],
    _ line: CommandLineSoFar
  ) -> [Candidate] {
    let (before, typed) = line.written
    let fitting = { (name: (CompletionValues.Value) -> String) in
      all.filter { name($0).hasPrefix(typed) || name($0) == CompletionValues.files }
        .map { Candidate(before + name($0), $0.about) }
    }
    let spoken = fitting(\.spoken)
    return spoken.isEmpty && !typed.isEmpty ? fitting(\.name) : spoken
  }

  // MARK: - Commands and options

  private static var verbs: [Candidate] {
    let commands = Main.commands.map { command in
      Candidate(command.configuration.commandName ?? "", command.configuration.abstract)
    }
    return commands + [Candidate("help", "Show what a command does.")]
  }

  /// The options of a command, as its help has them; of no command, those of all.
  private static func options(of verb: String?) -> [Candidate] {
    let command = Main.commands.first { $0.configuration.commandName == verb }
    let help = Main.helpMessage(for: command ?? Main.self, columns: 500)
    return help.split(separator: "\n").compactMap(option)
  }

  /// An option with its help in a line of a command's help; nil where it has none.
  private static func option(_ line: Substring) -> Candidate? {
    guard line.hasPrefix("  -") else { return nil }
    let text = String(line).trimmed
    let end = text.ranges(of: "  ").first?.lowerBound ?? text.endIndex
    let names = text[..<end].split(separator: ",").map { String($0).trimmed }
    guard let name = names.last?.split(separator: " ").first.map(String.init) else { return nil }
    return Candidate(name, String(text[end...]).trimmed)
  }
}
