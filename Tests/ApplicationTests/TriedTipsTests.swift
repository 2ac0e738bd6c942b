import Application
import Coaching
import Testing

/// What a review says of tips: which were tried, how they went, and what the person wrote.
@Suite struct TriedTipsTests {
  /// Tells a tip and answers for it on the day that begins in so many days.
  private func live(
    _ tip: String,
    _ answer: String?,
    note: String? = nil,
    in fixture: inout WorkspaceFixture
  ) throws {
    fixture.wait(hours: 24)
    let workspace = fixture.workspace
    let told = Draft(
      instant: fixture.now,
      zone: "Europe/Berlin",
      day: workspace.today,
      event: .told(tip: tip)
    )
    _ = try fixture.ledger.append([told])
    guard let answer else { return }
    let question = try workspace.question(named: "tip-done")
    _ = try workspace.record(GivenAnswer(answer, on: workspace.today, note: note), to: question)
  }

  @Test(arguments: Keeper.allCases)
  func `A review names what was tried, the latest first, with the words as they were written`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      try live("hands-full", "yes", note: "He laughed, and took it, twice.", in: &fixture)
      try live("one-full-conversation", "no", in: &fixture)
      try live("lay-out-the-morning", nil, in: &fixture)
      try live("a-moment-for-it", "none", in: &fixture)
      _ = try fixture.workspace.say(.useful, about: "hands-full")
      let last = fixture.workspace.today
      let tips = try fixture.workspace.review(.week, through: last).tips
      #expect(tips.map(\.tip.id) == ["one-full-conversation", "hands-full"])
      #expect(tips.map(\.isUseful) == [false, true])
      #expect(tips.map(\.words) == [nil, "He laughed, and took it, twice."])
      #expect(tips.map(\.day) == [last.adding(days: -2), last.adding(days: -3)])
      #expect(try fixture.workspace.review(.year, through: last).tips == [])
    }
  }
}
