import Coaching
import Interchange
import TestSupport
import Testing

@testable import Storage

/// Two ledgers become one: what one has and the other does not.
@Suite struct MergeTests {
  /// The facts of a ledger as our own export has them.
  private func facts(_ ledger: Ledger) throws -> [ForeignFact] {
    var facts: [ForeignFact] = []
    let all = try ledger.factCount
    // Some thousand come at a time.
    while facts.count < all {
      let after = Value.integer(Int64(facts.count))
      facts += try ledger.database.rows(Query.after, [after, .integer(.max)]) { row in
        let fact = StoredFact(row)
        return ForeignFact(
          id: fact.id,
          microseconds: fact.instant,
          zone: fact.zone,
          day: CivilDate(fact.day) ?? day(0),
          kind: fact.kind,
          subject: fact.subject,
          payload: fact.payload
        )
      }
    }
    return facts
  }

  private func export(_ ledger: Ledger) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try ledger.exportFacts(head: { Array("\($0)".utf8) }) { part in
      bytes += part
      return true
    }
    return bytes
  }

  private func merge(
    _ facts: [ForeignFact],
    into ledger: Ledger,
    replaces: Bool = false,
    writes: Bool = true,
    isWhole: Bool = true
  ) throws -> FactMerge? {
    let all: ForeignFacts = { take throws(LedgerError) in
      for fact in facts { try take(fact) }
      return isWhole
    }
    let common = try ledger.common(with: all)
    guard let common else { return nil }
    return try ledger.merge(all, common, replaces: replaces, writes: writes)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `A ledger that is taken into an empty one is the same byte for byte`(seed: UInt64) throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/a.sqlite")
      var life = TwentyYears(seed: seed, through: day(0), years: 1)
      try life.write(to: ledger)
      try ledger.append([
        draft(.unknown(kind: "newer")), draft(.away(from: day(3), through: day(5))),
      ])
      let other = try Ledger(path: "\(directory)/b.sqlite")
      let looked = try merge(facts(ledger), into: other, writes: false)
      #expect(try other.factCount == 0)
      let merged = try merge(facts(ledger), into: other)
      #expect(merged == looked)
      #expect(try merged?.newCount == ledger.factCount)
      #expect(try export(other) == export(ledger))
      #expect(Ledger.fault(ofBackup: other.database.path) == nil)
      #expect(try merge(facts(ledger), into: other)?.newCount == 0)
      #expect(try export(other) == export(ledger))
    }
  }

  @Test func `Of half a ledger nothing is taken in`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/a.sqlite")
      try ledger.append([draft(answered("energy", .scale(7)))])
      let other = try Ledger(path: "\(directory)/b.sqlite")
      #expect(try merge(facts(ledger), into: other, isWhole: false) == nil)
      #expect(try other.factCount == 0)
    }
  }

  @Test func `Two lives become one, and what was answered here stays`() throws {
    try inTemporaryDirectory { directory in
      let (one, other) = (
        try Ledger(path: "\(directory)/a.sqlite"), try Ledger(path: "\(directory)/b.sqlite")
      )
      try one.append([
        draft(answered("energy", .scale(7))), draft(answered("help", .yesNo(true)), 1),
        draft(.prompted(prompted("morning", day(0)))),
      ])
      try other.append([
        draft(answered("energy", .scale(3))), draft(answered("energy", .scale(4)), 2),
        draft(.prompted(prompted("morning", day(0)))),
        draft(.prompted(prompted("morning", day(1)))),
      ])
      let merged = try #require(try merge(facts(other), into: one))
      #expect(merged.newCount == 2)
      #expect(merged.answeredCount == 1)
      #expect(merged.promptedCount == 1)
      #expect(try one.answer(to: "energy", on: day(0)) == .scale(7))
      #expect(try one.answer(to: "energy", on: day(2)) == .scale(4))
      #expect(try merge(facts(other), into: one, replaces: true)?.newCount == 1)
      #expect(try one.answer(to: "energy", on: day(0)) == .scale(3))
    }
  }

  @Test func `What a ledger said later than its copy is taken in, also of the same day`() throws {
    try inTemporaryDirectory { directory in
      let one = try Ledger(path: "\(directory)/a.sqlite")
      try one.append([draft(answered("energy", .scale(7)))])
      let copy = try Ledger(path: "\(directory)/b.sqlite")
      _ = try merge(facts(one), into: copy)
      try one.append([draft(answered("energy", .scale(8)))])
      try one.append([draft(answered("energy", .scale(9)))])
      let merged = try #require(try merge(facts(one), into: copy))
      #expect(merged.newCount == 2)
      #expect(merged.answeredCount == 0)
      #expect(try copy.answer(to: "energy", on: day(0)) == .scale(9))
      #expect(try export(copy) == export(one))
    }
  }

  @Test(arguments: ["", "7", "a b, c: d", "字 é \u{7F}", "a\"b", "a\\b", "a\nb", "\u{1}", "\u{1F}"])
  func `A payload of plain texts is as SQLite makes it, and no other is made`(text: String) throws {
    try inTemporaryDirectory { directory in
      let database = try Ledger(path: "\(directory)/a.sqlite").database
      var record = FactRecord(.answered, "question/energy")
      record.add("answer", .text(text))
      record.add("fear", .integer(-3))
      let whole = try database.rows(
        "SELECT json_insert('{}', '$.v', 1, '$.answer', ?1, '$.fear', -3)",
        [.text(text)]
      ) { $0.text(0) }
      let plain = FactRecord.plainPayload(record.leaves)
      #expect(plain == nil || plain == whole[0])
      #expect((plain == nil) == text.utf8.contains { $0 < 0x20 || [0x22, 0x5C].contains($0) })
      record.add("circles", ["family"])
      #expect(FactRecord.plainPayload(record.leaves) == nil)
    }
  }

  @Test func `A fact gets the identifier that its draft names`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/a.sqlite")
      var named = draft(answered("energy", .scale(7)))
      named.id = FactName.of(["a"])
      let facts = try ledger.append([named, draft(answered("energy", .scale(8)))])
      #expect(facts[0].id == FactName.of(["a"]))
      #expect(try ledger.known([FactName.of(["a"]), FactName.of(["b"])]) == [FactName.of(["a"])])
      #expect(throws: LedgerError.self) { try ledger.append([named]) }
      #expect(try ledger.factCount == 2)
    }
  }
}
