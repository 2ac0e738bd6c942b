/// A text of JSON (RFC 8259) that is walked through from its start, value by value.
///
/// Nothing is kept of what was passed, and each refusal knows its line.
struct JSONReader {
  private let bytes: [UInt8]
  private let part: String
  private let firstLine: Int
  private(set) var place = 0
  private var depth = 0

  /// How deep lists and objects may lie in each other; those of people lie six deep.
  private static let deepest = 64

  init(_ bytes: [UInt8], part: String = "", line: Int = 1) {
    self.bytes = bytes
    self.part = part
    firstLine = line
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// What comes next.
  enum Kind { case object, list, text, number, truth, null }

  mutating func kind() throws(ImportRefusal) -> Kind {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .list
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .truth
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"): return .number
    case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): return .number
    case nil: throw refusal("it ends in the middle")
    default: throw refusal("this is no JSON")
    }
  }

  /// Goes through an object: called with each key, and has to read or skip its value.
  mutating func object(
    _ body: (inout JSONReader, String) throws(ImportRefusal) -> Void
  ) throws(ImportRefusal) {
    try enter(UInt8(ascii: "{"), "an object")
    defer { depth -= 1 }
    if accept(UInt8(ascii: "}")) { return }
    while true {
      skipSpace()
      let key = try text()
      try need(UInt8(ascii: ":"))
      try body(&self, key)
      if accept(UInt8(ascii: ",")) { continue }
      return try need(UInt8(ascii: "}"))
    }
  }

  /// Goes through a list: called at each of its values, and has to read or skip it.
  mutating func list(
    _ body: (inout JSONReader) throws(ImportRefusal) -> Void
  ) throws(ImportRefusal) {
    try enter(UInt8(ascii: "["), "a list")
    defer { depth -= 1 }
    if accept(UInt8(ascii: "]")) { return }
    while true {
      try body(&self)
      if accept(UInt8(ascii: ",")) { continue }
      return try need(UInt8(ascii: "]"))
    }
  }

  /// Reads a list, or that which an object has under a key; what else it has is passed.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - body: Reads the list.
  /// - Throws: Where it is neither, and what reading throws.
  mutating func listOrMember(
    _ key: String,
    _ body: (inout JSONReader) throws(ImportRefusal) -> Void
  ) throws(ImportRefusal) {
    if try kind() == .list { return try body(&self) }
    try object { reader, name throws(ImportRefusal) in
      if name == key { try body(&reader) } else { try reader.skip() }
    }
  }

  /// A text.
  mutating func text() throws(ImportRefusal) -> String {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw refusal("a text is expected here") }
    place += 1
    var text: [UInt8] = []
    while let byte = peek {
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: text, as: UTF8.self) else {
          throw refusal("the text is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): try escape(&text)
      case 0..<0x20: throw refusal("a text has no line breaks in it")
      default: text.append(byte)
      }
    }
    throw refusal("it ends in the middle")
  }

  /// A text, or nil where there is null.
  mutating func textOrNull() throws(ImportRefusal) -> String? {
    if try kind() == .null {
      try skip()
      return nil
    }
    return try text()
  }

  /// The digits of a number as they stand.
  mutating func number() throws(ImportRefusal) -> String {
    skipSpace()
    let start = place
    _ = acceptByte(UInt8(ascii: "-"))
    let whole = digits()
    let isPadded = whole > 1 && bytes[place - whole] == UInt8(ascii: "0")
    if whole == 0 || isPadded { throw refusal("a number is expected here") }
    if acceptByte(UInt8(ascii: ".")), digits() == 0 { throw refusal("a number ends in a point") }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      place += 1
      if !acceptByte(UInt8(ascii: "-")) { _ = acceptByte(UInt8(ascii: "+")) }
      if digits() == 0 { throw refusal("a number ends in its exponent") }
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// A whole number.
  mutating func integer() throws(ImportRefusal) -> Int64 {
    let digits = try number()
    guard let number = Int64(digits) else {
      throw refusal("“\(digits)” is no whole number, or too large")
    }
    return number
  }

  /// Yes or no; 0 and 1 stand for them too.
  mutating func truth() throws(ImportRefusal) -> Bool {
    switch try kind() {
    case .truth:
      let isTrue = bytes[place] == UInt8(ascii: "t")
      try word(isTrue ? "true" : "false")
      return isTrue
    case .number: return try integer() != 0
    case .null:
      try skip()
      return false
    default: throw refusal("true or false is expected here")
    }
  }

  /// Passes a value; the bytes that it takes.
  @discardableResult
  mutating func skip() throws(ImportRefusal) -> ArraySlice<UInt8> {
    skipSpace()
    let start = place
    switch try kind() {
    case .object: try object { (reader, _) throws(ImportRefusal) in try reader.skip() }
    case .list: try list { reader throws(ImportRefusal) in try reader.skip() }
    case .text: _ = try text()
    case .number: _ = try number()
    case .truth: try word(peek == UInt8(ascii: "t") ? "true" : "false")
    case .null: try word("null")
    }
    return bytes[start..<place]
  }

  /// Refuses what stands behind the value.
  mutating func finish() throws(ImportRefusal) {
    skipSpace()
    if place < bytes.count { throw refusal("there is something behind the end") }
  }

  /// A refusal of what stands here.
  func refusal(_ words: String) -> ImportRefusal {
    let breaks = bytes[..<min(place, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    return ImportRefusal(words, part: part, line: firstLine + breaks)
  }

  // MARK: - Bytes

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    skipSpace()
    return acceptByte(byte)
  }

  private mutating func acceptByte(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    place += 1
    return true
  }

  private mutating func need(_ byte: UInt8) throws(ImportRefusal) {
    if accept(byte) { return }
    if peek == nil { throw refusal("it ends in the middle") }
    throw refusal("“\(String(UnicodeScalar(byte)))” is expected here")
  }

  private mutating func enter(_ byte: UInt8, _ what: String) throws(ImportRefusal) {
    guard accept(byte) else { throw refusal("\(what) is expected here") }
    depth += 1
    if depth > Self.deepest { throw refusal("it lies deeper than anything can") }
  }

  private mutating func word(_ word: String) throws(ImportRefusal) {
    for byte in word.utf8 where !acceptByte(byte) { throw refusal("this is no JSON") }
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place - start
  }

  private mutating func escape(_ text: inout [UInt8]) throws(ImportRefusal) {
    guard let byte = peek else { throw refusal("it ends in the middle") }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try scalar()).utf8
    default: throw refusal("a text has something escaped that is nothing")
    }
  }

  private mutating func scalar() throws(ImportRefusal) -> Unicode.Scalar {
    var unit = UInt32(try unit16())
    if (0xD800..<0xDC00).contains(unit) {
      guard acceptByte(UInt8(ascii: "\\")), acceptByte(UInt8(ascii: "u")) else {
        throw refusal("half a character is escaped")
      }
      let low = UInt32(try unit16())
      guard (0xDC00..<0xE000).contains(low) else { throw refusal("half a character is escaped") }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw refusal("half a character is escaped") }
    return scalar
  }

  private mutating func unit16() throws(ImportRefusal) -> UInt16 {
    let end = place + 4
    guard end <= bytes.count,
      let unit = UInt16(String(decoding: bytes[place..<end], as: UTF8.self), radix: 16),
      bytes[place..<end].allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
    else { throw refusal("an escaped character takes four digits") }
    place = end
    return unit
  }
}
