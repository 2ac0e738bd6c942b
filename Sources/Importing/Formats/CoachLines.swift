import CivilCalendar
import Interchange

/// Our own export: a line that says what follows, then every fact.
enum CoachLines {
  /// What stands in its first line, and is looked for there.
  static let name = "coach-facts"
  private static let version: Int64 = 1
  /// How long a fact may be, in bytes; what people write is cut at a few kilobytes.
  private static let longest = 8 << 20

  /// What stands above the facts.
  struct Head {
    var install = ""
    var factCount = 0
  }

  /// Reads its first line.
  static func head(_ source: any ByteSource) throws(ImportRefusal) -> Head {
    var lines = LineReader(source, longest: longest)
    return try head(&lines)
  }

  private static func head(_ lines: inout LineReader) throws(ImportRefusal) -> Head {
    guard let bytes = try lines.next() else { throw lines.refusal("it is empty") }
    var reader = JSONReader(bytes, part: lines.part, line: lines.line)
    var head = Head()
    var count: Int64?
    var isOurs = false
    try reader.object { reader, key throws(ImportRefusal) in
      switch key {
      case "format": isOurs = try reader.text() == name
      case "version":
        let found = try reader.integer()
        if found != version {
          throw reader.refusal("it is of version \(found), and this Coach reads \(version)")
        }
      case "install": head.install = try reader.textOrNull() ?? ""
      case "facts": count = try reader.integer()
      default: try reader.skip()
      }
    }
    try reader.finish()
    guard isOurs, let count, let exact = Int(exactly: count), exact >= 0 else {
      throw lines.refusal("it does not say how many facts follow")
    }
    head.factCount = exact
    return head
  }

  /// Reads all of it.
  static func read(_ source: any ByteSource, _ reading: Reading) throws(ImportRefusal) {
    var lines = LineReader(source, longest: longest)
    let head = try head(&lines)
    var sequence: Int64 = 0
    while let line = try lines.next() {
      if line.isEmpty { continue }
      sequence += 1
      let (fact, number) = try fact(line, lines)
      guard number == sequence else {
        throw lines.refusal("fact \(sequence) is missing: this is fact \(number)")
      }
      reading.pass(.fact(fact))
    }
    guard sequence == Int64(head.factCount) else {
      let what = "it says that it has \(head.factCount) facts, and has \(sequence)"
      throw lines.refusal("\(what): it was cut short")
    }
  }

  private static func fact(
    _ line: [UInt8],
    _ lines: LineReader
  ) throws(ImportRefusal) -> (ForeignFact, sequence: Int64) {
    var reader = JSONReader(line, part: lines.part, line: lines.line)
    var texts: [String: String] = [:]
    var numbers: [String: Int64] = [:]
    var payload: [UInt8]?
    try reader.object { reader, key throws(ImportRefusal) in
      switch key {
      case "sequence", "instant": numbers[key] = try reader.integer()
      case "id", "zone", "day", "kind", "subject": texts[key] = try reader.text()
      case "payload":
        payload = try reader.kind() == .text ? Array(reader.text().utf8) : Array(reader.skip())
      default: throw reader.refusal("a fact has no “\(key)”")
      }
    }
    try reader.finish()
    guard let id = texts["id"], let sequence = numbers["sequence"], let at = numbers["instant"],
      let zone = texts["zone"], let day = texts["day"], let kind = texts["kind"],
      let subject = texts["subject"], let payload
    else { throw lines.refusal("a part of the fact is missing") }
    guard isUUID(id) else { throw lines.refusal("“\(id)” is no identifier of a fact") }
    guard let date = CivilDate(day) else { throw lines.refusal("“\(day)” is no day") }
    try check(payload, lines)
    let fact = ForeignFact(
      id: id,
      microseconds: at,
      zone: zone,
      day: date,
      kind: kind,
      subject: subject,
      payload: String(decoding: payload, as: UTF8.self)
    )
    return (fact, sequence)
  }

  /// A payload is an object with a version, as the ledger takes it.
  private static func check(_ payload: [UInt8], _ lines: LineReader) throws(ImportRefusal) {
    var reader = JSONReader(payload, part: lines.part, line: lines.line)
    var hasVersion = false
    try reader.object { reader, key throws(ImportRefusal) in
      guard key == "v" else { return _ = try reader.skip() }
      _ = try reader.integer()
      hasVersion = true
    }
    try reader.finish()
    if !hasVersion { throw lines.refusal("the payload has no version “v”") }
  }

  private static func isUUID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      let isDash = [8, 13, 18, 23].contains(place)
      let isDigit = byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x66
      return isDash ? byte == UInt8(ascii: "-") : isDigit
    }
  }
}
