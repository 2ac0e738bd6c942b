import CivilCalendar
import Testing

@testable import Interchange

/// What one program tells another arrives as it was.
@Suite struct InterchangeTests {
  private static func night(_ clock: CivilDateTime) -> ForeignRecord {
    .night(
      ForeignNight(
        key: "7",
        begins: Instant(seconds: 1_800_000_000),
        ends: Instant(seconds: 1_800_030_000),
        from: clock,
        until: clock,
        zone: "+01:00",
        isNap: true,
        note: "a\\"
      )
    )
  }

  private static func records() throws -> [ForeignRecord] {
    let day = try #require(CivilDate("2026-11-22"))
    let clock = CivilDateTime(date: day, time: try #require(CivilTime("23:10")))
    var habit = ForeignHabit(key: "a\tb", name: "c\\n\nd", kind: .number, target: .atMost("2.5"))
    (habit.times, habit.days, habit.unit, habit.ask) = (3, 7, "km", "Wie weit?\\")
    habit.isArchived = true
    let answer = { (value: ForeignAnswer.Value) in
      ForeignRecord.answer(ForeignAnswer(habit: 3, day: day, value: value, note: "\t\n\\t字"))
    }
    return [
      .source(ForeignSource(kind: "coach", name: "a b", hash: "00", install: "x", factCount: 9)),
      .habit(habit), .habit(ForeignHabit(key: "", name: "", target: .notDone)),
      answer(.yes), answer(.no), answer(.skip), answer(.number("-1.5")), answer(.time(clock.time)),
      night(clock),
      .absence(day...day.adding(days: 3)), .dropped(ForeignDrop(count: 2, reason: "b")),
      .dropped(ForeignDrop(habit: 4, count: 2, reason: "b")),
      .fact(
        ForeignFact(
          id: "i",
          microseconds: .min,
          zone: "",
          day: day,
          kind: "k",
          subject: "s\n",
          payload: "{\"v\":1,\"a\":\"\\t\"}"
        )
      ),
      .end,
    ]
  }

  @Test func `Every record is read back from its line`() throws {
    for record in try Self.records() {
      let line = record.line
      #expect(!line.contains("\n"))
      #expect(ForeignRecord(line: Array(line.utf8)[...]) == record, "\(line)")
    }
  }

  @Test(arguments: [
    "", "answer", "answer\t-1\t2026-11-22\tyes\t", "answer\t0\t2026-11-31\tyes\t",
    "answer\t0\t2026-11-22\tperhaps\t", "absence\t2026-11-22\t2026-11-21", "end\t", "other",
    "habit\ta\tb\tyes-no\twell\t1\t1\t\t\t", "fact\ti\tx\t\t2026-11-22\t\t\t",
  ])
  func `What is no record is none`(line: String) {
    #expect(ForeignRecord(line: Array(line.utf8)[...]) == nil)
  }

  @Test(arguments: [
    // FIPS 180-4's examples, of NIST.
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `A hash is that of the standard`(text: String, hash: String) {
    #expect(SHA256.hash(of: Array(text.utf8)) == hash)
  }

  @Test func `A hash is the same however it was added`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let whole = SHA256.hash(of: bytes)
    for size in [1, 3, 63, 64, 65, 999] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hash.add(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(hash.finish() == whole, "\(size)")
    }
  }

  @Test func `A fact's name is a UUID of version 8, the same for the same`() {
    let name = FactName.of(["a", "b"])
    let digits = name.split(separator: "-")
    #expect(digits.map(\.count) == [8, 4, 4, 4, 12])
    #expect(digits[2].first == "8")
    #expect("89ab".contains(digits[3].first ?? "x"))
    #expect(name == FactName.of(["a", "b"]))
    #expect(name != FactName.of(["ab", ""]))
    #expect(name != FactName.of(["b", "a"]))
  }
}
