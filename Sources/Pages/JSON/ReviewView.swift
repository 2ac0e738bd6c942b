package import Application
package import Coaching

/// A review as JSON.
package struct ReviewView: Encodable {
  var period: String
  var first: String
  var last: String
  var habits: [LineView]
  var days: [DayView]
  var suggestion: SuggestionView?
  var missing: LackView?
  var fourSteps: [FourStepsView]?
  var numbers: [NumbersView]
  var routines: [RoutineView]
  var promises: PromisesView
  var cameBack: ReturnsView?
  var circles: [CircleView]?
  var checks: [SelfCheckView]
  var tips: [TriedTipView]
  var arcs: [ToldArcView]

  /// What was counted of a habit.
  struct NumbersView: Encodable {
    var habit: String
    var title: String
    var unit: String?
    var total: NumberTotalView

    init(_ numbers: Review.Numbers, _ phrases: Phrases) {
      habit = numbers.habit.question.id
      title = numbers.habit.title(phrases)
      unit = numbers.habit.question.unit
      total = NumberTotalView(numbers.total)
    }
  }

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

    init(_ count: PromiseCount) {
      kept = count.kept
      released = count.released
      missed = count.missed
      open = count.open
      overdue = count.overdue
    }
  }

  struct SuggestionView: Encodable {
    var habit: String
    var change: String
    var done: Int
    var of: Int
    /// What to write into the configuration, or to take out of it.
    var setting: String?
  }

  package init(_ report: ReviewReport, _ phrases: Phrases) {
    let review = report.review
    period = report.period.rawValue
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
        of: suggestion.tally.counted,
        setting: report.setting
      )
    }
    fourSteps = report.fourSteps?.map(FourStepsView.init)
    cameBack = ReturnsView(report.returns)
    circles = report.circles?.lines.map { CircleView($0, phrases) }
    checks = report.checks.lines.map(SelfCheckView.init)
    tips = report.tips.map(TriedTipView.init)
    arcs = report.arcs.map(ToldArcView.init)
    missing = review.suggestion.lack.map(LackView.init)
    numbers = review.numbers.map { NumbersView($0, phrases) }
    routines = report.routines.map(RoutineView.init)
    promises = PromisesView(review.promises)
  }
}

/// A tip of which the person said what became of it.
struct TriedTipView: Encodable {
  var day: String
  var tip: String
  var title: String
  var answer: String
  var useful: Bool
  /// What the person wrote.
  var words: String?

  init(_ tried: TriedTip) {
    day = tried.day.description
    tip = tried.tip.id
    title = tried.tip.wording.title
    answer = tried.answer.description
    useful = tried.isUseful
    words = tried.words
  }
}

/// An arc that the person wanted.
struct ToldArcView: Encodable {
  /// The day of the yes.
  var day: String
  var arc: String
  var title: String
  /// What the person wrote when it was over.
  var words: String?

  init(_ told: ToldArc) {
    day = told.day.description
    arc = told.arc.id
    title = told.arc.wording.title
    words = told.words
  }
}
