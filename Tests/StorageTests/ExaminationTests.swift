import Coaching
import Glibc
import Testing

@testable import Storage

/// What `coach doctor` says of a ledger.
@Suite struct ExaminationTests {
  private func spoken(_ path: String) -> [String: Bool] {
    let findings = Ledger.examine(path).map { ($0.name, $0.isWell) }
    return Dictionary(findings) { $0 && $1 }
  }

  private static let well = [
    "ledger": true, "ledger files": true, "ledger pages": true, "ledger permissions": true,
  ]

  @Test func `A ledger as it should be is well, and so is none`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      #expect(spoken(path) == ["ledger": true])
      let ledger = try Ledger(path: path)
      try ledger.append([draft(.told(tip: "a"))])
      #expect(spoken(path) == Self.well)
      #expect(Ledger.examine(path)[0].says.hasSuffix("1 fact, each as it was written"))
    }
  }

  @Test func `Each thing that is wrong is said, with what to do`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      for number in 0..<3 { try Ledger(path: path).append([draft(.told(tip: "a"), number)]) }
      let whole = try #require(contents(path))
      #expect(unsafe chmod(path, 0o644) == 0)
      #expect(spoken(path)["ledger permissions"] == false)
      #expect(unsafe chmod(path, 0o600) == 0)
      // Room that nothing takes.
      var bytes = whole
      bytes[80] ^= 1
      try write(bytes, to: path)
      #expect(spoken(path)["ledger pages"] == false)
      #expect(spoken(path)["ledger"] == true)
      try write(whole, to: path)
      try Database(path: path, busyMilliseconds: 0).execute(
        "DROP TRIGGER facts_are_not_removed; DELETE FROM facts WHERE sequence = 2"
      )
      let said = Ledger.examine(path)[0]
      #expect(!said.isWell)
      #expect(said.says.contains("missing facts of 2026-11-22 to 2026-11-24"))
      try write(whole, to: path)
      try write(Array(repeating: 1, count: 100), to: "\(path)-wal")
      #expect(Ledger.examine(path).map(\.isWell) == [false])
      remove("\(path)-wal")
      #expect(spoken(path) == Self.well)
    }
  }

  @Test func `Facts that cannot be reached are named by the days around them`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let ledger = try Ledger(path: path)
      for number in 0..<40 {
        try ledger.append((0..<10).map { _ in draft(.told(tip: "a"), number) })
      }
      let root = try ledger.database.rows(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'facts'"
      ) { Int($0.integer(0)) }
      var bytes = try #require(contents(path))
      // The second child of the root: the pointer in its second cell.
      let start = (try #require(root.first) - 1) * 4096
      let cell = start + (Int(bytes[start + 14]) << 8 | Int(bytes[start + 15]))
      let child = bytes[cell..<cell + 4].reduce(0) { $0 << 8 | Int($1) }
      for index in (child - 1) * 4096..<child * 4096 { bytes[index] = 0xFF }
      try write(bytes, to: path)
      let error = #expect(throws: LedgerError.self) {
        try Ledger(path: path).facts(from: day(0), through: day(90))
      }
      #expect(
        error?.detail.hasPrefix("missing facts of 2026-11-2") == true,
        "\(String(describing: error))"
      )
    }
  }
}
