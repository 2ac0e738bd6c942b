import Coaching
import Glibc
import TestSupport
import Testing

@testable import Storage

/// The write-ahead log that earlier versions kept beside the ledger, often for weeks.
@Suite struct OldLogTests {
  /// A ledger of version 4 whose facts are in its log alone, one commit each.
  private func makeOld(_ path: String, facts: Int) throws {
    try write([], to: path)
    let database = try Database(path: path, busyMilliseconds: 0)
    for script in Schema.migrations.prefix(4) { try database.execute(script) }
    try database.execute(
      "PRAGMA application_id = \(Schema.application); PRAGMA user_version = 4"
    )
    try database.execute("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0")
    for number in 1...facts { try put(number, into: database) }
    try copy(path, to: "\(path).left")
  }

  private func put(_ number: Int, into database: Database) throws {
    try database.execute(
      """
      INSERT INTO facts (id, instant, zone, day, kind, subject, payload)
      VALUES ('fact-\(number)', 0, 'UTC', '2026-11-22', 'told', 'tip/a', '{"v":1}')
      """
    )
  }

  /// As a process that was killed leaves it.
  private func copy(_ path: String, to other: String) throws {
    for end in ["", "-wal"] {
      remove(other + end)
      if let bytes = contents(path + end) { try write(bytes, to: other + end) }
    }
    remove("\(other)-shm")
    remove("\(other)-journal")
  }

  @Test func `It is moved into the file, with all that is in it`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try makeOld(path, facts: 40)
      let left = "\(path).left"
      #expect(try Ledger(path: left).factCount == 40)
      #expect(["-wal", "-shm"].allSatisfy { contents(left + $0) == nil })
      #expect(contents(left)?[18..<21] == [1, 1, 8])
    }
  }

  @Test func `A flipped bit in it loses no fact in silence`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try makeOld(path, facts: 12)
      let log = try #require(contents("\(path).left-wal"))
      let size = 4096 + 24
      // The last commit alone cannot be told from one that was cut short.
      let last = log.indices.last { index in
        index % size == 32 && log[(index + 4)..<(index + 8)].contains { $0 != 0 }
          && index + size < log.count
      }
      let acknowledged = try #require(last) + size
      var chance = SplitMix64(seed: 1)
      let places = Array(0..<256) + (0..<60).map { _ in chance.below(acknowledged * 8) }
      let tried = "\(directory)/tried.sqlite"
      for place in places {
        try copy("\(path).left", to: tried)
        var bytes = log
        bytes[place / 8] ^= 1 << UInt8(place % 8)
        try write(bytes, to: "\(tried)-wal")
        do throws(LedgerError) {
          let count = try Ledger(path: tried).factCount
          #expect(count == 12, "bit \(place)")
        } catch {
          #expect(error.reason == .corrupt, "bit \(place): \(error)")
          #expect(contents("\(tried)-wal") == bytes, "nothing is lost yet")
        }
      }
    }
  }

  @Test func `A write that was cut short at its end is left out`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try makeOld(path, facts: 3)
      let log = try #require(contents("\(path).left-wal"))
      try write(Array(log.dropLast(100)), to: "\(path).left-wal")
      #expect(try Ledger(path: "\(path).left").factCount == 2)
    }
  }

  @Test func `A backup laid beside the log of another time is refused, and nothing is lost`() throws
  {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try makeOld(path, facts: 3)
      let backup = "\(directory)/backup.sqlite"
      let database = try Database(path: "\(path).left", busyMilliseconds: 0)
      try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      try write(try #require(contents("\(path).left")), to: backup)
      // Weeks later, with what was written in between moved into the file.
      for number in 4...200 { try put(number, into: database) }
      try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      for number in 201...203 { try put(number, into: database) }
      let log = try #require(contents("\(path).left-wal"))
      try write(log, to: "\(backup)-wal")
      let before = contents(backup)
      let error = #expect(throws: LedgerError.self) { try Ledger(path: backup) }
      #expect(error?.reason == .corrupt)
      #expect(contents(backup) == before && contents("\(backup)-wal") == log)
    }
  }

  @Test func `A log beside a ledger that has none is refused, and says what to do`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try makeOld(path, facts: 3)
      let new = "\(directory)/new.sqlite"
      try Ledger(path: new).append([draft(.told(tip: "a"))])
      let log = try #require(contents("\(path).left-wal"))
      try write(log, to: "\(new)-wal")
      let before = contents(new)
      let error = #expect(throws: LedgerError.self) { try Ledger(path: new) }
      #expect(error?.reason == .foreignFile("-wal"))
      #expect(error?.description.contains("Move \(new)-wal") == true)
      #expect(contents(new) == before && contents("\(new)-wal") == log)
      remove("\(new)-wal")
      #expect(try Ledger(path: new).factCount == 1)
    }
  }

  @Test func `While an earlier version has it open, all goes on as it knew it`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try makeOld(path, facts: 1)
      var old: Database? = try Database(path: "\(path).left", busyMilliseconds: 0)
      #expect(try old?.rows("SELECT count(*) FROM facts") { $0.integer(0) } == [1])
      let ledger = try Ledger(path: "\(path).left")
      try ledger.append([draft(.told(tip: "b"))])
      try put(7, into: try #require(old))
      #expect(try ledger.facts(from: day(0), through: day(0)).count == 3)
      #expect(try ledger.coach(around: day(0), tips: ["a", "b"]).tipTold(on: day(0)) != nil)
      old = nil
      try ledger.append([draft(.told(tip: "c"))])
      #expect(try ledger.database.rows("PRAGMA user_version") { $0.integer(0) } == [6])
      #expect(try ledger.facts(from: day(0), through: day(0)).count == 4)
    }
  }
}
