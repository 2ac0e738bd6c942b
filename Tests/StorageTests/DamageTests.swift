import Coaching
import Glibc
import TestSupport
import Testing

@testable import Storage

/// Whatever becomes of the bytes of a ledger: what is read is what was written, or an error says
/// that it is not.
@Suite struct DamageTests {
  /// A week of a life, with an entry of each list and an absence.
  private static func life(at path: String) throws {
    let ledger = try Ledger(path: path)
    var life = TwentyYears(seed: 7, through: day(0), years: 0)
    try ledger.append((-6...0).flatMap { life.drafts(of: day($0)) })
    try ledger.enter(on: .promise) { id in
      draft(.entered(Entry(id: id, kind: "promise", text: "call")))
    }
    try ledger.enter(on: .note) { id in
      draft(.entered(Entry(id: id, kind: "thanks", text: "for the seat")))
    }
    try ledger.append([draft(.away(from: day(3), through: day(5)), 5), draft(.stepped(to: 2))])
  }

  /// All that a ledger can be asked.
  private static func everything(_ path: String) throws -> [String] {
    let ledger = try Ledger(path: path)
    let questions = ["sleep", "offer", "energy", "help", "tip"]
    let (first, last) = (day(-400), day(400))
    return [
      "\(try ledger.factCount)", "\(try ledger.facts(from: first, through: last))",
      "\(try ledger.answers(from: first, through: last))",
      "\(try ledger.answers(to: questions, from: first, through: last))",
      "\(String(describing: try ledger.answer(to: "energy", on: day(-1))))",
      "\(try ledger.lastDone(limit: 9))", "\(try ledger.answeredQuestions())",
      "\(try ledger.coach(around: day(0), tips: TwentyYears.tips, spaced: questions, notes: []))",
      "\(try ledger.coach(around: day(30), tips: TwentyYears.tips, notes: ["thanks"]))",
      "\(try ledger.lastAnswers(to: questions, before: day(1), limit: 3))",
      "\(try ledger.histories(of: questions, through: last))",
      "\(try ledger.histories(of: questions, from: day(-2), through: last))",
      "\(try ledger.entries(of: .promise))", "\(try ledger.openEntries(of: .note))",
      "\(String(describing: try ledger.entry(Entry.ID(.note, 1))))",
      "\(try ledger.closings(since: first))", "\(try ledger.factCount(of: Entry.ID(.note, 1)))",
    ]
  }

  /// Reads all of a ledger of these bytes; nil where an error says that it is damaged.
  private func read(_ bytes: [UInt8], in directory: String) throws -> [String]? {
    let path = "\(directory)/damaged.sqlite"
    try write(bytes, to: path)
    for end in ["-wal", "-shm", "-journal"] { remove(path + end) }
    do {
      return try Self.everything(path)
    } catch let error as LedgerError {
      var said: [LedgerError.Reason] = [.corrupt, .notADatabase]
      if bytes.count < 100 { said.append(.notALedger(application: 0)) }
      #expect(said.contains(error.reason), "\(error)")
      return nil
    }
  }

  @Test func `However many bits flip, no answer changes in silence`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Self.life(at: path)
      let whole = try #require(contents(path))
      let written = try Self.everything(path)
      var chance = SplitMix64(seed: 20_779)
      // Bits of each byte of the header, and some of the rest.
      let places =
        Array(stride(from: 0, to: 800, by: 3))
        + (0..<200).map { _ in chance.below(whole.count * 8) }
      var found = 0
      for place in places {
        var bytes = whole
        bytes[place / 8] ^= 1 << UInt8(place % 8)
        let read = try read(bytes, in: directory)
        if read == nil { found += 1 } else { #expect(read == written, "bit \(place)") }
      }
      // Some lie where nothing is kept.
      #expect(found > places.count / 3)
    }
  }

  @Test func `A file that was cut is found, wherever it was`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Self.life(at: path)
      let whole = try #require(contents(path))
      let written = try Self.everything(path)
      for kept in [1, 16, 99, 100, 512, 4095, 4096, 5000, whole.count / 2, whole.count - 100] {
        let read = try read(Array(whole.prefix(kept)), in: directory)
        // The last page may end with room that nothing takes.
        #expect(read == nil || kept == whole.count - 100 && read == written, "\(kept)")
      }
      // Not even a write goes through.
      try write(Array(whole.prefix(whole.count / 2)), to: path)
      let error = #expect(throws: LedgerError.self) {
        try Ledger(path: path).append([draft(.told(tip: "a"))])
      }
      #expect(error?.reason == .corrupt)
    }
  }

  @Test func `A page that was written to another's place is found`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Self.life(at: path)
      var bytes = try #require(contents(path))
      bytes.replaceSubrange(4096..<8192, with: bytes[8192..<12_288])
      let read = try read(bytes, in: directory)
      #expect(read == nil)
    }
  }

  /// What another program does to a ledger, and what is said of it.
  private static let changes: [(script: String, words: String)] = [
    (
      "UPDATE facts SET payload = replace(payload, 'answer', 'Answer') WHERE sequence = 20",
      "changed facts of 2026-11-16"
    ),
    ("UPDATE facts SET day = '2026-11-30' WHERE sequence = 20", "changed facts of 2026-11-30"),
    ("UPDATE facts SET checksum = checksum + 1 WHERE sequence = 20", "changed facts of 2026-11-16"),
    ("UPDATE facts SET instant = 0 WHERE sequence = 1", "changed facts of 2026-11-16"),
    ("DELETE FROM facts WHERE sequence = 30", "missing facts of 2026-11-1"),
    ("DELETE FROM facts WHERE sequence = 1", "missing facts of 2026-11-16"),
    ("DELETE FROM facts WHERE sequence > 150", "missing facts of 2026-11-2"),
    ("DELETE FROM facts", "missing facts of 1970-01-01"),
    (
      "INSERT INTO facts (id, instant, zone, day, kind, subject, payload) "
        + "VALUES ('x', 0, 'UTC', '2026-11-25', 'told', 'tip/a', '{\"v\":1}')",
      "facts of another program of 2026-11-25"
    ),
    ("UPDATE head SET sequence = sequence + 1", "missing facts of 2026-11-2"),
    ("DELETE FROM head", "the head is missing"),
    ("DROP INDEX facts_done", "its tables are not those that coach makes"),
  ]

  @Test(arguments: changes)
  func `What another program changed is found by whoever reads, and named by its day`(
    _ change: (script: String, words: String)
  ) throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Self.life(at: path)
      let open = try Ledger(path: path)
      do {
        let other = try Database(path: path, busyMilliseconds: 0)
        for kind in ["changed", "removed", "replaced"] {
          try other.execute("DROP TRIGGER facts_are_not_\(kind)")
        }
        try other.execute(change.script)
        // As it was, so that nothing but the facts is another.
        let guards = Schema.migrations[0].split(separator: ";\n\nCREATE TRIGGER", maxSplits: 1)
        try other.execute("CREATE TRIGGER\(guards[1])")
      }
      for read in [{ _ = try Self.everything(path) }, { _ = try open.factCount }] {
        let error = #expect(throws: LedgerError.self) { try read() }
        #expect(error?.reason == .corrupt)
        #expect(error?.detail.contains(change.words) == true, "\(String(describing: error))")
      }
      let error = #expect(throws: LedgerError.self) { try open.append([draft(.told(tip: "a"))]) }
      #expect(error?.reason == .corrupt)
    }
  }

  /// Whoever knows of the sums, or a memory that flipped a bit before the page was sealed.
  @Test(arguments: changes.prefix(8))
  func `What was changed under right sums is found by whoever reads`(
    _ change: (script: String, words: String)
  ) throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Self.life(at: path)
      do {
        let other = try LedgerFile.open(path)
        try other.execute("DROP TRIGGER facts_are_not_changed; DROP TRIGGER facts_are_not_removed")
        try other.execute(change.script)
        try other.transaction(for: .alone) { () throws(LedgerError) in try other.seal() }
      }
      let error = #expect(throws: LedgerError.self) { _ = try Self.everything(path) }
      #expect(error?.reason == .corrupt)
    }
  }

  @Test(
    arguments: [
      "VACUUM", "PRAGMA user_version = 6", "REINDEX", "PRAGMA journal_mode = WAL; REINDEX",
      "CREATE TABLE mine (a); DROP TABLE mine",
    ]
  )
  func `What another program only tidied up is sealed anew and goes on`(_ script: String) throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Self.life(at: path)
      let written = try Self.everything(path)
      let open = try Ledger(path: path)
      try Database(path: path, busyMilliseconds: 0).execute(script)
      #expect(try open.append([draft(.told(tip: "a"))]).count == 1)
      #expect(try Self.everything(path) != written)
      let database = open.database
      let wrong = try database.transaction(for: .reading) { () throws(LedgerError) in
        try database.countWrongPages()
      }
      #expect(wrong == 0)
      #expect(try open.factCount == Ledger(path: path).factCount)
    }
  }

  @Test func `A copy that another program made is a ledger too`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Self.life(at: path)
      let written = try Self.everything(path)
      let copy = "\(directory)/copy.sqlite"
      try Database(path: path, busyMilliseconds: 0).execute("VACUUM INTO '\(copy)'")
      #expect(try Self.everything(copy) == written)
    }
  }
}
