import Application
import ArgumentParser
import Channels
import Coaching
import Configuration
import Pages

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a figure came about, number by number.",
    discussion: """
      EXAMPLES
        coach explain strength help      each of the last days, and what it did to the strength

      The strength of a day is that of the day before × m + reach × (1 − m). Reach is how far the \
      goal was reached, from 0 to 1; m = 0.5^(√f / H) with the times a day f and the half-life H, \
      with which an unbroken daily run is at 95 % on day 66. A day that does not count changes \
      nothing. What is meant in several days is reached by the days together, asked about or not: \
      a sum by those of its span, so many times by twice as many.

      JSON: habit, asOf, aim, halfLifeDays, score and steps [{day, state, answer, aim, before, \
      retention, reach, after}], one for each day of the whole history; reach is absent on a day \
      that does not count.
      """
  )

  @Argument(help: "The figure: strength.", transform: Typed.text) var figure: String
  @Argument(help: "The habit; its first letters are enough.", transform: Typed.text) var habit:
    String
  @Option(
    parsing: .unconditional,
    help: "The last day: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var asOf = "today"
  @Option(
    parsing: .unconditional,
    help: "How many of the last days are shown; JSON has them all.",
    transform: Typed.number
  ) var days = 14
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard figure == "strength" else {
      throw ValidationError("“\(figure.printable)” cannot be explained; strength can.")
    }
    guard (1...10_000).contains(days) else {
      throw ValidationError("--days is to be from 1 to 10000, not \(days).")
    }
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    let last = try workspace.pastDay(asOf)
    let habit = try workspace.habit(named: habit)
    let (measure, steps) = try workspace.explainStrength(of: habit, through: last)
    if json { return try Output.json(View(measure, steps, last)) }
    show(measure, steps, workspace.phrases)
  }

  private func show(_ measure: HabitMeasure, _ steps: [HabitMeasure.Step], _ phrases: Phrases) {
    let heading = [measure.habit.title(phrases), phrases.words(for: measure.habit.aim)]
    Output.heading(heading.joined(separator: phrases("comma")))
    guard let strength = measure.strength else {
      return Output.wrapped(measure.lack.map(phrases.words) ?? "", indent: 2)
    }
    Output.wrapped(phrases("explain-strength"), indent: 2)
    let shown = steps.suffix(days)
    let words = shown.map { phrases.words(for: $0.day.state) }
    let widest = words.map(TextLayout.columns).max() ?? 0
    Output.rows(
      zip(shown, words).map { step, word in
        let gap = String(repeating: " ", count: widest - TextLayout.columns(word))
        return ("\(step.day.day)  \(word)\(gap)", Explain.sum(step))
      }
    )
    let score = Decimal.text(strength.score * 100)
    Output.wrapped(
      phrases("explain-shown", ("score", score), ("shown", String(strength.shown))),
      indent: 2
    )
  }

  /// The sum of a day; only what it ended with where the day did not count.
  private static func sum(_ step: HabitMeasure.Step) -> String {
    let after = Decimal.text(step.after, places: 4)
    guard let share = step.share else { return "= \(after)" }
    let before = Decimal.text(step.before, places: 4)
    let retention = Decimal.text(step.retention, places: 4)
    let rest = Decimal.text(1 - step.retention, places: 4)
    return "\(before) × \(retention) + \(Decimal.text(share, places: 2)) × \(rest) = \(after)"
  }

  struct View: Encodable {
    var habit: String
    var asOf: String
    var aim: String
    var halfLifeDays: Double?
    var score: Double?
    var steps: [StepView]
    var missing: LackView?

    struct StepView: Encodable {
      var day: String
      var state: String
      var answer: String?
      var aim: String
      var before: Double
      var retention: Double
      var reach: Double?
      var after: Double
    }

    init(_ measure: HabitMeasure, _ steps: [HabitMeasure.Step], _ last: CivilDate) {
      habit = measure.habit.question.id
      asOf = last.description
      aim = measure.habit.aim.description
      halfLifeDays = measure.strength?.halfLifeDays
      score = measure.strength?.score
      missing = measure.lack.map(LackView.init)
      self.steps = steps.map { step in
        StepView(
          day: step.day.day.description,
          state: step.day.state.rawValue,
          answer: step.day.answer?.description,
          aim: step.day.aim.description,
          before: step.before,
          retention: step.retention,
          reach: step.share,
          after: step.after
        )
      }
    }
  }
}
