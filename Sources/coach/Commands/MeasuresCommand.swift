import Application
import ArgumentParser
import Coaching
import Configuration
import Pages

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
      comeback {returns, chances, rate}, run {days, open}, weeks [{first, monday, done, counted, \
      rate}], missing}] and sleep {lightsOut and getUp {nights, mean, deviationMinutes, \
      lateMinutes, onTime, missing {…}}, regularity {index, comparedHours, differentHours, \
      provisional}, jetlag {hours, work, free, workNights, freeNights}, energy {onTimeDays, \
      lateDays, onTimeMean, lateMean, difference, low, high}}; a figure that is not known is \
      absent, and “missing” beside it says {days}, {nights} or {target}. And checks [{check, \
      title, questions [{question, title, answers [{day, number}]}]}], the last 53 of each \
      self-check.
      """
  )

  @Argument(help: "A habit or a self-check; its first letters are enough.", transform: Typed.text)
  var habit: String?
  @Option(
    parsing: .unconditional,
    help: "The last day: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var asOf = "today"
  @Flag(help: "Show also what is not asked any more.") var all = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    let last = try workspace.pastDay(asOf)
    guard let habit else {
      let formers = all ? try workspace.formerHabits() : []
      let figures = try workspace.habitReport(and: formers, through: last)
      let paths = try workspace.selfChecks(through: last)
      return try show(figures.measures, figures.sleep, paths, last, workspace)
    }
    let alone = workspace.teaching.question(habit).flatMap { $0.isPlace ? $0.line : nil }
    if let line = workspace.selfCheck(named: habit)?.id ?? alone {
      let paths = try workspace.selfChecks(of: line, through: last)
      return try show([], nil, paths, last, workspace)
    }
    let meant = try workspace.habit(named: habit)
    let question = meant.question.id
    // The timing of sleep is made of both ends of the night, and of the energy after it.
    let isSleep = question == Habit.sleep || question == Habit.getUp
    let needed = isSleep ? [Habit.sleep, Habit.getUp, Habit.energy] : [question]
    let formers = meant.isFormer ? [meant] : []
    let figures = try workspace.habitReport(of: needed, and: formers, through: last)
    let measure = figures.measures.filter { $0.habit.question.id == question }
    let paths = try workspace.selfChecks(of: SelfCheckHistory.automatic, through: last)
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
      return try Output.json(MeasuresView(measures, sleep, paths, last))
    }
    for measure in measures {
      Output.show(measure.page(in: workspace, through: last))
      if let path = paths.automaticity(of: measure.habit.question.id) {
        Output.rows([(workspace.phrases("by-itself"), path.words)])
      }
      Output.line()
    }
    if let sleep { Output.show(sleep.page(in: workspace)) }
    Output.show(paths.page(isFirst: sleep == nil))
  }
}
