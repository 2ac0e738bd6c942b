import Application
import ArgumentParser
import Coaching

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

  func run() throws {
    let workspace = try Workspace(language: lang)
    let tips = try workspace.tips(query)
    if rows { return try showRows(tips, in: workspace) }
    let coach = try workspace.coach()
    if json { return try Output.json(tips.map { View($0, coach) }) }
    for tip in tips {
      Output.heading("\(tip.wording.title) (\(tip.id))")
      Output.wrapped(tip.wording.action, indent: 2)
    }
    Output.line("\(tips.count) of \(workspace.teaching.tips.count) tips.")
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
    let table = try workspace.teachingRows().map { row in
      RowView(row: row, tips: tips.filter { $0.rows.contains(row) }.map(\.id))
    }
    if json { return try Output.json(table) }
    for line in table {
      let tips = line.tips.isEmpty ? "no tip" : line.tips.joined(separator: ", ")
      Output.wrapped("\(line.row)  \(tips)")
    }
    let empty = table.filter(\.tips.isEmpty).count
    Output.line("\(table.count) rows, \(tips.count) tips, \(empty) rows without a tip.")
  }

  struct RowView: Encodable {
    var row: String
    var tips: [String]
  }

  struct View: Encodable {
    var id: String
    var title: String
    var action: String
    var why: String
    var short: String
    var rows: [String]
    var systems: [String]
    var kind: String
    var level: Int
    var roles: [String]
    var circle: String?
    var step: Int?
    var obstacle: Int?
    var lastTold: String?
    var muted: Bool

    init(_ tip: Tip, _ coach: Coach) {
      id = tip.id
      title = tip.wording.title
      action = tip.wording.action
      why = tip.wording.why
      short = tip.wording.short
      rows = tip.rows
      systems = tip.systems
      kind = tip.kind.rawValue
      level = tip.level
      roles = tip.roles.map(\.rawValue)
      circle = tip.circle?.rawValue
      if case .step(let number) = tip.part { step = number }
      if case .obstacle(let number) = tip.part { obstacle = number }
      lastTold = coach.told.filter { $0.tip == tip.id }.map(\.day).max()?.description
      muted = coach.muted.contains(tip.id)
    }
  }
}
