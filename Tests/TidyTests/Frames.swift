/// The frames of a wording, `[phrase]`, against those that the code asks for.
enum Frames {
  /// The names that a Swift text asks for: by `phrases("name"`, by `self("name"` and
  /// `filled("name"` in `Phrases`, and where it is worded later by `Saying("name"`,
  /// `CommandError(.data, "name"` and `ValidationError.said("name"`.
  static func asked(in file: SourceFile) -> [Violation] {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let asking =
      /(?:(?:phrases|self|filled|Saying|said)\(\s*|CommandError\(\s*\.[a-zA-Z]+,\s*)"([a-z-]+)"/
    return file.text.matches(of: asking).map { match in
      let line = file.text[..<match.range.upperBound].count { $0.isNewline } + 1
      return Violation(path: file.path, line: min(line, lines.count), what: String(match.output.1))
    }
  }

  /// The names that a wording has.
  static func had(in file: SourceFile) -> [Violation] {
    var table = ""
    return file.lines.enumerated().compactMap { number, line in
      if line.hasPrefix("[") { table = String(line) }
      guard table == "[phrase]", let equals = line.firstIndex(of: "=") else { return nil }
      let name = line[..<equals].filter { !$0.isWhitespace }
      return Violation(path: file.path, line: number + 1, what: name)
    }
  }

  /// Frames that the code asks for and a wording lacks, and those that nothing asks for.
  ///
  /// - Parameters:
  ///   - code: What asks for frames.
  ///   - wordings: The files of each wording, one language after the other.
  /// - Returns: What is wrong, by the wording.
  static func broken(code: [SourceFile], wordings: [[SourceFile]]) -> [Violation] {
    let asked = code.flatMap(asked)
    return wordings.flatMap { files in
      let had = files.flatMap(had)
      let missing = asked.filter { ask in !had.contains { $0.what == ask.what } }
      let idle = had.filter { frame in !asked.contains { $0.what == frame.what } }
      return missing.map {
        Violation(path: $0.path, line: $0.line, what: "\(files[0].path) has no “\($0.what)”")
      }
        + idle.map {
          Violation(path: $0.path, line: $0.line, what: "nothing asks for “\($0.what)”")
        }
    }
  }
}
