import ArgumentParser
import Coaching
import Storage

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

  @Option(help: "How many days, up to 10000.") var days = 14
  @Option(help: "The last day: today, yesterday or YYYY-MM-DD.") var until = "today"
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...10_000).contains(days) else {
      throw ValidationError("--days is to be from 1 to 10000, not \(days).")
    }
  }

  func run() throws {
    let workspace = try Workspace()
    let last = try workspace.day(until)
    let first = last.adding(days: 1 - days)
    let coach = try fold(workspace, from: first, through: last)
    let views = (0..<days).map { DayView(first.adding(days: $0), coach, workspace) }
      .filter { !$0.isEmpty }
    if json { return try Output.json(views) }
    if views.isEmpty { Output.wrapped("Nothing between \(first) and \(last).") }
    for view in views { view.show(in: workspace) }
  }

  private func fold(
    _ workspace: Workspace,
    from first: CivilDate,
    through last: CivilDate
  )
    throws(CommandError) -> Coach
  {
    do {
      var coach = Coach()
      for fact in try workspace.ledger.facts(from: first, through: last) { coach.apply(fact) }
      return coach
    } catch {
      throw CommandError(error)
    }
  }

  /// What the facts hold of one civil day.
  struct DayView: Encodable {
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
    }

    var isEmpty: Bool { tip == nil && prompts.isEmpty && answers.isEmpty && extras.isEmpty }

    init(_ day: CivilDate, _ coach: Coach, _ workspace: Workspace) {
      let zone = workspace.outlook.zone
      self.day = day.description
      tip = coach.tipTold(on: day)
      let said = coach.prompts.filter { $0.prompted.id.day == day }.map { prompt in
        PromptView(
          prompt: prompt.prompted.id.description,
          at: zone.timestamp(prompt.at),
          channels: prompt.shownBy
        )
      }
      let passed = coach.passings.filter { $0.id.day == day }.map { passed in
        PromptView(prompt: passed.id.description, passed: passed.passing.rawValue)
      }
      prompts = said + passed
      var standing: [Coach.Given] = []
      for given in coach.answers where given.day == day {
        standing.removeAll { $0.answered.question == given.answered.question }
        standing.append(given)
      }
      answers = standing.map(AnswerView.init)
      extras = coach.extras.filter { $0.day == day }.map(\.extra.text)
    }

    func show(in workspace: Workspace) {
      let phrases = workspace.phrases
      Output.heading(day)
      if let tip {
        let title = workspace.teaching.tip(tip)?.wording.title ?? tip
        Output.wrapped(phrases.labelled(phrases("tip-of-the-day"), title), indent: 2)
      }
      for given in answers {
        given.show(in: workspace)
      }
      for extra in extras {
        Output.wrapped(phrases.labelled(phrases("extra"), extra), indent: 2)
      }
      for prompt in prompts {
        let slot = PromptID(prompt.prompt).map { phrases.slot($0.slot) } ?? prompt.prompt
        let fate = prompt.at.map { String($0.dropFirst(11).prefix(5)) } ?? prompt.passed ?? ""
        Output.wrapped(phrases.labelled(slot, fate), indent: 2)
      }
    }
  }
}
