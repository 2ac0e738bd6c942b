package import Coaching
import Configuration

/// The figures of all habits, or of one, with what the person says of themselves.
package struct MeasuresReport {
  package var measures: [HabitMeasure]
  /// Nil where the nights do not belong to what was asked.
  package var sleep: SleepMeasure?
  package var checks: SelfCheckHistory
  /// The person's routines.
  package var routines: [RoutineMeasure] = []
  /// The last day that is looked at.
  package var last: CivilDate
}

extension Workspace {
  /// The figures of every habit.
  ///
  /// - Parameters:
  ///   - withFormers: Whether those are among them that are not asked any more.
  ///   - last: The last day.
  /// - Returns: The figures.
  /// - Throws: When the ledger cannot be read.
  package func measures(
    withFormers: Bool,
    through last: CivilDate
  ) throws(CommandError) -> MeasuresReport {
    let figures = try habitReport(and: withFormers ? formerHabits() : [], through: last)
    let checks = try selfChecks(through: last)
    let measures = figures.measures
    var report = MeasuresReport(
      measures: measures,
      sleep: figures.sleep,
      checks: checks,
      last: last
    )
    report.routines = routineMeasures(measures, through: last)
    return report
  }

  /// How many weeks of a routine are looked at, the one that is not over among them.
  private static let routineWeeks = 4

  /// What became of the routines in the last weeks.
  private func routineMeasures(
    _ measures: [HabitMeasure],
    through last: CivilDate
  ) -> [RoutineMeasure] {
    let week = last.firstOfWeek(from: configuration.weekStarts)
    let first = week.adding(days: (1 - Workspace.routineWeeks) * HabitMeasure.Week.days)
    return routines.map { RoutineMeasure($0, measures, from: first, through: last) }
  }

  /// The figures of one habit or routine, or the path of one self-check.
  ///
  /// - Parameters:
  ///   - name: Its name, or the first letters of it.
  ///   - last: The last day.
  /// - Returns: The figures; of a self-check none but the path.
  /// - Throws: When there is none of that name, or the ledger cannot be read.
  package func measures(
    of name: String,
    through last: CivilDate
  ) throws(CommandError) -> MeasuresReport {
    let alone = teaching.question(name).flatMap { $0.isPlace ? $0.line : nil }
    if let line = selfCheck(named: name)?.id ?? alone {
      let checks = try selfChecks(of: line, through: last)
      return MeasuresReport(measures: [], sleep: nil, checks: checks, last: last)
    }
    if let routine = routine(named: name) {
      let measures = try habitReport(of: routine.questions, through: last).measures
      let checks = try selfChecks(of: SelfCheckHistory.automatic, through: last)
      var report = MeasuresReport(measures: measures, sleep: nil, checks: checks, last: last)
      report.routines = routineMeasures(measures, through: last)
        .filter { $0.routine.id == routine.id }
      return report
    }
    let meant = try habit(named: name)
    let question = meant.question.id
    // The timing of sleep is made of both ends of the night, and of the energy after it.
    let isSleep = question == Habit.sleep || question == Habit.getUp
    let needed = isSleep ? [Habit.sleep, Habit.getUp, Habit.energy] : [question]
    let figures = try habitReport(of: needed, and: meant.isFormer ? [meant] : [], through: last)
    return MeasuresReport(
      measures: figures.measures.filter { $0.habit.question.id == question },
      sleep: isSleep ? figures.sleep : nil,
      checks: try selfChecks(of: SelfCheckHistory.automatic, through: last),
      last: last
    )
  }
}
