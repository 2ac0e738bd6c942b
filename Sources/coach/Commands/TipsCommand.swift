import ArgumentParser
import Coaching
import Configuration

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

  @Argument(help: "Words that a tip is to have.") var words: [String] = []
  @Option(help: "A system of the teachings, S1 to S18.") var system: String?
  @Option(help: "A circle of people, such as neighbour.") var circle: String?
  @Option(help: "One of the five obstacles, by number or name.") var obstacle: String?
  @Option(help: "One of the four steps.") var step: Int?
  @Option(help: "A role, such as manager; tips for everybody are left out.") var role: String?
  @Option(help: "A kind: regular, value-added or off-hours.") var kind: String?
  @Option(help: "A row of the teachings, such as E08.") var row: String?
  @Flag(help: "Print which tips rest on each row of the teachings.") var rows = false
  @Option(help: "Another language: \(Language.names).") var lang: Language?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(language: lang)
    let tips = try found(in: workspace)
    if rows { return try showRows(tips, in: workspace) }
    let coach = try workspace.coach()
    if json { return try Output.json(tips.map { View($0, coach) }) }
    for tip in tips {
      Output.heading("\(tip.wording.title) (\(tip.id))")
      Output.wrapped(tip.wording.action, indent: 2)
    }
    Output.line("\(tips.count) of \(workspace.teaching.tips.count) tips.")
  }

  private func found(in workspace: Workspace) throws(CommandError) -> [Tip] {
    let obstacle = try obstacle.map { text throws(CommandError) in try Hesitate.find(text).rawValue
    }
    let systems = (1...18).map { "S\($0)" }
    let system = try known(system?.uppercased(), "system", systems)
    let row = try known(row?.uppercased(), "row", row == nil ? [] : rows(in: workspace))
    if let step, !Programme.steps.contains(step) {
      throw CommandError(.data, "there is no step “\(step)”; the four are 1, 2, 3 and 4")
    }
    let circle: Tip.Circle? = try word(circle, "circle")
    let role: Tip.Role? = try word(role, "role")
    let kind: Tip.Kind? = try word(kind, "kind")
    return workspace.teaching.tips.filter { tip in
      (circle == nil || tip.circle == circle) && (kind == nil || tip.kind == kind)
        && (role.map { tip.roles.contains($0) } ?? true)
        && (system.map { tip.systems.contains($0) } ?? true)
        && (row.map { tip.rows.contains($0) } ?? true)
        && (obstacle.map { tip.part == .obstacle($0) } ?? true)
        && (step.map { tip.part == .step($0) } ?? true)
        && words.allSatisfy { says($0, tip) }
    }
  }

  private func says(_ word: String, _ tip: Tip) -> Bool {
    let wording = tip.wording
    let texts = [tip.id, wording.title, wording.action, wording.why, wording.short, wording.ask]
    return texts.contains { $0.lowercased().contains(word.lowercased()) }
  }

  private func word<Word: CaseIterable & RawRepresentable<String>>(
    _ text: String?,
    _ what: String
  ) throws(CommandError) -> Word? {
    try known(text, what, Word.allCases.map(\.rawValue)).flatMap(Word.init)
  }

  /// A name that there is; nil where none was typed.
  private func known(
    _ text: String?,
    _ what: String,
    _ known: [String]
  ) throws(CommandError) -> String? {
    guard let text, !known.contains(text) else { return text }
    throw CommandError(.data, Suggestions.unknown(what, text, among: known))
  }

  private func rows(in workspace: Workspace) throws(CommandError) -> [String] {
    do {
      return try ReferenceTexts.sources("\(workspace.paths.library)/sources.toml", in: .english)
        .map(\.row)
    } catch {
      throw CommandError(error)
    }
  }

  private func showRows(_ tips: [Tip], in workspace: Workspace) throws(CommandError) {
    let table = try rows(in: workspace).map { row in
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
