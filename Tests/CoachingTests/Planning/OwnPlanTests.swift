import Testing

@testable import Coaching

/// When the person's own if-then plan is looked at again with them: where it does not come about.
@Suite struct OwnPlanTests {
  private static let today = PlanFixture.day("30")
  private static let plan = "When I have put down my coat, I offer one thing"
  private static let asking = PlanFixture.question("again", .text, .plan)

  /// A life of some days, the latest first: taken, declined, could not, no occasion, no answer.
  private static func live(_ days: String) throws -> PlanFixture {
    var scene = try PlanFixture()
    scene.profile.programme.moment = plan
    let answers: [Character: Answer] = [
      "t": .outcome(.taken), "d": .outcome(.declined), "c": .outcome(.couldNot), "n": .noOccasion,
    ]
    for (back, letter) in days.enumerated() {
      guard let answer = answers[letter] else { continue }
      let day = today.adding(days: -back - 1)
      scene.apply(
        .answered(Answered(question: "offer", answer: answer, from: "command")),
        on: day,
        at: scene.context.calendar.start(of: day)
      )
    }
    return scene
  }

  private static func asked(_ scene: PlanFixture) throws -> String? {
    Planner(scene.coach, scene.context, at: try PlanFixture.instant("30T17:30"))
      .failedPlan(of: asking, on: today)
  }

  @Test(arguments: [
    ("nnnnnnnnnn", "0 10"), ("nnnnn.....", "0 5"), ("nnnn......", nil), ("n.n.n.n.n.", "0 5"),
    ("tnnnn.....", "1 5"), ("tnnnnn....", "1 6"), ("tnn.......", nil), ("t.nnnnn...", "1 6"),
    ("tnnnnnnn..", "1 8"), ("tttnnnnnnn", "3 10"), ("ttttnnnnnn", nil), ("tttnnnnnn.", "3 9"),
    ("ttnnnnnn..", "2 8"), ("ttnnnn....", "2 6"), ("ttnnn.....", nil),
    // Declined, and more than one can do: an offer all the same.
    ("dcnnnn....", "2 6"), ("dcnnn.....", nil),
    // What was before the ten days is not looked at.
    (".....nnnnnnnnnn", "0 5"), ("......nnnnnnnnn", nil),
  ])
  func `It is looked at where an offer came about on a third of ten days at most`(
    _ days: String,
    _ count: String?
  ) throws {
    let expected = count.map { "\($0) \(Self.plan)" }
    #expect(try Self.asked(try Self.live(days)) == expected, "\(days)")
  }

  @Test func `Without a plan there is none to look at, nor for somebody who is silent`() throws {
    var scene = try Self.live("nnnnnnnnnn")
    scene.profile.programme.moment = nil
    #expect(try Self.asked(scene) == nil)
    scene.profile.programme.moment = Self.plan
    scene.apply(
      .prompted(
        PromptContent(
          id: PromptID(slot: "work", day: Self.today),
          due: try PlanFixture.instant("30T09:00"),
          until: try PlanFixture.instant("30T10:00"),
          questions: ["energy"]
        )
      ),
      on: Self.today,
      at: try PlanFixture.instant("30T09:00")
    )
    #expect(try Self.asked(scene) != nil)
    #expect(
      Planner(scene.coach, scene.context, at: try PlanFixture.instant("30T17:30"))
        .failedPlan(of: Self.asking, on: Self.today.adding(days: 1)) == nil
    )
  }

  @Test(arguments: [
    (plan, Answer.noOccasion, 119, false), (plan, .noOccasion, 120, true),
    // Another plan, and one that was written anew.
    ("Another", .noOccasion, 40, true), (plan, .text("New"), 40, true),
  ])
  func `A plan that was left as it is is left alone for a season`(
    _ about: String,
    _ answer: Answer,
    _ daysAgo: Int,
    _ isAsked: Bool
  ) throws {
    var scene = try Self.live("nnnnnnnnnn")
    var answered = Answered(question: "again", answer: answer, from: "command")
    answered.about = about
    let day = Self.today.adding(days: -daysAgo)
    scene.apply(.answered(answered), on: day, at: scene.context.calendar.start(of: day))
    #expect((try Self.asked(scene) != nil) == isAsked)
  }
}
