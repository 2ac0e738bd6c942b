import Coaching
import Testing

/// A person who hesitates, what they are given, and the one look back.
@Suite struct RemedyTests {
  /// A scene with three tips for the first obstacle, and the question that looks back on it.
  private func scene() throws -> PlanFixture {
    var scene = try PlanFixture()
    var teaching = PlanFixture.teaching
    let wording = Tip.Wording(title: "T", action: "a", why: "w", short: "s", ask: "q")
    teaching.tips += [("one", 1), ("two", 1), ("three", 3)].map { id, level in
      Tip(
        id: id,
        rows: [],
        part: .obstacle(1),
        kind: .regular,
        level: level,
        answer: .outcome,
        wording: wording
      )
    }
    var question = PlanFixture.question("hesitation-1", .outcome)
    question.wording.ask = "And “{tip}”?"
    question.also = .fear
    question.about = .hesitation
    teaching.questions.append(question)
    scene.teaching = teaching
    return scene
  }

  private func hesitate(
    _ tip: String?,
    _ time: String,
    fear: Int? = nil,
    in scene: inout PlanFixture
  ) throws {
    let hesitated = Hesitated(obstacle: .refusal, tip: tip, fear: fear)
    let day = PlanFixture.day(String(time.prefix(2)))
    scene.apply(.hesitated(hesitated), on: day, at: try PlanFixture.instant(time))
  }

  private func remedy(_ scene: PlanFixture) -> String? {
    scene.coach.remedy(for: .refusal, from: scene.context)?.id
  }

  private func asked(_ scene: PlanFixture, _ time: String) throws -> [String] {
    try scene.plan(time).begins.flatMap(\.questions).filter { $0 == "hesitation-1" }
  }

  // MARK: - The act

  @Test func `The act told longest ago comes, the programme's first where none was told`() throws {
    var scene = try scene()
    #expect(remedy(scene) == "one")
    try hesitate("one", "23T09:00", in: &scene)
    #expect(remedy(scene) == "two")
    try scene.happened("told two 23")
    #expect(remedy(scene) == "one")
  }

  @Test func `Where an offer is looked back on, the act is one`() throws {
    var scene = try scene()
    let first = try #require(scene.teaching.tips.firstIndex { $0.id == "one" })
    scene.teaching.tips[first].answer = .yesNo
    #expect(remedy(scene) == "two")
  }

  @Test func `A muted act does not come, nor one that is too much for this person`() throws {
    var scene = try scene()
    try hesitate("one", "23T09:00", in: &scene)
    try hesitate("two", "23T09:00", in: &scene)
    #expect(remedy(scene) == "one")
    scene.apply(
      .muted(tip: "one"),
      on: PlanFixture.day("23"),
      at: try PlanFixture.instant("23T10:00")
    )
    #expect(remedy(scene) == "two")
    scene.apply(
      .muted(tip: "two"),
      on: PlanFixture.day("23"),
      at: try PlanFixture.instant("23T10:00")
    )
    #expect(remedy(scene) == nil)
  }

  @Test func `An act for a hesitation is not the day's tip, and the day's tip is another`() throws {
    var scene = try scene()
    scene.teaching.tips.removeAll { $0.id != "one" && $0.id != "two" }
    // An obstacle's tips come by themselves to whom it is one.
    scene.profile.obstacle = 1
    try hesitate("one", "23T06:00", in: &scene)
    #expect(scene.coach.tipTold(on: PlanFixture.day("23")) == nil)
    #expect(try scene.plan("23T07:30").begins.map(\.tip) == ["two"])
  }

  // MARK: - The look back

  @Test func `Support is not looked back on, for it gave no act`() throws {
    var scene = try scene()
    try hesitate(nil, "23T09:00", in: &scene)
    #expect(try asked(scene, "23T10:31") == [])
  }

  @Test func `The first prompt that begins an hour later looks back, and no other`() throws {
    var scene = try scene()
    try hesitate("one", "23T09:31", in: &scene)
    #expect(try asked(scene, "23T10:30") == [])
    #expect(try asked(scene, "23T10:31") == ["hesitation-1"])
    let begun = try scene.plan("23T17:30").begins.first { $0.id.slot == "work" }
    let prompted = try #require(begun)
    #expect(prompted.questions.last == "hesitation-1")
    scene.apply(
      .prompted(prompted),
      on: PlanFixture.day("23"),
      at: try PlanFixture.instant("23T17:30")
    )
    #expect(try asked(scene, "24T07:30") == [])
  }

  @Test func `What is answered already is not looked back on; what comes after it is`() throws {
    var scene = try scene()
    try hesitate("one", "23T08:00", in: &scene)
    try scene.happened("answered hesitation-1 23 at 23T09:00")
    #expect(try asked(scene, "23T10:30") == [])
    try hesitate("two", "23T12:00", in: &scene)
    #expect(try asked(scene, "24T07:30") == ["hesitation-1"])
  }

  @Test func `Taken back, a hesitation is not looked back on, nor was its act told`() throws {
    var scene = try scene()
    try hesitate("one", "23T08:00", in: &scene)
    try hesitate("two", "23T09:00", in: &scene)
    try scene.happened("undone 2 at 23T09:01")
    #expect(try asked(scene, "23T10:30") == ["hesitation-1"])
    #expect(remedy(scene) == "two")
    // A prompt that had asked already asks no more.
    var prompted = try #require(try scene.plan("23T10:30").begins.first { $0.id.slot == "offer" })
    prompted.questions = ["hesitation-1"]
    scene.apply(
      .prompted(prompted),
      on: PlanFixture.day("23"),
      at: try PlanFixture.instant("23T10:30")
    )
    let question = try #require(scene.teaching.question("hesitation-1"))
    #expect(scene.coach.isOpen(question, askedOn: PlanFixture.day("23")))
    try scene.happened("undone 1 at 23T10:31")
    #expect(!scene.coach.isOpen(question, askedOn: PlanFixture.day("23")))
    scene = try self.scene()
    try hesitate("one", "23T08:00", in: &scene)
    try scene.happened("undone 1 at 23T08:01")
    #expect(try asked(scene, "23T10:30") == [])
    #expect(remedy(scene) == "one")
  }

  @Test func `The end of the day does not look back, nor does a prompt a week later`() throws {
    var scene = try scene()
    try hesitate("one", "23T20:00", in: &scene)
    #expect(try asked(scene, "23T22:30") == [])
    #expect(try asked(scene, "30T07:30") == ["hesitation-1"])
    scene = try self.scene()
    try hesitate("one", "22T20:00", in: &scene)
    #expect(try asked(scene, "30T07:30") == [])
  }

  @Test func `A look back that a prompt asked is open until it is answered`() throws {
    var scene = try scene()
    try hesitate("one", "23T08:00", in: &scene)
    var prompted = try #require(try scene.plan("23T10:30").begins.first { $0.id.slot == "offer" })
    prompted.questions = ["hesitation-1"]
    scene.apply(
      .prompted(prompted),
      on: PlanFixture.day("23"),
      at: try PlanFixture.instant("23T10:30")
    )
    let now = try PlanFixture.instant("23T11:00")
    let open = { scene.coach.openQuestions(at: now, for: scene.context).map(\.id) }
    #expect(open().last == "hesitation-1")
    try scene.happened("answered hesitation-1 23 at 23T11:00")
    #expect(!open().contains("hesitation-1"))
  }

  @Test func `It names the act, and asks for the fear where one was named`() throws {
    var scene = try scene()
    let question = try #require(scene.teaching.question("hesitation-1"))
    let day = PlanFixture.day("23")
    try hesitate("one", "23T08:00", in: &scene)
    #expect(scene.teaching.wording(of: question, on: day, coach: scene.coach) == "And “T”?")
    #expect(scene.teaching.lines(asking: question, on: day, coach: scene.coach).count == 2)
    try hesitate("one", "23T08:00", fear: 7, in: &scene)
    #expect(scene.teaching.lines(asking: question, on: day, coach: scene.coach).count == 3)
  }

  @Test func `There are five obstacles, each with its name and its question`() {
    #expect(Obstacle.allCases.map(\.rawValue) == [1, 2, 3, 4, 5])
    for obstacle in Obstacle.allCases {
      #expect(Obstacle(lookBack: obstacle.lookBack) == obstacle)
    }
    #expect(Obstacle(lookBack: "hesitation-6") == nil)
  }
}
