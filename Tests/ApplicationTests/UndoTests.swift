import Application
import Coaching
import Testing

/// Every act can be taken back, and then is as if it had not been.
@Suite struct UndoTests {
  /// An act, and a word of what is said when it is taken back.
  struct Act: CustomTestStringConvertible, Sendable {
    var name: String
    var settings = ""
    var word: String
    var take: @Sendable (inout Desk) throws -> Void

    var testDescription: String { name }
  }

  private static let acts = [
    Act(name: "an answer", word: "7") { desk in
      _ = try desk.workspace.record(
        GivenAnswer("7"),
        to: try desk.workspace.question(named: "energy")
      )
    },
    Act(name: "a self-check", word: "3 5 0 2 7") { desk in
      let check = try #require(desk.workspace.selfCheck(named: "obstacles"))
      _ = try desk.workspace.record(["3", "5", "0", "2", "7"], to: check, on: nil, note: nil)
    },
    Act(name: "a thank-you", word: "1") { desk in try desk.workspace.count(.given, for: "") },
    Act(name: "a pause", word: "22:00") { desk in _ = try desk.workspace.pause(until: "2h") },
    Act(name: "an absence of a day", word: "2026-11-23") { desk in
      _ = try desk.workspace.goAway("tomorrow")
    },
    Act(name: "an absence", word: "2026-11-29") { desk in
      _ = try desk.workspace.goAway("2026-11-25..2026-11-29")
    },
    Act(name: "an extra", word: "fruit") { desk in
      _ = try desk.workspace.note(SaidExtra("fruit", minutes: 20))
    },
    Act(name: "a step", settings: "[programme]\nmode = \"step-by-step\"", word: "step") { desk in
      try desk.workspace.take(.stands)
    },
    Act(name: "a promise", word: "the plan") { desk in
      _ = try desk.workspace.promise(SaidPromise("the plan", by: "tomorrow"))
    },
    Act(name: "a note", word: "ask first") { desk in
      let workspace = desk.workspace
      var (kind, text) = try workspace.noteMeant(by: ["principle", "ask first"])
      var note = workspace.blankNote(kind)
      try workspace.fill(&note, text, parts: [])
      text = try workspace.keep(note).text
      #expect(text == "ask first")
    },
    Act(name: "a hesitation", word: "refus") { desk in
      _ = try desk.workspace.remedy(for: .refusal, fear: nil)
    },
    Act(name: "a rating", word: "took back") { desk in
      let tip = desk.configuration.teaching.tips[0]
      _ = try desk.workspace.say(.useful, about: tip.id)
    },
    Act(name: "a mute", word: "again") { desk in
      let tip = desk.configuration.teaching.tips[0]
      _ = try desk.workspace.say(.mute, about: tip.id)
    },
    Act(name: "a retirement", word: "again") { desk in
      _ = try desk.workspace.retire("obstacles", back: false)
    },
  ]

  @Test(arguments: Keeper.allCases, acts)
  private func `What a person did is taken back once, and then there is nothing left`(
    _ keeper: Keeper,
    _ act: Act
  ) throws {
    try keeper.check(act.settings) { desk in
      try act.take(&desk)
      let done = try desk.events().count
      #expect(done > 0)
      desk.wait()
      let said = try #require(try desk.workspace.undo()).joined(separator: " ")
      #expect(said.lowercased().contains(act.word), "\(said)")
      desk.wait()
      #expect(try desk.workspace.undo() == nil)
      #expect(try desk.ledger.lastDone(limit: 9).isEmpty)
      #expect(try desk.events().count == 2 * done)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What was before stands again, and is said`(_ keeper: Keeper) throws {
    try keeper.check { desk in
      let energy = try desk.workspace.question(named: "energy")
      _ = try desk.workspace.record(GivenAnswer("7"), to: energy)
      desk.wait()
      _ = try desk.workspace.record(GivenAnswer("4"), to: energy)
      desk.wait()
      let said = try #require(try desk.workspace.undo())
      #expect(said.count == 2)
      #expect(said[1].contains("7"))
      let answer = try desk.ledger.answer(to: "energy", on: desk.workspace.today)
      #expect(answer == .scale(7))
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A promise that was closed or changed is as it was before`(_ keeper: Keeper) throws {
    try keeper.check { desk in
      _ = try desk.workspace.promise(SaidPromise("the plan"))
      desk.wait()
      _ = try desk.workspace.changePromise(1, to: SaidPromise("the other plan"))
      desk.wait()
      _ = try desk.workspace.closePromise(1, as: .kept)
      #expect(try desk.workspace.promises(isAll: false).isEmpty)
      desk.wait()
      _ = try desk.workspace.undo()
      #expect(try desk.workspace.promises(isAll: false).map(\.entry.text) == ["the other plan"])
      desk.wait()
      _ = try desk.workspace.undo()
      #expect(try desk.workspace.promises(isAll: false).map(\.entry.text) == ["the plan"])
    }
  }
}
