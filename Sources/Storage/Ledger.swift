public import Coaching

/// The facts in an SQLite file; anybody may append, nobody changes or removes.
///
/// A ledger that exists is ready: it has been checked and brought to this version. What `append`
/// returned is on disk. Every other process sees it with its next question.
public final class Ledger {
  let database: Database

  /// Opens the ledger at an absolute path; where there is none, makes it and its directories.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - keepsLog: Whether what was written last stays in the write-ahead log beside the file when
  ///     nobody else has it open; it is on disk there too. To move it into the file syncs the disk
  ///     twice more, so a command leaves that to the daemon, or to every dozenth command.
  /// - Throws: When it cannot be opened, made, read or brought to this version.
  public init(path: String, keepsLog: Bool = false) throws(LedgerError) {
    database = try LedgerFile.open(path)
    database.keepsLog = keepsLog
  }

  /// How many facts there are: nothing is ever removed, so the last sequence tells.
  public var factCount: Int {
    get throws(LedgerError) {
      try database.rows(Query.lastSequence) { Int($0.integer(0)) }.first ?? 0
    }
  }

  /// Writes facts down, all or none; on return they are on disk.
  @discardableResult
  public func append(_ drafts: [Draft]) throws(LedgerError) -> [Fact] {
    guard !drafts.isEmpty else { return [] }
    return try database.transaction(for: .writing) { () throws(LedgerError) in
      var facts: [Fact] = []
      for draft in drafts { facts.append(try insert(draft)) }
      return facts
    }
  }

  func insert(_ draft: Draft) throws(LedgerError) -> Fact {
    let record = FactRecord(draft.event)
    if case .prompted(let prompted) = draft.event, try isPrompted(record.subject) {
      throw LedgerError(path: database.path, .alreadyPrompted(prompted.id))
    }
    let id = Self.randomID()
    let sequences = try database.rows(
      Query.insert,
      [
        .text(id), .integer(draft.instant.microseconds), .text(draft.zone),
        .text(draft.day.description), .text(record.kind), .text(record.subject),
        .text(try payload(record.leaves)),
      ]
    ) { $0.integer(0) }
    return Fact(
      sequence: sequences.first ?? 0,
      id: id,
      instant: draft.instant,
      zone: draft.zone,
      day: draft.day,
      event: draft.event
    )
  }

  /// Asked inside the transaction, so that nobody else can prompt before the insert.
  private func isPrompted(_ subject: String) throws(LedgerError) -> Bool {
    try !database.rows(Query.isPrompted, [.text(subject)]) { _ in true }.isEmpty
  }

  /// The JSON object of these leaves, made by SQLite.
  private func payload(_ leaves: [FactRecord.Field]) throws(LedgerError) -> String {
    var json = "{}"
    for leaf in leaves {
      let grown = try database.rows(
        "SELECT json_insert(?1, ?2, ?3)",
        [.text(json), .text(leaf.path), leaf.value]
      ) { $0.text(0) }
      json = grown.first ?? json
    }
    return json
  }

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
