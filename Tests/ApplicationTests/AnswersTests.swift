import Application
import Coaching
import Testing

/// Answers: what is written down of them, and what is refused.
@Suite struct AnswersTests {
  private let saturday = CivilDate("2026-11-21")

  @Test(arguments: Keeper.allCases)
  func `An answer is written down with its day, its aim and where it was given`(
    _ keeper: Keeper
  ) throws {
    try keeper.check("[sleep]\nlights-out = \"23:00\"") { fixture in
      fixture.origin = .bus
      let workspace = fixture.workspace
      let recorded = try workspace.record(
        GivenAnswer("22:50", note: " early "),
        to: try workspace.question(named: "sleep")
      )
      #expect(recorded.day == saturday)
      #expect(recorded.before == nil)
      guard case .answered(let answered)? = try fixture.events().last else {
        Issue.record("nothing was answered")
        return
      }
      #expect(answered == recorded.answered)
      #expect(answered.from == "bus")
      #expect(answered.note == "early")
      #expect(answered.aim == workspace.habit("sleep")?.aim)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Answered twice for a day, the first is told of`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let energy = try fixture.workspace.question(named: "ene")
      _ = try fixture.workspace.record(GivenAnswer("7"), to: energy)
      fixture.wait()
      let again = try fixture.workspace.record(GivenAnswer("4"), to: energy)
      #expect(again.before == .scale(7))
      #expect(again.said(in: fixture.workspace).contains { $0.contains("7") })
    }
  }

  /// A question, what is said to it and beside it, and words of the refusal.
  struct Refusal: CustomTestStringConvertible, Sendable {
    var question: String
    var typed: String
    var day: String?
    var note: String?
    var circles: [String] = []
    var fear: Int?
    var words: String

    var given: GivenAnswer {
      let day = day.flatMap { CivilDate($0) }
      return GivenAnswer(typed, on: day, note: note, circles: circles, fear: fear)
    }

    var testDescription: String { "\(question) \(typed): \(words)" }
  }

  static let refusals = [
    Refusal(question: "energy", typed: "11", words: "no answer to “energy”"),
    Refusal(question: "sleep", typed: "late", words: "no answer to “sleep”"),
    Refusal(question: "energy", typed: "7", day: "2026-11-23", words: "has not come yet"),
    Refusal(question: "energy", typed: "7", day: "2026-10-01", words: "too long ago"),
    Refusal(
      question: "energy",
      typed: "7",
      note: String(repeating: "x", count: 501),
      words: "at most 500"
    ),
    Refusal(question: "energy", typed: "7", circles: ["family"], words: "takes no --circle"),
    Refusal(question: "help", typed: "none", circles: ["family"], words: "nobody it was for"),
    Refusal(question: "help", typed: "taken", circles: ["martian"], words: "no circle “martian”"),
    Refusal(question: "help", typed: "taken", fear: 3, words: "takes no --fear"),
    Refusal(question: "hesitation-1", typed: "taken", words: "there was none of late"),
    Refusal(question: "other-post", typed: "yes", words: "there is no post"),
  ]

  @Test(arguments: Keeper.allCases, refusals)
  func `What is refused is bad data, and nothing is written`(
    _ keeper: Keeper,
    _ refused: Refusal
  ) throws {
    try keeper.check { fixture in
      let workspace = fixture.workspace
      let question = try workspace.question(named: refused.question)
      let error = refusal { () throws(CommandError) in
        _ = try workspace.record(refused.given, to: question)
      }
      #expect(error?.kind == .data)
      #expect(error?.message.contains(refused.words) == true, "\(error?.message ?? "")")
      let written = try fixture.events()
      #expect(written.isEmpty)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A look back on a hesitation says how the fear has changed`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      _ = try fixture.workspace.remedy(for: .refusal, fear: 7)
      fixture.wait(hours: 1)
      let workspace = fixture.workspace
      let question = try workspace.question(named: "hesitation-1")
      let recorded = try workspace.record(GivenAnswer("taken", fear: 3), to: question)
      #expect(recorded.answered.fear == 3)
      let said = try recorded.saidBeside(in: workspace).joined()
      #expect(said.contains("7") && said.contains("3"), "\(said)")
      let error = refusal { () throws(CommandError) in
        _ = try workspace.record(GivenAnswer("taken", fear: 11), to: question)
      }
      #expect(error?.message.contains("from 0 to 10") == true)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A question is named by its first letters where they fit only one`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      let workspace = fixture.workspace
      let question = try workspace.question(named: "ENE")
      #expect(question.id == "energy")
      #expect(workspace.selfCheck(named: "obst")?.id == "obstacles")
      #expect(workspace.selfCheck(named: "sleep") == nil)
      let error = refusal { () throws(CommandError) in
        _ = try workspace.question(named: "energi")
      }
      #expect(error?.message.contains("did you mean “energy”?") == true)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A self-check is written down whole or not at all`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let workspace = fixture.workspace
      let check = try #require(workspace.selfCheck(named: "obstacles"))
      let bad = [["3", "5"], ["3", "5", "0", "2", "70"]]
      for typed in bad {
        let error = refusal { () throws(CommandError) in
          _ = try workspace.record(typed, to: check, on: nil, note: nil)
        }
        #expect(error?.kind == .data)
      }
      #expect(try fixture.events().isEmpty)
      _ = try workspace.record(["3", "5", "0", "2", "7"], to: check, on: nil, note: "hm")
      let notes = try fixture.events().map { event -> String? in
        guard case .answered(let answered) = event else { return nil }
        return answered.note
      }
      #expect(notes == ["hm", nil, nil, nil, nil])
      #expect(try workspace.isWhole("obstacles", on: workspace.today) == true)
      let history = try workspace.selfChecks(of: "obstacles", through: workspace.today)
      #expect(
        history.lines.map { $0.paths.map { $0.places.map(\.number) } } == [
          [[3], [5], [0], [2], [7]]
        ]
      )
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Thanks of a day are counted together, with what they were for`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      try fixture.workspace.count(.received, for: "the lift")
      fixture.wait()
      try fixture.workspace.count(.received, for: "")
      fixture.wait()
      try fixture.workspace.count(.received, for: "the tea")
      let workspace = fixture.workspace
      let returns = try workspace.returns(from: workspace.today, through: workspace.today)
      #expect(returns.received == 3)
      #expect(returns.given == 0)
      guard case .answered(let last)? = try fixture.events().last else {
        Issue.record("nothing was answered")
        return
      }
      #expect(last.note == "the lift; the tea")
      #expect(last.answer == .count(3))
    }
  }

  @Test(arguments: ["+2", "＋２", " + 2 "])
  func `So many more thanks are so many, and what they were for stays`(_ typed: String) throws {
    try Keeper.memory.check { fixture in
      try fixture.workspace.count(.given, for: "the lift")
      fixture.wait()
      try fixture.workspace.count(.given, for: typed)
      guard case .answered(let last)? = try fixture.events().last else {
        Issue.record("nothing was answered")
        return
      }
      #expect(last.note == "the lift" && last.answer == .count(3))
    }
  }

  /// What is said at a time of 23 November in Berlin, and what comes of it.
  struct Timed: CustomTestStringConvertible, Sendable {
    var settings = ""
    var at: String
    var question: String
    var typed: String
    var day: String?
    /// The day and the time that are recorded; nil where it is refused.
    var recorded: String?
    var words = ""

    var testDescription: String { "\(question) \(typed) at \(at), \(settings)" }
  }

  static let times = [
    Timed(at: "07:40", question: "sleep", typed: "23:50", recorded: "2026-11-22 23:50"),
    Timed(at: "07:40", question: "sleep", typed: "11:50 pm", recorded: "2026-11-22 23:50"),
    Timed(at: "07:40", question: "sleep", typed: "12am", recorded: "2026-11-22 00:00"),
    Timed(at: "07:40", question: "sleep", typed: "23:50", day: "2026-11-23", words: "has not come"),
    Timed(
      at: "07:40",
      question: "get-up",
      typed: "9:50",
      words: "09:50 on 2026-11-23 has not come"
    ),
    Timed(at: "07:40", question: "get-up", typed: "6:50", recorded: "2026-11-23 06:50"),
    Timed(at: "07:40", question: "get-up", typed: "3:50", recorded: "2026-11-23 03:50"),
    Timed(
      settings: "[sleep]\nlights-out = \"23:00\"",
      at: "07:40",
      question: "sleep",
      typed: "11:30",
      words: "11:30 in the morning? Say it once more if it was so, or: coach check sleep 23:30"
    ),
    Timed(
      at: "07:40",
      question: "sleep",
      typed: "11:30",
      day: "2026-11-22",
      words: "did you mean 23:30"
    ),
    // The same time in the other half of the day has not come, and is not offered.
    Timed(
      settings: "[sleep]\nlights-out = \"13:00\"",
      at: "07:40",
      question: "sleep",
      typed: "1:10",
      words: "? Say it once more if it was so."
    ),
    Timed(
      settings: "[sleep]\nlights-out = \"11:30\"",
      at: "12:20",
      question: "sleep",
      typed: "12:10",
      recorded: "2026-11-22 12:10"
    ),
    Timed(
      settings: "[sleep]\nlights-out = \"11:30\"",
      at: "12:20",
      question: "sleep",
      typed: "11:50",
      recorded: "2026-11-22 11:50"
    ),
    Timed(settings: lunch, at: "12:20", question: "lunch", typed: "13:10", words: "has not come"),
    Timed(
      settings: lunch,
      at: "15:20",
      question: "lunch",
      typed: "1:10 pm",
      recorded: "2026-11-23 13:10"
    ),
    Timed(
      settings: lunch,
      at: "15:20",
      question: "lunch",
      typed: "5:10",
      words: "05:10 in the morning?"
    ),
  ]

  static let lunch = """
    [[habit]]
    id = "lunch"
    question = "When did you eat?"
    answer = "time-of-day"
    target = "by 13:30"
    """

  @Test(arguments: times, Workspace.Origin.allCases)
  func `A time that has not come is none, and one that is far is asked about once`(
    _ row: Timed,
    _ origin: Workspace.Origin
  ) throws {
    try Keeper.memory.check(row.settings) { fixture in
      fixture.origin = origin
      fixture.now = try #require(Instant(rfc3339: "2026-11-23T\(row.at):00+01:00"))
      let question = try fixture.workspace.question(named: row.question)
      let given = GivenAnswer(row.typed, on: row.day.flatMap { CivilDate($0) })
      let record = { (fixture: WorkspaceFixture) in
        let recorded = try fixture.workspace.record(given, to: question)
        return "\(recorded.day) \(recorded.answered.answer)"
      }
      guard row.recorded == nil else { return #expect(try record(fixture) == row.recorded) }
      let error = #expect(throws: CommandError.self) { try record(fixture) }
      #expect(error?.message.contains(row.words) == true, "\(error?.message ?? "")")
      #expect(try fixture.events().isEmpty)
      fixture.wait(seconds: 20)
      if row.words.contains("?"), row.day == nil {
        _ = try record(fixture)
        #expect(try fixture.events().count == 1, "said again, it is kept")
      } else {
        #expect(throws: CommandError.self) { try record(fixture) }
      }
    }
  }
}
