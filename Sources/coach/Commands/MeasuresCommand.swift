import ArgumentParser
import Coaching
import Configuration
import Storage

struct Measures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "Show how strong each habit is, what came back, and where the nights lie.",
    discussion: """
      A figure from too little is not given; it says how much is missing. An answer counts by \
      what you meant when you gave it, whatever you changed since. A habit that is not asked any \
      more keeps its figures: name it, or say --all.

      JSON: asOf, habits [{habit, title, former, aim, since, days {done, missed, excused, not-due, \
      unknown}, strength {score, shown, days, halfLifeDays, retention, window {days, sum, goal}}, \
      comeback {returns, chances, rate}, run {days, open}, weeks [{monday, done, counted, rate}], \
      missing}] and sleep {lightsOut and getUp {nights, mean, deviationMinutes, lateMinutes, \
      onTime, missing {…}}, regularity {index, comparedHours, differentHours, provisional}, \
      jetlag {hours, work, free, workNights, freeNights}, energy {onTimeDays, lateDays, \
      onTimeMean, lateMean, difference, low, high}}; a figure that is not known is absent, and \
      “missing” beside it says {days}, {nights} or {target}. And checks [{check, title, questions \
      [{question, title, answers [{day, number}]}]}], the last 53 of each self-check.
      """
  )

  @Argument(help: "A habit or a self-check; its first letters are enough.") var habit: String?
  @Option(help: "The last day: today, yesterday or YYYY-MM-DD.") var asOf = "today"
  @Flag(help: "Show also what is not asked any more.") var all = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    let last = try workspace.pastDay(asOf)
    guard let habit else {
      let formers = all ? try workspace.formerHabits() : []
      let figures = try HabitReport(workspace, and: formers, through: last)
      let paths = try SelfCheckHistory(workspace, through: last)
      return try show(figures.measures, figures.sleep, paths, last, workspace)
    }
    let alone = workspace.teaching.question(habit).flatMap { $0.isPlace ? $0.check ?? $0.id : nil }
    if let line = CheckIn(workspace: workspace).findCheck(habit)?.id ?? alone {
      let paths = try SelfCheckHistory(workspace, of: line, through: last)
      return try show([], nil, paths, last, workspace)
    }
    let meant = try workspace.habit(named: habit)
    let question = meant.question.id
    // The timing of sleep is made of both ends of the night, and of the energy after it.
    let isSleep = question == Habit.sleep || question == Habit.getUp
    let needed = isSleep ? [Habit.sleep, Habit.getUp, Habit.energy] : [question]
    let formers = meant.isFormer ? [meant] : []
    let figures = try HabitReport(workspace, of: needed, and: formers, through: last)
    let measure = figures.measures.filter { $0.habit.question.id == question }
    let paths = try SelfCheckHistory(workspace, of: SelfCheckHistory.automatic, through: last)
    try show(measure, isSleep ? figures.sleep : nil, paths, last, workspace)
  }

  private func show(
    _ measures: [HabitMeasure],
    _ sleep: SleepMeasure?,
    _ paths: SelfCheckHistory,
    _ last: CivilDate,
    _ workspace: Workspace
  ) throws(CommandError) {
    if json {
      var view = MeasuresView(measures, sleep, last)
      view.checks = paths.checks
      return try Output.json(view)
    }
    for measure in measures {
      measure.show(in: workspace)
      if let path = paths.automaticity(of: measure.habit.question.id) {
        Output.rows([(workspace.phrases("by-itself"), path)])
      }
      Output.line()
    }
    sleep?.show(in: workspace)
    paths.show(isFirst: sleep == nil)
  }
}

/// What all measures are made of: the habits, judged through a day.
struct HabitReport {
  private let judged: [HabitDays]
  private let workspace: Workspace
  private let last: CivilDate

  /// - Parameters:
  ///   - workspace: What the command works with.
  ///   - questions: The habits to measure; all of them where none is named.
  ///   - formers: Those that are not asked any more.
  ///   - first: The first day that is looked at; all of them where none is named.
  ///   - last: The last day.
  /// - Throws: When the ledger cannot be read.
  init(
    _ workspace: Workspace,
    of questions: [String]? = nil,
    and formers: [Habit] = [],
    from first: CivilDate? = nil,
    through last: CivilDate
  ) throws(CommandError) {
    self.workspace = workspace
    self.last = last
    let asked = workspace.habits.filter { questions?.contains($0.question.id) ?? true }
    let habits = asked + formers
    let histories = try workspace.histories(of: habits, from: first, through: last)
    judged = zip(habits, histories).map { habit, history in
      let end = history.lastDay(of: habit, through: last)
      return HabitDays(habit, history, through: end, today: workspace.today)
    }
  }

  var measures: [HabitMeasure] { judged.map(HabitMeasure.init) }

  var sleep: SleepMeasure {
    let days = { (id: String) in
      judged.first { $0.habit.question.id == id }?.days ?? []
    }
    return Diary(
      lightsOut: days(Habit.sleep),
      getUp: days(Habit.getUp),
      energy: days(Habit.energy),
      zone: workspace.outlook.zone,
      freeWeekdays: workspace.configuration.settings.profile.offHours,
      last: last
    ).measure
  }
}

extension Workspace {
  func histories(
    of habits: [Habit],
    from first: CivilDate? = nil,
    through last: CivilDate
  ) throws(CommandError) -> [HabitHistory] {
    do {
      return try ledger.histories(of: habits.map(\.question.id), from: first, through: last)
    } catch {
      throw CommandError(error)
    }
  }

  /// Reads a day that has come.
  func pastDay(_ text: String) throws(CommandError) -> CivilDate {
    let day = try day(text)
    if day > today { throw CommandError(.data, "\(day) has not come yet; today is \(today)") }
    return day
  }

  /// The habit of a name, or of its first letters where they fit only one.
  func habit(named name: String) throws(CommandError) -> Habit {
    let names = habits.map(\.question.id)
    let starting = names.filter { !name.isEmpty && $0.hasPrefix(name.lowercased()) }
    if let habit = habit(starting.count == 1 ? starting[0] : name) { return habit }
    if let former = try formerHabits().first(where: { $0.question.id == name }) { return former }
    throw CommandError(.data, Suggestions.unknown("habit", name, among: names))
  }
}
