/// Where the keys of a TOML text stand.
///
/// The TOML library tells the place of a syntax error only; a refused value has to be found in the
/// text again, and `coach setup` changes values where they stand so that comments are kept.
struct KeyPlaces {
  struct Entry {
    /// The path of a key or of a table; an array table has its number in it: `tip`, `3`, `id`.
    var path: [String]
    /// The table whose header stands above a key.
    var table: [String]
    /// From 0.
    var line: Int
    /// The bytes of the value, which may go on over several lines; nil for the header of a table.
    var value: Range<Int>?
    /// The first byte of its line, or of the comment right above it.
    var start: Int
    /// The first byte after its last line.
    var end: Int
  }

  private(set) var entries: [Entry] = []

  init(_ text: String) {
    var scan = Scan(bytes: Array(text.utf8))
    var table: [String] = []
    var arrayCounts: [(path: [String], count: Int)] = []
    while scan.skipToKey() {
      let start = scan.comment ?? scan.start
      var entry = Entry(path: [], table: [], line: scan.line, value: nil, start: start, end: 0)
      if scan.take("[") {
        let isArray = scan.take("[")
        guard let path = scan.keys(until: "]") else { continue }
        table = path
        if isArray {
          let index = arrayCounts.firstIndex { $0.path == path }
          if let index { arrayCounts[index].count += 1 } else { arrayCounts.append((path, 0)) }
          table.append(String(index.map { arrayCounts[$0].count } ?? 0))
        }
        entry.path = table
      } else {
        guard let path = scan.keys(until: "=") else { continue }
        entry.path = table + path
        entry.value = scan.value()
      }
      scan.skipLine()
      entry.table = table
      entry.end = scan.next
      entries.append(entry)
    }
  }

  /// The refusal of what stands in a line and already stood above it; nil where that is not so.
  ///
  /// - Parameter line: The line from 1.
  /// - Returns: What is there twice, where, and what to do.
  func twice(inLine line: Int) -> String? {
    guard let second = entries.first(where: { $0.line + 1 == line }),
      let first = entries.first(where: { $0.path == second.path }), first.line < second.line
    else { return nil }
    let name = second.path.joined(separator: ".")
    let shown = second.value == nil ? "[\(name)]" : "“\(name)”"
    return "\(shown) is here a second time, first in line \(first.line + 1); keep one of them"
  }

  /// The line of a key, or of the nearest table around it.
  ///
  /// - Parameter path: The key's path.
  /// - Returns: The line from 1; nil when not even a table around it is in the text.
  func line(of path: [String]) -> Int? {
    var path = path
    while !path.isEmpty {
      let entry =
        entries.last { $0.path == path } ?? entries.first { $0.path.starts(with: path) }
      if let entry { return entry.line + 1 }
      path.removeLast()
    }
    return nil
  }
}

/// Walks over a TOML text byte by byte; all marks of TOML are ASCII, so text is never cut.
private struct Scan {
  let bytes: [UInt8]
  var next = 0
  /// From 0.
  var line = 0
  /// The first byte of the line.
  var start = 0
  /// The first byte of the comment that ends right above the line; nil where there is none.
  var comment: Int?

  private func has(_ mark: Unicode.Scalar, ahead: Int = 0) -> Bool {
    next + ahead < bytes.count && bytes[next + ahead] == UInt8(ascii: mark)
  }

  private var isAtSpace: Bool { has(" ") || has("\t") || has("\r") }

  private mutating func step() {
    if has("\n") {
      line += 1
      start = next + 1
    }
    next += 1
  }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard has(mark) else { return false }
    step()
    return true
  }

  /// Goes to what stands first on a line; false at the end of the text.
  mutating func skipToKey() -> Bool {
    comment = nil
    while next < bytes.count {
      if has("#") {
        comment = comment ?? start
        skipLine()
      } else if has("\n") {
        comment = nil
        step()
      } else if isAtSpace {
        step()
      } else {
        return true
      }
    }
    return false
  }

  mutating func skipLine() {
    while next < bytes.count, !take("\n") { step() }
  }

  /// Reads a dotted key and the mark behind it; leaves the line when there is none.
  mutating func keys(until mark: Unicode.Scalar) -> [String]? {
    var path: [String] = []
    var key: [UInt8] = []
    while next < bytes.count, !has("\n"), !has("#") {
      if has("\"") || has("'") {
        let open = next
        skipText()
        key += bytes[open..<next].dropFirst().dropLast()
      } else if has(mark) || has(".") {
        path.append(String(decoding: key, as: UTF8.self))
        key = []
        if take(mark) { return path }
        step()
      } else {
        if !isAtSpace { key.append(bytes[next]) }
        step()
      }
    }
    skipLine()
    return nil
  }

  /// Reads over a value; a list or a long text may go on over several lines.
  mutating func value() -> Range<Int> {
    while isAtSpace { step() }
    let first = next
    var end = next
    var depth = 0
    while next < bytes.count, depth > 0 || !(has("\n") || has("#")) {
      if has("#") {
        skipLine()
      } else if has("\"") || has("'") {
        skipText()
        end = next
      } else {
        if has("[") || has("{") { depth += 1 }
        if has("]") || has("}") { depth -= 1 }
        let isBlank = isAtSpace
        step()
        if !isBlank { end = next }
      }
    }
    return first..<end
  }

  /// Reads over a text in quotes, of one line or of several.
  private mutating func skipText() {
    let quote: Unicode.Scalar = has("\"") ? "\"" : "'"
    let isLong = has(quote, ahead: 1) && has(quote, ahead: 2)
    for _ in 0..<(isLong ? 3 : 1) { step() }
    while next < bytes.count, isLong || !has("\n") {
      if quote == "\"", take("\\") {
        step()
      } else if !has(quote) {
        step()
      } else if !isLong || has(quote, ahead: 1) && has(quote, ahead: 2) {
        for _ in 0..<(isLong ? 3 : 1) { step() }
        while isLong, take(quote) {}
        return
      } else {
        step()
      }
    }
  }
}
