package import Coaching
package import Interchange
package import Storage

/// The ledger in its file, as acts and questions meet it.
package struct FileLedger: FactLedger {
  private let ledger: Ledger

  package init(_ ledger: Ledger) { self.ledger = ledger }

  /// Opens the ledger at an absolute path; where there is none, makes it and its directories.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - backups: The directory in which one of an earlier version is kept before it is brought to
  ///     this one; nil for none.
  /// - Throws: When it cannot be opened, made, read or brought to this version.
  package init(path: String, keepingEarlierIn backups: String? = nil) throws(CommandError) {
    ledger = try FileLedger.met { () throws(LedgerError) in
      try Ledger(path: path, keepingEarlierIn: backups)
    }
  }

  /// Gives back the memory that the next question makes anew.
  package func rest() { ledger.rest() }

  package func count() throws(CommandError) -> Int {
    try FileLedger.met { () throws(LedgerError) in try ledger.factCount }
  }

  @discardableResult
  package func append(_ drafts: [Draft]) throws(CommandError) -> [Fact] {
    try FileLedger.met { () throws(LedgerError) in try ledger.append(drafts) }
  }

  @discardableResult
  package func enter(
    on list: Entry.ID.List,
    _ draft: (Entry.ID) -> Draft
  ) throws(CommandError) -> Fact {
    try FileLedger.met { () throws(LedgerError) in try ledger.enter(on: list, draft) }
  }

  package func coach(
    around day: CivilDate,
    for teaching: Teaching
  ) throws(CommandError) -> Coach {
    try FileLedger.met { () throws(LedgerError) in
      let coach = try ledger.coach(
        around: day,
        tips: teaching.dispensable,
        spaced: teaching.spaced,
        notes: teaching.recalledNotes,
        offers: teaching.offers
      )
      return coach.renamed(by: teaching.formerNames)
    }
  }

  package func facts(
    from first: CivilDate,
    through last: CivilDate
  ) throws(CommandError) -> [Fact] {
    try FileLedger.met { () throws(LedgerError) in try ledger.facts(from: first, through: last) }
  }

  package func standing(
    _ question: String,
    on day: CivilDate
  ) throws(CommandError) -> Answered? {
    try FileLedger.met { () throws(LedgerError) in try ledger.standing(question, on: day) }
  }

  package func answers(
    to questions: [String],
    from first: CivilDate,
    through last: CivilDate
  ) throws(CommandError) -> [Fact] {
    try FileLedger.met { () throws(LedgerError) in
      try ledger.answers(to: questions, from: first, through: last)
    }
  }

  package func told(
    from first: CivilDate,
    through last: CivilDate
  ) throws(CommandError) -> [Coach.TipShown] {
    try FileLedger.met { () throws(LedgerError) in try ledger.told(from: first, through: last) }
  }

  package func lastAnswers(
    to questions: [String],
    before day: CivilDate,
    limit: Int
  ) throws(CommandError) -> [Coach.Given] {
    try FileLedger.met { () throws(LedgerError) in
      try ledger.lastAnswers(to: questions, before: day, limit: limit)
    }
  }

  package func lastDone(limit: Int) throws(CommandError) -> [Fact] {
    try FileLedger.met { () throws(LedgerError) in try ledger.lastDone(limit: limit) }
  }

  package func lastDoneTogether() throws(CommandError) -> [(id: String, day: CivilDate)] {
    try FileLedger.met { () throws(LedgerError) in try ledger.lastDoneTogether() }
  }

  package func known(_ ids: [String]) throws(CommandError) -> Set<String> {
    try FileLedger.met { () throws(LedgerError) in try ledger.known(ids) }
  }

  package func histories(
    of questions: [String],
    from first: CivilDate?,
    through last: CivilDate
  ) throws(CommandError) -> [HabitHistory] {
    try FileLedger.met { () throws(LedgerError) in
      try ledger.histories(of: questions, from: first, through: last)
    }
  }

  package func aims() throws(CommandError) -> [Fact] {
    try FileLedger.met { () throws(LedgerError) in try ledger.aims() }
  }

  package func absences() throws(CommandError) -> [ClosedRange<CivilDate>] {
    try FileLedger.met { () throws(LedgerError) in try ledger.absences() }
  }

  package func answeredQuestions() throws(CommandError) -> [String] {
    try FileLedger.met { () throws(LedgerError) in try ledger.answeredQuestions() }
  }

  package func entries(of list: Entry.ID.List) throws(CommandError) -> Entries {
    try FileLedger.met { () throws(LedgerError) in try ledger.entries(of: list) }
  }

  package func openEntries(of list: Entry.ID.List) throws(CommandError) -> Entries {
    try FileLedger.met { () throws(LedgerError) in try ledger.openEntries(of: list) }
  }

  package func entry(_ id: Entry.ID) throws(CommandError) -> Entries.Standing? {
    try FileLedger.met { () throws(LedgerError) in try ledger.entry(id) }
  }

  package func factCount(of id: Entry.ID) throws(CommandError) -> Int {
    try FileLedger.met { () throws(LedgerError) in try ledger.factCount(of: id) }
  }

  package func closings(since day: CivilDate) throws(CommandError) -> [Fact] {
    try FileLedger.met { () throws(LedgerError) in try ledger.closings(since: day) }
  }

  // MARK: - Going out

  /// What stands above all facts that are handed out.
  package func exportHead() throws(CommandError) -> Ledger.ExportHead {
    try FileLedger.met { () throws(LedgerError) in try ledger.exportHead() }
  }

  /// Hands out every fact as it is stored; see `Ledger`.
  package func exportFacts(
    head: (Ledger.ExportHead) -> [UInt8],
    _ take: ([UInt8]) -> Bool
  ) throws(CommandError) {
    try FileLedger.met { () throws(LedgerError) in try ledger.exportFacts(head: head, take) }
  }

  /// Hands out the answers that stand; see `Ledger`.
  package func exportAnswers(_ take: (StoredAnswer) -> Bool) throws(CommandError) {
    try FileLedger.met { () throws(LedgerError) in try ledger.exportAnswers(take) }
  }

  /// Whether a path leads to the ledger, under whichever name, or to what is made beside it.
  package func isPart(_ path: String) -> Bool { ledger.isPart(path) }

  // MARK: - Coming in

  /// Takes in the facts of another ledger, or says what would become of them; see `Ledger`.
  ///
  /// - Parameters:
  ///   - replaces: Whether answers take the place of those that are here.
  ///   - writes: Whether they are taken in, all or none.
  ///   - facts: Hands them out, twice, and says whether all of them came.
  /// - Returns: What became of them.
  /// - Throws: What handing them out throws, or when the ledger cannot be read or written.
  package func merge(
    replaces: Bool,
    writes: Bool,
    _ facts:
      @escaping (
        _ take: (ForeignFact) throws(CommandError) -> Void
      ) throws(CommandError) -> Bool
  ) throws(CommandError) -> FactMerge {
    var failure: CommandError?
    let foreign: ForeignFacts = { take throws(LedgerError) in
      var refusal: LedgerError?
      do throws(CommandError) {
        return try facts { fact throws(CommandError) in
          do throws(LedgerError) {
            try take(fact)
          } catch {
            refusal = error
            throw CommandError(error)
          }
        }
      } catch {
        if let refusal { throw refusal }
        failure = error
        return false
      }
    }
    let merged = try FileLedger.met { () throws(LedgerError) in
      guard let common = try ledger.common(with: foreign) else { return nil as FactMerge? }
      return try ledger.merge(foreign, common, replaces: replaces, writes: writes)
    }
    if let failure { throw failure }
    guard let merged else { throw CommandError(.data, words: "not all of the facts came") }
    return merged
  }

  // MARK: - Backups

  /// What the ledger holds, in a few figures.
  package func extent() throws(CommandError) -> LedgerExtent {
    try FileLedger.met { () throws(LedgerError) in try ledger.extent }
  }

  /// Whether all that a backup holds is here too.
  package func holds(_ extent: LedgerExtent) throws(CommandError) -> Bool {
    try FileLedger.met { () throws(LedgerError) in try ledger.holds(extent) }
  }

  /// Copies the ledger into a file of its own; see `Ledger`.
  package func backUp(to target: String, replaces: Bool) throws(CommandError) -> LedgerSummary {
    do {
      return LedgerSummary(try ledger.backUp(to: target, replaces: replaces))
    } catch {
      throw CommandError(error)
    }
  }

  /// Copies the ledger into a directory, under a name that tells what it holds; see `Ledger`.
  package func backUp(
    in directory: String,
    named name: (LedgerExtent) -> String,
    copied: () -> Void = {}
  ) throws(CommandError) -> LedgerExtent {
    do {
      return try ledger.backUp(in: directory, named: name, copied: copied)
    } catch {
      throw CommandError(error)
    }
  }

  /// Does something with the file, and says as what kind of failure the person meets it.
  private static func met<Result>(
    _ work: () throws(LedgerError) -> Result
  ) throws(CommandError) -> Result {
    do {
      return try work()
    } catch {
      throw CommandError(error)
    }
  }
}
