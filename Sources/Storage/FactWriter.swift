/// Puts facts behind the newest, inside a transaction; the head is told once, at the end.
struct FactWriter {
  private let database: Database
  private var sequence: Int64
  private var chain: Chain
  private var isPristine = true

  init(_ database: Database) throws(LedgerError) {
    self.database = database
    let query = database.isChained ? Query.head : Query.lastSequence
    let head = try database.rows(query) { ($0.integer(0), $0.integer(1)) }.first
    sequence = head?.0 ?? 0
    chain = Chain(after: database.isChained ? head?.1 ?? 0 : 0)
  }

  /// Writes the columns of a fact, and its checksum behind that of the newest.
  ///
  /// - Parameter fact: The fact; its sequence is the next one, whatever it says.
  /// - Returns: That sequence.
  /// - Throws: When it cannot be written.
  mutating func write(_ fact: StoredFact) throws(LedgerError) -> Int64 {
    var fact = fact
    sequence += 1
    fact.sequence = sequence
    isPristine = false
    let columns: [Value] = [
      .integer(fact.sequence), .text(fact.id), .integer(fact.instant), .text(fact.zone),
      .text(fact.day), .text(fact.kind), .text(fact.subject), .text(fact.payload),
    ]
    guard database.isChained else {
      try database.rows(Query.insertUnchained, columns) { _ in }
      return sequence
    }
    try database.rows(Query.insert, columns + [.integer(chain.add(fact))]) { _ in }
    return sequence
  }

  /// Tells the head which is the newest now.
  func finish() throws(LedgerError) {
    if isPristine || !database.isChained { return }
    try database.rows(Query.putHead, [.integer(sequence), .integer(chain.last)]) { _ in }
  }
}
