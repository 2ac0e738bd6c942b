import Application
import Coaching
import Files
import Glibc
import Pages
import TestSupport
import Testing

/// Each page as one person reads it, in every language, wide and narrow.
///
/// `COACH_WRITE_GOLDEN=1` writes the files anew; what changed is then read before it is committed.
@Suite struct GoldenPagesTests {
  private static let isWriting = unsafe getenv("COACH_WRITE_GOLDEN") != nil
  private static let directory = "\(PersonFixture.root)/Tests/PagesTests/Golden"
  /// A terminal as it comes, and half of one beside another window.
  private static let widths = [80, 40]

  @Test(arguments: Language.allCases, widths)
  func `Pages read as they were read and found good`(language: Language, columns: Int) throws {
    let terminal = Terminal(width: columns, isPlain: true)
    let workspace = try PersonFixture(language).workspace
    let pages = try GoldenPages.all(workspace).map { ($0.name, terminal.lines(of: $0.page)) }
    for (name, lines) in try pages + GoldenCards.all(workspace, columns: columns) {
      let file = Self.file(name, language, columns)
      let path = "\(Self.directory)/\(file)"
      if Self.isWriting {
        try File.write(path, Array(lines.map { "\($0)\n" }.joined().utf8))
      } else {
        let golden = String(decoding: bytes(ofFile: path), as: UTF8.self)
        #expect(Self.difference(of: lines, from: golden) == nil, "\(file)")
      }
    }
  }

  @Test(arguments: Language.allCases, widths)
  func `No line is wider than the terminal, ends in a blank, or is one character`(
    language: Language,
    columns: Int
  ) throws {
    let terminal = Terminal(width: columns, isPlain: true)
    let workspace = try PersonFixture(language).workspace
    for (name, page) in try GoldenPages.all(workspace) {
      let lines = terminal.lines(of: page)
      for (before, line) in zip([""] + lines, lines) {
        let isWhole = page.keepsWhole(line, columns)
        let problem = Self.problem(line, after: before, columns, isWhole: isWhole)
        #expect(problem == nil, "\(Self.file(name, language, columns)): \(line)")
      }
    }
    let cards = try GoldenCards.all(workspace, columns: columns)
    // A desktop wraps what it shows by itself.
    for (name, lines) in cards where !name.hasSuffix("-notification") {
      for (before, line) in zip([""] + lines, lines) {
        // What is typed stands on one line, and what a mail program decodes.
        let isWhole = line.contains("coach ") || line.hasPrefix("Subject: ")
        let problem = Self.problem(line, after: before, columns, isWhole: isWhole)
        #expect(problem == nil, "\(Self.file(name, language, columns)): \(line)")
      }
    }
  }

  @Test func `Every golden file is one of a page`() throws {
    let files = try Language.allCases.flatMap { language in
      let workspace = try PersonFixture(language).workspace
      let names = try GoldenPages.all(workspace).map(\.name)
      return try Self.widths.flatMap { columns in
        let cards = try GoldenCards.all(workspace, columns: columns).map(\.name)
        return (names + cards).map { Self.file($0, language, columns) }
      }
    }
    #expect(try File.names(in: Self.directory).sorted() == files.sorted())
  }

  @Test(
    arguments: [
      (["one", "two"], "one\ntwo\n", nil),
      (["one", "two"], "one\n2\n", "line 2 is “two”, and was “2”"),
      (["one"], "one\ntwo\n", "line 2 is not there, and was “two”"),
      (["one", ""], "one\n", "line 2 is “”, and was not there"),
      (["one"], "one", "the end of the file is another"),
    ] as [([String], String, String?)]
  )
  func `The first line that differs is named`(lines: [String], golden: String, said: String?) {
    #expect(Self.difference(of: lines, from: golden) == said)
  }

  private static func file(_ name: String, _ language: Language, _ columns: Int) -> String {
    "\(name).\(language.rawValue).\(columns).txt"
  }

  /// What is plainly wrong with a line; nil where nothing is.
  private static func problem(
    _ line: String,
    after before: String,
    _ columns: Int,
    isWhole: Bool
  ) -> String? {
    if !isWhole, TextLayout.columns(line) > columns { return "too wide" }
    if ["::", "：：", ":：", "：:", ": :"].contains(where: line.contains) { return "two colons" }
    // The days of a map that are in no period are blanks.
    if line.last == " ", !line.contains(where: "·░▒▓█".contains) { return "a blank at its end" }
    let text = line.trimmed
    if !before.isEmpty, text.contains(/^\p{Han}[，。、；：？！」”）]*$/) { return "one character alone" }
    let isInDate = text.contains(/^[年月日時时]/) && before.contains(/[0-9]$/)
    let isBeforeWeekday = text.hasPrefix("（") && before.contains(/[0-9]日$/)
    if isInDate || isBeforeWeekday { return "a broken date" }
    return nil
  }

  /// The first line that is another than in a golden file; nil where all are the same.
  private static func difference(of lines: [String], from golden: String) -> String? {
    var old = golden.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if old.last == "" { old.removeLast() }
    for number in 0..<max(lines.count, old.count) {
      let (now, was) = (lines.dropFirst(number).first, old.dropFirst(number).first)
      if now == was { continue }
      let words = (now.map { "“\($0)”" } ?? "not there", was.map { "“\($0)”" } ?? "not there")
      return "line \(number + 1) is \(words.0), and was \(words.1)"
    }
    let isSame = lines.map { "\($0)\n" }.joined() == golden
    return isSame ? nil : "the end of the file is another"
  }
}

extension Page {
  /// Whether a line stays one whatever the width: it is typed as it stands, or names a file.
  fileprivate func keepsWhole(_ line: String, _ columns: Int) -> Bool {
    blocks.contains { block in
      switch block {
      case .verbatim(let text, _): text.printable == line.trimmed
      // On a narrow terminal a path alone is.
      case .line(_, _, let text):
        columns < 60
          ? text.split(separator: " ").contains { $0 == line.trimmed }
          : line.hasSuffix(text.printable)
      default: false
      }
    }
  }
}
