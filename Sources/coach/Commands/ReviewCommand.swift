import ArgumentParser
import Coaching
import Configuration

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Look back on a day, a week, a month or a year, with one suggestion.",
    discussion: """
      It looks at the last 1, 7, 30 or 365 days. The suggestion looks at the last seven days of a \
      habit that counted: fewer than three done, make it smaller; five or more, it may grow. One \
      that has stood at 80 % for two weeks may be asked less often, which is offered in one week \
      of four; below 65 %, as often as before. Nothing changes by itself.

      JSON: period, first, last, habits [{habit, title, done, counted, rate, held, returns, \
      chances}], days [{day, done, counted}], suggestion {habit, change, done, of, setting} with \
      change keep, shrink, grow, ask-less or ask-more, or missing {days}; promises {kept, \
      released, missed, open, overdue}; cameBack {forms [{form, title, count}], words, \
      thanksGiven, thanksReceived}; checks [{check, title, questions [{question, title, answers \
      [{day, number}]}]}], the self-checks answered in it; for a month circles [{circle, title, \
      offers, welcomed}]. Of a day or a week, where all four steps are asked every day: fourSteps \
      [{day, score, known, steps}].
      """
  )

  @Argument(help: "day, week, month or year.") var period = PeriodName.week
  @Option(help: "The last day: today, yesterday or YYYY-MM-DD.") var asOf = "today"
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    let last = try workspace.pastDay(asOf)
    let period = period.period
    let first = last.adding(days: 1 - Review.Period.year.days)
    let formers = try workspace.formerHabits(since: first)
    let figures = try HabitReport(workspace, and: formers, from: first, through: last)
    let laboured = try SelfCheckHistory(workspace, of: SelfCheckHistory.automatic, through: last)
      .laboured
    var review = Review(figures.measures, period, through: last, laboured: laboured)
    review.promises = try workspace.promises(from: review.first, through: last)
    let four = try FourStepsView.all(of: period, through: last, in: workspace)
    let returns = try workspace.returns(from: review.first, through: last)
    let map = try period == .month ? workspace.circleMap(from: review.first, through: last) : nil
    let paths = try SelfCheckHistory(workspace, from: review.first, through: last)
    if json {
      var view = View(review, period, workspace.phrases)
      view.suggestion?.setting = review.setting(in: workspace)
      view.checks = paths.checks
      view.fourSteps = four
      view.cameBack = ReturnsView(returns)
      view.circles = map?.lines.map { CircleView($0, workspace.phrases) }
      return try Output.json(view)
    }
    review.show(period, workspace, four ?? [], returns, map, paths)
  }

  struct View: Encodable {
    var period: String
    var first: String
    var last: String
    var habits: [LineView]
    var days: [DayView]
    var suggestion: SuggestionView?
    var missing: LackView?
    var fourSteps: [FourStepsView]?
    var promises: PromisesView
    var cameBack: ReturnsView?
    var circles: [CircleView]?
    var checks: [SelfCheckHistory.CheckView] = []

    struct LineView: Encodable {
      var habit: String
      var title: String
      var done: Int
      var counted: Int
      var rate: Double?
      var held: Bool
      var returns: Int
      var chances: Int
    }

    struct DayView: Encodable {
      var day: String
      var done: Int
      var counted: Int
    }

    struct PromisesView: Encodable {
      var kept: Int
      var released: Int
      var missed: Int
      var open: Int
      var overdue: Int
    }

    struct SuggestionView: Encodable {
      var habit: String
      var change: String
      var done: Int
      var of: Int
      /// What to write into the configuration, or to take out of it.
      var setting: String?
    }

    init(_ review: Review, _ period: Review.Period, _ phrases: Phrases) {
      self.period = period.rawValue
      first = review.first.description
      last = review.last.description
      habits = review.lines.map { line in
        LineView(
          habit: line.habit.question.id,
          title: line.habit.title(phrases),
          done: line.tally.done,
          counted: line.tally.counted,
          rate: line.tally.rate,
          held: line.isHeld,
          returns: line.comeback.returns,
          chances: line.comeback.chances
        )
      }
      days = review.days.map { day in
        DayView(day: day.day.description, done: day.done, counted: day.counted)
      }
      suggestion = review.suggestion.value.map { suggestion in
        SuggestionView(
          habit: suggestion.habit.question.id,
          change: suggestion.change.rawValue,
          done: suggestion.tally.done,
          of: suggestion.tally.counted
        )
      }
      missing = review.suggestion.lack.map(LackView.init)
      promises = PromisesView(
        kept: review.promises.kept,
        released: review.promises.released,
        missed: review.promises.missed,
        open: review.promises.open,
        overdue: review.promises.overdue
      )
    }
  }
}

/// The periods as they are typed; the core does not know the parser.
enum PeriodName: String, CaseIterable, ExpressibleByArgument {
  case day, week, month, year

  var period: Review.Period {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .year: .year
    }
  }
}
