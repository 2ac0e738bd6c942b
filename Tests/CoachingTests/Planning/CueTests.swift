import Coaching
import Testing

/// Cues that wait for something: a note of the person's own, or a week of some kind.
@Suite struct CueTests {
  private static let day = PlanFixture.day("23")

  private func scene() throws -> PlanFixture {
    var scene = try PlanFixture()
    var line = Cue(id: "line", rows: [], texts: ["Today …"])
    line.notes = ["line", "better"]
    var low = Cue(id: "low", rows: [], texts: ["Low."])
    low.week = .low
    var late = Cue(id: "late", rows: [], texts: ["Late."])
    late.week = .late
    scene.teaching.cues += [line, low, late]
    scene.slots[0].carries = ["tip", "line", "low", "late"]
    let energy = try #require(scene.teaching.questions.firstIndex { $0.id == "energy" })
    scene.teaching.questions[energy].better = .more
    scene.profile.lightsOut = WeeklyTimes(["23:00"])
    return scene
  }

  private func cues(_ scene: PlanFixture) throws -> [String] {
    try scene.plan("23T07:30").begins.flatMap(\.cues)
  }

  private func note(_ kind: String, _ back: Int, in scene: inout PlanFixture) {
    let day = Self.day.adding(days: -back)
    let id = Entry.ID(.note, back + 1)
    let instant = scene.context.calendar.start(of: day).adding(seconds: 60)
    scene.apply(.entered(Entry(id: id, kind: kind, text: "t")), on: day, at: instant)
  }

  private func answer(
    _ question: String,
    _ answer: Answer,
    _ back: Int,
    in scene: inout PlanFixture
  ) {
    let day = Self.day.adding(days: -back)
    let instant = scene.context.calendar.start(of: day).adding(seconds: 60)
    let answered = Answered(question: question, answer: answer, from: "command")
    scene.apply(.answered(answered), on: day, at: instant)
  }

  @Test func `A line is asked for of those who wrote one lately, and not once it is there`() throws
  {
    var scene = try scene()
    #expect(try cues(scene) == [])
    note("detail", 1, in: &scene)
    #expect(try cues(scene) == [])
    note("better", 3, in: &scene)
    #expect(try cues(scene) == ["line"])
    note("line", 0, in: &scene)
    #expect(try cues(scene) == [])
    scene = try self.scene()
    note("line", 4, in: &scene)
    #expect(try cues(scene) == [])
  }

  @Test func `A week of low answers has its word once`() throws {
    var scene = try scene()
    for back in [1, 2] { answer("energy", .scale(3), back, in: &scene) }
    #expect(try cues(scene) == [])
    answer("energy", .scale(3), 7, in: &scene)
    #expect(try cues(scene) == ["low"])
    try say("low", 6, in: &scene)
    #expect(try cues(scene) == [])
  }

  @Test func `A week of late evenings has its word, from five on`() throws {
    var scene = try scene()
    let late = Answer.timeOfDay(CivilTime(secondOfDay: 85_860))
    for back in 1...4 { answer("sleep", late, back, in: &scene) }
    answer("sleep", .timeOfDay(CivilTime(secondOfDay: 82_800)), 5, in: &scene)
    #expect(try cues(scene) == [])
    answer("sleep", late, 6, in: &scene)
    #expect(try cues(scene) == ["late"])
    scene.profile.lightsOut = nil
    #expect(try cues(scene) == [])
  }

  private func say(_ cue: String, _ back: Int, in scene: inout PlanFixture) throws {
    let day = Self.day.adding(days: -back)
    let due = scene.context.calendar.start(of: day)
    var prompted = PromptContent(
      id: PromptID(slot: "other", day: day),
      due: due,
      until: due.adding(seconds: 60)
    )
    prompted.cues = [cue]
    scene.apply(.prompted(prompted), on: day, at: due)
  }
}
