import Coaching

/// The text of a `coach.toml` whose values can be changed where they stand, comments kept.
public struct ConfigurationEditor: Equatable, Sendable {
  public private(set) var text: String

  public init(_ text: String) {
    self.text = text
  }

  /// Sets a key to a value.
  ///
  /// Where the key stands its value is replaced and a comment behind it kept; where its table
  /// stands the key is added to it; else the table is added at the end.
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
