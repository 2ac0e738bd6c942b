import CTOML
import Coaching

/// Where the keys and tables of a TOML text stand, as the TOML library tells it.
///
/// Found only when a refusal has to name a line, or when `coach setup` changes values where they
/// stand so that comments are kept: a text is read a second time for that.
struct TOMLSourceMap {
  struct Entry {
    /// The path of a key or of a table; an array table has its number in it: `tip`, `3`, `id`.
    var path: [String]
    /// The line of the key or of the header, from 1.
    var line: Int
    /// The bytes of the value, which may go on over several lines; nil for a table with a header.
    var value: Range<Int>?
    /// The path of the table whose header stands above a key; that of a table itself.
    var table: [String] = []
    /// The first byte of its line, or of the comment right above it.
    var start = 0
    /// The first byte after its last line.
    var end = 0
  }

  /// In the order in which they stand; none where the text is no TOML.
  private(set) var entries: [Entry] = []
  private let text: SourceText

  init(_ text: String) {
    self.text = SourceText(text)
    var tokens = Document.Value.placed(in: text)[...]
    if let root = tokens.popFirst() { add(root, at: [], &tokens) }
    entries.sort { ($0.line, $0.path.count) < ($1.line, $1.path.count) }
    // The library places a table that only a longer header makes where that header is.
    let headers = entries.filter { $0.value == nil }
    let implied = zip(headers, headers.dropFirst()).filter { $0.line == $1.line }.map(\.0.path)
    if !implied.isEmpty { entries.removeAll { $0.value == nil && implied.contains($0.path) } }
    placeLines()
  }

  /// Adds what a table or a list holds, and leaves out what is inside of a value: no refusal and no
  /// change reaches into an inline table.
  private mutating func add(
    _ token: PlacedToken,
    at path: [String],
    _ tokens: inout ArraySlice<PlacedToken>
  ) {
    let kind = token.kind
    guard kind == .ctomlTable || kind == .ctomlList else { return }
    for number in 0..<token.number {
      var name = String(number)
      var line = 0
      if kind == .ctomlTable {
        guard let key = tokens.popFirst() else { return }
        (name, line) = (key.text, Int(key.begin.line))
      }
      guard let value = tokens.popFirst() else { return }
      let place = path + [name]
      if let bytes = bytes(of: value) {
        let first = line == 0 ? Int(value.begin.line) : line
        let isTable = isHeader(value, bytes)
        if isTable || kind == .ctomlTable && !isImplicit(value, bytes) {
          entries.append(Entry(path: place, line: first, value: isTable ? nil : bytes))
        }
      }
      add(value, at: place, &tokens)
    }
  }

  private func bytes(of token: PlacedToken) -> Range<Int>? {
    let first = text.offset(line: token.begin.line, column: token.begin.column)
    let last = text.offset(line: token.end.line, column: token.end.column)
    guard let first, let last, first <= last else { return nil }
    return first..<last
  }

  /// Whether a table has a header of its own, `[name]` or `[[name]]`.
  private func isHeader(_ token: PlacedToken, _ bytes: Range<Int>) -> Bool {
    token.kind == .ctomlTable && text.byte(bytes.lowerBound) == UInt8(ascii: "[")
  }

  /// Whether something has no place of its own: a table that only other keys make, or all tables of
  /// one name together.
  private func isImplicit(_ token: PlacedToken, _ bytes: Range<Int>) -> Bool {
    let first = text.byte(bytes.lowerBound)
    if token.kind == .ctomlTable { return first != UInt8(ascii: "{") }
    return token.kind == .ctomlList && first == UInt8(ascii: "[")
      && text.byte(bytes.lowerBound + 1) == UInt8(ascii: "[")
      && text.isAtLineStart(bytes.lowerBound)
  }

  /// Says of each entry which header stands above it and which lines are its own.
  private mutating func placeLines() {
    var table: [String] = []
    for index in entries.indices {
      let entry = entries[index]
      if entry.value == nil { table = entry.path }
      entries[index].table = table
      entries[index].start = text.start(ofLine: entry.line, withComment: true)
      let last = entry.value.map { text.line(of: max($0.lowerBound, $0.upperBound - 1)) }
      entries[index].end = text.start(ofLine: (last ?? entry.line) + 1, withComment: false)
    }
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
      if let entry { return entry.line }
      path.removeLast()
    }
    return nil
  }
}

/// A text by its lines, whose places are told in lines and code points.
private struct SourceText {
  private let bytes: [UInt8]
  /// The first byte of each line.
  private var starts = [0]

  init(_ text: String) {
    bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
  }

  func byte(_ offset: Int) -> UInt8? {
    bytes.indices.contains(offset) ? bytes[offset] : nil
  }

  /// The byte at a line and column; nil where the library knows no place.
  func offset(line: UInt32, column: UInt32) -> Int? {
    guard line > 0, column > 0, Int(line) <= starts.count else { return nil }
    var offset = starts[Int(line) - 1]
    for _ in 1..<column where offset < bytes.count {
      offset += 1
      // The bytes that continue a code point in UTF-8 are 10xxxxxx.
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// The line of a byte, from 1.
  func line(of offset: Int) -> Int {
    starts.partition { $0 > offset }
  }

  func isAtLineStart(_ offset: Int) -> Bool {
    let start = starts[line(of: offset) - 1]
    return bytes[start..<offset].allSatisfy(Self.isBlank)
  }

  /// The first byte of a line, or of the comment lines right above it; the end behind the last.
  func start(ofLine line: Int, withComment isWithComment: Bool) -> Int {
    guard line <= starts.count else { return bytes.count }
    var line = line
    while isWithComment, line > 1, isComment(line - 1) { line -= 1 }
    return starts[line - 1]
  }

  private func isComment(_ line: Int) -> Bool {
    bytes[starts[line - 1]...].first { !Self.isBlank($0) } == UInt8(ascii: "#")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
