import Application
import ArgumentParser
import Coaching
import Pages

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show what was said and answered, newest day last.",
    discussion: """
      JSON, a list of days: day, tip, prompts [{prompt, at, channels, passed}], answers \
      [{question, day, answer, note, from}], extras. “from” is where it was given: command, \
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
      throw ValidationError("--days is to be from 1 to 10000, not \(days).")
    }
  }

  func run() throws {
    let workspace = try Workspace()
    let last = try workspace.day(until)
    let history = try workspace.history(days: days, through: last)
    if json { return try Output.json(history.map { DayView($0, workspace.outlook.zone) }) }
    let first = last.adding(days: 1 - days)
    if history.isEmpty { Output.wrapped("Nothing between \(first) and \(last).") }
    for day in history { day.show(in: workspace) }
  }
}

/// What the facts hold of one civil day, as JSON.
private struct DayView: Encodable {
  var day: String
  var tip: String?
  var prompts: [PromptView]
  var answers: [AnswerView]
  var extras: [String]

  struct PromptView: Encodable {
    var prompt: String
    var at: String?
    var channels: [String]?
    var passed: String?

    init(_ prompt: DayHistory.Prompt, _ zone: Zone) {
      switch prompt {
      case .came(let came):
        self.prompt = came.prompted.id.description
        at = zone.timestamp(came.at)
        channels = came.shownBy
      case .passed(let id, let passing):
        self.prompt = id.description
        passed = passing.rawValue
      }
    }
  }

  init(_ history: DayHistory, _ zone: Zone) {
    day = history.day.description
    tip = history.tip
    prompts = history.prompts.map { PromptView($0, zone) }
    answers = history.answers.map(AnswerView.init)
    extras = history.extras.map(\.text)
  }
}

extension DayHistory {
  fileprivate func show(in workspace: Workspace) {
    let phrases = workspace.phrases
    Output.heading(day.description)
    if let tip {
      let title = workspace.teaching.tip(tip)?.wording.title ?? tip
      Output.wrapped(phrases.labelled(phrases("tip-of-the-day"), title), indent: 2)
    }
    for given in answers { Output.show(given.page(in: workspace)) }
    for extra in extras {
      Output.wrapped(phrases.labelled(phrases("extra"), extra.text), indent: 2)
    }
    for prompt in prompts {
      let (id, fate) =
        switch prompt {
        case .came(let came): (came.prompted.id, workspace.outlook.zone.minutes(came.at))
        case .passed(let id, let passing): (id, passing.rawValue)
        }
      Output.wrapped(phrases.labelled(phrases.slot(id.slot), fate), indent: 2)
    }
  }
}
