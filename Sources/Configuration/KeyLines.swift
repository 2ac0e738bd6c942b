/// Where the keys of a TOML text stand.
///
/// The TOML library tells the place of a syntax error only; a refused value has to be found in the
/// text again, and `coach setup` changes values where they stand so that comments are kept.
struct KeyLines {
  struct Entry {
    /// The path of a key or of a table; an array table has its number in it: `tip`, `3`, `id`.
    var path: [String]
    /// From 0.
    var line: Int
    /// Where the value starts in its line; nil for the header of a table.
    var value: String.Index?
  }

  private(set) var entries: [Entry] = []

  init(_ lines: [String]) {
    var table: [String] = []
    var arrayCounts: [(path: [String], count: Int)] = []
    var isInText = false
    for (number, line) in lines.enumerated() {
      let quotes = KeyLines.count(of: "\"\"\"", in: line) + KeyLines.count(of: "'''", in: line)
      defer { if quotes % 2 == 1 { isInText.toggle() } }
      if isInText { continue }
      let start = line.drop { $0 == " " || $0 == "\t" }
      if start.hasPrefix("[[") {
        let path = KeyLines.keys(of: start.dropFirst(2), until: "]").path
        let index = arrayCounts.firstIndex { $0.path == path }
        if let index { arrayCounts[index].count += 1 } else { arrayCounts.append((path, 0)) }
        table = path + [String(index.map { arrayCounts[$0].count } ?? 0)]
        entries.append(Entry(path: table, line: number, value: nil))
      } else if start.hasPrefix("[") {
        table = KeyLines.keys(of: start.dropFirst(), until: "]").path
        entries.append(Entry(path: table, line: number, value: nil))
      } else {
        let (path, end) = KeyLines.keys(of: start, until: "=")
        guard let end, !path.isEmpty else { continue }
        entries.append(Entry(path: table + path, line: number, value: end))
      }
    }
  }

  /// The line of a key, or of the nearest table around it.
  ///
  /// - Parameter path: The key's path.
  /// - Returns: The line from 1; nil when not even a table around it is in the text.
  func line(of path: [String]) -> Int? {
    var path = path
    while !path.isEmpty {
      if let entry = entries.last(where: { $0.path == path }) { return entry.line + 1 }
      path.removeLast()
    }
    return nil
  }

  /// Reads a dotted key up to a mark; the end is the index after the mark.
  private static func keys(
    of text: Substring,
    until mark: Character
  )
    -> (path: [String], end: String.Index?)
  {
    var path: [String] = []
    var key = ""
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil } else { key.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == mark {
        path.append(key)
        return (path.filter { !$0.isEmpty }, text.index(after: index))
      } else if character == "." {
        path.append(key)
        key = ""
      } else if character == "#" {
        break
      } else if character != " ", character != "\t" {
        key.append(character)
      }
    }
    return ([], nil)
  }

  private static func count(of mark: String, in line: String) -> Int {
    var count = 0
    var rest = line[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) {
        count += 1
        rest = rest.dropFirst(mark.count)
      } else {
        rest = rest.dropFirst()
      }
    }
    return count
  }
}
