import Coaching
public import Interchange

/// What became, or would become, of the facts of another ledger.
public struct FactMerge: Equatable, Sendable {
  public var newCount = 0
  /// Those that are here already.
  public var knownCount = 0
  /// Prompts that were shown here too: one prompt is for one moment.
  public var promptedCount = 0
  /// Answers for a day that has another here.
  public var answeredCount = 0
  /// The facts that both ledgers have.
  fileprivate var common: Set<String> = []

  public init() {}

  public static func == (left: FactMerge, right: FactMerge) -> Bool {
    left.newCount == right.newCount && left.knownCount == right.knownCount
      && left.promptedCount == right.promptedCount && left.answeredCount == right.answeredCount
  }
}

/// Hands out the facts of another ledger to what takes them; whether all of them came.
public typealias ForeignFacts =
  (_ take: (ForeignFact) throws(LedgerError) -> Void) throws(LedgerError) -> Bool

extension Ledger {
  /// Says which facts of another ledger both have.
  ///
  /// - Parameter facts: All of them.
  /// - Returns: What both have; nothing else is counted yet. Nil where not all of them came.
  /// - Throws: When this one cannot be read.
  public func common(with facts: @escaping ForeignFacts) throws(LedgerError) -> FactMerge? {
    var merge = FactMerge()
    // An empty one has none of them, and that all come is seen when they are taken.
    if try factCount == 0 { return merge }
    let isWhole = try reading { () throws(LedgerError) in
      merge = FactMerge()
      return try facts { fact throws(LedgerError) in
        if try isThere(fact.id) { merge.common.insert(fact.id) }
      }
    }
    return isWhole ? merge : nil
  }

  /// Takes in the facts of another ledger, or says what would become of them.
  ///
  /// A fact that is here is left. So is an answer for a day that has one here which the other
  /// ledger does not know, unless it is to be replaced.
  ///
  /// - Parameters:
  ///   - facts: All of them.
  ///   - known: What both have.
  ///   - replaces: Whether answers take the place of those that are here.
  ///   - writes: Whether they are taken in: all of those that are new, or none.
  /// - Returns: What became of them; nil where not all of them came, and nothing was written.
  /// - Throws: When this one cannot be read or written.
  public func merge(
    _ facts: @escaping ForeignFacts,
    _ known: FactMerge,
    replaces: Bool,
    writes: Bool
  ) throws(LedgerError) -> FactMerge? {
    var merge = known
    do {
      if writes {
        try writeForeign { writer throws(LedgerError) in
          merge = known
          var own: FactWriter? = writer
          defer { if let own { writer = own } }
          try take(facts, replaces, &merge, &own)
        }
      } else {
        try reading { () throws(LedgerError) in
          merge = known
          var none: FactWriter?
          try take(facts, replaces, &merge, &none)
        }
      }
    } catch  where error.reason == .cutShort {
      return nil
    }
    return merge
  }

  private func take(
    _ facts: @escaping ForeignFacts,
    _ replaces: Bool,
    _ merge: inout FactMerge,
    _ writer: inout FactWriter?
  ) throws(LedgerError) {
    let isEmpty = try database.rows(Query.lastSequence) { $0.integer(0) } == [0]
    var prompted: Set<String> = []
    let isWhole = try facts { fact throws(LedgerError) in
      if merge.common.contains(fact.id) { return merge.knownCount += 1 }
      if fact.kind == FactKind.prompted.rawValue {
        let isHere = isEmpty ? false : try isPromptedHere(fact.subject)
        if isHere || !prompted.insert(fact.subject).inserted { return merge.promptedCount += 1 }
      }
      if fact.kind == FactKind.answered.rawValue, !replaces, !isEmpty,
        let standing = try standing(fact.subject, fact.day.description),
        !merge.common.contains(standing)
      {
        return merge.answeredCount += 1
      }
      merge.newCount += 1
      // What stands of it from now on is of the other ledger too.
      if !isEmpty { merge.common.insert(fact.id) }
      _ = try writer?.write(StoredFact(fact))
    }
    if !isWhole { throw LedgerError(path: database.path, .cutShort) }
  }

  private func isThere(_ id: String) throws(LedgerError) -> Bool {
    try !database.rows("SELECT 1 FROM facts WHERE id = ?1", [.text(id)], { _ in true }).isEmpty
  }

  private func isPromptedHere(_ subject: String) throws(LedgerError) -> Bool {
    try !database.rows(Query.isPrompted, [.text(subject)], { _ in true }).isEmpty
  }

  /// The identifier of the answer that stands, of those that were here before.
  private func standing(_ subject: String, _ day: String) throws(LedgerError) -> String? {
    try database.rows(Query.standingID, [.text(subject), .text(day)]) { $0.text(0) }.first
  }
}

extension StoredFact {
  init(_ fact: ForeignFact) {
    self.init(
      sequence: 0,
      id: fact.id,
      instant: fact.microseconds,
      zone: fact.zone,
      day: fact.day.description,
      kind: fact.kind,
      subject: fact.subject,
      payload: fact.payload
    )
  }
}
