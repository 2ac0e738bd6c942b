import Coaching
import Configuration
import Testing

/// Numbers, routines and former names in coach.toml, and what is refused of them.
@Suite struct NumberSettingsTests {
  private static let run = "[[habit]]\nid = \"run\"\nquestion = \"?\"\nanswer = \"number\""

  @Test func `A habit of numbers has its unit, its limits and its way of adding`() throws {
    let text = "\(Self.run)\nunit = \"km\"\nmin = 0.5\nmax = 42\nseveral = \"add\"\n"
    let habit = try #require(
      try settings(text + "target = \"at least 10.5 km\"\nper-days = 7").habits.first
    )
    #expect(habit.question.number.unit == "km")
    #expect(habit.question.number.range.lowerBound.description == "0.5")
    #expect(habit.question.number.range.upperBound == 42)
    #expect(habit.question.number.several == .add)
    #expect(habit.aim.description == "at-least 10.5 1/7")
  }

  static let refusals: [(more: String, words: String)] = [
    ("unit = \"\"", "5: “unit” is empty; say one, such as “km”"),
    ("unit = \"5km\"", "5: “5km” is no unit"),
    ("unit = \"a very long unit\"", "5: “a very long unit” is no unit"),
    ("min = 5\nmax = 5", "6: “max” is to be more than “min”, which is 5"),
    ("max = \"often\"", "5: “max” is a number such as 42.5"),
    ("several = \"sum\"", "5: "),
    ("target = \"at least 0\"", "5: “at least 0” fits no number answer, which takes"),
    ("target = \"at least 5 miles\"\nunit = \"km\"", "5: “at least 5 miles” is not"),
    ("was = [\"run\"]", "5: “run” is a habit of its own"),
    ("was = [\"A b\"]", "5: “was” has former ids"),
    ("[[habit]]\nid = \"b\"\nquestion = \"?\"\nanswer = \"yes-no\"\nunit = \"km\"", "9: “unit”"),
    ("[[habit]]\nid = \"b\"\nquestion = \"?\"\nanswer = \"scale\"\nseveral = \"add\"", "9: “sev"),
    ("[[routine]]\nname = \"run\"\nhabits = [\"a\", \"b\"]", "6: “run” is there twice"),
    ("[[routine]]\nname = \"all\"\nhabits = [\"run\"]", "7: “habits” is a list of 2 to 12 names"),
    ("[[routine]]\nname = \"A\"\nhabits = [\"run\", \"b\"]", "6: a routine's name is of a–z"),
  ]

  @Test(arguments: refusals)
  func `What cannot be meant is refused with its line`(more: String, words: String) {
    let said = refusal { () throws(ConfigurationError) in
      _ = try Settings("\(Self.run)\n\(more)", file: "coach.toml")
    }
    #expect(said?.hasPrefix("coach.toml:\(words)") == true, "\(said ?? "nothing was refused")")
  }
}
