import Coaching
import Testing

/// Questions that are about something else each time.
@Suite struct TopicTests {
  private func question(_ about: Question.Subject) -> Question {
    var question = PlanFixture.question("q", .text, about)
    question.wording.ask = "{topic}!"
    return question
  }

  @Test func `Each post has its week from Monday on, and comes back when all had theirs`() throws {
    var scene = try PlanFixture()
    scene.teaching.posts = ["cashier", "driver", "cook"]
    let said = (0..<28).map { offset in
      scene.teaching.topic(
        of: question(.post),
        on: PlanFixture.day("2").adding(days: offset),  // a Monday
        coach: scene.coach
      )?.name ?? ""
    }
    let weeks = stride(from: 0, to: 28, by: 7).map { said[$0] }
    for (day, post) in said.enumerated() { #expect(post == weeks[day / 7], "\(day)") }
    #expect(Set(weeks.prefix(3)) == Set(scene.teaching.posts))
    #expect(weeks[3] == weeks[0])
  }

  @Test func `Without a list there is no post`() throws {
    let scene = try PlanFixture()
    let topic = scene.teaching.topic(
      of: question(.post),
      on: PlanFixture.day("23"),
      coach: scene.coach
    )
    #expect(topic == nil)
  }

  @Test func `Yesterday's tip is asked about where there was one`() throws {
    var scene = try PlanFixture()
    let asking = question(.tipBefore)
    #expect(!scene.coach.isOpen(asking, askedOn: PlanFixture.day("24")))
    try scene.happened("told b 23")
    #expect(scene.coach.isOpen(asking, askedOn: PlanFixture.day("24")))
    #expect(!scene.coach.isOpen(asking, askedOn: PlanFixture.day("25")))
    let said = scene.teaching.wording(of: asking, on: PlanFixture.day("24"), coach: scene.coach)
    #expect(said == "b!")
    // Whoever answers it on a day without one sees what it is, and no gap.
    let bare = scene.teaching.wording(of: asking, on: PlanFixture.day("25"), coach: scene.coach)
    #expect(bare == asking.wording.title)
  }

  @Test func `What lies ahead shows no question of others or of other days`() throws {
    var scene = try PlanFixture()
    let index = try #require(scene.teaching.questions.firstIndex { $0.id == "energy" })
    scene.teaching.questions[index].every = Cadence("Mon")
    let ahead = { (day: String) in
      scene.coach.moments(
        from: PlanFixture.day(day),
        days: 1,
        at: .distantPast,
        for: scene.context
      ).flatMap(\.carries)
    }
    #expect(ahead("23").contains("energy"))
    #expect(!ahead("24").contains("energy"))
    #expect(ahead("24").contains("tip") && ahead("24").contains("rest"))
    scene.teaching.questions[index].roles = [.manager]
    #expect(!ahead("23").contains("energy"))
  }
}
