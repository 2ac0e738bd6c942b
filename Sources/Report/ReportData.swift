package import Application
package import Coaching
import Configuration

/// All that a report is drawn from.
package struct ReportData {
  /// A night, from an evening to the next morning.
  struct Night: Equatable {
    var evening: CivilDate
    var down: CivilTime?
    var up: CivilTime?
    /// The wish for this evening, and so many minutes later are still on time.
    var wish: CivilTime?
    var tolerance = 0
    /// Whether the morning is one of a day off.
    var isFree = false
    /// By how many seconds the clock was put forward in it.
    var shift = 0
    /// The zone, where it is another than in the nights before.
    var arrival: String?
    var isAway = false
    /// The naps of its day, before the evening.
    var naps: [Nap] = []
  }

  /// A nap: when it began by the clock, and how long it was.
  struct Nap: Equatable {
    var from: CivilTime
    var minutes: Int
  }

  /// What became of a habit before and now.
  struct Change {
    var habit: Habit
    var before: Tally
    var now: Tally
  }

  package var span: Span
  /// What `coach review` has of these days.
  package var review: Review
  var returns: Reciprocity
  var circles: CircleMap
  var checks: SelfCheckHistory
  var tips: [TriedTip]
  var setting: String?
  /// The four steps on the last days; nil where they are not asked together.
  var steps: [StepDay]?
  var measures: [HabitMeasure]
  var nights: [Night]
  /// The diary of these days alone.
  var diary: Diary
  var changes: [Change]
  /// The days of the span since anything is known at all: what lies before is not drawn.
  var drawn: Span
  /// The last days of them in which days are looked at one by one.
  var dayByDay: Span

  func measure(_ id: String) -> HabitMeasure? { measures.first { $0.habit.question.id == id } }

  /// The days of a habit that are in the span.
  func days(_ measure: HabitMeasure?, in span: Span? = nil) -> [HabitDay] {
    let days = (span ?? self.span).days
    return measure?.days.filter { days.contains($0.day) } ?? []
  }
}

extension Workspace {
  /// For how many days what each of them was is read: a year.
  private static let dayByDay = 366
  /// How many tips are named at most.
  private static let tipCount = 12

  /// All that a report is drawn from.
  ///
  /// - Parameters:
  ///   - period: How far back it looks.
  ///   - last: The last day.
  /// - Returns: It.
  /// - Throws: When the ledger cannot be read.
  package func report(
    _ period: ReportPeriod,
    through last: CivilDate
  ) throws(CommandError) -> ReportData {
    let figures: HabitReport
    let span: Span
    if let count = period.days {
      span = Span(period, from: last.adding(days: 1 - count), through: last)
      let start = span.first.adding(days: -max(count, settlingDays))
      let formers = try formerHabits(since: start)
      figures = try habitReport(and: formers, from: start, through: last)
    } else {
      figures = try wholeHabitReport(through: last)
      span = Span(.all, from: last, through: last)
    }
    return try report(span, figures)
  }

  /// So many days before the first, the strength of a habit has forgotten what it began with.
  ///
  /// Twelve half-lives leave less of it than a figure shows.
  private var settlingDays: Int {
    let rarest = habits.map { Double($0.aim.frequency.days) / Double($0.aim.frequency.times) }
    let halfLife = HabitStrength.usualHalfLifeDays * (rarest.max() ?? 1).squareRoot()
    return Int(min(1461, 12 * halfLife))
  }

  private func report(
    _ period: Span,
    _ figures: HabitReport
  ) throws(CommandError) -> ReportData {
    let measures = figures.measures
    let start = measures.compactMap(\.days.first?.day).min() ?? period.first
    var span = period
    if span.period == .all { span.first = min(start, span.last) }
    let checks = try selfChecks(from: span.first, through: span.last)
    let automatic = try selfChecks(of: SelfCheckHistory.automatic, through: span.last)
    var review = Review(
      measures,
      over: span.count,
      through: span.last,
      laboured: automatic.laboured
    )
    review.promises = try promiseCount(from: span.first, through: span.last)
    let drawn = Span(span.period, from: min(max(start, span.first), span.last), through: span.last)
    let near = drawn.end(of: Self.dayByDay)
    let isTogether = context.profile.programme.mode == .allFour
    var nights = try nights(in: drawn, measures)
    addNaps(figures.diary.napped, to: &nights, from: drawn.first)
    return ReportData(
      span: span,
      review: review,
      returns: try returns(from: span.first, through: span.last),
      circles: try circleMap(from: span.first, through: span.last),
      checks: checks,
      tips: try triedTips(in: near.days, atMost: Self.tipCount),
      setting: review.suggestion.value.flatMap(setting),
      steps: isTogether ? try fourSteps(on: near.days) : nil,
      measures: measures,
      nights: nights,
      diary: diary(measures, in: span),
      changes: changes(measures, in: span),
      drawn: drawn,
      dayByDay: near
    )
  }

  private func diary(_ measures: [HabitMeasure], in span: Span) -> Diary {
    let days = { (id: String, days: ClosedRange<CivilDate>) in
      measures.first { $0.habit.question.id == id }?.days.filter { days.contains($0.day) } ?? []
    }
    // The evening before the first day is beside its energy.
    let evenings = span.first.adding(days: -1)...span.last
    return Diary(
      lightsOut: days(Habit.sleep, evenings),
      getUp: days(Habit.getUp, span.days),
      energy: days(Habit.energy, span.days),
      zone: context.zone,
      freeWeekdays: configuration.settings.profile.offHours,
      last: span.last
    )
  }

  private func changes(_ measures: [HabitMeasure], in span: Span) -> [ReportData.Change] {
    guard let before = span.before else { return [] }
    return measures.filter { $0.habit.aim.target != .unset && !$0.habit.isFormer }.map { measure in
      var change = ReportData.Change(
        habit: measure.habit,
        before: Tally(over: span.count),
        now: Tally(over: span.count)
      )
      for day in measure.days {
        if before.contains(day.day) { change.before.add(day) }
        if span.days.contains(day.day) { change.now.add(day) }
      }
      return change
    }
  }
}
