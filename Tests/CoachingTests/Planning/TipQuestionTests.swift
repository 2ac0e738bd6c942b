import Coaching
import TestSupport
import Testing

/// Which tip is asked about on a day.
///
/// `a` and `b` can be answered on their own day, `night` the day
/// after, and `met` once somebody else has acted; the 28th and 29th are the weekend.
@Suite struct TipQuestionTests {
  static let table = Case.table(
    """
    what can be told by the evening is asked about then
      told a 23; 23T17:30 => energy, done
    what is about the evening is asked about the day after, though another tip was told
      told night 23; told a 24; 24T17:30 => energy, done 23
    and not on its own day
      told night 23; 23T17:30 => energy
    nor on the next, once it was asked about
      told night 23; asked 24 of 23; answered sleep 24 at 24T18:00; told a 25; 25T17:30 => \
    energy, done
    nor once it was answered
      told night 23; answered done 23; told a 24; 24T17:30 => energy, done
    a day without a prompt for it is made up for
      told night 27; told a 30; 30T17:30 => energy, done 27
    what needs an occasion waits for it
      told met 23; 25T17:30 => energy
    and is asked about within a week, where no other tip is
      told met 23; 26T17:30 => energy, done 23
    a tip of the day itself comes first
      told met 23; told a 26; 26T17:30 => energy, done
    of two occasions the one that waited longer is asked about
      told met 23; told met 24; told night 27; 27T17:30 => energy, done 23
    after a week nobody remembers it
      told met 23; 30T17:30 => energy
    what is told no more is asked about no more
      told night 23; muted night 24; told a 24; 24T17:30 => energy, done
    what is told on a free day waits for the last of them
      told a 28; 28T18:00 => energy
    on which one is asked about, the last
      told a 28; told b 29; 29T18:00 => energy, done
    or the one before, where the last has another day
      told a 28; told night 29; 29T18:00 => energy, done 28
    on the day after nobody asks about free days
      told a 28; told b 29; told night 30; 30T17:30 => energy
    a day off is no last free day
      off Sun 00:00; told a 28; 28T18:00 => energy, done
    """
  )

  /// A scene in which every day has an end of work, and its tips.
  private func scene() throws -> PlanFixture {
    var scene = try PlanFixture()
    scene.teaching.tips = try [("a", nil), ("b", nil), ("night", .nextDay), ("met", .occasion)]
      .map { (id: String, asked: Tip.Asked?) in
        var tip = try #require(PlanFixture.teaching.tips.first)
        tip.id = id
        tip.wording = Tip.Wording(title: id, action: id, why: id, short: id, ask: "\(id)?")
        tip.asked = asked
        return tip
      }
    scene.slots = [
      try PlanFixture.slot("work", "17:30", hours: 4, ["energy", "done"]),
      try PlanFixture.slot("late", "22:30", hours: 1, ["done"]),
    ]
    return scene
  }

  private func happened(_ text: String, to scene: inout PlanFixture) throws {
    let words = text.split(separator: " ").map(String.init)
    switch words[0] {
    case "asked":
      let day = PlanFixture.day(words[1])
      let due = try PlanFixture.instant("\(words[1])T17:30")
      var prompted = PromptContent(
        id: PromptID(slot: "work", day: day),
        due: due,
        until: due.adding(seconds: 4 * 3600),
        questions: ["done"]
      )
      prompted.topics = [.init("done", PlanFixture.day(words[3]).description)]
      scene.apply(.prompted(prompted), on: day, at: due)
    case "muted":
      let day = PlanFixture.day(words[2])
      scene.apply(.muted(tip: words[1]), on: day, at: try PlanFixture.instant("\(words[2])T09:00"))
    default: try scene.happened(text)
    }
  }

  @Test(arguments: table)
  func `A tip is asked about when it can be told`(_ `case`: Case) throws {
    var scene = try scene()
    for given in `case`.given.dropLast() { try happened(given, to: &scene) }
    let time = try #require(`case`.given.last)
    let begun = try #require(try scene.plan(time).begins.first { $0.id.slot == "work" })
    let asked = begun.questions.map { id in
      ([id] + [begun.topic(of: id)?.suffix(2)].compactMap { $0.map(String.init) })
        .joined(separator: " ")
    }
    #expect(asked.joined(separator: ", ") == `case`.expected, "\(`case`.rule)")
  }

  @Test func `An answer to it is for the day of the tip, and ends the asking`() throws {
    var scene = try scene()
    try happened("told night 23", to: &scene)
    try happened("told a 24", to: &scene)
    try happened("asked 24 of 23", to: &scene)
    let question = try #require(scene.teaching.question("done"))
    let now = try PlanFixture.instant("24T18:00")
    #expect(
      scene.coach.answerDay(of: question, askedOn: PlanFixture.day("24")) == PlanFixture.day("23")
    )
    #expect(scene.coach.openQuestions(at: now, for: scene.context).map(\.id) == ["energy", "done"])
    let asks = scene.teaching.wording(of: question, on: PlanFixture.day("24"), coach: scene.coach)
    #expect(asks == "done")
    try happened("answered done 23", to: &scene)
    #expect(scene.coach.openQuestions(at: now, for: scene.context).map(\.id) == ["energy"])
    // The later prompt of that day asks about no other tip.
    #expect(try scene.plan("24T22:30").begins.map(\.id.slot) == [])
  }

  @Test func `Whoever answers unasked means the last tip that was told`() throws {
    var scene = try scene()
    try happened("told night 23", to: &scene)
    try happened("told met 24", to: &scene)
    let question = try #require(scene.teaching.question("done"))
    let meant = { (time: String) in
      Planner(scene.coach, scene.context, at: try PlanFixture.instant(time))
        .tipDay(ofAnswerTo: question)
    }
    #expect(try meant("24T09:00") == PlanFixture.day("24"))
    // What is open is asked about yesterday's.
    #expect(try meant("24T18:00") == PlanFixture.day("23"))
    #expect(try meant("25T09:00") == PlanFixture.day("24"))
  }

  @Test func `What a prompt tells itself it asks about only where that can be told`() throws {
    var scene = try scene()
    scene.slots = [try PlanFixture.slot("morning", "07:30", hours: 4, ["tip", "done"])]
    let asked = { (scene: PlanFixture) in
      try scene.plan("23T07:30").begins.flatMap(\.questions)
    }
    scene.teaching.tips = scene.teaching.tips.filter { $0.id == "a" }
    #expect(try asked(scene) == ["done"])
    scene.teaching.tips = try self.scene().teaching.tips.filter { $0.id == "night" }
    #expect(try asked(scene) == [])
  }
}
