/// The rows of a table of text, RFC 4180, one after the other.
struct TableReader {
  /// A row with the line on which it begins.
  struct Row {
    var line: Int
    var cells: [String]

    /// A cell; empty where the row is shorter.
    subscript(_ place: Int) -> String { cells.indices.contains(place) ? cells[place] : "" }
  }

  private let source: any ByteSource
  private let separator: UInt8
  /// Whether a quote may stand inside a cell in quotes without being doubled.
  private let isLoose: Bool
  private var bytes: [UInt8] = []
  private var place = 0
  private var line = 1
  private var isAtStart = true

  /// - Parameters:
  ///   - source: What is read.
  ///   - separator: What stands between cells.
  ///   - isLoose: Whether a quote ends a cell only where a separator or a line's end follows.
  init(_ source: any ByteSource, separator: UInt8 = UInt8(ascii: ","), isLoose: Bool = false) {
    self.source = source
    self.separator = separator
    self.isLoose = isLoose
  }

  var part: String { source.part }

  /// The next row that is not empty; nil at the end.
  mutating func next() throws(ImportRefusal) -> Row? {
    while true {
      let begun = line
      guard let cells = try cells() else { return nil }
      if cells.count > 1 || !cells[0].isEmpty { return Row(line: begun, cells: cells) }
    }
  }

  /// A refusal of what stands on a line.
  func refusal(_ words: String, _ row: Row) -> ImportRefusal {
    ImportRefusal(words, part: part, line: row.line)
  }

  private mutating func cells() throws(ImportRefusal) -> [String]? {
    var cells: [String] = []
    var cell: [UInt8] = []
    var length = 0
    guard try peek() != nil else { return nil }
    while true {
      let byte = try take()
      length += 1
      if length > Limits.row { throw refusal("the row is longer than a row can be") }
      switch byte {
      case nil, UInt8(ascii: "\n"):
        if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        cells.append(try text(cell))
        if byte != nil { line += 1 }
        return cells
      case separator:
        cells.append(try text(cell))
        cell = []
      case UInt8(ascii: "\"") where cell.isEmpty: cell = try quoted(&length)
      case let byte?: cell.append(byte)
      }
    }
  }

  /// What stands between quotes; the line where they begin is told where they do not end.
  private mutating func quoted(_ length: inout Int) throws(ImportRefusal) -> [UInt8] {
    var cell: [UInt8] = []
    let begun = line
    while let byte = try take() {
      length += 1
      if length > Limits.row {
        throw ImportRefusal("what begins in quotes here does not end", part: part, line: begun)
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        cell.append(byte)
        continue
      }
      let after = try peek()
      if after == UInt8(ascii: "\"") {
        _ = try take()
        cell.append(byte)
      } else if !isLoose || after == nil || after == separator || after == UInt8(ascii: "\n")
        || after == UInt8(ascii: "\r")
      {
        return cell
      } else {
        cell.append(byte)
      }
    }
    throw ImportRefusal("what begins in quotes here does not end", part: part, line: begun)
  }

  private func text(_ bytes: [UInt8]) throws(ImportRefusal) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw refusal("the text is not UTF-8")
    }
    return text
  }

  private func refusal(_ words: String) -> ImportRefusal {
    ImportRefusal(words, part: part, line: line)
  }

  private mutating func peek() throws(ImportRefusal) -> UInt8? {
    if place == bytes.count {
      if isAtStart { try passMark() }
      if place == bytes.count { (bytes, place) = (try source.next(), 0) }
    }
    return place < bytes.count ? bytes[place] : nil
  }

  /// What tells the order of bytes in other encodings says nothing in this one.
  private mutating func passMark() throws(ImportRefusal) {
    isAtStart = false
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    while bytes.count < mark.count {
      let more = try source.next()
      if more.isEmpty { return }
      bytes += more
    }
    if bytes.starts(with: mark) { place = mark.count }
  }

  private mutating func take() throws(ImportRefusal) -> UInt8? {
    let byte = try peek()
    if byte != nil { place += 1 }
    return byte
  }
}
