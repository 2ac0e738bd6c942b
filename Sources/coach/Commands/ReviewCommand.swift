import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Look back on a day, a week, a month or a year, with one suggestion.",
    discussion: """
      It looks at the last 1, 7, 30 or 365 days, whichever day a week starts on. A habit that is \
      meant in several days counts by its sums: a day counts as done when the days that end with \
      it were enough. The suggestion looks at the last seven days of a \
      habit that counted: fewer than three done, make it smaller; five or more, it may grow. One \
      that has stood at 80 % for two weeks may be asked less often, which is offered in one week \
      of four; below 65 %, as often as before. Nothing changes by itself.

      JSON: period, first, last, habits [{habit, title, done, counted, rate, held, returns, \
      chances}], days [{day, done, counted}], suggestion {habit, change, done, of, setting} with \
      change keep, shrink, grow, ask-less or ask-more, or missing {days}; routines (as “coach \
      measures” has them); numbers [{habit, title, unit, total {sum, mean, days}}] of what takes \
      numbers and had some; promises {kept, released, missed, open, overdue}; cameBack {forms \
      [{form, title, count}], words, thanksGiven, thanksReceived}; checks [{check, title, \
      questions [{question, title, answers [{day, number}]}]}], the self-checks answered in it; \
      up to a month tips [{day, tip, title, answer, useful, words}], those that were answered; \
      arcs [{day, arc, title, words}], those that were wanted; for a month circles [{circle, \
      title, offers, welcomed}]. Of a day or a week, where all four steps are asked every day: \
      fourSteps [{day, score, known, steps}].
      """
  )

  @Argument(help: "day, week, month or year.") var period = PeriodName.week
  @Option(
    parsing: .unconditional,
    help: "The last day: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var asOf = "today"
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Make the page of “coach report” for it instead.") var html = false

  func validate() throws {
    if html, json { throw ValidationError.said("use-html-json") }
    if html, period == .day {
      throw ValidationError.said("use-html-week")
    }
  }

  func run() throws {
    if html { try SiblingProgram("coach-report").run([period.rawValue, "--as-of", asOf]) }
    let workspace = try Workspace(.withoutTips, orDefaults: json)
    let last = try workspace.pastDay(asOf)
    let report = try workspace.review(period.period, through: last)
    if json { return try Output.json(ReviewView(report, workspace.phrases)) }
    let weekStarts = workspace.configuration.weekStarts
    Output.read(report.page(workspace.phrases, weekStarts: weekStarts))
  }
}

/// The periods as they are typed; the core does not know the parser.
enum PeriodName: String, CaseIterable, ExpressibleByArgument {
  case day, week, month, year

  init?(argument: String) {
    self.init(rawValue: Typed.meaning(argument, in: .period) ?? argument)
  }

  var period: Review.Period {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .year: .year
    }
  }
}
