import Coaching

/// The text of a `coach.toml` whose values can be changed where they stand, comments kept.
public struct Template: Equatable, Sendable {
  private var lines: [String]

  public init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  public var text: String { lines.joined(separator: "\n") }

  /// Sets a key to a value.
  ///
  /// Where the key stands its value is replaced and a comment behind it kept; where its table
  /// stands the key is added to it; else the table is added at the end.
  ///
  /// - Parameters:
  ///   - path: The key's path, such as `sleep`, `lights-out`.
  ///   - value: The value in TOML.
  public mutating func set(_ path: [String], to value: String) {
    let keys = KeyLines(lines)
    if let entry = keys.entries.first(where: { $0.path == path && $0.value != nil }),
      let start = entry.value
    {
      replace(from: start, in: entry.line, with: value)
      return
    }
    guard let key = path.last else { return }
    let table = Array(path.dropLast())
    let line = "\(key) = \(value)"
    if table.isEmpty {
      lines.insert(line, at: keys.entries.first { $0.value == nil }?.line ?? lines.count)
    } else if let header = keys.entries.first(where: { $0.path == table && $0.value == nil }) {
      lines.insert(line, at: header.line + 1)
    } else {
      if lines.last == "" { lines.removeLast() }
      lines += ["", "[\(table.joined(separator: "."))]", line, ""]
    }
  }

  /// Replaces a value that may go on over several lines.
  private mutating func replace(from start: String.Index, in number: Int, with value: String) {
    let head = lines[number][..<start]
    var scan = ValueScan()
    var line = number
    var end = scan.end(in: lines[line][start...])
    while end == nil, line + 1 < lines.count {
      line += 1
      end = scan.end(in: lines[line][...])
    }
    let rest = end.map { String(lines[line][$0...]) } ?? ""
    let comment = rest.trimmed.isEmpty ? "" : rest
    lines.replaceSubrange(number...line, with: ["\(head) \(value)\(comment)"])
  }
}

/// Finds the end of a TOML value: outside of quotes and brackets, at a comment or the line's end.
private struct ValueScan {
  private var depth = 0
  private var quote: Character?

  mutating func end(in line: Substring) -> String.Index? {
    var afterValue = line.startIndex
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        let isEscaped =
          open == "\"" && index > line.startIndex
          && line[line.index(before: index)] == "\\"
        if character == open, !isEscaped { quote = nil }
      } else if character == "#" {
        return depth == 0 ? afterValue : nil
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "[" || character == "{" {
        depth += 1
      } else if character == "]" || character == "}" {
        depth -= 1
      }
      if !character.isWhitespace { afterValue = line.index(after: index) }
    }
    return depth == 0 ? afterValue : nil
  }
}
