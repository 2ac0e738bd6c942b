import Application
import Coaching
import Files
import Glibc
import Importing
import Interchange
import Storage
import Testing

/// A life that goes out of one ledger comes whole into another.
@Suite struct RoundTripTests {
  @Test(arguments: [UInt64](1...12))
  func `A life taken into an empty ledger goes out again byte for byte`(seed: UInt64) throws {
    let life = try Life(seed: seed, days: 200)
    _ = try life.live()
    let drafts = Self.drafts(of: life.world.ledger.facts)
    try #require(drafts.count > 20, "nothing happens in this life")
    try inTemporaryDirectory { directory in
      let ledger = try FileLedger(path: "\(directory)/a/ledger.sqlite")
      for draft in drafts { try ledger.append([draft]) }
      let file = "\(directory)/life.jsonl"
      let whole = try Self.export(ledger)
      try File.write(file, whole)
      let other = try FileLedger(path: "\(directory)/b/ledger.sqlite")
      #expect(try Self.merge(file, into: other, writes: false).newCount == drafts.count)
      #expect(try other.count() == 0, "a look writes nothing")
      #expect(try Self.merge(file, into: other, writes: true).newCount == drafts.count)
      #expect(try Self.export(other) == whole)
      let again = try Self.merge(file, into: other, writes: true)
      #expect(again.newCount == 0)
      #expect(again.knownCount == drafts.count)
      #expect(try Self.export(other) == whole)
    }
  }

  @Test func `Of a life that is cut short anywhere nothing comes in`() throws {
    let life = try Life(seed: 1, days: 60)
    _ = try life.live()
    try inTemporaryDirectory { directory in
      let ledger = try FileLedger(path: "\(directory)/a/ledger.sqlite")
      try ledger.append(Self.drafts(of: life.world.ledger.facts))
      let whole = try Self.export(ledger)
      let other = try FileLedger(path: "\(directory)/b/ledger.sqlite")
      // What ends a file says nothing more than the end of its last line.
      for count in stride(from: 0, to: whole.count - 1, by: whole.count / 40 + 1) {
        let file = "\(directory)/\(count).jsonl"
        try File.write(file, Array(whole[..<count]))
        #expect(throws: (any Error).self) { try Self.merge(file, into: other, writes: true) }
        #expect(try other.count() == 0, "\(count) bytes of it")
      }
    }
  }

  /// What happened, to be written down under names as a ledger gives them.
  private static func drafts(of facts: [Fact]) -> [Draft] {
    facts.map { fact in
      var event = fact.event
      if case .undone(let id) = event { event = .undone(fact: FactName.of([id])) }
      var draft = Draft(instant: fact.instant, zone: fact.zone, day: fact.day, event: event)
      draft.id = FactName.of([fact.id])
      return draft
    }
  }

  private static func export(_ ledger: FileLedger) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try LifeExport(ledger).lines(zone: "UTC") { part in
      bytes += part
      return true
    }
    return bytes
  }

  /// Takes in a file as the program and the one beside it do, which tell each other lines.
  private static func merge(
    _ file: String,
    into ledger: FileLedger,
    writes: Bool
  ) throws -> FactMerge {
    var lines: [[UInt8]] = []
    try ForeignFile.read(file, ImportOptions { _ in nil }) { lines.append(Array($0.line.utf8)) }
    let told = try lines.map { try #require(ForeignRecord(line: $0[...])) }
    return try ledger.merge(replaces: false, writes: writes) { take throws(CommandError) in
      for case .fact(let fact) in told { try take(fact) }
      return told.last == .end
    }
  }

  private func inTemporaryDirectory(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/coach-round-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    let directory = try #require(made)
    defer {
      for place in ["a", "b", "."] {
        let path = "\(directory)/\(place)"
        for name in (try? File.names(in: path)) ?? [] { unsafe unlink("\(path)/\(name)") }
        unsafe rmdir(path)
      }
      unsafe rmdir(directory)
    }
    try body(directory)
  }
}
