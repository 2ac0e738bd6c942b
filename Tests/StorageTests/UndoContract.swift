import Coaching
import Storage
import TestSupport
import Testing

/// What a person did about tips is gone once it is taken back, however long ago it was.
@Suite struct UndoContract {
  private let today = day(0)
  private static let hesitated = Event.hesitated(Hesitated(obstacle: .refusal, tip: "a"))

  /// What the ledger knows before and after a fact, and after it was taken back.
  private func taking(
    _ event: Event,
    on offset: Int,
    _ known: @escaping (Coach) -> [String],
    _ keeper: Keeper
  ) throws -> [[String]] {
    var seen: [[String]] = []
    try keeper.check { ledger in
      let look = { seen.append(known(try ledger.coach(around: today, tips: ["a", "b"]))) }
      _ = try ledger.append([
        draft(.told(tip: "a"), -30), draft(.muted(tip: "b"), -30),
        draft(.rated(tip: "a", .notForMe), -30),
      ])
      try look()
      let fact = try ledger.append([draft(event, offset)])[0]
      try look()
      _ = try ledger.append([draft(.undone(fact: fact.id), offset)])
      try look()
    }
    return seen
  }

  @Test(arguments: Keeper.allCases, [-20, -2])
  func `A hesitation, and with it that its tip was told`(_ keeper: Keeper, _ offset: Int) throws {
    let told = { (coach: Coach) in coach.told.filter { $0.tip == "a" }.map { "\($0.day)" } }
    let seen = try taking(Self.hesitated, on: offset, told, keeper)
    #expect(seen[0] == ["\(day(-30))"])
    #expect(seen[1].last == "\(day(offset))")
    #expect(seen[2] == seen[0])
    let kept = try taking(Self.hesitated, on: -2, { $0.hesitations.map { "\($0.day)" } }, keeper)
    #expect(kept == [[], ["\(day(-2))"], []])
  }

  @Test(arguments: Keeper.allCases, [-20, -2])
  func `What was said about a tip`(_ keeper: Keeper, _ offset: Int) throws {
    let verdicts = { (coach: Coach) in coach.verdicts.map { "\($0.day) \($0.rating)" } }
    let seen = try taking(.rated(tip: "a", .useful), on: offset, verdicts, keeper)
    #expect(seen[0] == ["\(day(-30)) notForMe"])
    #expect(seen[1] == seen[0] + ["\(day(offset)) useful"])
    #expect(seen[2] == seen[0])
  }

  @Test(arguments: Keeper.allCases, [-20, -2])
  func `What was to come no more, and what was to come again`(
    _ keeper: Keeper,
    _ offset: Int
  ) throws {
    let muted = try taking(.muted(tip: "a"), on: offset, { $0.muted.sorted() }, keeper)
    #expect(muted == [["b"], ["a", "b"], ["b"]])
    let unmuted = try taking(.unmuted(tip: "b"), on: offset, { $0.muted.sorted() }, keeper)
    #expect(unmuted == [["b"], [], ["b"]])
    let again = try taking(.muted(tip: "b"), on: offset, { $0.muted.sorted() }, keeper)
    #expect(again == [["b"], ["b"], ["b"]])
  }
}
