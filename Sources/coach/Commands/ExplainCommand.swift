import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a figure came about, number by number.",
    discussion: """
      EXAMPLES
        coach explain help               each of the last days, and what it did to the strength
        coach explain strength help      the same, the figure named

      The strength of a day is that of the day before × m + reach × (1 − m). Reach is how far the \
      goal was reached, from 0 to 1; m = 0.5^(√f / H) with the times a day f and the half-life H, \
      with which an unbroken daily run is at 95 % on day 66. A day that does not count changes \
      nothing. What is meant in several days is reached by the days together, asked about or not: \
      a sum by those of its span, so many times by twice as many.

      JSON: habit, asOf, aim, halfLifeDays, score and steps [{day, state, answer, unit, aim, \
      before, retention, reach, after}], one for each day of the whole history; reach is absent \
      on a day that does not count. While there is no figure yet missing {days, nights, target} \
      says what it lacks.
      """
  )

  @Argument(
    help: "The habit, or the figure before it: strength.",
    transform: Typed.text
  ) var figure: String
  @Argument(help: "The habit; its first letters are enough.", transform: Typed.text) var habit:
    String?
  @Option(
    parsing: .unconditional,
    help: "The last day: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var asOf = "today"
  @Option(
    parsing: .unconditional,
    help: "How many of the last days are shown, 14 unless said; JSON has them all.",
    transform: Typed.number
  ) var days: Int?
  @Flag(help: "Print JSON.") var json = false

  /// The one figure that there is to explain.
  private static let strength = "strength"
  /// How many days are shown where nobody says how many.
  private static let usualDays = 14

  func validate() throws {
    guard habit == nil || figure == Explain.strength else {
      throw ValidationError.said("use-figure", ("figure", figure.printable))
    }
    guard habit != nil || figure != Explain.strength else {
      let command = ("command", "coach explain strength help")
      throw ValidationError.said("use-explain-habit", command)
    }
    guard (1...10_000).contains(days ?? Explain.usualDays) else {
      throw ValidationError.said("use-days", ("most", "10000"), ("number", "\(days ?? 0)"))
    }
    guard !json || days == nil else {
      throw ValidationError.said("use-explain-json")
    }
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips, orDefaults: json)
    let last = try workspace.pastDay(asOf)
    let habit = try workspace.habit(named: habit ?? figure)
    let explained = try workspace.explainStrength(of: habit, through: last)
    if json { return try Output.json(ExplanationView(explained)) }
    Output.read(explained.page(workspace.phrases, days: days ?? Explain.usualDays))
  }
}
