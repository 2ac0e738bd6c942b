import Coaching
import Testing

/// A question that is not asked every time.
@Suite struct CadenceTests {
  @Test func `A cadence is read as it is written`() throws {
    #expect(Cadence("7d") == .days(7))
    #expect(Cadence("4w") == .days(28))
    #expect(Cadence("366d") == .days(366))
    #expect(Cadence("Sun") == .on(try CalendarExpression("Sun")))
    #expect(Cadence("*-*-01") == .on(try CalendarExpression("*-*-01")))
    let others = [
      "", "0d", "367d", "53w", "d", "-7d", "7", "often", "7 d", "99999999999999999999d",
      "Sun 10:00 UTC",
    ]
    #expect(others.filter { Cadence($0) != nil } == [])
  }

  /// A scene whose `energy` is asked every so often, by the end of work and a slot after it.
  private func scene(
    _ every: String,
    _ change: (inout Question) -> Void = { _ in }
  ) throws -> PlanFixture {
    var scene = try PlanFixture()
    scene.slots = [
      try PlanFixture.slot("work", "17:30", hours: 4, ["energy", "help"]),
      try PlanFixture.slot("week", "18:00", hours: 4, ["energy"]),
    ]
    var teaching = PlanFixture.teaching
    let index = try #require(teaching.questions.firstIndex { $0.id == "energy" })
    teaching.questions[index].every = Cadence(every)
    change(&teaching.questions[index])
    scene.teaching = teaching
    return scene
  }

  private func asked(_ scene: PlanFixture, _ time: String) throws -> [String] {
    try scene.plan(time).begins.map { "\($0.id.slot): \($0.questions.joined(separator: " "))" }
  }

  private func ask(
    _ question: String,
    _ slot: String,
    _ day: String,
    in scene: inout PlanFixture
  ) throws {
    let day = PlanFixture.day(day)
    let id = PromptID(slot: slot, day: day)
    let due = try PlanFixture.instant("\(day.day)T17:30")
    let until = due.adding(seconds: 4 * 3600)
    let prompted = PromptContent(id: id, due: due, until: until, questions: [question, "help"])
    scene.apply(.prompted(prompted), on: day, at: due)
  }

  @Test func `What was asked or answered within its span is not asked`() throws {
    var scene = try scene("7d")
    #expect(try asked(scene, "23T17:30") == ["work: energy help"])
    try ask("energy", "work", "23", in: &scene)
    #expect(try asked(scene, "24T17:30") == ["work: help"])
    #expect(try asked(scene, "29T17:30") == ["work: help"])
    #expect(try asked(scene, "30T17:30") == ["work: energy help"])
    try scene.happened("answered energy 25")
    #expect(try asked(scene, "30T17:30") == ["work: help"])
    try scene.happened("undone 2")
    #expect(try asked(scene, "30T17:30") == ["work: energy help"])
  }

  @Test func `Two slots that come together ask once, and one that asks nothing stays away`() throws
  {
    var scene = try scene("7d")
    #expect(try asked(scene, "23T18:00") == ["work: energy help"])
    try ask("energy", "work", "23", in: &scene)
    let plan = try scene.plan("23T18:00")
    #expect(plan.begins.isEmpty && plan.passed.isEmpty)
    #expect(plan.next?.id == PromptID(slot: "work", day: PlanFixture.day("24")))
    #expect(
      scene.coach.openQuestions(at: try PlanFixture.instant("23T18:00"), for: scene.context)
        .map(\.id) == ["energy", "help"]
    )
  }

  @Test func `What a clock asked that ran ahead is not asked again`() throws {
    var scene = try scene("7d")
    try ask("energy", "work", "27", in: &scene)
    #expect(try asked(scene, "23T17:30") == ["work: help"])
  }

  @Test func `What was asked long ago counts`() throws {
    var scene = try scene("4w")
    let answers = PlanFixture.day("1")
    let memory = { (day: CivilDate) in
      var memory = Coach.PriorState()
      memory.asked = [Coach.Asked(question: "energy", day: day)]
      return memory
    }
    scene.coach = Coach(since: .distantPast, memory: memory(answers))
    #expect(try asked(scene, "28T17:30") == ["work: help"])
    scene.coach = Coach(since: .distantPast, memory: memory(answers.adding(days: -1)))
    #expect(try asked(scene, "28T17:30") == ["work: energy help"])
  }

  @Test func `What was missed on several days is asked once`() throws {
    var scene = try scene("7d")
    try scene.happened("passed work/23 off")
    try scene.happened("passed work/24 off")
    let now = try PlanFixture.instant("25T08:00")
    let missed = scene.coach.missedQuestions(at: now, for: scene.context)
    let said = missed.map { "\($0.question.id) \($0.day.day)" }
    #expect(said == ["energy 23", "help 23", "help 24"])
  }

  @Test func `What has days of its own is asked on them`() throws {
    let scene = try scene("Sun")
    #expect(try asked(scene, "28T17:30") == ["work: help"])
    #expect(try asked(scene, "29T17:30") == ["work: energy help"])
  }

  @Test func `What stays is asked once, on the first day with a prompt after its own`() throws {
    // Its own day, a Wednesday, was yesterday, and had no prompt.
    var scene = try scene("Wed") { $0.stays = 3 }
    #expect(try asked(scene, "25T17:30") == ["work: energy help"])
    #expect(try asked(scene, "26T17:30") == ["work: energy help"])
    #expect(try asked(scene, "28T17:30") == ["work: energy help"])
    #expect(try asked(scene, "29T17:30") == ["work: help"])
    #expect(try asked(scene, "24T17:30") == ["work: help"])
    try ask("energy", "work", "26", in: &scene)
    try scene.happened("answered sleep 26 at 26T18:00")
    #expect(try asked(scene, "27T17:30") == ["work: help"])
    scene.coach = Coach(since: try PlanFixture.instant("23T04:00"))
    try scene.happened("answered energy 25")
    #expect(try asked(scene, "26T17:30") == ["work: help"])
    // What was to be asked before the coach came is not owed.
    scene.coach = Coach(since: try PlanFixture.instant("26T04:00"))
    #expect(try asked(scene, "26T17:30") == ["work: help"])
  }

  @Test func `Of what stays never two are asked on a day, and what has the day comes first`() throws
  {
    var scene = try scene("Wed") { $0.stays = 3 }
    let index = try #require(scene.teaching.questions.firstIndex { $0.id == "help" })
    scene.teaching.questions[index].every = Cadence("Thu")
    scene.teaching.questions[index].stays = 3
    scene.slots.removeLast()
    #expect(try asked(scene, "26T17:30") == ["work: help"])
    try ask("nothing", "work", "26", in: &scene)
    try scene.happened("answered sleep 26 at 26T18:00")
    #expect(try asked(scene, "27T17:30") == ["work: energy"])
    // In the days ahead it has its own alone.
    let ahead = scene.coach.moments(
      from: PlanFixture.day("27"),
      days: 5,
      at: try PlanFixture.instant("25T18:00"),
      for: scene.context
    )
    #expect(ahead.flatMap(\.carries).isEmpty)
  }

  @Test func `What stays and was missed is asked again by itself, and not as missed`() throws {
    var scene = try scene("Wed") { $0.stays = 2 }
    try scene.happened("passed work/25 off")
    let missed = { (time: String) throws in
      scene.coach.missedQuestions(at: try PlanFixture.instant(time), for: scene.context)
        .map(\.question.id)
    }
    #expect(try missed("27T08:00") == ["help"])
    #expect(try missed("28T08:00") == ["energy", "help"])
  }

  @Test func `What is optional, or for others, is asked of those who want it`() throws {
    var scene = try scene("7d") { $0.isOptional = true }
    #expect(try asked(scene, "23T17:30") == ["work: help"])
    scene.profile.questions = ["energy"]
    #expect(try asked(scene, "23T17:30") == ["work: energy help"])
    scene = try self.scene("7d") { $0.roles = [.manager, .parent] }
    #expect(try asked(scene, "23T17:30") == ["work: help"])
    scene.profile.roles = [.parent]
    #expect(try asked(scene, "23T17:30") == ["work: energy help"])
  }
}
