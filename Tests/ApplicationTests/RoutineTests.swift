import Application
import Coaching
import Configuration
import Testing

/// Habits that are asked together, and habits that had another name.
@Suite struct RoutineTests {
  private static let settings = """
    [[habit]]
    id = "stretch"
    question = "Did you stretch?"
    answer = "yes-no"

    [[habit]]
    id = "run"
    question = "How far did you run?"
    answer = "number"
    unit = "km"
    target = "at least 2"

    [[routine]]
    name = "morning-routine"
    title = "Mornings"
    habits = ["stretch", "run", "energy"]
    slot = "morning"
    """

  @Test func `A slot that carries a routine asks its habits, each once`() throws {
    try Keeper.memory.check(Self.settings) { fixture in
      let slots = fixture.configuration.settings.slots
      let morning = try #require(slots.first { $0.name == "morning" })
      #expect(morning.carries.suffix(3) == ["stretch", "run", "energy"])
      #expect(fixture.workspace.routine(named: "morn")?.id == "morning-routine")
      #expect(fixture.workspace.routine(named: "Mornings")?.id == "morning-routine")
      #expect(fixture.workspace.routine(named: "run") == nil)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A routine is answered in one go, and taken back in one`(_ keeper: Keeper) throws {
    try keeper.check(Self.settings) { fixture in
      let routine = try #require(fixture.workspace.routine(named: "morning-routine"))
      let recorded = try fixture.workspace.record(
        ["yes", "5,2 km", "7"],
        to: routine,
        on: nil,
        note: "early"
      )
      #expect(recorded.answers.map(\.answered.answer.description) == ["yes", "5.2", "7"])
      #expect(recorded.answers.map(\.answered.note) == ["early", nil, nil])
      let left = try fixture.workspace.questionsToAsk(of: routine).map(\.id)
      #expect(left == ["stretch", "run", "energy"], "where none is left, all of them")
      fixture.wait()
      _ = try fixture.workspace.undo()
      #expect(try fixture.ledger.standing("run", on: fixture.workspace.today) == nil)
    }
  }

  @Test(
    arguments: [
      (["yes", "5"], "takes 3 answers, one for each of stretch, run, energy; there are 2"),
      (["yes", "far", "7"], "“far” is no answer to “run”"),
      (["yes", "5", "11"], "“11” is no answer to “energy”"),
    ]
  )
  func `Where one answer is refused none is written`(typed: [String], words: String) throws {
    try Keeper.memory.check(Self.settings) { fixture in
      let routine = try #require(fixture.workspace.routine(named: "morning-routine"))
      let refused = refusal { () throws(CommandError) in
        _ = try fixture.workspace.record(typed, to: routine, on: nil, note: nil)
      }
      #expect(refused?.message.contains(words) == true, "\(refused?.message ?? "taken")")
      #expect(try fixture.events().isEmpty)
    }
  }

  @Test func `What is answered alone counts for the whole, which has a figure of its own`() throws {
    try Keeper.memory.check(Self.settings) { fixture in
      for day in 0..<6 {
        for (name, typed) in [("stretch", "yes"), ("run", day % 2 == 0 ? "2.5" : "1")] {
          let question = try fixture.workspace.question(named: name)
          _ = try fixture.workspace.record(GivenAnswer(typed), to: question)
        }
        fixture.wait(hours: 24)
      }
      let today = fixture.workspace.today
      let report = try fixture.workspace.measures(withFormers: false, through: today)
      let mornings = try #require(report.routines.first)
      #expect(mornings.days == 6)
      #expect(mornings.whole == 3)
      #expect(mornings.done == 9)
      #expect(mornings.share == 0.75)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A habit of another name keeps its history`(_ keeper: Keeper) throws {
    let old = """
      [[habit]]
      id = "jog"
      question = "Did you run?"
      answer = "yes-no"
      """
    let new = old.replacing("\"jog\"", with: "\"run\"\nwas = [\"jog\"]")
    try keeper.check(old) { fixture in
      for _ in 0..<5 {
        let jog = try fixture.workspace.question(named: "jog")
        _ = try fixture.workspace.record(GivenAnswer("yes"), to: jog)
        fixture.wait(hours: 24)
      }
      fixture.wait(hours: -24)
      var later = try WorkspaceFixture(
        fixture.ledger,
        settings: new,
        in: fixture.paths.configuration
      )
      later.now = fixture.now
      let workspace = later.workspace
      let today = workspace.today
      let run = try #require(workspace.teaching.question("run"))
      #expect(try workspace.coach().hasAnswer(to: run, askedOn: today))
      #expect(try workspace.formerHabits().isEmpty)
      let measure = try #require(try workspace.measures(of: "run", through: today).measures.first)
      #expect(measure.days(.done) == 5)
      let again = try workspace.record(GivenAnswer("no"), to: run)
      #expect(again.before == .yesNo(true))
    }
  }
}
