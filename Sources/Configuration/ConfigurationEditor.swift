import Coaching

/// The text of a `coach.toml` whose values can be changed where they stand, comments kept.
public struct ConfigurationEditor: Equatable, Sendable {
  public private(set) var text: String

  public init(_ text: String) {
    self.text = text
  }

  /// Sets a key to a value.
  ///
  /// Where the key stands its value is replaced and a comment behind it kept; where its default
  /// stands as a comment the key is added behind that; where its table stands it is added to it;
  /// else the table is added at the end.
  ///
  /// - Parameters:
  ///   - path: The key's path, such as `sleep`, `lights-out`.
  ///   - value: The value in TOML.
  public mutating func set(_ path: [String], to value: String) {
    guard let key = path.last else { return }
    let entries = TOMLSourceMap(text).entries
    let keys = entries.filter { $0.value != nil }
    let headers = entries.filter { $0.value == nil }
    let table = Array(path.dropLast())
    if let place = keys.first(where: { $0.path == path })?.value {
      replace(place, with: value)
    } else if let place = placeBehindDefault(of: key, in: table, headers) {
      insert("\(key) = \(value)", at: place)
    } else if let header = headers.first(where: { $0.path == table }) {
      insert("\(key) = \(value)", at: header.end)
    } else if let beside = keys.last(where: { Array($0.path.dropLast()) == table }) {
      let dotted = path.dropFirst(beside.table.count).joined(separator: ".")
      insert("\(dotted) = \(value)", at: beside.end)
    } else if table.isEmpty {
      insert("\(key) = \(value)", at: headers.first?.start ?? text.utf8.count)
    } else {
      let name = "[\(table.joined(separator: "."))]"
      if !text.isEmpty { insert("", at: text.utf8.count) }
      insert(name, at: text.utf8.count)
      insert("\(key) = \(value)", at: text.utf8.count)
    }
  }

  /// Makes comments of the keys that stand there, each with all lines of its value, so that their
  /// defaults hold; tables and comments stay as they are.
  ///
  /// - Parameter paths: The keys that stay.
  public mutating func commentOut(but paths: [[String]]) {
    let bytes = Array(text.utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for entry in TOMLSourceMap(text).entries where entry.value != nil {
      if paths.contains(entry.path) { continue }
      let end = bytes[..<min(entry.end, bytes.count)].count { $0 == UInt8(ascii: "\n") }
      for line in entry.line - 1..<max(entry.line, end) where lines.indices.contains(line) {
        lines[line] = "# \(lines[line])"
      }
    }
    text = lines.joined(separator: "\n")
  }

  /// The byte behind the line that has a key's default as a comment, in the part of the text that
  /// is its table's; nil where there is none.
  private func placeBehindDefault(
    of key: String,
    in table: [String],
    _ headers: [TOMLSourceMap.Entry]
  ) -> Int? {
    let bytes = Array(text.utf8)
    let header = headers.firstIndex { $0.path == table }
    if header == nil, !table.isEmpty { return nil }
    let next = header.map { headers.index(after: $0) } ?? headers.startIndex
    let end = next < headers.endIndex ? headers[next].start : bytes.count
    var place = header.map { headers[$0].end } ?? 0
    while place < end {
      let line = bytes[place..<end].prefix { $0 != UInt8(ascii: "\n") }
      place = min(line.endIndex + 1, bytes.count)
      let words = String(decoding: line, as: UTF8.self).trimmed
      guard words.hasPrefix("#") else { continue }
      let said = words.dropFirst().trimmed
      if said.hasPrefix(key), said.dropFirst(key.count).trimmed.hasPrefix("=") { return place }
    }
    return nil
  }

  private mutating func replace(_ place: Range<Int>, with new: String) {
    let bytes = Array(text.utf8)
    let whole = bytes[..<place.lowerBound] + Array(new.utf8) + bytes[place.upperBound...]
    text = String(decoding: whole, as: UTF8.self)
  }

  /// Puts a line in front of a byte that starts one, ended as the text's lines are.
  private mutating func insert(_ line: String, at place: Int) {
    let newline = text.utf8.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    let bytes = Array(text.utf8)
    let isInside = place > 0 && bytes[place - 1] != UInt8(ascii: "\n")
    replace(place..<place, with: "\(isInside ? newline : "")\(line)\(newline)")
  }
}
