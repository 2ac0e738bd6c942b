import Application
import Coaching
import Testing

/// The words of a person: what stands beside an answer, how much is kept, what is added.
@Suite struct WordsTests {
  /// The last answer that was written down.
  private func last(_ fixture: WorkspaceFixture) throws -> Answered {
    guard case .answered(let answered)? = try fixture.events().last else {
      throw CommandError(.data, words: "nothing was answered")
    }
    return answered
  }

  /// Answers one after the other to a question: typed, note, circles; and what stands at the end.
  struct Again: CustomTestStringConvertible, Sendable {
    var rule: String
    var question = "help"
    var given: [GivenAnswer]
    var note: String?
    var circles: [String] = []
    /// Keys of what is said of it.
    var said: [String]
    var testDescription: String { rule }
  }

  static let first = GivenAnswer("taken", note: "a lift", circles: ["colleague"])
  static let again = [
    Again(
      rule: "note and circle stay",
      given: [first, GivenAnswer("declined")],
      note: "a lift",
      circles: ["colleague"],
      said: ["note stays", "Whom it was for stays"]
    ),
    Again(
      rule: "they stay through a third answer",
      given: [first, GivenAnswer("declined"), GivenAnswer("taken")],
      note: "a lift",
      circles: ["colleague"],
      said: ["note stays", "Whom it was for stays"]
    ),
    Again(
      rule: "a new note replaces the first",
      given: [first, GivenAnswer("taken", note: "- had tea")],
      note: "- had tea",
      circles: ["colleague"],
      said: ["Whom it was for stays"]
    ),
    Again(
      rule: "an empty note drops it",
      given: [first, GivenAnswer("taken", note: " ")],
      circles: ["colleague"],
      said: ["note is dropped", "Whom it was for stays"]
    ),
    Again(
      rule: "a new circle replaces the first",
      given: [first, GivenAnswer("taken", circles: ["family"])],
      note: "a lift",
      circles: ["family"],
      said: ["note stays"]
    ),
    Again(
      rule: "an empty circle drops it",
      given: [first, GivenAnswer("taken", circles: [""])],
      note: "a lift",
      said: ["note stays", "Whom it was for is dropped"]
    ),
    Again(
      rule: "where no occasion arose there was nobody it was for",
      given: [first, GivenAnswer("none")],
      note: "a lift",
      said: ["note stays", "Whom it was for is dropped"]
    ),
    Again(
      rule: "nothing is said where nothing stood",
      given: [GivenAnswer("taken"), first],
      note: "a lift",
      circles: ["colleague"],
      said: []
    ),
  ]

  @Test(arguments: Keeper.allCases, again)
  func `What stands beside an answer stays when it is given again`(
    _ keeper: Keeper,
    _ each: Again
  ) throws {
    try keeper.check { fixture in
      var said: [String] = []
      for given in each.given {
        let workspace = fixture.workspace
        let question = try workspace.question(named: each.question)
        said = try workspace.record(given, to: question).said(in: workspace)
        fixture.wait()
      }
      let answered = try last(fixture)
      #expect(answered.note == each.note)
      #expect(answered.circles == each.circles)
      for words in each.said { #expect(said.joined(separator: " ").contains(words), "\(said)") }
      let isSilent = !said.joined().contains("stay") && !said.joined().contains("dropped")
      #expect(isSilent == each.said.isEmpty, "\(said)")
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A click, thanks and the bus keep the note too, and undo brings the first back`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      let given = try fixture.workspace.question(named: "thanks-given")
      _ = try fixture.workspace.record(GivenAnswer("1", note: "for tea"), to: given)
      fixture.wait()
      try fixture.workspace.count(.given, for: "")
      #expect(try last(fixture).note == "for tea")
      fixture.wait()
      fixture.origin = .bus
      _ = try fixture.workspace.record(GivenAnswer("5"), to: given)
      #expect(try last(fixture).note == "for tea")
      fixture.wait()
      _ = try fixture.workspace.undo()
      let standing = try fixture.workspace.record(GivenAnswer("+1"), to: given)
      #expect(standing.answered.answer == .count(3) && standing.answered.note == "for tea")
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A self-check given again keeps the note beside its first answer`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let check = try #require(fixture.workspace.selfCheck(named: "obstacles"))
      let typed = ["3", "5", "0", "2", "7"]
      _ = try fixture.workspace.record(typed, to: check, on: nil, note: "tired")
      fixture.wait()
      _ = try fixture.workspace.record(["４", "5", "0", "2", "7"], to: check, on: nil, note: nil)
      let notes = try fixture.events().suffix(5).map { event -> String? in
        if case .answered(let answered) = event { answered.note } else { nil }
      }
      #expect(notes == ["tired", nil, nil, nil, nil])
    }
  }

  /// What is typed one after the other, and what the day's count is then; nil where it is refused.
  static let sums: [(typed: [String], count: Int?)] = [
    (["+1"], 1), (["3", "+1"], 4), (["3", "+1", "+２"], 6), (["＋1", "+1"], 2), (["none", "+2"], 2),
    (["5", "2"], 2), (["１２"], 12), (["1000", "+1"], nil), (["3", "+0"], nil), (["3", "+"], nil),
    (["3", "+-1"], nil), (["+1001"], nil), (["3", "-1"], nil),
  ]

  @Test(arguments: Keeper.allCases, sums)
  func `One more is added to the day's count`(
    _ keeper: Keeper,
    _ sum: (typed: [String], count: Int?)
  ) throws {
    try keeper.check { fixture in
      let question = try fixture.workspace.question(named: "thanks-received")
      for typed in sum.typed.dropLast() {
        _ = try fixture.workspace.record(GivenAnswer(typed), to: question)
        fixture.wait()
      }
      let workspace = fixture.workspace
      let before = try fixture.events().count
      let error = refusal { () throws(CommandError) in
        let recorded = try workspace.record(GivenAnswer(sum.typed.last ?? ""), to: question)
        let said = recorded.said(in: workspace).joined(separator: " ")
        #expect(sum.count.map { said.contains(": \($0).") } == true, "\(said)")
      }
      #expect((error == nil) == (sum.count != nil), "\(error?.message ?? "taken")")
      #expect(try fixture.events().count == before + (sum.count == nil ? 0 : 1))
      if let count = sum.count { #expect(try last(fixture).answer == .count(count)) }
    }
  }

  @Test func `A scale and a time take no sum, and wide digits`() throws {
    try Keeper.memory.check { fixture in
      let workspace = fixture.workspace
      let energy = try workspace.question(named: "energy")
      let error = refusal { () throws(CommandError) in
        _ = try workspace.record(GivenAnswer("+1"), to: energy)
      }
      #expect(error?.kind == .data)
      #expect(try workspace.record(GivenAnswer("７"), to: energy).answered.answer == .scale(7))
      #expect(try workspace.day("２０２６-１１-２１") == CivilDate("2026-11-21"))
      #expect(try workspace.pause(until: "２h").contains("22:00"))
      let made = try workspace.promise(SaidPromise("a", by: "in ３d", reserve: "２h"))
      #expect(made.reserveSeconds == 7200)
    }
  }

  /// A text, and whether it is kept, and as what; nil where it is refused.
  static let texts: [(typed: String, kept: String?)] = [
    (" \u{FEFF}tea \n", "tea"), ("a\u{1B}[31m\r\nb\u{202E}", "a\nb"),
    (String(repeating: "茶", count: 500), String(repeating: "茶", count: 500)),
    (String(repeating: "茶", count: 501), nil),
    (String(repeating: "👩", count: 500), String(repeating: "👩", count: 500)),
    ("e" + String(repeating: "\u{301}", count: 1001), nil),
    (String(repeating: "👩\u{200D}👩", count: 200), nil),
    (String(repeating: "x", count: 100_000), nil),
  ]

  /// One of the ways to say something in one's own words.
  struct Way: Sendable {
    var name: String
    var say: @Sendable (Workspace, String) throws(CommandError) -> Void

    init(
      _ name: String,
      _ say: @escaping @Sendable (Workspace, String) throws(CommandError) -> Void
    ) {
      self.name = name
      self.say = say
    }
  }

  static let ways = [
    Way("a note beside an answer") { work, text throws(CommandError) in
      let energy = try work.question(named: "energy")
      _ = try work.record(GivenAnswer("7", note: text), to: energy)
    },
    Way("an answer in words") { work, text throws(CommandError) in
      let words = try work.question(named: "final-guest")
      _ = try work.record(GivenAnswer(text), to: words)
    },
    Way("a promise") { work, text throws(CommandError) in
      _ = try work.promise(SaidPromise(text))
    },
    Way("whom a promise is to") { work, text throws(CommandError) in
      _ = try work.promise(SaidPromise("a", to: text))
    },
    Way("an extra") { work, text throws(CommandError) in _ = try work.note(SaidExtra(text)) },
    Way("thanks") { work, text throws(CommandError) in try work.count(.given, for: text) },
    Way("a note") { work, text throws(CommandError) in
      var note = work.blankNote(try work.noteMeant(by: ["detail"]).kind)
      try work.fill(&note, text, parts: [])
      _ = try work.keep(note)
    },
    Way("a part of a note") { work, text throws(CommandError) in
      var note = work.blankNote(try work.noteMeant(by: ["two-readings"]).kind)
      try work.fill(&note, "", parts: ["saw=\(text)"])
      _ = try work.keep(note)
    },
  ]

  @Test(arguments: texts)
  func `A text is kept within its characters and its bytes, wherever it is said`(
    typed: String,
    kept: String?
  ) throws {
    for way in Self.ways {
      try Keeper.memory.check { fixture in
        let workspace = fixture.workspace
        let error = refusal { () throws(CommandError) in try way.say(workspace, typed) }
        #expect((error == nil) == (kept != nil), "\(way.name): \(error?.message ?? "")")
        let written = try fixture.events()
        #expect(written.count == (kept == nil ? 0 : 1), "\(way.name)")
        guard let kept, let last = written.last else { return }
        // A description has a text as it would be written in Swift, but an answer as it was typed.
        let shown = String(kept.debugDescription.dropFirst().dropLast())
        let said = "\(last)"
        #expect(said.contains(shown) || said.contains(kept), "\(way.name): \(said)")
      }
    }
  }

  @Test func `Nothing but what steers a terminal is nothing`() throws {
    try Keeper.memory.check { fixture in
      let workspace = fixture.workspace
      for text in ["\u{FEFF}", "\u{1B}[2J", " \u{202E}\n"] {
        let error = refusal { () throws(CommandError) in
          _ = try workspace.promise(SaidPromise(text))
        }
        #expect(error?.kind == .data)
      }
      let written = try fixture.events()
      #expect(written.isEmpty)
    }
  }

  /// The beginning of some names, and what is said of it.
  static let beginnings: [(name: String, words: [String])] = [
    ("e", ["“e” is the beginning of more than one question", "energy", "evening"]),
    ("s", ["more than one question", "sleep"]), ("thanks-", ["thanks-given, thanks-received"]),
  ]

  @Test(arguments: beginnings)
  func `First letters that fit several say so, and which`(name: String, words: [String]) throws {
    try Keeper.memory.check { fixture in
      let error = refusal { () throws(CommandError) in
        _ = try fixture.workspace.question(named: name)
      }
      for word in words where word != "evening" {
        #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
      }
      #expect(error?.message.contains("there is no question") == false)
    }
  }

  @Test func `A day that is refused offers none that would be refused`() throws {
    try Keeper.memory.check { fixture in
      let workspace = fixture.workspace
      for read in [workspace.pastDay, workspace.dayOfAnswer] {
        let error = refusal { () throws(CommandError) in _ = try read("-1") }
        #expect(error?.message == "“-1” is no day; say today, yesterday or YYYY-MM-DD")
      }
      let error = refusal { () throws(CommandError) in _ = try workspace.day("someday") }
      #expect(error?.message.contains("tomorrow") == true)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Promises are listed by when they are due`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      for (text, by) in [("late", "in 9d"), ("never", nil), ("soon", "in 1d"), ("done", "in 2d")] {
        _ = try fixture.workspace.promise(SaidPromise(text, by: by))
        fixture.wait()
      }
      _ = try fixture.workspace.closePromise(4, as: .kept)
      let open = try fixture.workspace.promises(isAll: false).map(\.entry.text)
      #expect(open == ["soon", "late", "never"])
      let all = try fixture.workspace.promises(isAll: true).map(\.entry.text)
      #expect(all == ["soon", "late", "never", "done"])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What was a habit once is called what it was called`(_ keeper: Keeper) throws {
    let habit = """
      [[habit]]
      id = "walk"
      question = "Did you go for a walk?"
      answer = "yes-no"
      title = "A walk"
      """
    try keeper.check(habit) { fixture in
      let workspace = fixture.workspace
      _ = try workspace.record(GivenAnswer("yes"), to: try workspace.question(named: "walk"))
      let answered = try last(fixture)
      let directory = fixture.paths.configuration
      let later = try WorkspaceFixture(
        fixture.ledger,
        settings: "decks = [\"daily\"]",
        in: directory
      )
      #expect(later.workspace.title(of: answered) == "A walk, no longer asked")
      let formers = try later.workspace.formerHabits().map { $0.title(later.workspace.phrases) }
      #expect(formers == ["A walk, no longer asked"])
    }
  }

  @Test func `What was typed reaches no terminal with what would steer it`() throws {
    try Keeper.memory.check { fixture in
      for typed in ["\u{1B}[2J", "until \u{1B}[2J"] {
        let error = #expect(throws: CommandError.self) {
          _ = try fixture.workspace.pause(until: typed)
        }
        #expect(error?.message.contains("\u{1B}") == false)
        #expect(error?.message.contains("[2J") == true)
      }
    }
  }
}
