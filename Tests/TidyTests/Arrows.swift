/// Which room may see which: arrows run one way.
enum Arrows {
  static let allowed: [(room: String, imports: [String])] = [
    ("Text", []),
    ("CivilCalendar", ["Text"]),
    ("Statistics", ["CivilCalendar", "RealModule"]),
    ("Coaching", ["CivilCalendar", "Statistics", "Text", "RealModule"]),
    ("Systemd", ["CSystemd", "Glibc"]),
    ("Files", ["Glibc"]),
    ("Interchange", ["CivilCalendar"]),
    ("Importing", ["CArchive", "CExpat", "CivilCalendar", "CSQLite", "Glibc", "Interchange"]),
    (
      "Storage",
      [
        "Coaching", "CSQLite", "CSeal", "Files", "Glibc", "FoundationEssentials", "Interchange",
      ]
    ),
    ("Configuration", ["Coaching", "CTOML", "Files", "Glibc", "FoundationEssentials"]),
    ("Channels", ["Coaching", "Files", "Systemd", "Text", "Glibc"]),
    ("Application", ["Coaching", "Configuration", "Files", "Interchange", "Storage"]),
    (
      "Machine",
      ["Application", "Coaching", "Configuration", "Files", "Systemd", "Glibc"]
    ),
    (
      "Pages",
      [
        "Application", "Channels", "Coaching", "Configuration", "FoundationEssentials",
        "Interchange", "Storage",
      ]
    ),
    (
      "Report",
      ["Application", "Coaching", "Configuration", "Files", "Pages", "Mustache"]
    ),
    (
      "coach-report",
      ["Application", "Coaching", "Configuration", "Files", "Machine", "Report", "Glibc"]
    ),
    (
      "coach",
      [
        "Application", "Channels", "Coaching", "Configuration", "Files", "Interchange", "Machine",
        "Pages",
        "Systemd", "ArgumentParser", "FoundationEssentials", "Glibc",
      ]
    ),
    ("coach-import", ["CivilCalendar", "Files", "Glibc", "Importing", "Interchange"]),
  ]

  /// The modules that a text imports: the first part of `Module.Name`, of a kind or not.
  static func imports(in file: SourceFile) -> [Token] {
    let tokens = file.tokens
    let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return tokens.indices.compactMap { index in
      guard tokens[index].text == "import", index + 1 < tokens.count else { return nil }
      let isOfKind = kinds.contains(tokens[index + 1].text) && index + 2 < tokens.count
      return tokens[index + (isOfKind ? 2 : 1)]
    }
  }

  /// Imports against the arrows.
  static func broken(in file: SourceFile) -> [Violation] {
    guard let allowed = allowed.first(where: { $0.room == file.room })?.imports else {
      return [Violation(path: file.path, line: 1, what: "\(file.room) is no room of the house")]
    }
    return imports(in: file).filter { !allowed.contains($0.text) }.map {
      Violation(path: file.path, line: $0.line, what: "\(file.room) does not see \($0.text)")
    }
  }

  /// `Foundation`, which drags in what is large and wrong when linked statically.
  static func foundation(in file: SourceFile) -> [Violation] {
    imports(in: file).filter { $0.text.hasPrefix("Foundation") }.filter {
      $0.text != "FoundationEssentials" || !file.path.hasPrefix("Sources/")
    }.map { Violation(path: file.path, line: $0.line, what: "\($0.text) is not used here") }
  }
}
