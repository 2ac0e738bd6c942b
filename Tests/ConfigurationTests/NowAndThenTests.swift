import Coaching
import Configuration
import Testing

/// What is asked now and then, beside the questions of every day.
@Suite struct NowAndThenTests {
  let questions: [Question]

  init() throws {
    let slots = Settings().slots.flatMap(\.carries)
    questions = try ShippedDeck.speaking(.english).teaching.questions.filter { question in
      if case .on? = question.every { slots.contains(question.id) } else { false }
    }
  }

  @Test func `It is of every kind: weekly, monthly, quarterly, of some roles, of those who ask`() {
    #expect(questions.count >= 9)
    #expect(questions.contains { $0.id == Reciprocity.question && $0.roles.isEmpty })
    #expect(questions.first { $0.id == "owner-score" }?.roles == [.property])
    #expect(questions.first { $0.id == "pay-or-management" }?.roles == [.manager])
    #expect(questions.first { $0.id == "final-guest" }?.roles == [.backOffice])
    #expect(questions.filter(\.isOptional).map(\.id) == ["other-post", "three-sides"])
  }

  @Test func `No slot asks two of them on one day, of whoever it is, in four years`() {
    for slot in Settings().slots {
      let carried = questions.filter { slot.carries.contains($0.id) }
      for number in 20_454..<(20_454 + 1461) {
        let day = CivilDate(dayNumber: number)
        let due = carried.filter { question in
          if case .on(let days)? = question.every { days.names(day) } else { false }
        }
        #expect(due.count <= 1, "\(slot.name) on \(day): \(due.map(\.id))")
      }
    }
  }

  @Test func `Each comes as often as it says`() throws {
    let counts = [
      ("came-back", 52...53), ("became-ordinary", 12...12), ("left-out", 4...4),
      ("own-words", 12...12),
    ]
    for (id, range) in counts {
      let question = try #require(questions.first { $0.id == id })
      guard case .on(let days)? = question.every else { continue }
      let count = (0..<365).count { days.names(CivilDate(dayNumber: 20_454 + $0)) }
      #expect(range.contains(count), "\(id): \(count)")
    }
  }

  @Test func `The forms of return have names of their own in every language`() throws {
    for deck in try ShippedDeck.all() {
      let tags = deck.teaching.question(Reciprocity.question)?.wording.tags ?? []
      let forms = ["colleagues", "goodwill", "help", "knowledge", "thanks", "trust"]
      #expect(tags.map(\.key).sorted() == forms)
      #expect(Set(tags.map(\.text)).count == tags.count)
      for tag in tags where deck.language == .traditionalChinese {
        #expect(DeckChineseTests.faults(tag.text, in: deck.language) == [])
      }
    }
  }
}
