/// Wordings that stand in the code, where no word file has them.
enum Wordings {
  /// The folders of what a person reads and is refused with.
  static let folders = [
    "Sources/Application/", "Sources/Channels/", "Sources/Machine/", "Sources/Pages/Terminal/",
    "Sources/coach/Commands/", "Sources/coach/Completion/", "Sources/coach/Dialogue/",
    "Sources/coach/System/", "Sources/coach-report/",
  ]

  /// What is no wording for a person in their language, by the beginning of its line and the file.
  static let exceptions: [(file: String, why: String)] = [
    ("Sources/Application/LedgerMemory.swift", "the journal is English"),
    ("Sources/Application/LastGoodConfiguration.swift", "a file that nobody is to change"),
    ("Sources/Application/CalendarFile.swift", "the words of RFC 5545"),
    ("Sources/Application/CheckedDeck.swift", "what readers of files say is English"),
    ("Sources/Channels/DesktopState+Answers.swift", "the journal is English"),
    ("Sources/Channels/DesktopState.swift", "the journal is English"),
    ("Sources/Channels/Message.swift", "the headers of a mail"),
    ("Sources/Channels/StandardOutputChannel.swift", "the journal is English"),
    ("Sources/Channels/Terminals.swift", "the journal is English"),
    ("Sources/Channels/WorldError+File.swift", "the journal is English"),
    ("Sources/Machine/Arguments.swift", "said before anything is read"),
    ("Sources/Machine/Version.swift", "the name of a program and its commit"),
    ("Sources/Machine/Output.swift", "said where nothing more may be read"),
    ("Sources/coach/Completion/Completion.swift", "the help of commands is English"),
    ("Sources/coach/System/DashedText.swift", "what the parser of a command line says is English"),
    ("Sources/coach-report/Request.swift", "its command line is made by coach"),
    ("Sources/Application/FileLedger.swift", "coach import speaks English so far"),
    ("Sources/Application/ImportTargets.swift", "coach import speaks English so far"),
    ("Sources/Application/Importing.swift", "coach import speaks English so far"),
    ("Sources/Application/ProposedHabits.swift", "coach import speaks English so far"),
    ("Sources/Pages/Terminal/ImportPage+Terminal.swift", "coach import speaks English so far"),
    ("Sources/coach/Commands/ImportCommand.swift", "coach import speaks English so far"),
  ]

  /// Two words or more in one text, or two Chinese characters, where that is no help of a command,
  /// which is English, and no command line.
  ///
  /// - Parameters:
  ///   - file: Where to look.
  ///   - exceptions: Files that are passed over.
  /// - Returns: Each line with one.
  static func stray(
    in file: SourceFile,
    besides exceptions: [(file: String, why: String)]
  ) -> [Violation] {
    if exceptions.contains(where: { $0.file == file.path }) { return [] }
    let code = file.layers.code.split(separator: "\n", omittingEmptySubsequences: false)
    let comments = file.layers.comments.split(separator: "\n", omittingEmptySubsequences: false)
    var isLong = false
    return file.lines.indices.compactMap { number in
      let marks = file.lines[number].matches(of: /"""/).count
      defer { if marks % 2 == 1 { isLong.toggle() } }
      if isLong || marks > 0 || isHelp(code, number) { return nil }
      let texts = texts(of: file.lines[number], besides: [code[number], comments[number]])
      guard texts.contains(/[A-Za-z]{2,}[,;:.]? [A-Za-z]{2,}|\p{Han}{2,}/) else { return nil }
      return Violation(path: file.path, line: number + 1, what: texts.trimmed)
    }
  }

  /// The same, the exceptions passed over.
  static func stray(in file: SourceFile) -> [Violation] { stray(in: file, besides: exceptions) }

  /// Whether a line has the help of a command, or goes on with it.
  private static func isHelp(_ code: [Substring], _ number: Int) -> Bool {
    let help = /(help|abstract|discussion):|ArgumentHelp\(|valueName:/
    if code[number].contains(help) { return true }
    return number > 0 && code[number - 1].contains(/(help|abstract):\s*$/)
  }

  /// What of a line is text, without command lines.
  private static func texts(of line: Substring, besides layers: [Substring]) -> String {
    let layers = layers.map { Array($0.utf8) }
    let blank = UInt8(ascii: " ")
    let bytes = Array(line.utf8).enumerated().map { place, byte in
      layers.allSatisfy { place >= $0.count || $0[place] == blank } ? byte : blank
    }
    let commands =
      /"(coach|(system|login|timedate)ctl|sudo|command|status|until|bus) (?:[^"\\]|\\.)*"/
    return String(decoding: bytes, as: UTF8.self).replacing(commands, with: "")
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
