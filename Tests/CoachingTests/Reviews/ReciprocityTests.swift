import Coaching
import Testing

/// Whom offers were for, and what came back.
@Suite struct ReciprocityTests {
  private let today = CivilDate(dayNumber: 20_000)

  private func answer(
    _ question: String,
    _ answer: Answer,
    daysAgo: Int = 0,
    circles: [String] = []
  ) -> Fact {
    var answered = Answered(question: question, answer: answer, from: "command")
    answered.circles = circles
    return Fact(
      sequence: 1,
      id: "",
      instant: .distantPast,
      zone: "UTC",
      day: today.adding(days: -daysAgo),
      event: .answered(answered)
    )
  }

  private var question: Question {
    var wording = Question.Wording(title: "", ask: "", hint: "")
    wording.tags = [("thanks", "道謝"), ("trust", "信任"), ("help", "幫忙")]
    return Question(
      id: Reciprocity.question,
      rows: [],
      kind: .text,
      better: .neither,
      wording: wording
    )
  }

  // MARK: - Circles

  @Test func `An offer counts for each circle that it names, welcome or not`() {
    let map = CircleMap(
      [
        answer("help", .outcome(.taken), daysAgo: 2, circles: ["colleague", "patients"]),
        answer("help", .outcome(.declined), daysAgo: 1, circles: ["colleague"]),
        answer("help", .outcome(.couldNot), circles: ["supplier"]),
      ],
      circles: ["colleague", "supplier", "patients"]
    )
    #expect(map.lines.map(\.offers) == [2, 0, 1])
    #expect(map.lines.map(\.welcomed) == [1, 0, 1])
    #expect(map.blank.map(\.circle) == ["supplier"])
    #expect(map.unnamed == 0)
  }

  @Test func `Of a day only the answer that stands is on the map`() {
    let map = CircleMap(
      [
        answer("help", .outcome(.taken)),
        answer("help", .outcome(.taken), circles: ["colleague"]),
        answer("help", .outcome(.taken), daysAgo: 3),
      ],
      circles: ["colleague"]
    )
    #expect(map.lines.map(\.offers) == [1])
    #expect(map.unnamed == 1)
  }

  @Test func `A circle that is gone since is still on the map where it was named`() {
    let map = CircleMap([answer("help", .outcome(.taken), circles: ["old"])], circles: ["new"])
    #expect(map.lines.map(\.circle) == ["new", "old"])
  }

  @Test func `Circles that are off are none of the person's, own ones are`() {
    var profile = Profile(circlesOff: Tip.Circle.allCases.filter { $0 != .family })
    profile.circles = ["patients"]
    #expect(profile.circleNames == ["family", "patients"])
  }

  // MARK: - What came back

  @Test func `Forms are counted once an answer, by name or title; the rest is kept in words`() {
    let returns = Reciprocity(
      [
        answer(Reciprocity.question, .text("Thanks, thanks；an old friend rang"), daysAgo: 14),
        answer(Reciprocity.question, .text("信任：她又來了、道謝"), daysAgo: 7),
        answer(Reciprocity.question, .noOccasion),
      ],
      question
    )
    #expect(returns.forms.map(\.form) == ["thanks", "trust"])
    #expect(returns.forms.map(\.count) == [2, 1])
    #expect(returns.words == ["an old friend rang", "她又來了"])
  }

  @Test(
    arguments: [
      "Thanks, and she stayed, though it rained": ["and she stayed, though it rained"],
      "Carried the crate, and she showed me the list.": [
        "Carried the crate, and she showed me the list."
      ],
      "a lift home, thanks, and a cake; trust": ["a lift home, thanks, and a cake"],
      "trust: she came, late, thanks; help: he carried it": ["she came, late", "he carried it"],
      "thanks:": [], " , trust": [], "，": [],
    ]
  )
  func `What a person wrote is not cut at its commas`(_ text: String, _ lines: [String]) {
    let returns = Reciprocity([answer(Reciprocity.question, .text(text))], question)
    #expect(returns.words == lines)
  }

  @Test func `Thanks both ways add up over the days, and none are taken from each other`() {
    let returns = Reciprocity(
      [
        answer(Reciprocity.thanksGiven, .count(1), daysAgo: 1),
        answer(Reciprocity.thanksGiven, .count(1)),
        answer(Reciprocity.thanksGiven, .count(3)),
        answer(Reciprocity.thanksReceived, .count(2)),
      ],
      question
    )
    #expect(returns.given == 4)
    #expect(returns.received == 2)
    #expect(!returns.isEmpty)
    #expect(Reciprocity([], question).isEmpty)
  }
}
