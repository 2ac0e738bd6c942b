import ArgumentParser
import Coaching
import Configuration

struct TipOfTheDay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tip",
    abstract: "Show the tip of the day.",
    discussion: """
      The first look makes it the day's tip: the morning prompt then carries the same one.

      JSON: id, title, action, why, short, rows.
      """
  )

  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace()
    let coach = try workspace.coach()
    guard let tip = coach.tip(of: workspace.today, from: workspace.teaching) else {
      let decks = workspace.configuration.settings.decks.joined(separator: ", ")
      throw Failure(.unavailable, "no deck has a tip (decks: \(decks))")
    }
    if coach.tipTold(on: workspace.today) == nil {
      try workspace.record(.told(tip: tip.id), on: workspace.today)
    }
    let view = View(tip)
    if json { try Output.json(view) } else { view.show(workspace.phrases) }
  }

  struct View: Encodable {
    var id: String
    var title: String
    var action: String
    var why: String
    var short: String
    var rows: [String]

    init(_ tip: Tip) {
      id = tip.id
      title = tip.wording.title
      action = tip.wording.action
      why = tip.wording.why
      short = tip.wording.short
      rows = tip.rows
    }

    func show(_ phrases: Phrases) {
      Output.heading(phrases.labelled(phrases("tip-of-the-day"), title))
      Output.wrapped(action, indent: 2)
      Output.wrapped(phrases.labelled(phrases("why"), why), indent: 2)
    }
  }
}
