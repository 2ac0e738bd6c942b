import Coaching
import Testing

/// What a card says of missed messages, of the person's own moment, and of a form.
@Suite struct CardLinesTests {
  private func teaching() -> Teaching {
    var teaching = PlanFixture.teaching
    teaching.phrases.frames = [
      ("missed-one", "one: {list}"), ("missed-many", "{count}: {list}"),
      ("missed-of-day", "{count} of {day}"), ("missed-of-days", "{count}, {first} to {last}"),
      ("bracketed", "{text}（{more}）"), ("list-comma", "、"), ("date-this-year", "{iso}"),
      ("day-this-year", "{weekday} {iso}"), ("weekday-names", "Mo Tu We Th Fr Sa Su"),
      ("labelled", "{label}: {text}"),
      ("two-sentences", "{first}{second}"),
    ]
    return teaching
  }

  private func digest(_ missed: [String]) throws -> [Card.Line] {
    var scene = try PlanFixture()
    var prompted = PromptContent(
      id: PromptID(slot: "morning", day: PlanFixture.day("23")),
      due: try PlanFixture.instant("23T07:30"),
      until: try PlanFixture.instant("23T11:30")
    )
    prompted.digest = try missed.map(PlanFixture.prompt)
    scene.apply(.prompted(prompted), on: prompted.id.day, at: prompted.due)
    let prompt = try #require(scene.coach.prompts.last)
    return teaching().card(for: prompt, coach: scene.coach, zone: .utc).digest
  }

  @Test(
    arguments: [
      (["work/22"], "one: work（2026-11-22）"),
      (["offer/23", "work/22"], "2: offer、work（2026-11-22）"),
      (["a/22", "b/22", "c/20"], "3: a（2026-11-22）、b（2026-11-22）、c（2026-11-20）"),
      (["a/22", "b/20", "c/21", "d/22"], "4, Fr 2026-11-20 to Su 2026-11-22"),
      (["a/22", "b/22", "c/22", "d/22"], "4 of Su 2026-11-22"),
    ]
  )
  func `A few missed messages are named, more by their days`(
    _ missed: [String],
    _ text: String
  ) throws {
    #expect(try digest(missed).first == .text(text))
  }

  @Test func `The person's own moment has a line of its own`() throws {
    var scene = try PlanFixture()
    var teaching = teaching()
    teaching.cues[0].own = "When I sit down"
    let prompted = PromptContent(
      id: PromptID(slot: "rest", day: PlanFixture.day("23")),
      due: try PlanFixture.instant("23T22:30"),
      until: try PlanFixture.instant("23T23:00"),
      cues: ["rest"]
    )
    scene.apply(.prompted(prompted), on: prompted.id.day, at: prompted.due)
    let prompt = try #require(scene.coach.prompts.last)
    let card = teaching.card(for: prompt, coach: scene.coach, zone: .utc)
    #expect(card.lines == [.text("When I sit down"), .text("rest")])
  }

  @Test func `A form has a line for each of its parts`() {
    var teaching = teaching()
    let wording = NoteKind.Wording(title: "Two readings", ask: "", parts: ["What I saw"])
    teaching.notes = [NoteKind(id: "two-readings", parts: ["saw"], wording: wording)]
    var entry = Entry(id: Entry.ID(.note, 1), kind: "two-readings", text: "")
    entry.parts = [Entry.Part(name: "saw", text: "a"), Entry.Part(name: "old", text: "b")]
    #expect(teaching.lines(for: entry) == ["Two readings", "What I saw: a", "old: b"])
    entry.text = "he left"
    #expect(teaching.lines(for: entry).first == "Two readings: he left")
    entry.parts = []
    #expect(teaching.lines(for: entry) == ["Two readings: he left"])
  }

  @Test func `Sentences stand one after the other as the language joins them`() {
    #expect(teaching().phrases.joined([]) == "")
    #expect(teaching().phrases.joined(["一。"]) == "一。")
    #expect(teaching().phrases.joined(["一。", "二。", "三。"]) == "一。二。三。")
  }
}
