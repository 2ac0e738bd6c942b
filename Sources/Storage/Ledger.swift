public import Coaching

/// The facts in an SQLite file; anybody may append, nobody changes or removes.
///
/// A ledger that exists is ready: it has been checked and brought to this version. What `append`
/// returned is on disk, in the file that lies at the ledger's path. Every other process sees it
/// with its next question. What is read is what was written: a fact that was changed, is missing
/// or was put there by somebody else is an error that names its day, never another answer.
public final class Ledger {
  private let path: String
  private let backups: String?
  private(set) var database: Database
  private var file: FileIdentity?

  /// Opens the ledger at an absolute path; where there is none, makes it and its directories.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - backups: The directory in which one of an earlier version is kept before it is brought to
  ///     this one; nil for none.
  /// - Throws: When it cannot be opened, made, read or brought to this version.
  public init(path: String, keepingEarlierIn backups: String? = nil) throws(LedgerError) {
    self.path = path
    self.backups = backups
    (database, file) = try Ledger.open(path, backups)
  }

  private static func open(
    _ path: String,
    _ backups: String?
  ) throws(LedgerError) -> (Database, FileIdentity?) {
    for _ in 0..<Self.attempts {
      let database = try LedgerFile.open(path, keepingEarlierIn: backups)
      let file = FileIdentity(at: path)
      if !database.hasMoved, file != nil { return (database, file) }
    }
    throw LedgerError(path: path, .replaced)
  }

  /// How often another file may take the ledger's place before something gives up.
  private static let attempts = 3

  /// How many facts there are: nothing is ever removed, so the last sequence tells.
  public var factCount: Int {
    get throws(LedgerError) {
      try reading { () throws(LedgerError) in
        try database.rows(Query.lastSequence) { Int($0.integer(0)) }.first ?? 0
      }
    }
  }

  /// Gives back the memory that the next question makes anew.
  public func rest() { database.rest() }

  /// What the ledger holds, in a few figures.
  public var extent: LedgerExtent {
    get throws(LedgerError) {
      try reading { () throws(LedgerError) in try LedgerExtent(database) }
    }
  }

  /// Writes facts down, all or none; on return they are on disk.
  @discardableResult
  public func append(_ drafts: [Draft]) throws(LedgerError) -> [Fact] {
    guard !drafts.isEmpty else { return [] }
    return try writing { _ in drafts }
  }

  // MARK: - Reading and writing

  /// Reads in one transaction, in the file that lies at the path now.
  func reading<Result>(
    _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try whole { () throws(LedgerError) in
      try database.transaction(for: .reading) { () throws(LedgerError) in
        try checkHead()
        return try body()
      }
    }
  }

  /// Writes what `drafts` makes inside the transaction, all or nothing.
  ///
  /// The facts are returned only when the file that lies at the path holds them.
  func writing(
    _ drafts: (Database) throws(LedgerError) -> [Draft]
  ) throws(LedgerError) -> [Fact] {
    for _ in 0..<Self.attempts {
      // An earlier version may have left it, so that it can be brought to this one.
      if !database.isChained { try reopen() }
      var facts: [Fact] = []
      do {
        facts = try whole { () throws(LedgerError) in try write(drafts) }
      } catch  where error.reason == .replaced {
        try reopen()
        continue
      }
      if isInPlace { return facts }
      // What was written is in a file that nobody will read.
      try reopen()
      if try areThere(facts) { return facts }
    }
    throw LedgerError(path: path, .replaced)
  }

  private func write(
    _ drafts: (Database) throws(LedgerError) -> [Draft]
  ) throws(LedgerError) -> [Fact] {
    if database.isReadOnly {
      throw LedgerError(path: path, .readOnly, detail: "no permission to write")
    }
    var facts: [Fact] = []
    do {
      return try database.transaction(for: .writing) { () throws(LedgerError) in
        try checkHead()
        let drafts = try drafts(database)
        let insert = { () throws(LedgerError) in
          var writer = try FactWriter(self.database)
          for draft in drafts { facts.append(try self.insert(draft, &writer)) }
          try writer.finish()
        }
        try drafts.count < Self.many ? insert() : database.withRoom(insert)
        return facts
      }
    } catch  where error.isOfCommit {
      return try outcome(of: facts, after: error)
    }
  }

  /// From so many on, what is written at once goes to more pages than the service has room for.
  private static let many = 1000

  /// Asks anew what became of a commit that was said to have failed: it may be in the file.
  private func outcome(
    of facts: [Fact],
    after error: LedgerError
  ) throws(LedgerError) -> [Fact] {
    var isThere = false
    do {
      try reopen()
      isThere = try areThere(facts)
      // Another commit syncs all that this one may have left unsynced.
      if isThere { try Migration(database).touch() }
    } catch {
      throw LedgerError(path: path, .uncertain, detail: error.detail)
    }
    if isThere { return facts }
    throw error
  }

  private func areThere(_ facts: [Fact]) throws(LedgerError) -> Bool {
    let list = Value.text(Ledger.list(facts.map(\.id)))
    return try database.rows(Query.areThere, [list]) { Int($0.integer(0)) } == [facts.count]
  }

  /// Does something with the file that lies at the path now, all of whose pages it can trust.
  func whole<Result>(
    _ work: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    if database.isClosed || !isInPlace { try reopen() }
    do {
      return try work()
    } catch  where error.reason == .unsealed {
      database.close()
      _ = try Truth.settle(path)
      try reopen()
      return try work()
    }
  }

  /// Which of some identifiers facts have.
  ///
  /// - Parameter ids: Any number of them.
  /// - Returns: Those that are taken.
  /// - Throws: When the ledger cannot be read.
  public func known(_ ids: [String]) throws(LedgerError) -> Set<String> {
    try reading { () throws(LedgerError) in
      var known: Set<String> = []
      var rest = ids[...]
      while !rest.isEmpty {
        let part = rest.prefix(Self.idsAtOnce)
        let list = Value.text(Ledger.list(Array(part)))
        known.formUnion(try database.rows(Query.knownIDs, [list]) { $0.text(0) })
        rest = rest.dropFirst(part.count)
      }
      return known
    }
  }

  /// A list of them is a text of some hundred kilobytes.
  private static let idsAtOnce = 4000

  /// Whether what is open is what lies at the path.
  ///
  /// Somebody who puts a backup back while the service runs expects it to be used; what would be
  /// written to the file that was there before would be lost.
  private var isInPlace: Bool { file != nil && FileIdentity(at: path) == file }

  private func reopen() throws(LedgerError) {
    database.close()
    (database, file) = try Ledger.open(path, backups)
  }

  /// Whether the newest fact is the last that was ever written.
  func checkHead() throws(LedgerError) {
    guard database.isChained else { return }
    if try database.rows(Query.isHead, [], { _ in true }) == [true] { return }
    throw damage()
  }

  /// What is wrong with the ledger, in an error that names the days.
  func damage() -> LedgerError {
    do {
      let findings = try Examination.findings(of: database)
      let isFound = !findings.isWhole
      let what = isFound ? findings.words : "it says another thing each time it is read"
      return LedgerError(path: path, .corrupt, detail: what)
    } catch {
      return error
    }
  }

  private func insert(
    _ draft: Draft,
    _ writer: inout FactWriter
  ) throws(LedgerError) -> Fact {
    let record = FactRecord(draft.event)
    if case .prompted(let prompted) = draft.event, try isPrompted(record.subject) {
      throw LedgerError(path: path, .alreadyPrompted(prompted.id))
    }
    let id = draft.id ?? Self.randomID()
    let stored = StoredFact(
      sequence: 0,
      id: id,
      instant: draft.instant.microseconds,
      zone: draft.zone.visible,
      day: draft.day.description,
      kind: record.kind.visible,
      subject: record.subject.visible,
      payload: try payload(record.leaves)
    )
    return Fact(
      sequence: try writer.write(stored),
      id: id,
      instant: draft.instant,
      zone: draft.zone,
      day: draft.day,
      event: draft.event
    )
  }

  /// Writes what comes from elsewhere, all or nothing; it is in the file at the ledger's path.
  func writeForeign(
    _ body: (inout FactWriter) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    // An earlier version may have left it, so that it can be brought to this one.
    if !database.isChained { try reopen() }
    try whole { () throws(LedgerError) in
      if database.isReadOnly {
        throw LedgerError(path: path, .readOnly, detail: "no permission to write")
      }
      try database.withRoom { () throws(LedgerError) in
        try database.transaction(for: .writing) { () throws(LedgerError) in
          try checkHead()
          var writer = try FactWriter(database)
          try body(&writer)
          try writer.finish()
        }
      }
    }
    if !isInPlace { throw LedgerError(path: path, .replaced) }
  }

  /// Asked inside the transaction, so that nobody else can prompt before the insert.
  private func isPrompted(_ subject: String) throws(LedgerError) -> Bool {
    try !database.rows(Query.isPrompted, [.text(subject)]) { _ in true }.isEmpty
  }

  /// The JSON object of these leaves, made by SQLite where it is more than plain texts and numbers.
  private func payload(_ leaves: [FactRecord.Field]) throws(LedgerError) -> String {
    if let plain = FactRecord.plainPayload(leaves) { return plain }
    var json = "{}"
    var rest = leaves[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.leavesAtOnce)
      let pairs = part.indices.map { place in
        let number = 2 * (place - part.startIndex) + 2
        return ", ?\(number), ?\(number + 1)"
      }
      let grown = try database.rows(
        "SELECT json_insert(?1\(pairs.joined()))",
        [.text(json)] + part.flatMap { [.text($0.path), $0.value] }
      ) { $0.text(0) }
      json = grown.first ?? json
      rest = rest.dropFirst(part.count)
    }
    return json
  }

  /// A function of SQLite's takes 127 values at most.
  private static let leavesAtOnce = 24

  /// A random UUID, version 4 (RFC 9562, section 5.4).
  private static func randomID() -> String {
    let high = UInt64.random(in: .min ... .max) & ~0xF000 | 0x4000
    let low = UInt64.random(in: .min ... .max) & ~(0b11 << 62) | 0b10 << 62
    var id = ""
    for place in 0..<32 {
      if [8, 12, 16, 20].contains(place) { id.append("-") }
      let half = place < 16 ? high : low
      id += String(half >> (60 - 4 * UInt64(place % 16)) & 0xF, radix: 16)
    }
    return id
  }
}
