import Coaching
import Testing

@testable import Storage

@Suite struct SchemaTests {
  @Test func `A fact can be neither changed nor removed, by whichever program`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let written = try ledger.append([draft(.prompted(prompted("morning", day(0))))])
      let changes = [
        "UPDATE facts SET subject = 'tip/b'", "DELETE FROM facts",
        "REPLACE INTO facts SELECT sequence, 'x', 0, zone, day, 'told', '', "
          + "payload, checksum FROM facts",
        "REPLACE INTO facts SELECT 99, 'x', 0, zone, day, kind, subject, "
          + "payload, checksum FROM facts",
        "REPLACE INTO facts SELECT 99, id, 0, zone, day, 'told', subject, "
          + "payload, checksum FROM facts",
      ]
      for change in changes {
        #expect(throws: LedgerError.self, "\(change)") { try ledger.database.execute(change) }
      }
      #expect(try ledger.facts(from: day(0), through: day(0)) == written)
    }
  }

  @Test func `What is asked of kinds today is what the file has its indices for`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let asked = [
        ("facts_done", Schema.isDone), ("facts_by_person", Schema.isByPerson),
        ("facts_entries", Schema.isEntry),
      ]
      for (index, condition) in asked {
        let sql = "SELECT sql FROM sqlite_schema WHERE name = '\(index)'"
        let made = try #require(try ledger.database.rows(sql) { $0.text(0) }.first)
        #expect(made.hasSuffix("WHERE \(condition)"), "\(index) wants a new schema version")
      }
    }
  }

  @Test func `No program can write a second prompt for one occurrence`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let insert = { try raw(ledger, "prompted", "morning/2026-11-22", #"{"v":2}"#) }
      try insert()
      #expect(throws: LedgerError.self) { try insert() }
      let morning = draft(.prompted(prompted("morning", day(0))))
      let error = #expect(throws: LedgerError.self) { try ledger.append([morning]) }
      #expect(error?.reason == .alreadyPrompted(PromptID(slot: "morning", day: day(0))))
    }
  }

  @Test func `What this version does not understand is kept as it is and counted`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let rows = [
        ["promised", "promise/1", #"{"v":1,"by":{"deep":[1,null,2.5]}}"#],
        ["told", "tip/a", #"{"v":2}"#], ["told", "a", #"{"v":1}"#],
        ["prompted", "morning", #"{"v":1,"due":1,"until":2}"#],
        ["prompted", "morning/2026-11-22", #"{"v":1,"due":"soon","until":2}"#],
        ["answered", "question/a", #"{"v":1,"type":"mood","answer":"1","from":"command"}"#],
        ["answered", "question/a", #"{"v":1,"type":"scale","answer":"11","from":"command"}"#],
        ["answered", "question/a", #"{"v":1,"type":"scale","answer":3,"from":"command"}"#],
        ["answered", "question/a", #"{"v":1,"answer":"yes","from":"command"}"#],
        ["answered", "question/a", #"{"v":1}"#], ["passed", "a/2026-11-22", #"{"v":1,"why":"?"}"#],
        ["shown", "a/2026-11-22", #"{"v":1,"channel":["spool"]}"#],
        ["snoozed", "a/2026-11-22", #"{"v":1}"#], ["snoozed", "a", #"{"v":1,"until":1}"#],
        ["snoozed", "a/2026-11-22", #"{"v":2,"until":1}"#], ["paused", "pause", #"{"v":1}"#],
        ["paused", "pause", #"{"v":1,"until":"2026-11-22"}"#], ["away", "away", #"{"v":1}"#],
        ["away", "away", #"{"v":1,"from":"2026-11-22","through":"2026-02-30"}"#],
        ["away", "away", #"{"v":1,"from":1,"through":"2026-11-22"}"#],
      ]
      for row in rows { try raw(Ledger(path: path), row[0], row[1], row[2]) }
      let ledger = try Ledger(path: path)
      let facts = try ledger.facts(from: day(0), through: day(0))
      #expect(facts.map(\.event) == rows.map { .unknown(kind: $0[0]) })
      #expect(try ledger.coach(around: day(0), tips: []).unknownCount == rows.count)
      #expect(try ledger.lastDone(limit: 10).isEmpty)
      #expect(try ledger.answers(from: day(0), through: day(0)).isEmpty)
      try ledger.append([draft(.told(tip: "a"))])
      let kept = try ledger.database.rows("SELECT kind, subject, payload FROM facts") { row in
        [row.text(0), row.text(1), row.text(2)]
      }
      #expect(kept.dropLast() == rows[...])
    }
  }

  @Test func `What a newer version says of a tip does not count as telling it`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      try raw(ledger, "liked", "tip/a", #"{"v":1}"#)
      #expect(try ledger.coach(around: day(100), tips: ["a"]).told.isEmpty)
    }
  }

  @Test func `A payload or a day that cannot be read is not let in`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      for payload in ["", "{", "[]", "{}", #"{"v":"1"}"#] {
        #expect(throws: LedgerError.self) { try raw(ledger, "told", "tip/a", payload) }
      }
      for day in ["", "2026-02-30", "2026-11-2", "now", "20260101"] {
        #expect(throws: LedgerError.self, "\(day)") {
          try raw(ledger, "told", "tip/a", #"{"v":1}"#, day)
        }
      }
      #expect(try ledger.factCount == 0)
    }
  }

  @Test func `A payload that a damaged disk made unreadable hides no other fact`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      try ledger.database.execute("PRAGMA ignore_check_constraints = ON")
      try raw(ledger, "told", "tip/a", "{\"v\":1")
      try ledger.append([draft(.told(tip: "b"))])
      let events = try ledger.facts(from: day(0), through: day(0)).map(\.event)
      #expect(events == [.unknown(kind: "told"), .told(tip: "b")])
    }
  }

  @Test(
    arguments: [
      Query.ofDays, Query.aroundDays, Query.answersOfDays, Query.lastDone, Query.firstInstant,
      Query.lastSequence, Query.lastTold, Query.isPrompted, Query.lastAnswerTo,
      Query.ratings, Query.muted, Query.lastSign, Query.firstInVain, Query.lastInVain,
      Query.past, Query.ownWords, Query.lastStep, Query.openEntries, Query.openEntriesOfKinds,
      Query.entries, Query.closings, Query.entryCount, Query.factCount,
    ]
  )
  func `No question reads the whole table`(_ sql: String) throws {
    try inTemporaryDirectory { directory in
      let database = try Ledger(path: "\(directory)/ledger.sqlite").database
      let steps = try database.rows("EXPLAIN QUERY PLAN \(sql)") { $0.text(3) }
      // The newest of what was done are at the end of an index that holds nothing else.
      let isDone = { (step: String) in
        step.hasPrefix("SCAN facts USING INDEX facts_done")
          || step.hasPrefix("SCAN facts USING INDEX facts_by_person")
      }
      let isOfEnd = [Query.lastDone, Query.lastSign].contains(sql)
      #expect(steps.contains { $0.hasPrefix("SEARCH") } == (sql != Query.lastSign))
      #expect(steps.contains(where: isDone) == isOfEnd, "\(steps)")
      // What is asked about comes as a list, and is gone through.
      let scans = steps.filter { $0.hasPrefix("SCAN") }.filter { !$0.contains("json_each") }
      #expect(scans.allSatisfy(isDone), "\(steps)")
      // A table of its own to sort in is for few facts only: those of some days, and what is open.
      let sorts = steps.contains { $0.contains("TEMP B-TREE") }
      let ofDays = [
        Query.ofDays, Query.aroundDays, Query.answersOfDays, Query.ratings, Query.past,
        Query.entries, Query.openEntries, Query.openEntriesOfKinds,
      ]
      #expect(sorts == ofDays.contains(sql))
    }
  }
}

/// Writes a fact as a newer version would.
func raw(
  _ ledger: Ledger,
  _ kind: String,
  _ subject: String,
  _ payload: String,
  _ day: String = "2026-11-22"
) throws {
  let database = ledger.database
  let head = try #require(database.rows(Query.head) { ($0.integer(0), $0.integer(1)) }.first)
  var chain = Chain(after: head.1)
  let fact = StoredFact(
    sequence: head.0 + 1,
    id: "\(head.0)-\(UInt64.random(in: .min ... .max))",
    instant: 0,
    zone: "UTC",
    day: day,
    kind: kind,
    subject: subject,
    payload: payload
  )
  let checksum = Value.integer(chain.add(fact))
  let texts = [fact.zone, day, kind, subject, payload].map(Value.text)
  try database.transaction(for: .writing) { () throws(LedgerError) in
    let columns = [.integer(fact.sequence), .text(fact.id), .integer(0)] + texts + [checksum]
    try database.rows(Query.insert, columns) { _ in }
    try database.rows(Query.putHead, [.integer(fact.sequence), checksum]) { _ in }
  }
}
