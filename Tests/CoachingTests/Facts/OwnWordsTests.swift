import Coaching
import Testing

/// A tip in the person's own words, when it comes again.
@Suite struct OwnWordsTests {
  private func scene(_ length: Teaching.Length) throws -> PlanFixture {
    var scene = try PlanFixture()
    scene.teaching.length = length
    scene.teaching.phrases.frames = [
      ("labelled", "{label}: {text}"), ("why", "Why"), ("own-words", "Yours"),
    ]
    let wording = Tip.Wording(title: "T", action: "act", why: "reason", short: "s", ask: "q")
    let tip = Tip(id: "a", rows: [], part: nil, kind: .regular, wording: wording)
    scene.teaching.tips[0] = tip
    return scene
  }

  private func say(
    _ text: String,
    of tip: String,
    on day: String,
    in scene: inout PlanFixture
  ) throws {
    var answered =
      Answered(question: OwnWords.name, answer: .text(text), from: "command")
    answered.about = tip
    scene.apply(
      .answered(answered),
      on: PlanFixture.day(day),
      at: try PlanFixture.instant("\(day)T20:00")
    )
  }

  /// What a prompt says of a tip.
  private func lines(_ tip: String, _ scene: PlanFixture) throws -> [Card.Line] {
    let id = PromptID(slot: "morning", day: PlanFixture.day("25"))
    let now = try PlanFixture.instant("25T07:30")
    let prompted = PromptContent(id: id, due: now, until: now.adding(seconds: 60), tip: tip)
    var scene = scene
    scene.apply(.prompted(prompted), on: id.day, at: now)
    let prompt = try #require(scene.coach.prompt(id))
    return scene.teaching.card(for: prompt, coach: scene.coach, zone: .utc).said
  }

  @Test(arguments: [
    (Teaching.Length.full, ["act", "Why: reason"], ["act", "Why: reason", "Yours: mine"]),
    (.own, ["act", "Why: reason"], ["mine", "Why: reason"]), (.short, ["s"], ["s"]),
  ])
  func `They stand beneath it, or in the place of its act`(
    length: Teaching.Length,
    before: [String],
    after: [String]
  ) throws {
    var scene = try scene(length)
    try say("other", of: "b", on: "23", in: &scene)
    #expect(try lines("a", scene) == before.map(Card.Line.text))
    try say("first", of: "a", on: "23", in: &scene)
    try say("mine\u{1B}", of: "a", on: "24", in: &scene)
    #expect(try lines("a", scene) == after.map(Card.Line.text))
  }
}
