import Coaching

/// What stands in a TOML text twice.
///
/// The TOML library stops at the second of two and names it; where the first one is, it has
/// forgotten. What stands above the second is TOML, and tells.
struct TOMLRepeat: CustomStringConvertible {
  private let name: String
  private let isTable: Bool
  /// The line of the first one, from 1.
  private let firstLine: Int

  /// - Parameters:
  ///   - text: A text that is refused.
  ///   - line: The line at which it is refused, from 1.
  init?(in text: String, atLine line: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1) else { return nil }
    let above = lines.prefix(line - 1).joined(separator: "\n")
    // Alone, the line says what it is: a header, or a key with the first line of its value.
    let header = TOMLSourceMap(String(lines[line - 1]).trimmed).entries.first
    let key = lines[line - 1].prefix { $0 != "=" }
    let alone = TOMLSourceMap("\(key)= 0").entries.first
    let before = TOMLSourceMap(above).entries
    isTable = header?.value == nil && header != nil
    let path = isTable ? header?.path : alone.map { (before.last?.table ?? []) + $0.path }
    guard let path, let first = before.first(where: { $0.path == path }) else { return nil }
    name = path.joined(separator: ".")
    firstLine = first.line
  }

  var description: String {
    let shown = isTable ? "[\(name)]" : "“\(name)”"
    return "\(shown) is here a second time, first in line \(firstLine); keep one of them"
  }
}
