import Application
import Coaching
import Configuration
import Files
import Glibc
import Testing

/// What the doctor sees of files: each broken home says its remedy, and a whole one nothing.
@Suite struct InspectionTests {
  /// A home with a ledger and a backup of today, before it is broken.
  private func inHome(_ body: (Paths, inout Premises) throws -> Void) throws {
    let directory = try temporaryDirectory()
    defer { _ = unsafe system("rm -rf \(directory)") }
    let paths = Paths(
      configuration: "\(directory)/config",
      ledger: "\(directory)/data/ledger.sqlite",
      spool: "\(directory)/state/spool",
      lock: "\(directory)/state/lock",
      shared: "",
      backups: "\(directory)/state/backups"
    )
    try File.makeDirectories("\(paths.configuration)/decks")
    try File.makeDirectories(paths.spool)
    let today = CivilDate(dayNumber: 20_780)
    let ledger = try FileLedger(path: paths.ledger)
    for number in 0..<40 { try ledger.append([told(number, on: today)]) }
    _ = try DailyBackups(paths, Settings.Backup())?.make(of: ledger, on: today)
    var premises = Premises(
      paths: paths,
      configuration: .success(Configuration(Teaching())),
      owner: getuid(),
      today: today
    )
    #expect(amiss(premises).isEmpty)
    try body(paths, &premises)
  }

  private func told(_ number: Int, on day: CivilDate) -> Draft {
    let instant = Instant(seconds: Int64(day.dayNumber) * 86_400)
    return Draft(instant: instant, zone: "UTC", day: day, event: .told(tip: "tip-\(number)"))
  }

  private func amiss(_ premises: Premises) -> [Checkup] {
    Inspection.ofFiles.flatMap { $0.look(premises) }.filter { $0.verdict == .amiss }
  }

  /// The one thing that is amiss, as “name: what is seen”, and its remedy.
  private func only(_ premises: Premises) -> (says: String, remedy: String) {
    let found = amiss(premises)
    #expect(found.count == 1, "\(found)")
    return ("\(found.first?.name ?? ""): \(found.first?.english ?? "")", found.first?.todo ?? "")
  }

  @Test func `A ledger that is gone or holds nothing, where there are backups`() throws {
    try inHome { paths, premises in
      let backup = try #require(DailyBackups(paths, Settings.Backup()))
      let newest = backup.path(of: try #require(backup.names.first))
      let begin: [() throws -> Void] = [
        {}, { try File.write(paths.ledger, []) }, { _ = try FileLedger(path: paths.ledger) },
      ]
      for begins in begin {
        unsafe unlink(paths.ledger)
        try begins()
        #expect(only(premises).says.contains("has 40 facts, and the ledger none"))
        #expect(only(premises).remedy == "coach restore \(newest)")
      }
    }
  }

  @Test func `Permissions and whose it is`() throws {
    try inHome { paths, premises in
      #expect(unsafe chmod(paths.spool, 0o755) == 0)
      #expect(only(premises).says == "permissions: others may read \(paths.spool)")
      #expect(only(premises).remedy == "chmod 700 \(paths.spool)")
      #expect(unsafe chmod(paths.spool, 0o700) == 0)
      #expect(unsafe chmod(paths.configuration, 0o777) == 0)
      #expect(only(premises).says == "permissions: others may write to \(paths.configuration)")
      #expect(unsafe chmod(paths.configuration, 0o755) == 0)
      #expect(amiss(premises).isEmpty)
      premises.owner = getuid() + 1
      #expect(amiss(premises).allSatisfy { $0.todo?.hasPrefix("sudo chown -R ") == true })
      #expect(!amiss(premises).isEmpty)
    }
  }

  @Test func `A configuration that is refused, or a link that leads nowhere`() throws {
    try inHome { paths, premises in
      premises.configuration = .failure(CommandError(.configuration, words: "coach.toml:1: no"))
      #expect(only(premises).says == "configuration: coach.toml:1: no")
      premises.configuration = .success(Configuration(Teaching()))
      unsafe symlink("/nowhere/at/all", paths.ownFile)
      #expect(only(premises).says.hasSuffix("coach.toml is a link that leads nowhere"))
      #expect(only(premises).remedy.hasSuffix("rm \(paths.ownFile)"))
    }
  }

  @Test(
    arguments: [
      "mine.sync-conflict-20261129-101112-ABCDEFG.toml", "mine (copy).toml",
      "mine.toml~", "mine.toml.bak", ".#mine.toml", "mine.toml.orig",
      "mine (conflicted copy 2026-11-29).toml",
    ]
  ) func `A copy that another program made is no deck of theirs`(_ name: String) throws {
    try inHome { paths, premises in
      try File.write("\(paths.configuration)/decks/\(name)", Array("[[tip]]".utf8))
      #expect(only(premises).says.contains("looks like a copy that another program made"))
    }
  }

  @Test func `An id that two decks have, and not one that a deck has once`() throws {
    try inHome { paths, premises in
      let tip = Array("[[tip]]\nid = \"walk\"\ntitle = \"W\"\naction = \"Walk.\"\n".utf8)
      try File.write("\(paths.configuration)/decks/a.toml", tip)
      #expect(amiss(premises).isEmpty)
      try File.write("\(paths.configuration)/decks/b.toml", tip)
      #expect(only(premises).says.contains("what is named “walk” here is in a.toml too"))
    }
  }

  @Test func `A spool that is no directory`() throws {
    try inHome { paths, premises in
      unsafe rmdir(paths.spool)
      try File.write(paths.spool, [1])
      #expect(
        only(premises).says
          == "spool: \(paths.spool) is no directory, so no prompt can be put there"
      )
      #expect(only(premises).remedy == "Move it away: mv \(paths.spool) \(paths.spool).old")
    }
  }

  @Test func `Backups that are missing, damaged or old`() throws {
    try inHome { paths, premises in
      let backups = try #require(DailyBackups(paths, Settings.Backup()))
      let path = backups.path(of: try #require(backups.names.first))
      let whole = try #require(try File.read(path))
      try File.write(path, whole.map { $0 ^ 1 })
      #expect(only(premises).says.hasPrefix("backups: the newest, \(path), is damaged"))
      try File.write(path, whole)
      premises.today = premises.today.adding(days: 30)
      #expect(amiss(premises).isEmpty, "nothing changed in a month")
      try FileLedger(path: paths.ledger).append([told(50, on: premises.today)])
      #expect(only(premises).says.contains("the ledger has changed since"))
      try File.remove(path)
      #expect(only(premises).says.hasPrefix("backups: there is none in "))
    }
  }

  @Test func `A damaged ledger names the backup to put back`() throws {
    try inHome { paths, premises in
      let backups = try #require(DailyBackups(paths, Settings.Backup()))
      let path = backups.path(of: try #require(backups.names.first))
      var bytes = try #require(try File.read(paths.ledger))
      for place in stride(from: 4096, to: bytes.count, by: 7) { bytes[place] ^= 0x55 }
      try File.write(paths.ledger, bytes)
      let ledger = amiss(premises).first { $0.name == "ledger" }
      #expect(ledger?.english.contains("is damaged") == true)
      #expect(ledger?.todo == "coach restore \(path)")
    }
  }
}
