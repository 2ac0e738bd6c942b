import Application
import ArgumentParser
import Coaching
import Machine
import Pages

struct Tips: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tips",
    abstract: "List and search the tips.",
    discussion: """
      Words are looked for in all that a tip says, and all of them have to be there.

      JSON, a list: id, title, action, why, short, rows, systems, kind, level, roles, circle, \
      step, obstacle, lastTold, muted. With --rows: [{row, tips}].
      """
  )

  @Argument(help: "Words that a tip is to have.", transform: Typed.text) var words: [String] = []
  @Option(
    parsing: .unconditional,
    help: "A system of the teachings, S1 to S18.",
    transform: Typed.text
  ) var system: String?
  @Option(
    parsing: .unconditional,
    help: "A circle of people, such as neighbour.",
    transform: Typed.text
  ) var circle: String?
  @Option(
    parsing: .unconditional,
    help: "One of the five obstacles, by number or name.",
    transform: Typed.text
  ) var obstacle: String?
  @Option(parsing: .unconditional, help: "One of the four steps.", transform: Typed.number)
  var step: Int?
  @Option(
    parsing: .unconditional,
    help: "A role, such as manager; tips for everybody are left out.",
    transform: Typed.text
  ) var role: String?
  @Option(
    parsing: .unconditional,
    help: "A kind: regular, value-added or off-hours.",
    transform: Typed.text
  ) var kind: String?
  @Option(
    parsing: .unconditional,
    help: "A row of the teachings, such as E08.",
    transform: Typed.text
  ) var row: String?
  @Flag(help: "Print which tips rest on each row of the teachings.") var rows = false
  @Option(parsing: .unconditional, help: "Another language: \(Language.names).") var lang: Language?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard !rows || lang == nil || !words.isEmpty else {
      throw ValidationError.said("use-rows-lang")
    }
  }

  func run() throws {
    let workspace = try Workspace(language: lang, orDefaults: json)
    let tips = try workspace.tips(query)
    if rows { return try showRows(tips, in: workspace) }
    let coach = try workspace.coach()
    if json { return try Output.json(tips.map { ListedTipView($0, coach) }) }
    Output.read(TipsPage(tips, of: workspace.teaching.tips.count).page(workspace.phrases))
  }

  private var query: TipQuery {
    var query = TipQuery(words: words)
    query.system = system
    query.circle = circle
    query.obstacle = obstacle
    query.step = step
    query.role = role
    query.kind = kind
    query.row = row
    return query
  }

  private func showRows(_ tips: [Tip], in workspace: Workspace) throws(CommandError) {
    let table = try workspace.rows(under: tips)
    if json { return try Output.json(table.map(TaughtRowView.init)) }
    Output.read(TaughtRowsPage(table, of: tips.count).page(workspace.phrases))
  }
}
