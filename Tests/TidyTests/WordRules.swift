/// A word that may not stand in some code, and why.
struct Banned: Sendable {
  enum Form: Sendable {
    /// The word itself.
    case word
    /// A call of the function of that name; not of a method, and not its declaration.
    case call
    /// The member of anything, as in `.random`.
    case member
    /// The word with an exclamation mark, as in `try!`.
    case forced
    /// The word with this word in brackets, as in `nonisolated(unsafe)`.
    case with(String)
  }

  var word: String
  var form: Form
  var why: String

  static func words(_ words: [String], _ why: String, _ form: Form = .word) -> [Banned] {
    words.map { Banned(word: $0, form: form, why: why) }
  }

  /// Whether the ban is broken at a token.
  func isBroken(at index: Int, of tokens: [Token]) -> Bool {
    guard tokens[index].text == word else { return false }
    let before = index > 0 ? tokens[index - 1].text : ""
    let after = index + 1 < tokens.count ? tokens[index + 1].text : ""
    switch form {
    case .word: return true
    case .call: return after == "(" && before != "." && before != "func"
    case .member: return before == "."
    case .forced: return after == "!" && tokens[index + 1].isTight
    case .with(let inner):
      return after == "(" && index + 2 < tokens.count && tokens[index + 2].text == inner
    }
  }
}

enum WordRules {
  /// Nowhere: each is a way around what the compiler or the design would say.
  static let escapes =
    Banned.words(["@unchecked", "@preconcurrency"], "an escape hatch")
    + Banned.words(["nonisolated"], "an escape hatch", .with("unsafe"))
    + Banned.words(["try", "as"], "an escape hatch", .forced)
    + Banned.words(["fatalError"], "an escape hatch", .call)
    + Banned.words(["#if", "#elseif", "#warning"], "there is one build")

  /// In `Sources`: there is one thread and one loop.
  static let threads = Banned.words(
    ["async", "await", "actor", "Task", "Mutex", "Thread", "pthread_create"],
    "there is one thread"
  )

  /// In the core: what is not the same for the same facts.
  static let impurities =
    Banned.words(
      ["Date", "Clock", "ContinuousClock", "SuspendingClock", "SystemRandomNumberGenerator"],
      "the core knows no clock and no chance"
    )
    + Banned.words(
      ["random", "randomElement", "shuffled", "shuffle"],
      "the core knows no chance",
      .member
    )
    + Banned.words(
      ["clock_gettime", "gettimeofday", "getenv", "arc4random", "rand"],
      "the core asks the system nothing",
      .call
    )
    + Banned.words(["time"], "the core asks the system nothing", .with("nil"))
    + Banned.words(
      ["Set", "Dictionary", "Hasher", "hashValue", "ObjectIdentifier"],
      "the core keeps everything in an order"
    )

  /// Outside of `Sources/coach`: who prints, logs, reads the environment or exits.
  static let speech =
    Banned.words(
      [
        "print", "debugPrint", "dump", "puts", "fputs", "putchar", "printf", "vprintf", "fprintf",
        "perror", "syslog", "readLine",
      ],
      "only coach prints and reads",
      .call
    )
    + Banned.words(
      ["stdout", "stderr", "stdin", "STDOUT_FILENO", "STDERR_FILENO", "STDIN_FILENO"],
      "only coach prints and reads"
    )
    + Banned.words(["exit", "_exit", "quick_exit", "abort"], "only coach exits", .call)
    + Banned.words(
      ["getenv", "secure_getenv", "setenv", "putenv", "unsetenv"],
      "only coach reads the environment",
      .call
    )
    + Banned.words(
      ["environ", "ProcessInfo", "CommandLine"],
      "only coach reads the environment"
    )

  /// Outside of `Sources/coach` and of the journal's own wrapper.
  static let logs = Banned.words(
    ["sd_journal_send", "sd_journal_sendv", "sd_journal_print", "sd_journal_stream_fd"],
    "only coach logs"
  )

  /// What of some bans a Swift text breaks.
  static func broken(_ bans: [Banned], in file: SourceFile) -> [Violation] {
    let tokens = file.tokens
    return tokens.indices.flatMap { index in
      bans.filter { $0.isBroken(at: index, of: tokens) }.map {
        Violation(path: file.path, line: tokens[index].line, what: "\($0.word): \($0.why)")
      }
    }
  }

  /// Calls that write to standard output or standard error by number.
  static func writesByNumber(in file: SourceFile) -> [Violation] {
    let tokens = file.tokens
    return tokens.indices.dropLast(3).compactMap { index in
      let call = tokens[index...].prefix(4).map(\.text)
      let isWrite = ["write", "dprintf", "writev", "send"].contains(call[0]) && call[1] == "("
      let isLabel = ["descriptor", "number"].contains(call[0]) && call[1] == ":"
      let isStandard = call[2] == "1" || call[2] == "2"
      guard isWrite && isStandard && call[3] == "," || isLabel && isStandard && call[3] != "."
      else { return nil }
      let what = "descriptor \(call[2]): only coach prints"
      return Violation(path: file.path, line: tokens[index].line, what: what)
    }
  }

  /// `Journal.send`, which only coach may call.
  static func journalEntries(in file: SourceFile) -> [Violation] {
    let tokens = file.tokens
    return tokens.indices.dropLast(2).compactMap { index in
      guard tokens[index...].prefix(3).map(\.text) == ["Journal", ".", "send"] else { return nil }
      return Violation(path: file.path, line: tokens[index].line, what: "only coach logs")
    }
  }

  /// Types and literals of dictionaries, `[Key: Value]`, `[:]`.
  static func dictionaries(in file: SourceFile) -> [Violation] {
    let tokens = file.tokens
    var open: [(mark: String, questions: Int)] = []
    var violations: [Violation] = []
    for token in tokens {
      switch token.text {
      case "[", "(", "{": open.append((token.text, 0))
      case "]", ")", "}": _ = open.popLast()
      case "?": if !open.isEmpty { open[open.count - 1].questions += 1 }
      case ":":
        guard let last = open.last, last.mark == "[" else { continue }
        if last.questions > 0 {
          open[open.count - 1].questions -= 1
        } else {
          let what = "a dictionary: the core keeps everything in an order"
          violations.append(Violation(path: file.path, line: token.line, what: what))
        }
      default: continue
      }
    }
    return violations
  }

  /// Notes to oneself; `mkstemp`'s XXXXXX is none.
  static func reminders(in file: SourceFile) -> [Violation] {
    let text = file.isSwift ? file.layers.comments : file.text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { number, line in
      line.split { !$0.isLetter && $0 != "_" }
        .filter { ["TODO", "FIXME", "XXX"].contains($0) }
        .map {
          Violation(path: file.path, line: number + 1, what: "\($0): do it, or open an issue")
        }
    }
  }
}
