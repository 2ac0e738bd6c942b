import Glibc
import Systemd
import Testing

/// What inotify tells of an SQLite database without a log, written by the real sqlite3 command.
@Suite struct LedgerWatchTests {
  private let directory: Directory
  private let loop: Loop
  private let ledger = "ledger.sqlite"

  init() throws {
    directory = try Directory()
    loop = try Loop()
    let setUp = "CREATE TABLE facts (x)"
    // Fails where there is no sqlite3, on purpose.
    try #require(shell("sqlite3 '\(directory.file(ledger))' '\(setUp)' >/dev/null") == 0)
  }

  /// Which names the first call of the handler brings after the action, within milliseconds.
  private func names(
    _ events: Watch.Events,
    limit: Int64,
    after action: () -> Void
  ) throws -> Set<String?> {
    var names: Set<String?> = []
    let watch = try Watch(loop: loop) { changes in
      names.formUnion(changes.map(\.name))
      loop.exit(0)
    }
    try watch.add(directory: directory.path, names: [ledger], events: events)
    action()
    _ = try loop.run(forMilliseconds: limit)
    return withExtendedLifetime(watch) { names }
  }

  @Test func `A commit by a process that keeps the ledger open is a write to it`() throws {
    let other = try OpenSQLite(directory.file(ledger))
    #expect(try names(.filesAndWrites, limit: 5000) { other.commit() } == [ledger])
  }

  @Test func `Without watching the writes that commit goes unseen`() throws {
    let other = try OpenSQLite(directory.file(ledger))
    #expect(try names(.files, limit: 500) { other.commit() } == [])
    #expect(other.exists("committed"))
  }

  @Test func `A command that commits and ends closes the ledger, which is seen`() throws {
    let path = directory.file(ledger)
    let names = try names(.files, limit: 5000) {
      #expect(shell("sqlite3 '\(path)' 'INSERT INTO facts VALUES (1)'") == 0)
    }
    #expect(names.contains(ledger))
  }
}
