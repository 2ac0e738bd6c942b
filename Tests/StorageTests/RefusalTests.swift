import Coaching
import Glibc
import Testing

@testable import Storage

/// Whatever is no ledger of ours is refused, and not a byte of it changes.
@Suite struct RefusalTests {
  @Test(arguments: ["Dear diary,", "SQLite format 2\0" + String(repeating: "x", count: 200), "\0"])
  func `A file that is no database is refused`(_ text: String) throws {
    try check(.notADatabase) { try write(Array(text.utf8), to: $0) }
  }

  @Test func `Another program's database is refused`() throws {
    try check(.notALedger(application: 0)) { try make($0, "CREATE TABLE songs (title)") }
    try check(.notALedger(application: 7)) { try make($0, "PRAGMA application_id = 7") }
  }

  @Test func `What another program had not yet moved into its database is left alone`() throws {
    try inTemporaryDirectory { directory in
      try write([], to: "\(directory)/songs")
      let songs = try Database(path: "\(directory)/songs", busyMilliseconds: 0)
      try songs.execute("PRAGMA journal_mode = WAL; CREATE TABLE songs (title)")
      try check(.notALedger(application: 0)) { path in
        for end in ["", "-wal"] {
          try write(try #require(contents("\(directory)/songs\(end)")), to: path + end)
        }
      }
    }
  }

  @Test func `A newer ledger is refused, and so is its log left alone`() throws {
    try inTemporaryDirectory { directory in
      let newer = try Ledger(path: "\(directory)/newer").database
      let next = Schema.version + 1
      try newer.execute("PRAGMA user_version = \(next)")
      try newer.execute("PRAGMA journal_mode = WAL; CREATE TABLE more (a)")
      try check(.newer(version: next)) { path in
        for end in ["", "-wal"] {
          try write(try #require(contents("\(directory)/newer\(end)")), to: path + end)
        }
      }
    }
  }

  @Test func `A newer ledger is refused where only its log tells`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let newer = try Ledger(path: path)
      try newer.append([draft(.told(tip: "a"))])
      let next = Schema.version + 1
      try newer.database.execute("PRAGMA user_version = \(next)")
      #expect(refusal(path)?.reason == .newer(version: next))
      #expect(try newer.factCount == 1)
    }
  }

  @Test func `A log without its ledger is refused, for facts may be in it`() throws {
    try check(.corrupt) { try write([1, 2, 3], to: "\($0)-wal") }
    try check(.corrupt) { path in
      try write([], to: path)
      try write([1, 2, 3], to: "\(path)-wal")
    }
  }

  @Test func `A directory or a pipe is refused`() throws {
    try check(.notAFile) { #expect(unsafe mkdir($0, 0o700) == 0) }
    try check(.notAFile) { #expect(unsafe mkfifo($0, 0o600) == 0) }
  }

  @Test(arguments: [":memory:", "file:/tmp/ledger", ""])
  func `A path with a meaning of its own to SQLite is refused`(_ path: String) {
    #expect(refusal(path)?.reason == .cannotOpen(EINVAL))
  }

  @Test func `A path through a file is refused`() throws {
    try inTemporaryDirectory { directory in
      try write([1], to: "\(directory)/file")
      #expect(refusal("\(directory)/file/ledger")?.reason == .cannotOpen(ENOTDIR))
      #expect(contents("\(directory)/file") == [1])
    }
  }

  @Test func `A damaged ledger is refused and stays as it is`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Ledger(path: path).append([draft(.told(tip: "a"))])
      var bytes = try #require(contents(path))
      for index in 4096..<bytes.count { bytes[index] = 0xFF }
      try write(bytes, to: path)
      let error = #expect(throws: LedgerError.self) {
        try Ledger(path: path).coach(around: day(0), tips: [])
      }
      #expect(error?.reason == .corrupt)
      #expect(contents(path) == bytes)
    }
  }

  @Test func `A ledger of somebody else is refused, and one that is read-only is only read`() throws
  {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Ledger(path: path).append([draft(.told(tip: "a"))])
      let bytes = contents(path)
      #expect(unsafe chmod(directory, 0o755) == 0)
      try asNobodySpecial {
        #expect(unsafe chmod(path, 0) == 0 || errno == EPERM)
        #expect(refusal(path)?.reason == .cannotOpen(EACCES))
      }
      #expect(unsafe chmod(path, 0o444) == 0)
      try asNobodySpecial {
        let ledger = try Ledger(path: path)
        #expect(try ledger.factCount == 1)
        #expect(try ledger.coach(around: day(0), tips: ["a"]).tipTold(on: day(0)) == "a")
        let error = #expect(throws: LedgerError.self) {
          try ledger.append([draft(.told(tip: "b"))])
        }
        #expect(error?.reason == .readOnly)
      }
      #expect(contents(path) == bytes)
    }
  }

  private func make(_ path: String, _ script: String) throws {
    try write([], to: path)
    try Database(path: path, busyMilliseconds: 0).execute(script)
  }

  /// Expects a refusal that says so in words, and every file as it was.
  private func check(_ reason: LedgerError.Reason, _ make: (String) throws -> Void) throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try make(path)
      let ends = ["", "-wal", "-shm", "-journal"]
      let before = ends.map { contents(path + $0) }
      let error = try #require(refusal(path))
      #expect(error.reason == reason)
      #expect(error.description.contains(path))
      #expect(ends.map { contents(path + $0) } == before)
    }
  }

  private func refusal(_ path: String) -> LedgerError? {
    do throws(LedgerError) {
      _ = try Ledger(path: path)
      return nil
    } catch {
      return error
    }
  }

  /// Runs a test without the rights of root, which no permissions stop; this thread alone.
  private func asNobodySpecial(_ body: () throws -> Void) throws {
    guard geteuid() == 0 else { return try body() }
    typealias Change = @convention(c) (uid_t) -> Int32
    let found = try unsafe #require(unsafe dlsym(nil, "setfsuid"))
    let setfsuid = unsafe unsafeBitCast(found, to: Change.self)
    _ = setfsuid(65_534)
    defer { _ = setfsuid(0) }
    try body()
  }
}
