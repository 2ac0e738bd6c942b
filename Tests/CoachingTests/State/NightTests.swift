import Coaching
import Testing

/// What the machine saw of a night is offered with the questions about it, and is no answer.
@Suite struct NightTests {
  private static let teaching = Teaching(
    questions: [
      PlanFixture.question("sleep", .timeOfDay, .eveningBefore),
      PlanFixture.question("get-up", .timeOfDay),
      PlanFixture.question("energy", .scale),
    ],
    phrases: Phrases(
      frames: [
        ("seen-last", "{hint}, last {time}"), ("seen-first", "{hint}, first {time}"),
      ]
    )
  )

  @Test(arguments: [
    ("sleep", "24", "sleep, last 23:52"), ("get-up", "24", "get-up, first 06:40"),
    ("energy", "24", "energy"), ("sleep", "23", "sleep"), ("sleep", "25", "sleep"),
  ])
  func `It stands in the hint on the morning after`(
    name: String,
    day: String,
    hint: String
  ) throws {
    var scene = try PlanFixture()
    let from = try #require(CivilTime("23:52:40"))
    let until = try #require(CivilTime("06:40:05"))
    let at = try PlanFixture.instant("24T06:40")
    scene.apply(.unseen(from: from, until: until), on: PlanFixture.day("23"), at: at)
    let question = try #require(Self.teaching.question(name))
    let asked = Self.teaching.asked(question, on: PlanFixture.day(day), coach: scene.coach)
    #expect(asked.wording.hint == hint)
    #expect(scene.coach.answers.isEmpty)
  }
}
