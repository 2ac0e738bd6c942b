package import Coaching
import Configuration

/// What all measures are made of: the habits, judged through a day.
package struct HabitReport: Equatable {
  private let judged: [HabitDays]
  private let zone: Zone
  private let freeWeekdays: [Weekday]
  private let last: CivilDate
  private let weekStarts: Weekday
  private let evenings: EveningCalendar
  private let wishMinutes: Int?

  fileprivate init(_ judged: [HabitDays], _ workspace: Workspace, through last: CivilDate) {
    self.judged = judged
    zone = workspace.context.zone
    freeWeekdays = workspace.configuration.settings.profile.offHours
    self.last = last
    weekStarts = workspace.configuration.weekStarts
    evenings = workspace.evenings
    wishMinutes = workspace.configuration.settings.wishMinutes
  }

  package var measures: [HabitMeasure] {
    // When somebody slept is no act.
    judged.filter { $0.habit.question.kind != .stretches }
      .map { HabitMeasure($0, weekStarts: weekStarts) }
  }

  package var sleep: SleepMeasure { diary.measure }

  /// What was said of the nights, and of what came before and after them.
  package var diary: Diary {
    let days = { (id: String) in
      judged.first { $0.habit.question.id == id }?.days ?? []
    }
    var diary = Diary(
      lightsOut: days(Habit.sleep),
      getUp: days(Habit.getUp),
      energy: days(Habit.energy),
      zone: zone,
      freeWeekdays: freeWeekdays,
      last: last
    )
    (diary.told, diary.napped) = (days(Habit.night), days(Habit.nap))
    (diary.evenings, diary.wishMinutes) = (evenings, wishMinutes)
    return diary
  }
}

/// How the strength of a habit came about.
package struct ExplainedStrength {
  package var measure: HabitMeasure
  /// Each day of its whole history.
  package var steps: [HabitMeasure.Step]
  /// The last day that is looked at.
  package var last: CivilDate
}

extension Workspace {
  /// The habits, judged through a day.
  ///
  /// - Parameters:
  ///   - questions: The habits to measure; all of them where none is named.
  ///   - formers: Those that are not asked any more.
  ///   - first: The first day that is looked at; all of them where none is named.
  ///   - last: The last day.
  /// - Returns: The habits.
  /// - Throws: When the ledger cannot be read.
  package func habitReport(
    of questions: [String]? = nil,
    and formers: [Habit] = [],
    from first: CivilDate? = nil,
    through last: CivilDate
  ) throws(CommandError) -> HabitReport {
    let asked = habits.filter { questions?.contains($0.question.id) ?? true }
    let isOfSleep = questions?.contains(Habit.sleep) ?? true
    let judged = try judge(
      asked + (isOfSleep ? slept : []) + formers,
      from: first,
      through: last
    )
    return HabitReport(judged, self, through: last)
  }

  /// The habits and those that are not asked any more, judged over all that there is, which is read
  /// once.
  ///
  /// - Parameter last: The last day.
  /// - Returns: The habits.
  /// - Throws: When the ledger cannot be read.
  package func wholeHabitReport(through last: CivilDate) throws(CommandError) -> HabitReport {
    let judged = try judge(habits + slept, and: try formerQuestions(), from: nil, through: last)
    return HabitReport(judged, self, through: last)
  }

  /// When somebody slept, which is looked at beside the habits.
  private var slept: [Habit] {
    [Habit.night, Habit.nap].compactMap(teaching.question).map { Habit($0, Aim(.unset)) }
  }

  /// Each day of a habit's whole history, and what it did to its strength.
  package func explainStrength(
    of habit: Habit,
    through last: CivilDate
  ) throws(CommandError) -> ExplainedStrength {
    let days = try judge([habit], from: nil, through: last).flatMap(\.days)
    var measure = HabitMeasure(habit, weekStarts: configuration.weekStarts)
    let steps = days.map { measure.add($0) }
    return ExplainedStrength(measure: measure, steps: steps, last: last)
  }

  private func judge(
    _ habits: [Habit],
    and names: [String] = [],
    from first: CivilDate?,
    through last: CivilDate
  ) throws(CommandError) -> [HabitDays] {
    let questions = habits.map(\.question.id)
    let start = first?.adding(days: -HabitDays.reach(of: habits))
    let former = habits.map(\.question.was)
    var found = try ledger.histories(
      of: questions + former.flatMap(\.self) + names,
      from: start,
      through: last
    )
    var next = habits.count
    var judged: [HabitDays] = []
    for (place, habit) in habits.enumerated() {
      var history = found[place]
      // It is let go of once it is judged: all histories beside all days are a lot.
      found[place] = HabitHistory(joining: [])
      let older = found[next..<next + habit.question.was.count]
      next = older.endIndex
      if !older.isEmpty { history = HabitHistory(joining: [history] + older) }
      let end = history.lastDay(of: habit, through: last)
      judged.append(HabitDays(habit, history, through: end, today: today))
    }
    return judged
      + (try formerHabits(names, Array(found[next...])).map { habit, history in
        let end = history.lastDay(of: habit, through: last)
        return HabitDays(habit, history, through: end, today: today)
      })
  }
}

extension HabitHistory {
  /// The last day that says anything about a habit: of a former one, that of its last answer.
  fileprivate func lastDay(of habit: Habit, through last: CivilDate) -> CivilDate {
    guard habit.isFormer, let given = entries.last(where: { $0.day <= last }) else { return last }
    return given.day
  }
}
