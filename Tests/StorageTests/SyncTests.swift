import Coaching
import Glibc
import SyncRecorder
import Testing

@testable import Storage

/// What is acknowledged is on disk, and its name too: each sync there is, in its order.
@Suite(.serialized) struct SyncTests {
  private func syncs(in directory: String, _ work: () throws -> Void) throws -> [String] {
    unsafe recordSyncs(directory)
    let result = Result { try work() }
    let noted = unsafe String(cString: recordedSyncs())
    try result.get()
    return noted.split(separator: "\n").map(String.init)
  }

  @Test func `A first fact syncs the directories that were made, the file and its journal`() throws
  {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/a/b/ledger.sqlite"
      var ledger: Ledger?
      let made = try syncs(in: directory) { ledger = try Ledger(path: path) }
      // The name of a in the directory, of b in a, of the ledger in b; then the tables.
      let names = [".", "a", "a/b"]
      let commit = ["-journal", "/", "-journal", "", "-journal"].map {
        $0 == "/" ? "a/b" : "a/b/ledger.sqlite\($0)"
      }
      #expect(made == names + commit)
      let written = try syncs(in: directory) { try ledger?.append([draft(.told(tip: "a"))]) }
      #expect(written == commit)
    }
  }

  @Test func `A write whose sync fails is there or is not, as it says`() throws {
    for count in [1, 2, 100] {
      for first in 0..<8 {
        try inTemporaryDirectory { directory in
          try check(directory, first: first, count: count)
        }
      }
    }
  }

  /// Lets some syncs of a write fail, and expects the truth about it.
  private func check(_ directory: String, first: Int, count: Int) throws {
    let path = "\(directory)/ledger.sqlite"
    let ledger = try Ledger(path: path)
    let before = try ledger.append([draft(.told(tip: "a"))])
    var written: [Fact]?
    var reason: LedgerError.Reason?
    unsafe recordSyncs(directory)
    failSyncs(Int32(first), Int32(count))
    do throws(LedgerError) {
      written = try ledger.append([draft(.told(tip: "b"))])
    } catch {
      reason = error.reason
    }
    _ = unsafe recordedSyncs()
    let facts = try Ledger(path: path).facts(from: day(0), through: day(0))
    let why = "\(first), \(count): \(String(describing: reason))"
    if let written {
      #expect(facts == before + written, "\(why)")
    } else if reason == .uncertain {
      #expect(facts.prefix(1) == before[...], "\(why)")
    } else {
      #expect(facts == before, "\(why)")
    }
    // The last of five: the fact is in the file, and only the journal's end is not yet on disk.
    if first == 4 { #expect(count == 1 ? reason == nil : reason == .uncertain, "\(why)") }
    #expect(try ledger.append([draft(.told(tip: "c"))]).count == 1)
  }
}
