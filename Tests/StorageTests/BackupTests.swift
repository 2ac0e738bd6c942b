import Coaching
import Glibc
import SyncRecorder
import Testing

@testable import Storage

/// A copy of a ledger is a ledger, whole or not there.
@Suite struct BackupTests {
  private func facts(_ path: String) throws -> [Fact] {
    try Ledger(path: path).facts(from: day(-9), through: day(9))
  }

  private func names(in directory: String) -> [String] {
    var names: [String] = []
    guard let open = unsafe opendir(directory) else { return names }
    defer { unsafe closedir(open) }
    while let entry = unsafe readdir(open) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      // The journal of a ledger that is open is there and empty.
      let isEmpty = name.hasSuffix("-journal") && contents("\(directory)/\(name)") == []
      if name != ".", name != "..", !isEmpty { names.append(name) }
    }
    return names.sorted()
  }

  /// A ledger with a few days, which stays open, as with the service.
  private func life(_ path: String) throws -> Ledger {
    let ledger = try Ledger(path: path)
    var life = TwentyYears(seed: 3, through: day(0), years: 0)
    try ledger.append((-6...0).flatMap { life.drafts(of: day($0)) })
    try ledger.append([draft(.away(from: day(3), through: day(5)), 5)])
    return ledger
  }

  @Test func `It holds every fact, and says how many and up to when`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let ledger = try life(path)
      let copy = "\(directory)/copy"
      let extent = try ledger.backUp(to: copy)
      let now = try ledger.extent
      #expect(extent == now)
      // An absence lies ahead: the backup is up to today all the same.
      #expect(extent.lastDay == day(0))
      let count = try ledger.factCount
      #expect(extent.factCount == count)
      #expect(mode(copy) == 0o600)
      #expect(names(in: directory) == ["copy", "ledger.sqlite"])
      let isWell = Ledger.examine(copy).allSatisfy(\.isWell)
      #expect(isWell)
      #expect(Ledger.fault(ofBackup: copy) == nil)
      #expect(Ledger.extent(of: copy) == extent)
      #expect(try facts(copy) == facts(path))
      // Each page as it lies in the ledger, but for the counters of the first.
      let (one, other) = (try #require(contents(path)), try #require(contents(copy)))
      #expect(one.dropFirst(4096) == other.dropFirst(4096))
      #expect(try Ledger(path: copy).append([draft(.told(tip: "a"))]).count == 1)
      #expect(try ledger.append([draft(.told(tip: "a"))]).count == 1)
    }
  }

  @Test func `Its bytes and its name are on disk when it is said to be made`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try life("\(directory)/ledger.sqlite")
      unsafe recordSyncs(directory)
      let result = Result { try ledger.backUp(to: "\(directory)/copy") }
      let noted = unsafe String(cString: recordedSyncs()).split(separator: "\n").map(String.init)
      _ = try result.get()
      let staged = "copy.\(getpid()).new"
      #expect(noted.suffix(2) == [staged, "."])
      #expect(noted.allSatisfy { $0 == staged || $0 == "." })
    }
  }

  @Test func `Where a sync fails there is no backup, or one that is not vouched for`() throws {
    for first in 0..<4 {
      try inTemporaryDirectory { directory in
        let ledger = try life("\(directory)/ledger.sqlite")
        unsafe recordSyncs(directory)
        failSyncs(Int32(first), 1)
        let result = Result { try ledger.backUp(to: "\(directory)/copy") }
        let noted = unsafe String(cString: recordedSyncs())
        guard noted.contains("!") else { return }
        #expect(throws: BackupError.self) { _ = try result.get() }
        let isThere = noted.contains("!.\n")
        #expect(names(in: directory) == (isThere ? ["copy"] : []) + ["ledger.sqlite"])
        if isThere { #expect(Ledger.fault(ofBackup: "\(directory)/copy") == nil) }
      }
    }
  }

  /// Of a ledger whose pages have right sums nobody else would read the facts of its first days
  /// again, and each day's backup would take the place of one that is well.
  @Test func `Of a ledger that somebody changed under right sums no backup is made`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let ledger = try life(path)
      do {
        let other = try LedgerFile.open(path)
        try other.execute("DROP TRIGGER facts_are_not_changed")
        try other.execute("UPDATE facts SET subject = 'tip/other' WHERE rowid = 2")
        try other.transaction(for: .alone) { () throws(LedgerError) in try other.seal() }
      }
      let error = #expect(throws: BackupError.self) { try ledger.backUp(to: "\(directory)/copy") }
      #expect(error?.reason == .ledger(.corrupt))
      #expect(names(in: directory) == ["ledger.sqlite"])
    }
  }

  /// Where a backup may not lie, as it is said, in a directory with a ledger.
  private static let places = [
    "ledger.sqlite", "ledger.sqlite-journal", "ledger.sqlite-wal", "ledger.sqlite-shm", "link",
    "hard", "sub/../ledger.sqlite", "sub/up/ledger.sqlite", "dangling",
  ]

  @Test(arguments: places, [false, true])
  func `The ledger is never written over, by whichever name`(
    _ name: String,
    _ replaces: Bool
  ) throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let ledger = try life(path)
      unsafe symlink("ledger.sqlite", "\(directory)/link")
      unsafe symlink("ledger.sqlite-wal", "\(directory)/dangling")
      unsafe link(path, "\(directory)/hard")
      unsafe mkdir("\(directory)/sub", 0o700)
      unsafe symlink("..", "\(directory)/sub/up")
      let (before, all) = (contents(path), names(in: directory))
      let error = #expect(throws: BackupError.self) {
        try ledger.backUp(to: "\(directory)/\(name)", replaces: replaces)
      }
      #expect(error?.reason == .unfit)
      #expect(error?.description.contains("is the ledger itself, or belongs to it") == true)
      #expect(contents(path) == before)
      #expect(names(in: directory) == all)
    }
  }

  @Test func `What is there already is replaced only where that is said`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try life("\(directory)/ledger.sqlite")
      let copy = "\(directory)/copy"
      try write(Array("mine".utf8), to: copy)
      let error = #expect(throws: BackupError.self) { try ledger.backUp(to: copy) }
      #expect(error?.description.contains("say --force") == true)
      #expect(contents(copy) == Array("mine".utf8))
      // A link is followed, so that a backup kept elsewhere stays where it is kept.
      unsafe symlink("copy", "\(directory)/link")
      try ledger.backUp(to: "\(directory)/link", replaces: true)
      #expect(Ledger.fault(ofBackup: copy) == nil)
      unsafe mkdir("\(directory)/sub", 0o700)
      for place in ["sub", "none/copy", "copy/copy"] {
        #expect(throws: BackupError.self) {
          try ledger.backUp(to: "\(directory)/\(place)", replaces: true)
        }
      }
      #expect(names(in: directory) == ["copy", "ledger.sqlite", "link", "sub"])
    }
  }

  @Test func `A damaged ledger is copied over nothing`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let ledger = try life(path)
      let copy = "\(directory)/copy"
      try ledger.backUp(to: copy)
      let good = contents(copy)
      var bytes = try #require(contents(path))
      // A fact's own page, while the ledger is open.
      bytes[bytes.count - 5000] ^= 8
      try write(bytes, to: path)
      // Anew, as what was read before is remembered as it was.
      let error = #expect(throws: BackupError.self) {
        try Ledger(path: path).backUp(to: copy, replaces: true)
      }
      #expect(error?.reason == .ledger(.corrupt), "\(String(describing: error))")
      #expect(contents(copy) == good)
    }
  }

  @Test func `What a process that was killed left is taken away by the next`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try life("\(directory)/ledger.sqlite")
      let child = try #require(Self.goneProcess())
      let kept = ["copy.\(getppid()).new", "copy.x.new", "copy.1.2.new", "other.\(child).new"]
      for name in kept + ["copy.\(child).new"] { try write([1], to: "\(directory)/\(name)") }
      try ledger.backUp(to: "\(directory)/copy")
      #expect(names(in: directory) == (["copy", "ledger.sqlite"] + kept).sorted())
    }
  }

  /// The number of a process that there is not.
  private static func goneProcess() -> Int32? {
    (2_000_000..<2_000_100).map(Int32.init).first { kill($0, 0) != 0 && errno == ESRCH }
  }

  @Test func `Who writes while it is made waits for a part of it only, and is in it`() throws {
    try inTemporaryDirectory { directory in
      let (path, copy) = ("\(directory)/ledger.sqlite", "\(directory)/copy")
      let ledger = try life(path)
      let source = try LedgerFile.open(path)
      // A few, and one who never stops.
      for limit in [3, Int.max] {
        try write([], to: copy)
        var written = 0
        try Database.copy(source, to: copy, pagesAtOnce: 1) {
          if written < limit, (try? ledger.append([draft(.told(tip: "a"))])) != nil { written += 1 }
        }
        #expect(limit == 3 ? written == 3 : written > 3)
        let extent = try ledger.extent
        #expect(Ledger.extent(of: copy) == extent)
        #expect(Ledger.fault(ofBackup: copy) == nil)
      }
    }
  }

  @Test func `One that can only be read is copied too`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/sub/ledger.sqlite"
      let count = try life(path).factCount
      #expect(unsafe chmod(path, 0o400) == 0)
      #expect(try Ledger(path: path).backUp(to: "\(directory)/copy").factCount == count)
      #expect(try Ledger(path: "\(directory)/copy").append([draft(.told(tip: "a"))]).count == 1)
    }
  }

  @Test func `An earlier version is kept as it was before it is brought to this one`() throws {
    try inTemporaryDirectory { directory in
      let (path, backups) = ("\(directory)/ledger.sqlite", "\(directory)/state/backups")
      try EarlierLedger.make(path, version: 3)
      let before = try EarlierLedger.rows(try Database(path: path, busyMilliseconds: 0))
      for _ in 0..<2 {
        let ledger = try Ledger(path: path, keepingEarlierIn: backups)
        #expect(try ledger.extent.version == Schema.version)
      }
      #expect(names(in: backups) == ["ledger-version-3-6.sqlite"])
      let kept = "\(backups)/ledger-version-3-6.sqlite"
      #expect(mode(kept) == 0o600)
      #expect(mode(backups) == 0o700)
      let database = try Database(path: kept, busyMilliseconds: 0, isImmutable: true)
      #expect(try database.rows("PRAGMA user_version") { $0.integer(0) } == [3])
      #expect(try EarlierLedger.rows(database) == before)
      #expect(Ledger.fault(ofBackup: kept) == nil)
    }
  }
}
