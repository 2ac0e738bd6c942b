import Coaching
import Storage
import Testing

@Suite struct AnswersTests {
  @Test func `Undo goes back answer by answer, the newest first`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let facts = try ledger.append(
        (1...4).map { draft(answered("energy", .scale($0)), -$0) } + [draft(.told(tip: "a"))]
      )
      let answers = facts.prefix(4)
      #expect(try ledger.lastDone(limit: 9) == answers.reversed())
      #expect(try ledger.lastDone(limit: 1) == [answers[3]])
      try ledger.append([draft(.undone(fact: answers[3].id)), draft(.undone(fact: answers[1].id))])
      #expect(try ledger.lastDone(limit: 9) == [answers[2], answers[0]])
    }
  }

  @Test func `Undo goes back through all that a person did, and through nothing else`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let morning = PromptID(slot: "morning", day: day(0))
      let done: [(Event, Int)] = [
        (answered("energy", .scale(3)), 0), (.snoozed(morning, until: .distantFuture), 0),
        (.paused(until: .distantFuture), 40), (.away(from: day(9), through: day(90)), 90),
        (.hesitated(Hesitated(obstacle: .refusal, tip: "a")), 0), (.rated(tip: "a", .useful), 0),
        (.muted(tip: "a"), 0), (.unmuted(tip: "a"), 0), (.extra(Extra(text: "tea")), 0),
        (.stepped(to: 2), 0),
      ]
      var facts: [Fact] = []
      for (event, offset) in done {
        facts += try ledger.append([draft(event, offset)])
        // What the coach writes in between is nothing that a person did.
        try ledger.append([
          draft(.passed(morning, .paused)), draft(.shown(morning, channel: "spool")),
        ])
      }
      #expect(try ledger.lastDone(limit: 99) == facts.reversed())
      for fact in facts.reversed() {
        #expect(try ledger.lastDone(limit: 1) == [fact])
        try ledger.append([draft(.undone(fact: fact.id), 3)])
      }
      #expect(try ledger.lastDone(limit: 9).isEmpty)
    }
  }

  @Test func `The answer that stands is the last for its question and day`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      #expect(try ledger.answer(to: "energy", on: day(0)) == nil)
      let facts = try ledger.append([
        draft(answered("energy", .scale(3))), draft(answered("energy", .scale(8))),
        draft(answered("energy", .scale(5)), -1), draft(answered("help", .noOccasion)),
        draft(.told(tip: "energy")),
      ])
      #expect(try ledger.answer(to: "energy", on: day(0)) == .scale(8))
      #expect(try ledger.answer(to: "energy", on: day(-1)) == .scale(5))
      #expect(try ledger.answer(to: "help", on: day(0)) == .noOccasion)
      #expect(try ledger.answer(to: "help", on: day(-1)) == nil)
      try ledger.append([draft(.undone(fact: facts[1].id), 3)])
      #expect(try ledger.answer(to: "energy", on: day(0)) == .scale(3))
    }
  }

  @Test func `The history holds the answers that stand, whenever one was taken back`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let facts = try ledger.append(
        [-3, -1, -2, -1, 0].map { draft(answered("energy", .scale(5)), $0) }
      )
      try ledger.append([draft(.undone(fact: facts[1].id), 200), draft(.told(tip: "a"), -1)])
      #expect(try ledger.answers(from: day(-2), through: day(-1)) == [facts[2], facts[3]])
      #expect(try ledger.answers(from: day(1), through: day(9)).isEmpty)
    }
  }
}
