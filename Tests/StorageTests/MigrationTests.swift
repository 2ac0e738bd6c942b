import Coaching
import Testing

@testable import Storage

/// A ledger that an earlier version made is brought to this one, and loses nothing.
@Suite struct MigrationTests {
  private static let id = "0b0e7a34-3f0b-4c56-9a3a-00000000000"

  /// What the first version wrote, by its own script and in its own words.
  private static let facts = [
    ["told", "tip/smile", #"{"v":1}"#, "2026-11-22"],
    [
      "prompted", "morning/2026-11-22",
      #"{"v":1,"due":1795329000000000,"until":1795343400000000,"questions":["sleep"]}"#,
      "2026-11-22",
    ],
    [
      "answered", "question/energy", #"{"v":1,"type":"scale","answer":"3","from":"command"}"#,
      "2026-11-21",
    ],
    [
      "answered", "question/energy", #"{"v":1,"type":"scale","answer":"8","from":"command"}"#,
      "2026-11-22",
    ],
    ["undone", "\(id)4", #"{"v":1}"#, "2026-11-22"],
    ["promised", "promise/1", #"{"v":1,"deep":[1]}"#, "2026-11-22"],
  ]

  /// Makes a ledger of an earlier version.
  private func makeFirst(_ path: String, version: Int = 1) throws {
    try write([], to: path)
    let database = try Database(path: path, busyMilliseconds: 0)
    for script in Schema.migrations.prefix(version) { try database.execute(script) }
    try database.execute(
      "PRAGMA application_id = \(Schema.application); PRAGMA user_version = \(version)"
    )
    try database.execute("PRAGMA journal_mode = WAL")
    for (index, fact) in Self.facts.enumerated() {
      try database.rows(
        """
        INSERT INTO facts (id, instant, zone, day, kind, subject, payload)
        VALUES (?1, 1795329000000000, 'Europe/Berlin', ?2, ?3, ?4, ?5)
        """,
        [.text("\(Self.id)\(index + 1)"), .text(fact[3])] + fact.prefix(3).map(Value.text)
      ) { _ in }
    }
  }

  private func rows(_ database: Database) throws -> [[String]] {
    try database.rows("SELECT * FROM facts ORDER BY sequence") { row in
      (0..<8).map { row.text($0) }
    }
  }

  @Test func `What the first version wrote is all there, and means the same`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try makeFirst(path)
      let before = try rows(try Database(path: path, busyMilliseconds: 0))
      #expect(before.count == Self.facts.count)
      let ledger = try Ledger(path: path)
      #expect(try ledger.database.rows("PRAGMA user_version") { $0.integer(0) } == [Schema.version])
      #expect(try rows(ledger.database) == before)
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
      try makeFirst(path)
      let ledger = try Ledger(path: path)
      #expect(try ledger.lastDone(limit: 9).map(\.id) == ["\(Self.id)3"])
      let pause = try ledger.append([draft(.paused(until: .distantFuture), 5)])
      #expect(try ledger.lastDone(limit: 9).map(\.id) == [pause[0].id, "\(Self.id)3"])
      #expect(pause[0].sequence == Int64(Self.facts.count) + 1)
    }
  }

  @Test(arguments: 1..<5)
  func `What one could not take back before it can be taken back after it`(
    _ version: Int
  ) throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try makeFirst(path, version: version)
      let insert = """
        INSERT INTO facts (id, instant, zone, day, kind, subject, payload)
        VALUES ('\(Self.id)9', 0, 'UTC', '2026-11-22', 'hesitated', 'tip/smile', ?1)
        """
      try Database(path: path, busyMilliseconds: 0)
        .rows(insert, [.text(#"{"v":1,"obstacle":1}"#)]) { _ in }
      let ledger = try Ledger(path: path)
      #expect(try ledger.lastDone(limit: 1).map(\.id) == ["\(Self.id)9"])
      #expect(try ledger.database.rows("PRAGMA user_version") { $0.integer(0) } == [6])
    }
  }

  @Test(arguments: 1..<5) func `It is made as a new one is`(_ version: Int) throws {
    try inTemporaryDirectory { directory in
      try makeFirst("\(directory)/old.sqlite", version: version)
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
      try makeFirst(path)
      let holder = try Database(path: path, busyMilliseconds: 0)
      try holder.execute("BEGIN IMMEDIATE")
      #expect(throws: LedgerError.self) { try LedgerFile.open(path, busyMilliseconds: 1) }
      try holder.execute("COMMIT")
      #expect(try holder.rows("PRAGMA user_version") { $0.integer(0) } == [1])
      #expect(try rows(holder).count == Self.facts.count)
      #expect(try Ledger(path: path).factCount == Self.facts.count)
    }
  }
}
