import Application
import ApplicationSupport
import Coaching
import Configuration
import Files
import TestSupport
import Testing

/// What the reading commands ask for, beside what every prompt needs.
@Suite struct ReadingTests {
  @Test(arguments: Keeper.allCases)
  func `Measures are those of all habits, of one, or of a self-check`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let workspace = fixture.workspace
      let today = workspace.today
      let check = try #require(workspace.teaching.check("obstacles"))
      _ = try workspace.record(["1", "2", "3", "4", "5"], to: check, on: nil, note: nil)
      let all = try workspace.measures(withFormers: false, through: today)
      #expect(all.measures.count == workspace.habits.count)
      #expect(all.sleep != nil && all.checks.lines.map(\.check) == ["obstacles"])
      let sleep = try workspace.measures(of: "sle", through: today)
      #expect(sleep.measures.map(\.habit.question.id) == ["sleep"] && sleep.sleep != nil)
      let energy = try workspace.measures(of: "energy", through: today)
      #expect(energy.measures.map(\.habit.question.id) == ["energy"] && energy.sleep == nil)
      let line = try workspace.measures(of: "obst", through: today)
      #expect(line.measures.isEmpty && line.checks.lines.map(\.check) == ["obstacles"])
      #expect(throws: CommandError.self) { try workspace.measures(of: "x", through: today) }
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Days ahead are those on which there is anything to tell`(_ keeper: Keeper) throws {
    try keeper.check("days-off = [\"Tue\"]") { fixture in
      let monday = fixture.workspace.today.adding(days: 1)
      let ahead = try fixture.workspace.daysAhead(from: monday, count: 2)
      #expect(ahead.days.map(\.date) == [monday, monday.adding(days: 1)])
      #expect(ahead.days.map(\.rest) == [nil, .dayOff])
      #expect(!ahead.days[0].moments.isEmpty && ahead.days[1].moments.isEmpty)
      let dues = ahead.moments.map(\.due)
      #expect(!dues.isEmpty && dues == dues.sorted())
      #expect(ahead.sleeping.map(\.name) == ["wind-down"])
      let utc = try fixture.workspace.daysAhead(from: monday, count: 1, in: .utc)
      #expect(utc.days[0].moments[0].due == ahead.days[0].moments[0].due.adding(seconds: 3600))
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A login is told what waits, and nothing in a pause`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let open = try fixture.workspace.openQuestions()
      #expect(!open.isEmpty)
      #expect(try fixture.workspace.greetingQuestions() == open)
      _ = try fixture.workspace.pause(until: "2h")
      fixture.wait()
      #expect(try fixture.workspace.greetingQuestions().isEmpty)
    }
  }

  @Test func `The programme says where one is`() throws {
    try Keeper.memory.check("[programme]\nmode = \"step-by-step\"") { fixture in
      try fixture.workspace.take(.stands)
      fixture.wait()
      let report = fixture.workspace.programme(try fixture.workspace.coach())
      #expect(report.step == 2 && report.programme.mode == .stepByStep)
      #expect(report.today.day == fixture.workspace.today)
    }
  }

  @Test func `A word of the documents is found by its name before it is found in one`() throws {
    try Keeper.memory.check { fixture in
      let workspace = fixture.workspace
      let all = try workspace.glossary(of: "")
      let exact = try workspace.glossary(of: " Active SERVICE ")
      #expect(exact.count == 1 && exact.first.map(all.contains) == true)
      let near = try workspace.glossary(of: "activ")
      #expect(near.contains(exact[0]) && near.count < all.count)
      #expect(try workspace.glossary(of: "xyzzy").isEmpty)
    }
  }

  @Test func `Each row has the tips that rest on it`() throws {
    try Keeper.memory.check { fixture in
      let tips = Array(fixture.workspace.teaching.tips.prefix(20))
      let rows = try fixture.workspace.rows(under: tips)
      #expect(rows.count > 100)
      #expect(Set(rows.flatMap(\.tips)) == Set(tips.filter { !$0.rows.isEmpty }.map(\.id)))
    }
  }

  @Test(
    arguments: [
      ("*-*-* 07:30", 3, ["21T06:30", "22T06:30", "23T06:30"], false),
      ("2026-11-21 07:30", 3, ["21T06:30"], true),
      ("2020-01-01", 1, [], true),
    ] as [(String, Int, [String], Bool)]
  )
  func `An expression is told as often as it elapses`(
    text: String,
    count: Int,
    times: [String],
    isOver: Bool
  ) throws {
    let start = try #require(Instant(rfc3339: "2026-11-20T12:00:00Z"))
    let zone = try TestZones.zone("Europe/Berlin")
    let report = ElapseReport(
      of: try CalendarExpression(text),
      in: zone,
      after: start,
      count: count
    )
    #expect(report.times.map { "\(Zone.utc.civil(at: $0))" } == times.map { "2026-11-\($0):00" })
    #expect((report.never == .past) == isOver)
  }
}

/// Decks as they are listed and checked.
@Suite struct DeckListTests {
  private static let tip =
    "[[tip]]\nid = \"plants\"\ntitle = \"Plants\"\naction = \"Water them.\"\n"

  @Test func `A file of one's own is listed, and a copy of it is not read`() throws {
    let directory = try temporaryDirectory()
    defer { remove(directory) }
    let fixture = try WorkspaceFixture(MemoryFacts(), settings: "", in: directory)
    try File.makeDirectories("\(directory)/decks")
    defer { remove("\(directory)/decks") }
    let path = "\(directory)/decks/mine.toml"
    try File.write(path, Array(Self.tip.utf8))
    try File.write("\(directory)/decks/mine.toml~", Array(Self.tip.utf8))
    let list = DeckList(try Configuration(fixture.paths.places(spoken: .english)), fixture.paths)
    #expect(list.files.map(\.path) == [path])
    #expect(list.files.map(\.tips) == [["plants"]] && list.files[0].replaced.isEmpty)
    #expect(list.copies == ["\(path)~"] && list.refusals.isEmpty)
    #expect(list.decks.count == Settings().decks.count && list.decks.allSatisfy { !$0.isOwn })
  }

  @Test func `A deck is checked as a file, as a directory, and by a file in it`() throws {
    let directory = try temporaryDirectory()
    defer { remove(directory) }
    let library = try WorkspaceFixture(MemoryFacts(), settings: "", in: directory).paths.library
    let path = "\(directory)/mine.toml"
    try File.write(path, Array(Self.tip.utf8))
    let file = CheckedDeck(path, library: library)
    #expect(file.tips == ["plants"] && file.refusal == nil && file.replaced.isEmpty)
    for name in ["\(library)/daily", "\(library)/daily/en.toml"] {
      let deck = CheckedDeck(name, library: library)
      #expect(deck.path == "\(library)/daily" && deck.questions.contains("sleep"))
      #expect(deck.languages == Language.allCases.map(\.rawValue) && deck.refusal == nil)
    }
    try File.write(path, Array("[[tip]]\n".utf8))
    #expect(CheckedDeck(path, library: library).refusal != nil)
  }
}
