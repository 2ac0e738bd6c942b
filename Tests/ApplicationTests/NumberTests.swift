import Application
import Coaching
import Configuration
import Testing

/// Numbers with a unit: what is written down of them, what they add up to, what is refused.
@Suite struct NumberTests {
  /// Somebody who runs, weighs themselves and looks at a thermometer.
  private static let settings = """
    [[habit]]
    id = "run"
    question = "How far did you run?"
    answer = "number"
    title = "Running"
    unit = "km"
    max = 42.5
    several = "add"
    target = "at least 10 km"
    per-days = 7

    [[habit]]
    id = "weight"
    question = "What did the scales say?"
    answer = "number"
    unit = "kg"

    [[habit]]
    id = "frost"
    question = "How warm was it?"
    answer = "number"
    unit = "°C"
    min = -50
    max = 50

    [[habit]]
    id = "glasses"
    question = "How many glasses?"
    answer = "count"
    several = "add"
    """

  /// What is said to one question one after the other, and what stands then, or words of the
  /// refusal of the last.
  struct Story: CustomTestStringConvertible, Sendable {
    var rule: String
    var question: String
    var said: [String]
    var stands: String

    var testDescription: String { rule }
  }

  static let stories = [
    Story(rule: "a tenth and two are three", question: "run", said: ["0.1", "0.2"], stands: "0.3"),
    Story(rule: "a comma is a point", question: "run", said: ["5,2"], stands: "5.2"),
    Story(
      rule: "the unit may stand behind",
      question: "run",
      said: ["5,2 km", "1km"],
      stands: "6.2"
    ),
    Story(rule: "more and less", question: "run", said: ["5", "+1", "-0.5"], stands: "5.5"),
    Story(rule: "all of the day", question: "run", said: ["5", "3", "=4.2"], stands: "4.2"),
    Story(
      rule: "less of nothing",
      question: "run",
      said: ["-0.5"],
      stands: "a day has at least 0 km"
    ),
    Story(rule: "too much", question: "run", said: ["42.6"], stands: "in km, from 0 to 42.5"),
    Story(
      rule: "too much together",
      question: "run",
      said: ["40", "3"],
      stands: "40 and 3 more are 43"
    ),
    Story(rule: "none is none", question: "run", said: ["5", "none"], stands: "none"),
    Story(rule: "more after none", question: "run", said: ["none", "+2"], stands: "2"),
    Story(
      rule: "thousands or a part",
      question: "run",
      said: ["1,250"],
      stands: "is no answer to “run”"
    ),
    Story(
      rule: "another unit",
      question: "run",
      said: ["5 miles"],
      stands: "in km, from 0 to 42.5"
    ),
    Story(rule: "too fine", question: "run", said: ["0.0000001"], stands: "with 6 places at most"),
    Story(rule: "the last stands", question: "weight", said: ["71.5", "71.2"], stands: "71.2"),
    Story(
      rule: "a sign adds all the same",
      question: "weight",
      said: ["71.5", "+0,3"],
      stands: "71.8"
    ),
    Story(rule: "below nothing", question: "frost", said: ["4", "-3,5"], stands: "-3.5"),
    Story(rule: "in words", question: "run", said: ["two and a half"], stands: "2.5"),
    Story(rule: "in Chinese words", question: "run", said: ["五點二"], stands: "5.2"),
    Story(rule: "a count adds", question: "glasses", said: ["2", "3"], stands: "5"),
    Story(rule: "a count is whole", question: "glasses", said: ["2.5"], stands: "a whole number"),
  ]

  @Test(arguments: stories)
  func `A day has what was said of it`(_ story: Story) throws {
    try Keeper.memory.check(Self.settings) { fixture in
      var words = ""
      for typed in story.said {
        let question = try fixture.workspace.question(named: story.question)
        let refused = refusal { () throws(CommandError) in
          let recorded = try fixture.workspace.record(GivenAnswer(typed), to: question)
          words = recorded.answered.answer.description
        }
        if let refused { words = refused.message }
        fixture.wait()
      }
      let isWhole = DecimalNumber(story.stands) != nil || story.stands == "none"
      #expect(isWhole ? words == story.stands : words.contains(story.stands), "\(words)")
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A number is kept with its unit, and one undo takes back one answer`(
    _ keeper: Keeper
  ) throws {
    try keeper.check(Self.settings) { fixture in
      let run = try fixture.workspace.question(named: "run")
      _ = try fixture.workspace.record(GivenAnswer("5.2"), to: run)
      fixture.wait()
      let more = try fixture.workspace.record(GivenAnswer("+1", note: "home"), to: run)
      #expect(more.answered.answer == .number(try #require(DecimalNumber("6.2"))))
      #expect(more.answered.unit == "km")
      #expect(more.answered.aim?.description == "at-least 10 1/7")
      let said = more.said(in: fixture.workspace)
      #expect(said[0].contains("Running: 6.2 km."))
      #expect(said[1] == "1 km more; it was 5.2 km before.")
      fixture.wait()
      let back = try fixture.workspace.undo()
      #expect(back?.joined().contains("6.2 km") == true)
      #expect(back?.joined().contains("It is 5.2 km again.") == true)
      guard case .answered(let kept)? = try fixture.events().first else {
        Issue.record("nothing was kept")
        return
      }
      #expect(kept.answer.description == "5.2")
      #expect(kept.unit == "km")
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A count that becomes a number loses no day`(_ keeper: Keeper) throws {
    let count = """
      [[habit]]
      id = "run"
      question = "How far?"
      answer = "count"
      target = "at least 10"
      per-days = 7
      """
    let number = count.replacing("\"count\"", with: "\"number\"\nunit = \"km\"")
      .replacing("at least 10", with: "at least 10.5")
    try keeper.check(count) { fixture in
      for typed in ["3", "4", "2"] {
        let run = try fixture.workspace.question(named: "run")
        _ = try fixture.workspace.record(GivenAnswer(typed), to: run)
        fixture.wait(hours: 24)
      }
      var later = try WorkspaceFixture(
        fixture.ledger,
        settings: number,
        in: fixture.paths.configuration
      )
      later.now = fixture.now
      let run = try later.workspace.question(named: "run")
      _ = try later.workspace.record(GivenAnswer("1.5"), to: run)
      let today = later.workspace.today
      let measure = try #require(
        try later.workspace.measures(of: "run", through: today).measures.first
      )
      #expect(measure.days.count == 4)
      #expect(measure.together(through: today, in: 7)?.figures(in: "km") == "10.5/10.5 km")
      let total = measure.total(from: today.adding(days: -6), through: today)
      #expect(total?.sum.description == "10.5")
      #expect(total?.days == 4)
      #expect(measure.days(.done) + measure.days(.unknown) == 4)
    }
  }
}
