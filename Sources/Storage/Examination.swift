import Coaching

/// A look at every fact of a ledger, past the sums of its pages; inside a transaction.
struct Examination {
  private let database: Database
  private var findings = Findings()
  private var chain = Chain()
  /// The last fact that was read, the checksum that it has, and the one that it should have.
  private var last: StoredFact?
  private var should: Int64 = 0
  /// Whether something before the next fact could not be read.
  private var hasGap = false
  private var head: (sequence: Int64, checksum: Int64)?

  private init(_ database: Database) {
    self.database = database
  }

  /// Looks at all there is.
  static func findings(of database: Database) throws(LedgerError) -> Findings {
    var examination = Examination(database)
    try examination.look()
    return examination.findings
  }

  private mutating func look() throws(LedgerError) {
    findings.faults = try tolerant { () throws(LedgerError) in
      try database.rows("PRAGMA integrity_check(10)") { $0.text(0) }.filter { $0 != "ok" }
    }
    let version = try number("user_version")
    guard version >= Schema.chained else {
      findings.isChained = false
      return
    }
    findings.isOfThisSchema = try schema(of: database) == expectedSchema()
    let application = try number("application_id")
    if version > Schema.version || application != Int64(Schema.application) {
      findings.isOfThisSchema = false
    }
    head = try? database.rows("SELECT sequence, checksum FROM head") { row in
      (row.integer(0), row.integer(1))
    }.first
    try walk()
    end()
    findings.changed = findings.changed.joined
    findings.missing = findings.missing.joined
    findings.foreign = findings.foreign.joined
  }

  private func number(_ pragma: String) throws(LedgerError) -> Int64 {
    try database.rows("PRAGMA \(pragma)") { $0.integer(0) }.first ?? 0
  }

  /// What can be read of something that may be damaged; its error as a line where it cannot.
  private func tolerant(
    _ work: () throws(LedgerError) -> [String]
  ) throws(LedgerError) -> [String] {
    do {
      return try work()
    } catch  where error.reason == .corrupt || error.reason == .failed {
      return [error.detail]
    }
  }

  private func schema(of database: Database) throws(LedgerError) -> [String] {
    try tolerant { () throws(LedgerError) in
      try database.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema") { row in
        // However the lines of a script were broken.
        (0..<4).flatMap { row.text($0).split(whereSeparator: \.isWhitespace) }
          .joined(separator: " ")
      }.sorted()
    }
  }

  private func expectedSchema() throws(LedgerError) -> [String] {
    let model = try Database(path: ":memory:", busyMilliseconds: 0)
    for script in Schema.migrations { try model.execute(script) }
    return try schema(of: model)
  }

  // MARK: - The facts

  /// Reads every fact in order, and goes round what cannot be read.
  private mutating func walk() throws(LedgerError) {
    var after = Int64.min
    let end = max(head?.sequence ?? 0, newestSequence)
    while true {
      var facts: [StoredFact] = []
      do {
        facts = try database.rows(Query.ofSequences, [.integer(after)], StoredFact.init)
      } catch  where error.reason == .corrupt || error.reason == .failed {
        // One at a time past the place where it breaks.
        guard let place = readable(after: max(after, last?.sequence ?? 0), through: end) else {
          hasGap = true
          return
        }
        hasGap = hasGap || place > max(after, last?.sequence ?? 0)
        after = place
        facts = (try? database.rows(Query.next, [.integer(after)], StoredFact.init)) ?? []
      }
      guard let newest = facts.last else { return }
      for fact in facts { add(fact) }
      // A tree that is damaged may give the same again and again.
      guard newest.sequence > after else {
        findings.faults.append("its facts are not in their order")
        hasGap = true
        return
      }
      after = newest.sequence
    }
  }

  /// The first sequence, from one on, behind which something can be read, or there is nothing more;
  /// nil where there is none up to an end.
  ///
  /// A damaged number of the newest fact may be any, so the steps double, and are halved again
  /// where one went too far.
  private func readable(after first: Int64, through end: Int64) -> Int64? {
    if canRead(after: first) { return first }
    var (bad, step) = (first, Int64(1))
    while bad < end {
      let (sum, isOver) = bad.addingReportingOverflow(step)
      var good = isOver ? end : min(sum, end)
      if !canRead(after: good) {
        bad = good
        step = step > .max / 2 ? step : 2 * step
        continue
      }
      while good - bad > 1 {
        let middle = bad + (good - bad) / 2
        if canRead(after: middle) { good = middle } else { bad = middle }
      }
      return good
    }
    return nil
  }

  private func canRead(after sequence: Int64) -> Bool {
    (try? database.rows(Query.next, [.integer(sequence)], { _ in true })) != nil
  }

  private var newestSequence: Int64 {
    let newest = try? database.rows("SELECT max(sequence) FROM facts") { $0.integer(0) }
    return newest?.first ?? 0
  }

  private mutating func add(_ fact: StoredFact) {
    findings.factCount += 1
    let before = last?.checksum ?? 0
    let own = chain.checksum(of: fact, after: before)
    // Where the checksum itself of the fact before was changed, that fact is named already.
    let isRight = own == fact.checksum || chain.checksum(of: fact, after: should) == fact.checksum
    let isNext = fact.sequence == (last?.sequence ?? 0) + 1
    if let head, fact.sequence > head.sequence {
      findings.foreign.append(days(of: fact))
    } else if fact.checksum == nil {
      findings.foreign.append(days(of: fact))
    } else if !isRight {
      if isNext, !hasGap {
        findings.changed.append(days(of: fact))
      } else {
        findings.missing.append(days(since: last, until: fact))
      }
    } else if hasGap, !isNext {
      findings.missing.append(days(since: last, until: fact))
    }
    should = isRight ? fact.checksum ?? own : own
    last = fact
    hasGap = false
  }

  /// What the head says was written last.
  private mutating func end() {
    guard let head else {
      if findings.isOfThisSchema { findings.faults.append("the head is missing") }
      return
    }
    let newest = last?.sequence ?? 0
    if newest < head.sequence {
      findings.missing.append(days(since: last, until: nil))
    } else if newest == head.sequence, last?.checksum ?? 0 != head.checksum {
      if let last { findings.changed.append(days(of: last)) }
    }
  }

  private func days(of fact: StoredFact) -> ClosedRange<CivilDate> {
    let day = day(of: fact)
    return day...day
  }

  /// The day of a fact; that of its instant where the day itself cannot be read.
  private func day(of fact: StoredFact) -> CivilDate {
    if let day = CivilDate(fact.day) { return day }
    let day = Int(exactly: Instant(microseconds: fact.instant).seconds / 86_400) ?? 0
    return CivilDate(dayNumber: min(max(day, -100_000), 2_900_000))
  }

  private func days(since: StoredFact?, until: StoredFact?) -> ClosedRange<CivilDate> {
    let ends = [since, until].compactMap { $0.map(day) }
    // Nothing is left that could tell of a day.
    let first = ends.min() ?? CivilDate(dayNumber: 0)
    return first...(ends.max() ?? first)
  }
}

extension [ClosedRange<CivilDate>] {
  /// In order, those that touch as one.
  fileprivate var joined: Self {
    var joined: Self = []
    for days in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, days.lowerBound <= last.upperBound.adding(days: 1) {
        joined[joined.count - 1] = last.lowerBound...Swift.max(last.upperBound, days.upperBound)
      } else {
        joined.append(days)
      }
    }
    return joined
  }
}
