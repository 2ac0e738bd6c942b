import Application
import ArgumentParser
import Coaching
import Machine
import Pages

struct Today: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "Show today: what was said, what is asked, what is answered, what comes next.",
    discussion: """
      JSON: day, tip (as “coach tip” has it), said [{prompt, at}], open [{question, day, ask, \
      accepts}], promised and notes (as “coach promises” and “coach notes” have them), answered \
      [{question, day, answer, unit, note, from}], next {prompt, at}, missed (questions of \
      prompts that could not be shown), and while it holds: rest (away or day-off), pausedUntil, \
      backOff {lastSign, next}, silent (off, quiet or no-channel: why nothing is ever said); \
      where all four steps are asked, fourSteps {day, score, known, steps}.
      """
  )

  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    try Today.show(asJSON: json)
  }

  static func show(asJSON json: Bool = false) throws {
    let workspace = try Workspace(orDefaults: json)
    let coach = try workspace.coach()
    let today = workspace.todayReport(coach)
    if json { return try Output.json(TodayView(today, coach, workspace)) }
    Output.read(TodayPage(today: today, coach: coach, workspace: workspace).page())
  }
}
