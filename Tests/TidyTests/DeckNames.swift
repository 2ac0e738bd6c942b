/// What the decks name stays out of the core: a rule goes by a key of theirs, never by the name of
/// one tip, question or row.
enum DeckNames {
  /// Names that the core knows as yet, each with its reason; this list must shrink.
  static let known: [(name: String, reason: String)] = [
    ("sleep", "the measures of sleep are made of the answers to these two questions"),
    ("get-up", "as of sleep"),
    ("energy", "stands beside the nights in the measures, and beside giving in the balance"),
    ("extra-landed", "an extra is looked back on by one question, whose answers mean that extra"),
    ("own-words", "a question and a kind of note keep the same: a tip in one's own words"),
    ("came-back", "the review sums its forms up with the two counts of thanks"),
    ("thanks-given", "is counted by a command of its own"),
    ("thanks-received", "as thanks given"),
  ]

  /// The names in the structure of decks: `id = "…"`.
  static func names(in decks: [SourceFile]) -> Set<String> {
    let lines = decks.flatMap(\.lines).filter { $0.hasPrefix("id = \"") }
    return Set(lines.compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) })
  }

  /// Texts of a file that name what a deck has, or a row of the teachings.
  static func broken(
    in file: SourceFile,
    names: Set<String>,
    known: [String] = known.map(\.name)
  ) -> [Violation] {
    let code = file.layers.code.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(file.lines, code).enumerated().flatMap { number, pair -> [Violation] in
      let (line, code) = pair
      if code.allSatisfy(\.isWhitespace) { return [] }
      return texts(of: line).filter { text in
        (names.contains(text) || isRow(text)) && !known.contains(text)
      }.map { Violation(path: file.path, line: number + 1, what: "“\($0)” is named by a deck") }
    }
  }

  /// The texts of a line, without the names of frames.
  private static func texts(of line: Substring) -> [String] {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.filter { place in
      place % 2 == 1 && !["phrases(", "self("].contains { parts[place - 1].hasSuffix($0) }
    }.map { String(parts[$0]) }
  }

  /// Whether a text is a row of the teachings: `E75`, `Z07`.
  private static func isRow(_ text: String) -> Bool {
    let digits = text.dropFirst()
    return (text.first == "E" || text.first == "Z") && (2...3).contains(digits.count)
      && digits.allSatisfy { ("0"..."9").contains($0) }
  }
}
