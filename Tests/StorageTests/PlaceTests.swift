import Coaching
import Glibc
import Testing

@testable import Storage

/// A fact is acknowledged when the file that lies at the path holds it, whatever lay there before.
@Suite struct PlaceTests {
  private func copy(_ path: String, to other: String) throws {
    try write(try #require(contents(path)), to: other)
  }

  private func facts(_ path: String) throws -> [Event] {
    try Ledger(path: path).facts(from: day(0), through: day(0)).map(\.event)
  }

  @Test func `A backup that was put back is what is written to and read`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let daemon = try Ledger(path: path)
      try daemon.append([draft(.told(tip: "a"))])
      try copy(path, to: "\(directory)/backup")
      try daemon.append([draft(.told(tip: "b"))])
      // By rename, by removal and copy, and by copying over it.
      #expect(unsafe rename("\(directory)/backup", path) == 0)
      #expect(try daemon.factCount == 1)
      try daemon.append([draft(.told(tip: "c"))])
      #expect(try facts(path) == [.told(tip: "a"), .told(tip: "c")])
      try copy(path, to: "\(directory)/backup")
      try daemon.append([draft(.told(tip: "d"))])
      try copy("\(directory)/backup", to: path)
      try daemon.append([draft(.told(tip: "e"))])
      #expect(try facts(path) == [.told(tip: "a"), .told(tip: "c"), .told(tip: "e")])
    }
  }

  @Test func `One that was removed is made anew before the next write`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/sub/ledger.sqlite"
      let daemon = try Ledger(path: path)
      try daemon.append([draft(.told(tip: "a"))])
      remove("\(directory)/sub")
      try daemon.append([draft(.told(tip: "b"))])
      #expect(try facts(path) == [.told(tip: "b")])
    }
  }

  @Test func `One that is empty is begun anew only where it has no backups`() throws {
    try inTemporaryDirectory { directory in
      let (path, backups) = ("\(directory)/ledger.sqlite", "\(directory)/backups")
      empty(path)
      #expect(unsafe mkdir(backups, 0o700) == 0)
      try Ledger(path: path, keepingEarlierIn: backups).append([draft(.told(tip: "a"))])
      try Ledger(path: path).backUp(to: "\(backups)/ledger-1.sqlite")
      empty(path)
      let error = #expect(throws: LedgerError.self) {
        try Ledger(path: path, keepingEarlierIn: backups)
      }
      #expect(error?.reason == .corrupt)
      #expect(error?.detail == "it is empty, and \(backups) has backups")
    }
  }

  /// Leaves a file with nothing in it.
  private func empty(_ path: String) {
    close(unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600))
  }

  @Test func `One that takes its place in the midst of a write gets the fact too`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let daemon = try Ledger(path: path)
      try daemon.append([draft(.told(tip: "a"))])
      try copy(path, to: "\(directory)/backup")
      try daemon.append([draft(.told(tip: "b"))])
      var isFirst = true
      let written = try daemon.writing { _ in
        if isFirst { _ = unsafe rename("\(directory)/backup", path) }
        isFirst = false
        return [draft(.told(tip: "c"))]
      }
      #expect(try facts(path) == [.told(tip: "a"), .told(tip: "c")])
      #expect(written.map(\.sequence) == [2])
    }
  }

  @Test func `Where others take its place again and again, it is not said to be written`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let daemon = try Ledger(path: path)
      try daemon.append([draft(.told(tip: "a"))])
      for number in 0..<3 { try copy(path, to: "\(directory)/\(number)") }
      var number = 0
      let error = #expect(throws: LedgerError.self) {
        try daemon.writing { _ in
          _ = unsafe rename("\(directory)/\(number)", path)
          number += 1
          return [draft(.told(tip: "b"))]
        }
      }
      #expect(error?.reason == .replaced)
    }
  }

  @Test func `A journal that was not written for the file is refused, and changes nothing`() throws
  {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let ledger = try Ledger(path: path)
      try ledger.append([draft(.told(tip: "a"))])
      try copy(path, to: "\(directory)/old")
      for _ in 0..<5 { try ledger.append([draft(.told(tip: "b"))]) }
      let (journal, half) = try cutShort(path, in: directory)
      // Where it belongs, the write that was cut short is taken back.
      try write(half, to: "\(directory)/half")
      try write(journal, to: "\(directory)/half-journal")
      #expect(try Ledger(path: "\(directory)/half").factCount == 6)
      try write(journal, to: "\(directory)/old-journal")
      let before = contents("\(directory)/old")
      let error = #expect(throws: LedgerError.self) { try Ledger(path: "\(directory)/old") }
      #expect(error?.reason == .foreignFile("-journal"))
      #expect(contents("\(directory)/old") == before)
      #expect(contents("\(directory)/old-journal") == journal)
      // Nor is one used whose pages were changed, or one whose ledger is lost.
      var changed = journal
      changed[600] ^= 1
      try write(half, to: "\(directory)/half")
      try write(changed, to: "\(directory)/half-journal")
      #expect(throws: LedgerError.self) { try Ledger(path: "\(directory)/half") }
      try write(journal, to: "\(directory)/lost-journal")
      #expect(throws: LedgerError.self) { try Ledger(path: "\(directory)/lost") }
    }
  }

  /// The journal and the file of a write that is about to end.
  private func cutShort(
    _ path: String,
    in directory: String
  ) throws -> (journal: [UInt8], file: [UInt8]) {
    let ledger = try Ledger(path: path)
    // So little memory that pages go into the file before the end.
    try ledger.database.execute("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
    let long = String(repeating: "long ", count: 20_000)
    try ledger.database.execute("UPDATE head SET sequence = sequence + 1")
    try ledger.database.execute(
      "CREATE TABLE filler (a); INSERT INTO filler VALUES ('\(long)'), ('\(long)')"
    )
    let left = (
      journal: try #require(contents("\(path)-journal")), file: try #require(contents(path))
    )
    try ledger.database.execute("ROLLBACK")
    return left
  }
}
