public import Coaching

/// Promises and notes.
extension Ledger {
  /// Writes down a new entry of a list, which gets the next number there.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - draft: What to write, made for that number inside the transaction.
  /// - Returns: The fact; on return it is on disk.
  /// - Throws: When it cannot be written.
  @discardableResult
  public func enter(
    on list: Entry.ID.List,
    _ draft: (Entry.ID) -> Draft
  ) throws(LedgerError) -> Fact {
    let facts = try writing { database throws(LedgerError) in
      let count = try database.rows(Query.entryCount, Ledger.subjects(of: list)) { $0.integer(0) }
      return [draft(Entry.ID(list, Int(count.first ?? 0) + 1))]
    }
    return facts[0]
  }

  /// How many facts there are about an entry, those taken back among them: a number that no
  /// earlier change of it had.
  public func factCount(of id: Entry.ID) throws(LedgerError) -> Int {
    try reading { () throws(LedgerError) in
      let counts = try database.rows(Query.factCount, [.text(id.description)]) { $0.integer(0) }
      return Int(counts.first ?? 0)
    }
  }

  /// The entries of a list, closed ones too, as they stand.
  public func entries(of list: Entry.ID.List) throws(LedgerError) -> Entries {
    try reading { () throws(LedgerError) in
      Entries(try facts(Query.entries, Ledger.subjects(of: list)))
    }
  }

  /// The entries of a list that are open.
  public func openEntries(of list: Entry.ID.List) throws(LedgerError) -> Entries {
    let days = CivilDate(dayNumber: .min)...CivilDate(dayNumber: .max)
    return try reading { () throws(LedgerError) in
      try openEntries(of: list, in: days)
    }
  }

  /// An entry as it stands; nil when there is none.
  public func entry(_ id: Entry.ID) throws(LedgerError) -> Entries.Standing? {
    let subject = Value.text(id.description)
    return try reading { () throws(LedgerError) in
      Entries(try facts(Query.entries, [subject, subject]))[id]
    }
  }

  /// How the promises were closed that were closed since a civil day, and perhaps others.
  public func closings(since day: CivilDate) throws(LedgerError) -> [Fact] {
    let parameters = [.text(day.description)] + Ledger.subjects(of: .promise)
    return try reading { () throws(LedgerError) in
      try facts(Query.closings, parameters)
    }
  }

  /// The promises from before a day that were still open then, and the notes of some kinds.
  func openEntries(
    before day: CivilDate,
    notes kinds: [String]
  ) throws(LedgerError) -> Entries {
    let last = day.adding(days: -1)
    var open = try openEntries(of: .promise, in: day.adding(days: -Coach.entryDays)...last)
    if kinds.isEmpty { return open }
    let days = [CivilDate(dayNumber: .min), last].map { Value.text($0.description) }
    let kinds = Value.text(Ledger.list(kinds))
    let parameters = days + Ledger.subjects(of: .note) + [kinds]
    for fact in try facts(Query.openEntriesOfKinds, parameters) { open.apply(fact) }
    return open
  }

  private func openEntries(
    of list: Entry.ID.List,
    in days: ClosedRange<CivilDate>
  ) throws(LedgerError) -> Entries {
    let bounds = [days.lowerBound, days.upperBound].map { Value.text($0.description) }
    return Entries(try facts(Query.openEntries, bounds + Ledger.subjects(of: list)))
  }

  /// The first and the last that a subject of a list can be.
  private static func subjects(of list: Entry.ID.List) -> [Value] {
    [.text("\(list.rawValue)/0"), .text("\(list.rawValue)/:")]
  }
}
