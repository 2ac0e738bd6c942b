package import Coaching
import Configuration

/// A look back over some days, with all that it has.
package struct ReviewReport: Equatable {
  package var period: Review.Period
  /// The habits, the promises, and the one suggestion.
  package var review: Review
  /// The four steps on each day; nil where they are not asked together, or the days are many.
  package var fourSteps: [StepDay]?
  package var returns: Reciprocity
  /// Whom the offers were for; nil but for a month.
  package var circles: CircleMap?
  package var checks: SelfCheckHistory
  /// Tips of which the person said what became of them, the latest first.
  package var tips: [TriedTip]
  /// The arcs that they wanted, the latest first.
  package var arcs: [ToldArc]
  /// The person's routines on these days.
  package var routines: [RoutineMeasure] = []
  /// What to write into the configuration, or to take out of it; nil where that says nothing.
  package var setting: String?
}

extension Workspace {
  /// Looks back over a period.
  ///
  /// - Parameters:
  ///   - period: How far.
  ///   - last: The last day.
  /// - Returns: All that a review has.
  /// - Throws: When the ledger cannot be read.
  package func review(
    _ period: Review.Period,
    through last: CivilDate
  ) throws(CommandError) -> ReviewReport {
    let year = last.adding(days: 1 - Review.Period.year.days)
    let formers = try formerHabits(since: year)
    let habits = try habitReport(and: formers, from: year, through: last)
    let laboured = try selfChecks(of: SelfCheckHistory.automatic, through: last).laboured
    let measures = habits.measures
    var review = Review(measures, period, through: last, laboured: laboured)
    let first = review.first
    review.promises = try promiseCount(from: first, through: last)
    let isStepByStep = context.profile.programme.mode != .allFour
    var report = ReviewReport(
      period: period,
      review: review,
      fourSteps: isStepByStep || period.days > 7 ? nil : try fourSteps(on: first...last),
      returns: try returns(from: first, through: last),
      circles: period == .month ? try circleMap(from: first, through: last) : nil,
      checks: try selfChecks(from: first, through: last),
      tips: try triedTips(from: first, through: last),
      arcs: try toldArcs(from: first, through: last),
      setting: review.suggestion.value.flatMap(setting)
    )
    report.routines = routines.map { RoutineMeasure($0, measures, from: first, through: last) }
    return report
  }

  /// Whom the offers of some days were for.
  package func circleMap(
    from first: CivilDate,
    through last: CivilDate
  ) throws(CommandError) -> CircleMap {
    let questions = teaching.questions.filter { $0.also == .circle }.map(\.id)
    let answers = try ledger.answers(to: questions, from: first, through: last)
    return CircleMap(answers, circles: context.profile.circleNames)
  }

  /// What to write into the configuration to take up a suggestion; nil where that says nothing.
  package func setting(_ suggestion: Review.Suggestion) -> String? {
    let question = suggestion.habit.question
    let cadence: Cadence?
    switch suggestion.change {
    case .askLess: cadence = question.fewer
    case .askMore: cadence = question.every
    case .keep, .shrink, .grow: cadence = nil
    }
    guard case .days(let days)? = cadence else { return nil }
    let isOwn = configuration.settings.habits.contains { $0.question.id == question.id }
    return isOwn
      ? "# [[habit]] id = \"\(question.id)\"\nevery = \"\(days)d\""
      : "[ask]\n\(question.id) = \"\(days)d\""
  }
}
