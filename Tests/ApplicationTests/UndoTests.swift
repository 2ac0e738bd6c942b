import Application
import Coaching
import Configuration
import Testing

/// Every act can be taken back, and then is as if it had not been.
@Suite struct UndoTests {
  /// An act, and a word of what is said when it is taken back.
  struct Act: CustomTestStringConvertible, Sendable {
    var name: String
    var settings = ""
    var word: String
    var take: @Sendable (inout WorkspaceFixture) throws -> Void

    var testDescription: String { name }
  }

  private static let acts = [
    Act(name: "an answer", word: "7") { fixture in
      _ = try fixture.workspace.record(
        GivenAnswer("7"),
        to: try fixture.workspace.question(named: "energy")
      )
    },
    Act(name: "a self-check", word: "3 5 0 2 7") { fixture in
      let check = try #require(fixture.workspace.selfCheck(named: "obstacles"))
      _ = try fixture.workspace.record(["3", "5", "0", "2", "7"], to: check, on: nil, note: nil)
    },
    Act(name: "a thank-you", word: "1") { fixture in try fixture.workspace.count(.given, for: "") },
    Act(name: "a pause", word: "22:00") { fixture in _ = try fixture.workspace.pause(until: "2h") },
    Act(name: "an absence of a day", word: "2026-11-23") { fixture in
      _ = try fixture.workspace.goAway("tomorrow")
    },
    Act(name: "an absence", word: "2026-11-29") { fixture in
      _ = try fixture.workspace.goAway("2026-11-25..2026-11-29")
    },
    Act(name: "an extra", word: "fruit") { fixture in
      _ = try fixture.workspace.note(SaidExtra("fruit", minutes: 20))
    },
    Act(name: "a step", settings: "[programme]\nmode = \"step-by-step\"", word: "step") { fixture in
      try fixture.workspace.take(.stands)
    },
    Act(name: "a promise", word: "the plan") { fixture in
      _ = try fixture.workspace.promise(SaidPromise("the plan", by: "tomorrow"))
    },
    Act(name: "a note", word: "ask first") { fixture in
      let workspace = fixture.workspace
      var (kind, text) = try workspace.noteMeant(by: ["principle", "ask first"])
      var note = workspace.blankNote(kind)
      try workspace.fill(&note, text, parts: [])
      text = try workspace.keep(note).text
      #expect(text == "ask first")
    },
    Act(name: "a hesitation", word: "hesitation") { fixture in
      _ = try fixture.workspace.remedy(for: .refusal, fear: nil)
    },
    Act(name: "a rating", word: "taken back") { fixture in
      let tip = fixture.configuration.teaching.tips[0]
      _ = try fixture.workspace.say(.useful, about: tip.id)
    },
    Act(name: "a mute", word: "again") { fixture in
      let tip = fixture.configuration.teaching.tips[0]
      _ = try fixture.workspace.say(.mute, about: tip.id)
    },
    Act(name: "a retirement", word: "again") { fixture in
      _ = try fixture.workspace.retire("obstacles", back: false)
    },
  ]

  @Test(arguments: Keeper.allCases, acts)
  private func `What a person did is taken back once, and then there is nothing left`(
    _ keeper: Keeper,
    _ act: Act
  ) throws {
    try keeper.check(act.settings) { fixture in
      try act.take(&fixture)
      let done = try fixture.events().count
      #expect(done > 0)
      fixture.wait()
      let said = try #require(try fixture.workspace.undo()).joined(separator: " ")
      #expect(said.lowercased().contains(act.word), "\(said)")
      fixture.wait()
      #expect(try fixture.workspace.undo() == nil)
      #expect(try fixture.ledger.lastDone(limit: 9).isEmpty)
      #expect(try fixture.events().count == 2 * done)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Back from an absence is a step: taken back, the rest of it is away again`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      for days in ["2026-11-20..2026-11-25", "today..2026-11-25"] {
        _ = try fixture.workspace.goAway(days)
        let away = try fixture.workspace.absences()
        let others = away.dropLast().map { $0.description }
        fixture.wait()
        #expect(try fixture.workspace.resume())
        let left = try fixture.workspace.absences()
        #expect(!left.contains { $0.contains(fixture.workspace.today) })
        fixture.wait()
        let said = try #require(try fixture.workspace.undo()).joined(separator: " ")
        #expect(said.contains("2026-11-25"), "\(said)")
        #expect(try fixture.workspace.absences() == away)
        fixture.wait()
        // Then the absence itself is the last step.
        _ = try fixture.workspace.undo()
        #expect(try fixture.workspace.absences().map { $0.description } == others)
        fixture.wait()
      }
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Resumed is a step: taken back, the pause holds again and nothing else is touched`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      let energy = try fixture.workspace.question(named: "energy")
      _ = try fixture.workspace.record(GivenAnswer("5"), to: energy)
      fixture.wait()
      _ = try fixture.workspace.goAway("today..2026-12-31")
      fixture.wait()
      _ = try fixture.workspace.pause(until: "3h")
      let end = try fixture.workspace.coach().pauseEnd(at: fixture.now)
      fixture.wait()
      #expect(try fixture.workspace.resume())
      fixture.wait()
      let said = try #require(try fixture.workspace.undo())
      // What was ended at once is so again at once, and both are said.
      #expect(said.count == 3 && said[1].contains("23:00") && said[2].contains("2026-12-31"))
      #expect(try fixture.workspace.coach().pauseEnd(at: fixture.now) == end)
      #expect(try fixture.workspace.absences().count == 1)
      fixture.wait()
      // Ended once more, and that taken back too.
      #expect(try fixture.workspace.resume())
      #expect(try fixture.workspace.resume() == false)
      fixture.wait()
      _ = try fixture.workspace.undo()
      #expect(try fixture.workspace.coach().pauseEnd(at: fixture.now) == end)
      #expect(try fixture.ledger.answer(to: "energy", on: fixture.workspace.today) == .scale(5))
      // Step by step back to the beginning.
      for left in [2, 1, 0] {
        fixture.wait()
        _ = try fixture.workspace.undo()
        #expect(try fixture.ledger.lastDone(limit: 9).count == left)
      }
      #expect(try fixture.ledger.answer(to: "energy", on: fixture.workspace.today) == nil)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A pause that has ended is not held again by taking back what ended it`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      _ = try fixture.workspace.pause(until: "1h")
      fixture.wait()
      _ = try fixture.workspace.resume()
      fixture.wait(hours: 2)
      #expect(try #require(try fixture.workspace.undo()).count == 1)
      #expect(try fixture.workspace.coach().pauseEnd(at: fixture.now) == nil)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `It is said from when that was which is taken back`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let energy = try fixture.workspace.question(named: "energy")
      _ = try fixture.workspace.record(GivenAnswer("7"), to: energy)
      fixture.wait(hours: 1)
      let said = try #require(try fixture.workspace.undo())
      #expect(said.count == 1 && said[0].hasSuffix("That was at 20:00."), "\(said)")
      // A person's own words have their stop, or get one.
      for (words, ending) in [("write to Ada", "Ada. That"), ("Done?", "Done? That")] {
        _ = try fixture.workspace.note(SaidExtra(words))
        _ = try fixture.workspace.promise(SaidPromise(words))
        let undone = try #require(try fixture.workspace.undo())
        #expect(undone[0].contains(ending), "\(undone)")
        _ = try fixture.workspace.undo()
      }
      _ = try fixture.workspace.pause(until: "3h")
      fixture.wait(hours: 26)
      let later = try #require(try fixture.workspace.undo())
      #expect(later[0].hasSuffix("That was at 2026-11-22 21:00."), "\(later)")
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What was before stands again, and is said`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let energy = try fixture.workspace.question(named: "energy")
      _ = try fixture.workspace.record(GivenAnswer("7"), to: energy)
      fixture.wait()
      _ = try fixture.workspace.record(GivenAnswer("4"), to: energy)
      fixture.wait()
      let said = try #require(try fixture.workspace.undo())
      #expect(said.count == 2)
      #expect(said[1].contains("7"))
      let answer = try fixture.ledger.answer(to: "energy", on: fixture.workspace.today)
      #expect(answer == .scale(7))
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A promise that was closed or changed is as it was before`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      _ = try fixture.workspace.promise(SaidPromise("the plan"))
      fixture.wait()
      _ = try fixture.workspace.changePromise(1, to: SaidPromise("the other plan"))
      fixture.wait()
      _ = try fixture.workspace.closePromise(1, as: .kept)
      #expect(try fixture.workspace.promises(isAll: false).isEmpty)
      fixture.wait()
      _ = try fixture.workspace.undo()
      #expect(try fixture.workspace.promises(isAll: false).map(\.entry.text) == ["the other plan"])
      fixture.wait()
      _ = try fixture.workspace.undo()
      #expect(try fixture.workspace.promises(isAll: false).map(\.entry.text) == ["the plan"])
    }
  }
}
