import Application
import Coaching
import Configuration
import Files
import Glibc
import TestSupport
import Testing

/// The backups that the service makes by itself.
@Suite struct DailyBackupsTests {
  private let monday = CivilDate(dayNumber: 20_780)

  /// A home with a ledger, and the settings of its backups.
  private func inHome(
    _ settings: String = "",
    _ body: (Paths, FileLedger, DailyBackups) throws -> Void
  ) throws {
    let directory = try temporaryDirectory()
    defer { remove(directory) }
    let paths = Paths(
      configuration: directory,
      ledger: "\(directory)/ledger.sqlite",
      spool: "",
      lock: "",
      shared: "",
      backups: "\(directory)/backups"
    )
    let chosen = try Settings("[backup]\n\(settings)", file: "coach.toml").backup
    let backups = try #require(DailyBackups(paths, chosen))
    try body(paths, try FileLedger(path: paths.ledger), backups)
  }

  private func tell(_ ledger: FileLedger, on day: CivilDate) throws {
    let instant = Instant(seconds: Int64(day.dayNumber) * 86_400)
    try ledger.append([Draft(instant: instant, zone: "UTC", day: day, event: .told(tip: "a"))])
  }

  @Test func `One a day, and only where something changed`() throws {
    try inHome { _, ledger, backups in
      #expect(try backups.make(of: ledger, on: monday) == nil, "nothing has happened yet")
      try tell(ledger, on: monday)
      let first = try backups.make(of: ledger, on: monday)
      #expect(first?.factCount == 1)
      try tell(ledger, on: monday)
      #expect(try backups.make(of: ledger, on: monday) == nil, "it is the same day")
      let second = try backups.make(of: ledger, on: monday.adding(days: 1))
      #expect(second?.factCount == 2)
      #expect(try backups.make(of: ledger, on: monday.adding(days: 2)) == nil, "nothing changed")
      #expect(backups.names == [second, first])
    }
  }

  @Test func `Seven days and four weeks are kept, whatever the machine was off for`() throws {
    try inHome { _, ledger, backups in
      var made: [CivilDate] = []
      for offset in Array(0..<60) + Array(100..<103) {
        let day = monday.adding(days: offset)
        try tell(ledger, on: day)
        #expect(try backups.make(of: ledger, on: day) != nil)
        made.append(day)
        let kept = backups.names.map(\.day)
        #expect(Array(kept.prefix(7)) == made.suffix(7).reversed())
        // What is older than those: of four weeks the last that there is.
        let older = made.dropLast(7)
        #expect(kept.count == min(made.count, 7) + Set(older.map(week)).sorted().suffix(4).count)
        for day in kept.dropFirst(7) {
          #expect(older.last { week($0) == week(day) } == day, "the last of its week")
        }
      }
    }
  }

  /// The week of a day, by its Monday.
  private func week(_ day: CivilDate) -> Int {
    (day.dayNumber + 3) / 7
  }

  @Test func `What the service did not make, and what holds more, is never taken away`() throws {
    try inHome("keep-days = 1\nkeep-weeks = 0") { paths, ledger, backups in
      for offset in 0..<3 {
        try tell(ledger, on: monday.adding(days: offset))
        _ = try backups.make(of: ledger, on: monday.adding(days: offset))
      }
      #expect(backups.names.count == 1)
      let old = try #require(backups.names.first)
      // A name of ours with something else in it, and names that are none of ours.
      let other = "ledger-2026-01-01-v6-7-0123456789abcdef.sqlite"
      let names = [other, "mine.sqlite", "ledger-2026-01-01.sqlite", "ledger-version-4-7.sqlite"]
      for name in names { try File.write("\(backups.directory)/\(name)", [1]) }
      // Begun anew, the ledger has not what the backups have.
      unsafe unlink(paths.ledger)
      let fresh = try FileLedger(path: paths.ledger)
      for offset in 10..<14 {
        try tell(fresh, on: monday.adding(days: offset))
        _ = try backups.make(of: fresh, on: monday.adding(days: offset))
      }
      let left = try File.names(in: backups.directory)
      for name in names + ["\(old)"] { #expect(left.contains(name), "\(name)") }
      #expect(left.count == names.count + 2)
    }
  }

  @Test func `A ledger that is gone is said to be, where there are backups of it`() throws {
    try inHome { paths, ledger, backups in
      #expect(paths.lostLedger(Settings.Backup()) == nil)
      try tell(ledger, on: monday)
      let made = try #require(try backups.make(of: ledger, on: monday))
      #expect(paths.lostLedger(Settings.Backup()) == nil)
      unsafe unlink(paths.ledger)
      let said = try #require(paths.lostLedger(Settings.Backup())).english
      #expect(said.contains("with 1 fact; to put it back: coach restore \(backups.path(of: made))"))
      #expect(said.contains("is not there any more"))
      try File.write(paths.ledger, [])
      let emptied = try #require(paths.lostLedger(Settings.Backup())).english
      #expect(emptied.contains("\(paths.ledger) is empty, and a new one begins"))
      try File.remove(backups.path(of: made))
      #expect(paths.lostLedger(Settings.Backup()) == nil)
    }
  }

  @Test func `A ledger that does not hold what it held is said to be another`() throws {
    try inHome { paths, ledger, _ in
      var memory = LedgerMemory()
      var said: [String?] = []
      let look = { said.append(memory.look(at: ledger)) }
      look()
      try tell(ledger, on: monday)
      look()
      _ = try ledger.backUp(to: "\(paths.ledger)-copy", replaces: false)
      try tell(ledger, on: monday)
      look()
      #expect(said == [nil, nil, nil])
      let earlier = try #require(try File.read("\(paths.ledger)-copy"))
      try File.write(paths.ledger, earlier)
      look()
      #expect(said.last??.contains("it has 1 fact, and not all of the 2 facts") == true)
      look()
      try tell(ledger, on: monday)
      look()
      #expect(said.suffix(2) == [nil, nil], "it is said once")
      unsafe unlink(paths.ledger)
      look()
      #expect(said.last??.contains("it has 0 facts") == true)
    }
  }

  @Test func `A damaged ledger takes no good backup's place`() throws {
    try inHome("keep-days = 1\nkeep-weeks = 0") { paths, ledger, backups in
      for _ in 0..<50 { try tell(ledger, on: monday) }
      let good = try #require(try backups.make(of: ledger, on: monday))
      try tell(ledger, on: monday)
      var bytes = try #require(try File.read(paths.ledger))
      for place in 4096..<bytes.count { bytes[place] ^= 0x10 }
      let file = unsafe open(paths.ledger, O_WRONLY)
      _ = unsafe bytes.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, 0) }
      close(file)
      // Whoever has it open already holds what was read before, and may copy that.
      #expect(throws: CommandError.self) {
        try backups.make(of: FileLedger(path: paths.ledger), on: monday.adding(days: 1))
      }
      #expect(try File.names(in: backups.directory) == ["\(good)"])
    }
  }

  static let names: [(name: String, isOurs: Bool)] = [
    ("ledger-2026-11-29-v6-1234-9f3a1b2c3d4e5f60.sqlite", true),
    ("ledger-2026-11-29-v6-1234-000000000000005a.sqlite", true),
    ("ledger-2026-11-29-v6-1234-5a.sqlite", false),
    ("ledger-2026-11-29-v6-01234-000000000000005a.sqlite", false),
    ("ledger-2026-11-29-v6-1234-000000000000005A.sqlite", false),
    ("ledger-2026-11-31-v6-1234-000000000000005a.sqlite", false),
    ("ledger-2026-11-29.sqlite", false), ("ledger-version-4-12.sqlite", false),
    ("ledger-replaced-2026-11-29-184012.sqlite", false),
    ("ledger-2026-11-29-v6-1234-9f3a1b2c3d4e5f60.sqlite.12.new", false),
  ]

  @Test(arguments: names)
  func `A name is ours or it is not`(name: String, isOurs: Bool) {
    #expect((BackupName(name)?.description == name) == isOurs)
  }

  @Test func `None are made where the person wants none, else where they say`() throws {
    var paths = Paths(configuration: "", ledger: "", spool: "", lock: "", shared: "")
    paths.backups = "/b"
    paths.home = "/h"
    let off = try Settings("[backup]\nkeep-days = 0\nkeep-weeks = 0", file: "c").backup
    #expect(DailyBackups(paths, off) == nil)
    let own = try Settings("[backup]\ndirectory = \"~/my/copies\"", file: "c").backup
    #expect(DailyBackups(paths, own)?.directory == "/h/my/copies")
    paths.home = ""
    #expect(DailyBackups(paths, Settings.Backup())?.directory == "/b")
  }
}
