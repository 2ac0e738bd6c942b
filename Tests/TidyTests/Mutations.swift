/// The mutations of the coach against the rules of the simulation that they break.
enum Mutations {
  static let table = "Tests/mutations.toml"

  /// A row of the table.
  struct Row {
    /// `mutation` or `unbreakable`.
    var kind: String
    /// Where it begins in the table, from 1.
    var line: Int
    var values: [(key: String, value: String)] = []

    func value(_ key: String) -> String { values.last { $0.key == key }?.value ?? "" }

    /// The rules it says it breaks, or that nothing can break.
    var rules: [String] {
      kind == "mutation"
        ? value("rules").matches(of: /"([^"]+)"/).map { String($0.1) } : [value("rule")]
    }
  }

  /// Reads the table, as far as it is written: a key a line, text in '…', '''…''' or "…".
  static func rows(in table: SourceFile) -> [Row] {
    var rows: [Row] = []
    var open: (key: String, text: [Substring])?
    for (number, line) in table.lines.enumerated() {
      if let (key, text) = open {
        let isEnd = line.hasSuffix("'''")
        open = isEnd ? nil : (key, text + [line])
        guard isEnd, !rows.isEmpty else { continue }
        let whole = (text + [line.dropLast(3)]).joined(separator: "\n")
        rows[rows.count - 1].values.append((key, whole))
      } else if let kind = line.wholeMatch(of: /\[\[(\w+)\]\]/)?.1 {
        rows.append(Row(kind: String(kind), line: number + 1))
      } else if let (_, key, value) = line.wholeMatch(of: /(\w+) = (.*)/)?.output, !rows.isEmpty {
        if value == "'''" {
          open = (String(key), [])
        } else {
          let isQuoted = value.hasPrefix("'") || value.hasPrefix("\"")
          let text = isQuoted ? value.dropFirst().dropLast() : value
          rows[rows.count - 1].values.append((String(key), String(text)))
        }
      }
    }
    return rows
  }

  /// The rules of which a Swift text of the simulation complains.
  static func complaints(in file: SourceFile) -> [Violation] {
    let names = file.text.matches(of: /(?:complain\(\s*|let rule = )"([^"]+)"/).map { $0.1 }
    return names.map { name in
      let line = file.text[..<name.startIndex].count { $0.isNewline } + 1
      return Violation(path: file.path, line: line, what: String(name))
    }
  }

  /// Rules that nothing breaks, rows that name no rule or one that there is not, and rules that are
  /// broken though they are said to be unbreakable.
  static func gaps(simulation: [SourceFile], table: SourceFile) -> [Violation] {
    let complaints = simulation.flatMap(complaints)
    let rows = rows(in: table)
    func rules(_ kind: String) -> [Violation] {
      rows.filter { $0.kind == kind }.flatMap { row in
        row.rules.map { Violation(path: table.path, line: row.line, what: $0) }
      }
    }
    let (broken, unbreakable) = (rules("mutation"), rules("unbreakable"))
    let known = Set(complaints.map(\.what))
    let covered = Set((broken + unbreakable).map(\.what))
    let isBroken = Set(broken.map(\.what))
    return complaints.filter { !covered.contains($0.what) }
      + (broken + unbreakable).filter { !known.contains($0.what) }
      + unbreakable.filter { isBroken.contains($0.what) }
      + rows.filter { $0.rules.isEmpty }.map {
        Violation(path: table.path, line: $0.line, what: "names no rule")
      }
  }

  /// Rows that can no longer be made: their file is gone, or their line is not there just once.
  static func stale(in table: SourceFile, among files: [SourceFile]) -> [Violation] {
    rows(in: table).filter { $0.kind == "mutation" }.compactMap { row in
      what(keeps: row, from: files).map { what in
        Violation(path: table.path, line: row.line, what: "\(row.value("name")): \(what)")
      }
    }
  }

  private static func what(keeps row: Row, from files: [SourceFile]) -> String? {
    let path = row.value("file")
    guard let file = files.first(where: { $0.path == path }) else {
      let name = path.split(separator: "/").last ?? ""
      let namesake = files.first { $0.path.hasPrefix("Sources/") && $0.path.hasSuffix("/\(name)") }
      return "there is no \(path)" + (namesake.map { "; is it \($0.path) now?" } ?? "")
    }
    let find = row.value("find").split(separator: "\n").map(String.init)
    guard let first = find.first else { return "it finds nothing" }
    if row.value("find") == row.value("replace") { return "it changes nothing" }
    let bare = file.lines.map { line in
      String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let count = bare.indices.count { Array(bare[$0...].prefix(find.count)) == find }
    if count == 1 { return nil }
    let times = count == 0 ? "nowhere" : "\(count) times"
    return "“\(first)” stands \(times) in \(path)"
  }
}
