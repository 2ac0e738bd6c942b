import Coaching
import Testing

@testable import Storage

/// A ledger that an earlier version made is brought to this one, and loses nothing.
@Suite struct MigrationTests {
  @Test func `What the first version wrote is all there, and means the same`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try EarlierLedger.make(path)
      let before = try EarlierLedger.rows(try Database(path: path, busyMilliseconds: 0))
      #expect(before.count == EarlierLedger.facts.count)
      let ledger = try Ledger(path: path)
      #expect(try ledger.database.rows("PRAGMA user_version") { $0.integer(0) } == [Schema.version])
      #expect(try EarlierLedger.rows(ledger.database) == before)
      let coach = try ledger.coach(around: day(0), tips: ["smile"])
      #expect(coach.prompts.map(\.prompted.questions) == [["sleep"]])
      #expect(coach.answers.map(\.answered.answer) == [.scale(3)])
      #expect(coach.tipTold(on: day(0)) == "smile")
      #expect(coach.unknownCount == 1)
    }
  }

  @Test func `What was done before it can be taken back after it`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try EarlierLedger.make(path)
      let ledger = try Ledger(path: path)
      #expect(try ledger.lastDone(limit: 9).map(\.id) == ["\(EarlierLedger.id)3"])
      let pause = try ledger.append([draft(.paused(until: .distantFuture), 5)])
      #expect(try ledger.lastDone(limit: 9).map(\.id) == [pause[0].id, "\(EarlierLedger.id)3"])
      #expect(pause[0].sequence == Int64(EarlierLedger.facts.count) + 1)
    }
  }

  @Test(arguments: 1..<5)
  func `What one could not take back before it can be taken back after it`(
    _ version: Int
  ) throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try EarlierLedger.make(path, version: version)
      let insert = """
        INSERT INTO facts (id, instant, zone, day, kind, subject, payload)
        VALUES ('\(EarlierLedger.id)9', 0, 'UTC', '2026-11-22', 'hesitated', 'tip/smile', ?1)
        """
      try Database(path: path, busyMilliseconds: 0)
        .rows(insert, [.text(#"{"v":1,"obstacle":1}"#)]) { _ in }
      let ledger = try Ledger(path: path)
      #expect(try ledger.lastDone(limit: 1).map(\.id) == ["\(EarlierLedger.id)9"])
      #expect(try ledger.database.rows("PRAGMA user_version") { $0.integer(0) } == [6])
    }
  }

  @Test(arguments: 1..<5) func `It is made as a new one is`(_ version: Int) throws {
    try inTemporaryDirectory { directory in
      try EarlierLedger.make("\(directory)/old.sqlite", version: version)
      let schemas = try ["old", "new"].map { name in
        try Ledger(path: "\(directory)/\(name).sqlite").database
          .rows("SELECT name, ifnull(sql, '') FROM sqlite_schema ORDER BY name") {
            [$0.text(0), $0.text(1)]
          }
      }
      #expect(schemas[0] == schemas[1])
      let isWell = Ledger.examine("\(directory)/old.sqlite").allSatisfy(\.isWell)
      #expect(isWell)
      for index in ["facts_done", "facts_by_person", "facts_entries"] {
        #expect(schemas[0].contains { $0[0] == index })
      }
    }
  }

  @Test func `Cut short, it has not begun`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try EarlierLedger.make(path)
      let holder = try Database(path: path, busyMilliseconds: 0)
      try holder.execute("BEGIN IMMEDIATE")
      #expect(throws: LedgerError.self) { try LedgerFile.open(path, busyMilliseconds: 1) }
      try holder.execute("COMMIT")
      #expect(try holder.rows("PRAGMA user_version") { $0.integer(0) } == [1])
      #expect(try EarlierLedger.rows(holder).count == EarlierLedger.facts.count)
      #expect(try Ledger(path: path).factCount == EarlierLedger.facts.count)
    }
  }
}
