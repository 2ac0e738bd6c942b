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

  /// A prompt of the evening that asks a question about something.
  private func asked(_ topic: String, _ about: Question.Subject) throws -> String {
    var scene = try PlanFixture()
    scene.teaching.phrases = Phrases(
      frames: [
        ("move-slot-later", "{slot}: {count}/{of} +{span}, {from} > {time}"),
        ("move-slot-earlier", "{slot}: {count}/{of} -{span}, {from} > {time}"),
        ("plan-anew", "{plan}: {made}/{known}"), ("minutes", "{count} min"),
        ("hours", "{count} h"),
      ],
      slots: [("work", "End of work")]
    )
    var content = PromptContent(
      id: PromptID(slot: "work", day: PlanFixture.day("23")),
      due: try PlanFixture.instant("23T17:30"),
      until: try PlanFixture.instant("23T21:30"),
      questions: ["q"]
    )
    content.topics = [.init("q", topic)]
    scene.apply(.prompted(content), on: content.id.day, at: content.due)
    return scene.teaching.wording(
      of: question(about),
      on: PlanFixture.day("23"),
      coach: scene.coach
    )
  }

  @Test(arguments: [
    ("work 17:30 18:45 12 13 72", "End of work: 12/13 +1 h 10 min, 17:30 > 18:45!"),
    ("work 17:30 16:45 14 14 -47", "End of work: 14/14 -45 min, 17:30 > 16:45!"),
    ("walk 17:30 19:30 10 10 120", "walk: 10/10 +2 h, 17:30 > 19:30!"),
  ])
  func `Another hour is offered with its count`(_ topic: String, _ said: String) throws {
    #expect(try asked(topic, .slot) == said)
  }

  @Test func `A plan is asked about as it was when it was asked about`() throws {
    #expect(try asked("1 9 When I say: hello", .plan) == "When I say: hello: 1/9!")
  }
}
