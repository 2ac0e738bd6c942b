import Application
import ArgumentParser
import Coaching
import Machine
import Pages

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show what was said and answered, newest day last.",
    discussion: """
      JSON, a list of days: day, tip, prompts [{prompt, at, channels, passed}], answers \
      [{question, day, answer, unit, note, from}], extras. “from” is where it was given: command, \
      desktop, bus, or program, which is the channel “command”. “passed” is why a prompt was not \
      shown: off, quiet, answered, day-ended, paused, dropped, absent, away, day-off, \
      backed-off, limit or near.
      """
  )

  @Option(parsing: .unconditional, help: "How many days, up to 10000.", transform: Typed.number)
  var days = 14
  @Option(
    parsing: .unconditional,
    help: "The last day: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var until = "today"
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...10_000).contains(days) else {
      throw ValidationError.said("use-days", ("most", "10000"), ("number", "\(days)"))
    }
  }

  func run() throws {
    let workspace = try Workspace(orDefaults: json)
    let last = try workspace.day(until, .past)
    let history = try workspace.history(days: days, through: last)
    if json { return try Output.json(history.map { DayHistoryView($0, workspace.context.zone) }) }
    let span = last.adding(days: 1 - days)...last
    let page = HistoryPage(history, of: span, in: workspace, zones: SystemZone.known)
    Output.read(page.page())
  }
}
