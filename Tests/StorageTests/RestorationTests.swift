import Coaching
import Glibc
import Testing

@testable import Storage

/// A backup takes the ledger's place whole, and what was there is kept.
@Suite struct RestorationTests {
  private func events(_ path: String) throws -> [Event] {
    try Ledger(path: path).facts(from: day(-9), through: day(9)).map(\.event)
  }

  private func told(_ tips: String) -> [Draft] {
    tips.enumerated().map { draft(.told(tip: "\($1)"), $0) }
  }

  /// A ledger with some tips told, a day each, as it was at the first `count` of them and is now.
  private func make(_ tips: String, in directory: String, backedUpAfter count: Int) throws -> Ledger
  {
    let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
    for (index, fact) in told(tips).enumerated() {
      if index == count { try ledger.backUp(to: "\(directory)/backup") }
      try ledger.append([fact])
    }
    return ledger
  }

  @Test func `It says what it replaces, day by day, and keeps it`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let daemon = try make("abcd", in: directory, backedUpAfter: 2)
      let before = contents("\(directory)/backup")
      let restoration = try Restoration(of: "\(directory)/backup", to: path)
      #expect(restoration.brings.factCount == 2)
      #expect(restoration.brings.lastDay == day(1))
      let losses = [2, 3].map { Restoration.Loss(day: day($0), factCount: 1) }
      #expect(restoration.replaces == .ledger(try daemon.extent, losses: losses))
      #expect(try daemon.factCount == 4)
      let kept = try restoration.carryOut(at: "now")
      #expect(kept == "\(directory)/ledger-replaced-now.sqlite")
      #expect(try daemon.factCount == 2)
      try daemon.append([draft(.told(tip: "e"))])
      #expect(try events(path) == "abe".map { .told(tip: "\($0)") })
      #expect(try events("\(directory)/ledger-replaced-now.sqlite").count == 4)
      #expect(contents("\(directory)/backup") == before)
      #expect(mode(path) == 0o600)
    }
  }

  @Test func `Put back over itself nothing is lost, and each time another is kept`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      _ = try make("ab", in: directory, backedUpAfter: 1)
      for name in [
        "ledger-replaced-now.sqlite", "ledger-replaced-now-2.sqlite",
        "ledger-replaced-now-3.sqlite",
      ] {
        try Ledger(path: path).backUp(to: "\(directory)/backup", replaces: true)
        let restoration = try Restoration(of: "\(directory)/backup", to: path)
        guard case .ledger(let extent, let losses) = restoration.replaces else {
          Issue.record("\(restoration.replaces)")
          return
        }
        #expect(losses.isEmpty && extent == restoration.brings)
        #expect(try restoration.carryOut(at: "now") == "\(directory)/\(name)")
      }
      #expect(try events(path).count == 2)
    }
  }

  @Test func `What was written since it was looked at is not replaced unseen`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let daemon = try make("abc", in: directory, backedUpAfter: 1)
      let restoration = try Restoration(of: "\(directory)/backup", to: path)
      try daemon.append([draft(.told(tip: "d"))])
      let error = #expect(throws: BackupError.self) {
        try restoration.carryOut(at: "now")
      }
      #expect(error?.reason == .changed)
      #expect(try daemon.factCount == 4)
      #expect(contents("\(directory)/ledger-replaced-now.sqlite") == nil)
    }
  }

  @Test func `A second name that a kill left to the ledger goes with the next`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      _ = try make("ab", in: directory, backedUpAfter: 1)
      #expect(unsafe link(path, "\(directory)/ledger-replaced-before.sqlite") == 0)
      _ = try Restoration(of: "\(directory)/backup", to: path).carryOut(at: "now")
      #expect(contents("\(directory)/ledger-replaced-before.sqlite") == nil)
      #expect(try events("\(directory)/ledger-replaced-now.sqlite").count == 2)
    }
  }

  @Test func `Nothing is left of one that was not carried out`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      _ = try make("abc", in: directory, backedUpAfter: 1)
      let staged = "\(path).\(getpid()).new"
      do {
        let restoration = try Restoration(of: "\(directory)/backup", to: path)
        #expect(contents(staged) != nil)
        withExtendedLifetime(restoration) {}
      }
      #expect(contents(staged) == nil)
    }
  }

  @Test func `A damaged ledger is replaced and kept with all that lies beside it`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      _ = try make("abc", in: directory, backedUpAfter: 2)
      var bytes = try #require(contents(path))
      for place in 4000..<9000 { bytes[place] ^= 0xFF }
      try write(bytes, to: path)
      try write([1, 2, 3], to: "\(path)-wal")
      for source in ["\(directory)/backup", nil] {
        let restoration = try Restoration(of: source, to: path)
        guard case .damaged = restoration.replaces else {
          Issue.record("\(restoration.replaces)")
          return
        }
        let kept = try #require(try restoration.carryOut(at: "now"))
        #expect(contents(kept) == bytes)
        #expect(contents("\(kept)-wal") == [1, 2, 3])
        #expect(contents("\(path)-wal") == nil)
        #expect(try events(path).count == (source == nil ? 0 : 2))
        try write(bytes, to: path)
        try write([1, 2, 3], to: "\(path)-wal")
      }
    }
  }

  @Test func `Without a ledger there is nothing to replace`() throws {
    try inTemporaryDirectory { directory in
      _ = try make("ab", in: directory, backedUpAfter: 1)
      let path = "\(directory)/a/b/ledger.sqlite"
      let restoration = try Restoration(of: "\(directory)/backup", to: path)
      #expect(restoration.replaces == .nothing)
      #expect(try restoration.carryOut(at: "now") == nil)
      #expect(try events(path) == [.told(tip: "a")])
    }
  }

  @Test func `A ledger behind a link is replaced where it lies`() throws {
    try inTemporaryDirectory { directory in
      _ = try make("abc", in: directory, backedUpAfter: 1)
      let link = "\(directory)/link.sqlite"
      unsafe symlink("ledger.sqlite", link)
      _ = try Restoration(of: "\(directory)/backup", to: link).carryOut(at: "now")
      #expect(try events("\(directory)/ledger.sqlite") == [.told(tip: "a")])
      var status = stat()
      #expect(unsafe lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }
  }

  @Test(arguments: 1..<5) func `An earlier version is brought to this one, and stays as it is`(
    _ version: Int
  ) throws {
    try inTemporaryDirectory { directory in
      let backup = "\(directory)/backup"
      try EarlierLedger.make(backup, version: version)
      let before = contents(backup)
      let path = "\(directory)/ledger.sqlite"
      let restoration = try Restoration(of: backup, to: path)
      #expect(restoration.brings.factCount == EarlierLedger.facts.count)
      #expect(restoration.brings.version == Schema.version)
      _ = try restoration.carryOut(at: "now")
      let isWell = Ledger.examine(path).allSatisfy(\.isWell)
      #expect(isWell)
      #expect(contents(backup) == before)
      #expect(contents("\(backup)-wal") == nil)
    }
  }

  @Test func `What another program copied is a backup too`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try make("abc", in: directory, backedUpAfter: 9)
      let backup = "\(directory)/backup"
      try Database(path: ledger.database.path, busyMilliseconds: 0)
        .execute("VACUUM INTO '\(backup)'")
      let restoration = try Restoration(of: backup, to: "\(directory)/other.sqlite")
      _ = try restoration.carryOut(at: "now")
      #expect(try events("\(directory)/other.sqlite").count == 3)
    }
  }

  /// What is no backup, and how it is refused.
  private static let refusals: [(name: String, words: String)] = [
    ("none", "There is no file"), ("sub", "is no backup: it is empty, or no file"),
    ("empty", "is no backup: it is empty, or no file"),
    ("ledger.sqlite", "is the ledger itself; name a backup"),
    ("hard", "is the ledger itself; name a backup"), ("text", "is no ledger: it does not begin as"),
    ("newer", "was written by a newer coach"), ("other", "a database of another program"),
    ("flipped", "is damaged"), ("cut", "is damaged"), ("missing", "missing facts of 2026-11-22"),
  ]

  @Test(arguments: refusals)
  func `What is no backup is refused, and nothing is changed`(
    _ refusal: (name: String, words: String)
  ) throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let ledger = try make("abcd", in: directory, backedUpAfter: 3)
      let whole = try #require(contents("\(directory)/backup"))
      unsafe link(path, "\(directory)/hard")
      unsafe mkdir("\(directory)/sub", 0o700)
      var flipped = whole
      for place in 8200..<12_000 { flipped[place] ^= 1 }
      for (name, bytes) in [
        ("empty", []), ("text", Array("no ledger at all, and long enough".utf8)),
        ("flipped", flipped), ("cut", Array(whole.prefix(whole.count / 2))),
        ("newer", whole), ("other", whole), ("missing", whole),
      ] { try write(bytes, to: "\(directory)/\(name)") }
      try alter("newer", "PRAGMA user_version = 99", in: directory)
      try alter("other", "PRAGMA application_id = 7", in: directory)
      let script = "DROP TRIGGER facts_are_not_removed; DELETE FROM facts WHERE sequence = 2"
      try alter("missing", script, in: directory)
      let error = #expect(throws: BackupError.self) {
        _ = try Restoration(of: "\(directory)/\(refusal.name)", to: path)
      }
      let words = error?.description ?? ""
      #expect(words.contains(refusal.words), "\(words)")
      #expect(try ledger.factCount == 4)
      #expect(contents("\(path).\(getpid()).new") == nil)
    }
  }

  /// What another program does to a file, sealed again so that only that is another.
  private func alter(_ name: String, _ script: String, in directory: String) throws {
    let database = try Database(path: "\(directory)/\(name)", busyMilliseconds: 0)
    database.isStrict = true
    try database.execute(script)
  }
}
