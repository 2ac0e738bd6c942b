public import Coaching

extension Ledger {
  /// What stands above all facts that are handed out.
  public struct ExportHead: Equatable, Sendable {
    /// The identifier of the first fact, which no other ledger has; nil where there is none.
    public var install: String?
    /// The zone of the newest fact; nil where there is none.
    public var zone: String?
    public var factCount: Int

    public init(install: String? = nil, zone: String? = nil, factCount: Int = 0) {
      self.install = install
      self.zone = zone
      self.factCount = factCount
    }
  }

  /// Hands out every fact as it is stored, each as a line of JSON, in the order of writing.
  ///
  /// All of them are of one moment, whoever writes meanwhile, and each is looked at first: one that
  /// was changed is an error, and never handed out. What is undone, and what this version does not
  /// understand, is among them. While they are taken, which may be for as long as somebody looks at
  /// a page of them, nothing is locked.
  ///
  /// - Parameters:
  ///   - head: Called first, with what stands above; what it returns is put before the facts.
  ///   - take: Called with some lines at a time, each with its line break; it says whether to go
  ///     on.
  /// - Throws: When the ledger cannot be read.
  public func exportFacts(
    head: (ExportHead) -> [UInt8],
    _ take: ([UInt8]) -> Bool
  ) throws(LedgerError) {
    let above = try exportHead()
    var lines = FactLines(isChained: database.isChained)
    lines.bytes = head(above)
    let end = Value.integer(Int64(above.factCount))
    while lines.last < above.factCount {
      let before = lines.last
      try reading { () throws(LedgerError) in
        let sql = database.isChained ? Query.after : Query.afterUnchained
        try database.walk(sql, [.integer(lines.last), end]) { lines.add($0) }
        // One that was put back meanwhile has none of those that follow, or others.
        if lines.isBroken || lines.last == before { throw damage() }
      }
      if !lines.hand(to: take) { return }
    }
    _ = lines.hand(to: take)
  }

  /// Hands out the answers that stand, those of a day together, in the order of their days.
  ///
  /// While they are taken, nothing is locked: what is given or taken back meanwhile may be among
  /// them or not.
  ///
  /// - Parameter take: Called with each; it says whether to go on.
  /// - Throws: When the ledger cannot be read.
  public func exportAnswers(_ take: (StoredAnswer) -> Bool) throws(LedgerError) {
    let end = Value.integer(Int64(try factCount))
    var day = ""
    while let first = try nextDay(after: day) {
      let last = first.adding(days: Self.daysAtOnce)
      var answers: [StoredAnswer] = []
      try reading { () throws(LedgerError) in
        answers = try standingAnswers([.text(first.description), .text(last.description), end])
      }
      if !answers.allSatisfy(take) { return }
      day = last.description
    }
  }

  /// Some weeks: nobody waits for long who wants to write meanwhile.
  private static let daysAtOnce = 60

  private func nextDay(after day: String) throws(LedgerError) -> CivilDate? {
    try reading { () throws(LedgerError) in
      try database.rows(Query.nextDay, [.text(day)]) { CivilDate($0.text(0)) }.first ?? nil
    }
  }

  /// The answers of some days, each day's as they stand; inside a transaction.
  private func standingAnswers(_ parameters: [Value]) throws(LedgerError) -> [StoredAnswer] {
    let sql = database.isChained ? Query.wholeAnswers : Query.unchained(Query.wholeAnswers)
    var chain = Chain()
    var isBroken = false
    var answers: [StoredAnswer] = []
    var places: [String: Int] = [:]
    try database.walk(sql, parameters) { row in
      let fact = StoredFact(row)
      if database.isChained, chain.checksum(of: fact, after: row.integer(9)) != fact.checksum {
        isBroken = true
        return false
      }
      if fact.day != answers.last?.day { places = [:] }
      let answer = StoredAnswer(fact, row)
      // What was said again stands in the place of what was said before.
      if let place = places[answer.question] {
        answers[place] = answer
      } else {
        places[answer.question] = answers.count
        answers.append(answer)
      }
      return true
    }
    if isBroken { throw damage() }
    return answers
  }

  /// What stands above all facts that are handed out.
  public func exportHead() throws(LedgerError) -> ExportHead {
    try reading { () throws(LedgerError) in
      ExportHead(
        install: try database.rows(Query.firstID) { $0.text(0) }.first,
        zone: try database.rows(Query.lastZone) { $0.text(0) }.first,
        factCount: try database.rows(Query.lastSequence) { Int($0.integer(0)) }.first ?? 0
      )
    }
  }
}

/// An answer as it is stored.
public struct StoredAnswer: Equatable, Sendable {
  /// `2026-11-22`.
  public var day: String
  public var question: String
  public var answer: String
  public var note: String
  /// What a number was counted in; empty where nothing was said.
  public var unit: String
  /// Where it was given.
  public var origin: String
  public var instant: Instant
  public var zone: String

  init(_ fact: StoredFact, _ row: Row) {
    day = fact.day
    question = FactRecord.question(ofSubject: fact.subject) ?? fact.subject
    answer = row.text(10)
    note = row.text(11)
    origin = row.text(12)
    unit = row.text(13)
    instant = FactRecord.nearestInstant(fact.instant)
    zone = fact.zone
  }
}

/// Facts as lines of JSON, made byte by byte: half a million of them take a second or two.
private struct FactLines {
  var bytes: [UInt8] = []
  /// The sequence of the newest that was added.
  private(set) var last: Int64 = 0
  /// Whether a fact was not what was written.
  private(set) var isBroken = false
  private let isChained: Bool
  private var chain = Chain()

  init(isChained: Bool) {
    self.isChained = isChained
  }

  /// Hands out what there is, and begins anew.
  mutating func hand(to take: ([UInt8]) -> Bool) -> Bool {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes.isEmpty || take(bytes)
  }

  /// Adds a fact; false where it is not what was written.
  mutating func add(_ row: Row) -> Bool {
    let fact = StoredFact(row)
    if isChained, chain.add(fact) != fact.checksum {
      isBroken = true
      return false
    }
    last = fact.sequence
    bytes += "{\"sequence\":\(fact.sequence)".utf8
    add("id", fact.id)
    bytes += ",\"instant\":\(fact.instant)".utf8
    add("zone", fact.zone)
    add("day", fact.day)
    add("kind", fact.kind)
    add("subject", fact.subject)
    // What has a line break in it, which this program never writes, is a text and no object.
    if fact.payload.utf8.allSatisfy({ $0 >= 0x20 }) {
      bytes += ",\"payload\":".utf8
      bytes += fact.payload.utf8
    } else {
      add("payload", fact.payload)
    }
    bytes += "}\n".utf8
    return true
  }

  private mutating func add(_ key: String, _ text: String) {
    bytes += ",\"".utf8
    bytes += key.utf8
    bytes += "\":\"".utf8
    bytes += text.utf8.contains(where: Self.isSpecial) ? Self.escaped(text) : Array(text.utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x20 {
        escaped += "\\u00".utf8
        escaped += (byte < 0x10 ? "0" : "1").utf8
        escaped += String(byte & 0xF, radix: 16).utf8
      } else {
        if isSpecial(byte) { escaped.append(UInt8(ascii: "\\")) }
        escaped.append(byte)
      }
    }
    return escaped
  }
}
