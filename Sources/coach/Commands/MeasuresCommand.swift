import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

struct Measures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "Show how strong each habit is, what came back, and where the nights lie.",
    discussion: """
      A figure from too little is not given; it says how much is missing. An answer counts by \
      what you meant when you gave it, whatever you changed since. A habit that is not asked any \
      more keeps its figures: name it, or say --all.

      JSON: asOf, routines [{routine, title, habits, done, parts, share, whole, days, weeks \
      [{first, whole, days}]}], habits [{habit, title, former, aim, since, days {done, missed, \
      excused, not-due, unknown}, strength {score, shown, days, halfLifeDays, retention, window \
      {days, sum, goal}}, comeback {returns, chances, rate}, run {days, open}, weeks [{first, \
      monday, done, counted, rate}], numbers {unit, total {sum, mean, days}, weeks [{first, \
      total {sum, mean, days}}]} of what takes numbers, missing}] and sleep {lightsOut and getUp \
      {nights, mean, deviationMinutes, lateMinutes, onTime, missing {…}}, regularity {index, \
      comparedHours, differentHours, provisional}, jetlag {hours, work, free, workNights, \
      freeNights}, energy {onTimeDays, lateDays, onTimeMean, lateMean, difference, low, high}, \
      length {nights, told, asleepMinutes, inBedMinutes, middle, middleDeviationMinutes}, naps \
      {naps, days, minutes}, debt {wishMinutes, days, minutes}}; a figure that is not known is \
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

  func validate() throws {
    guard habit == nil || !all else {
      throw ValidationError.said("use-all-name")
    }
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips, orDefaults: json)
    let last = try workspace.pastDay(asOf)
    let report =
      try habit.map { name throws(CommandError) in try workspace.measures(of: name, through: last) }
      ?? workspace.measures(withFormers: all, through: last)
    if json { return try Output.json(MeasuresView(report)) }
    Output.read(report.page(in: workspace))
  }
}
