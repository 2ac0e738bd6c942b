/// The lines of a text, one after the other.
struct LineReader {
  private let source: any ByteSource
  private let longest: Int
  private var bytes: [UInt8] = []
  private var place = 0
  private(set) var line = 0
  private var isAtEnd = false

  /// - Parameters:
  ///   - source: What is read.
  ///   - longest: How many bytes a line may have.
  init(_ source: any ByteSource, longest: Int = Limits.row) {
    self.source = source
    self.longest = longest
  }

  var part: String { source.part }

  /// The bytes of the next line, without its end; nil behind the last.
  mutating func next() throws(ImportRefusal) -> [UInt8]? {
    var found: [UInt8] = []
    if isAtEnd { return nil }
    line += 1
    while true {
      let rest = bytes[place...]
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        found += rest[..<end]
        place = end + 1
        break
      }
      found += rest
      if found.count > longest { throw refusal("the line is longer than a line can be") }
      (bytes, place) = (try source.next(), 0)
      if bytes.isEmpty {
        isAtEnd = true
        if found.isEmpty { return nil }
        break
      }
    }
    if line == 1, found.starts(with: [0xEF, 0xBB, 0xBF]) { found.removeFirst(3) }
    if found.last == UInt8(ascii: "\r") { found.removeLast() }
    return found
  }

  /// The first byte of the next line, which stays to be read; nil behind the last.
  mutating func peek() throws(ImportRefusal) -> UInt8? {
    if isAtEnd { return nil }
    if place == bytes.count { (bytes, place) = (try source.next(), 0) }
    return place < bytes.count ? bytes[place] : nil
  }

  /// The next line as a text.
  mutating func nextText() throws(ImportRefusal) -> String? {
    guard let bytes = try next() else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw refusal("the text is not UTF-8")
    }
    return text
  }

  /// A refusal of what stands on the line that was read last.
  func refusal(_ words: String) -> ImportRefusal {
    ImportRefusal(words, part: part, line: line)
  }
}
