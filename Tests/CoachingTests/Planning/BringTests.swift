import Coaching
import TestSupport
import Testing

/// When notes come back, in a slot that carries their kinds.
///
/// Days are counted back from today: `noted 1 principle 3` is note 1, three days ago; `brought 1 2`
/// is note 2 brought up yesterday; `low 1` is a low answer of yesterday.
@Suite struct BringTests {
  static let returns = Case.table(
    """
    principles come every other day
      noted 1 principle 3; noted 2 principle 3; brought 1 1 =>
    one at a time
      noted 1 principle 3; noted 2 principle 3; brought 2 1 => 2
    in turn
      noted 1 principle 3; noted 2 principle 3; brought 4 1; brought 2 2 => 1
    a new one when its turn comes
      noted 1 principle 3; noted 2 principle 1; brought 2 1 => 2
    the only one not on two days in a row
      noted 1 principle 3; brought 1 1 =>
    but on every other
      noted 1 principle 3; brought 2 1 => 1
    none that was dropped
      noted 1 principle 3; noted 2 principle 3; dropped 2; brought 2 1 => 1
    what was to be better comes the next day
      noted 1 better 1; noted 2 better 1 => 1 2
    and on no other
      noted 1 better 0; noted 2 better 2 =>
    and with no other note beside it
      noted 1 better 1; noted 2 principle 3; noted 3 case 40 => 1
    of the others one comes
      noted 2 principle 3; noted 3 case 40 => 3
    the line of the day comes on it
      noted 1 line 0; noted 2 line 1; noted 3 principle 3 => 3 1
    a case rests for a month
      noted 1 case 29 =>
    then it comes
      noted 1 case 30 => 1
    once in seven days
      noted 1 case 30; noted 2 case 40; brought 6 1 =>
    and then the next of them
      noted 1 case 30; noted 2 case 40; brought 7 1 => 2
    the reason stays away in a good week
      noted 1 reason 20; low 2; low 1 =>
    in a low week it comes
      noted 1 reason 20; low 7; low 2; low 1 => 1
    not for what lies longer back
      noted 1 reason 20; low 8; low 2; low 1 =>
    not for an answer that was put right
      noted 1 reason 20; low 3; low 2; low 1; high 1 =>
    once in seven days
      noted 1 reason 20; low 3; low 2; low 1; brought 6 1 =>
    what never comes back does not
      noted 1 detail 40 =>
    """
  )

  private static let teaching: Teaching = {
    var teaching = PlanFixture.teaching
    let recalls: [(String, NoteKind.Recall)] = [
      ("better", .nextDay), ("reason", .lowWeek), ("case", .later), ("principle", .inTurn),
      ("detail", .never), ("line", .sameDay),
    ]
    teaching.notes = recalls.map { id, recall in
      NoteKind(id: id, recall: recall, wording: NoteKind.Wording(title: id, ask: id))
    }
    let wording = Question.Wording(title: "mood", ask: "?", hint: "")
    teaching.questions.append(
      Question(id: "mood", rows: [], kind: .scale, better: .more, wording: wording)
    )
    return teaching
  }()

  private func happened(_ text: String, to scene: inout PlanFixture) throws {
    let words = text.split(separator: " ").map(String.init)
    let number = try #require(Int(words[1]))
    let today = PlanFixture.day("23")
    let id = Entry.ID(.note, number)
    let day = today.adding(days: -(Int(words[words.count > 3 ? 3 : 1]) ?? 0))
    let instant = scene.context.calendar.start(of: day).adding(seconds: 3600)
    switch words[0] {
    case "noted":
      scene.apply(.entered(Entry(id: id, kind: words[2], text: "t")), on: day, at: instant)
    case "dropped": scene.apply(.closed(id, .dropped), on: today, at: instant)
    case "brought":
      let brought = PromptContent(
        id: PromptID(slot: "listing", day: day),
        due: instant,
        until: instant.adding(seconds: 60),
        entries: [Entry.ID(.note, try #require(Int(words[2])))]
      )
      scene.apply(.prompted(brought), on: day, at: instant)
    default:
      let answer = Answer.scale(words[0] == "low" ? 3 : 4)
      let answered = Answered(question: "mood", answer: answer, from: "command")
      scene.apply(.answered(answered), on: day, at: instant)
    }
  }

  @Test(arguments: returns)
  func `A note comes back`(_ row: Case) throws {
    var scene = try PlanFixture()
    scene.slots[0].carries = ["rest", "better", "reason", "case", "principle", "detail", "line"]
    for given in row.given { try happened(given, to: &scene) }
    var context = scene.context
    context.teaching = Self.teaching
    let begins = scene.coach.plan(at: try PlanFixture.instant("23T07:30"), for: context).begins
    #expect(begins.map(\.id.slot) == ["morning"])
    let numbers = begins.flatMap(\.entries).map { String($0.number) }
    #expect(numbers.joined(separator: " ") == row.expected, "\(row.rule)")
  }

  @Test func `What was brought up stays as it is, though another is written`() throws {
    var scene = try PlanFixture()
    scene.slots[0].carries = ["principle"]
    var context = scene.context
    context.teaching = Self.teaching
    let now = try PlanFixture.instant("23T07:30")
    #expect(scene.coach.plan(at: now, for: context).begins == [])
    try happened("noted 1 principle 1", to: &scene)
    let begins = try #require(scene.coach.plan(at: now, for: context).begins.first)
    scene.apply(.prompted(begins), on: begins.id.day, at: now)
    try happened("noted 2 principle 0", to: &scene)
    let plan = scene.coach.plan(at: now, for: context)
    #expect(plan.showing.map(\.prompted.entries) == [[Entry.ID(.note, 1)]])
    let prompt = try #require(plan.showing.first)
    var teaching = Self.teaching
    teaching.phrases.frames = [("labelled", "{label}: {text}")]
    let card = teaching.card(for: prompt, coach: scene.coach, zone: .utc)
    #expect(card.lines.first == .text("principle: t"))
  }

  @Test func `A form is said part by part, each behind what it asks`() {
    var teaching = Teaching()
    teaching.phrases.frames = [("labelled", "{label}: {text}"), ("semicolon", "; ")]
    let wording = NoteKind.Wording(title: "Two readings", ask: "?", parts: ["Saw", "Another"])
    teaching.notes = [NoteKind(id: "two", parts: ["saw", "another"], wording: wording)]
    let parts = [("another", "b"), ("gone", "c")].map { Entry.Part(name: $0.0, text: $0.1) }
    let entry = Entry(id: Entry.ID(.note, 1), kind: "two", text: "a", parts: parts)
    #expect(teaching.words(for: entry) == "Two readings: a; Another: b; gone: c")
  }
}
