import Testing

@testable import Coaching

/// What leads to a tip that follows from something the person said.
@Suite struct LeadingTests {
  private func lines(_ claim: TipPriority, told days: [String]) throws -> [Int] {
    var scene = try PlanFixture()
    // Not the first morning of all, nor the first week.
    try scene.happened("told c 1")
    return try days.map { day in
      let chosen = TipChosen(
        tip: "a",
        slot: TipDecision.tipSlot,
        draw: 0,
        constants: 1,
        claim: claim,
        table: ""
      )
      scene.apply(
        .chosen(chosen),
        on: PlanFixture.day(day),
        at: try PlanFixture.instant("\(day)T07:00")
      )
      try scene.happened("told a \(day)")
      let tip = try #require(scene.teaching.tip("a"))
      return scene.teaching.lines(leadingTo: tip, on: PlanFixture.day(day), by: scene.coach).count
    }
  }

  @Test(arguments: [TipPriority.obstacle(3), .check("q", .highest), .check("q", .lowest)])
  func `A series says what it follows from once, and again when a week has passed`(
    _ claim: TipPriority
  ) throws {
    #expect(try lines(claim, told: ["10", "12", "16", "23", "24"]) == [1, 0, 0, 1, 0])
  }
}
