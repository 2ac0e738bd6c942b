import ArgumentParser
import Coaching
import Configuration

struct Promises: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promises",
    abstract: "List what you said you would do and have not closed.",
    discussion: """
      JSON, a list: number, kind, text, to, due, reserve (seconds), state (open, overdue, kept, \
      released or missed), made, closed.
      """
  )

  @Flag(help: "Also what is closed.") var all = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    let listed = try workspace.entries(of: .promise, isAll: all).all
    if json { return try Output.json(listed.map { View($0, workspace) }) }
    let phrases = workspace.phrases
    if listed.isEmpty { return Output.wrapped(phrases("promises-none")) }
    Output.rows(listed.map { (String($0.id.number), words(for: $0, in: workspace)) }, indent: 0)
  }

  private func words(for standing: Entries.Standing, in workspace: Workspace) -> String {
    let phrases = workspace.phrases
    let entry = standing.entry
    var words = [phrases.words(for: entry)]
    words.append(
      entry.due.map { phrases("by", ("moment", workspace.moment($0))) } ?? phrases("no-time")
    )
    if entry.reserveSeconds != 0 {
      words.append(phrases("reserve", ("span", Span.words(entry.reserveSeconds))))
    }
    switch standing.closed?.closing {
    case .kept: words.append(phrases("state-kept"))
    case .released: words.append(phrases("state-released"))
    case .missed, .dropped: words.append(phrases("state-missed"))
    case nil:
      let isOverdue = entry.due.map { $0 <= workspace.now } ?? false
      if isOverdue { words.append(phrases("state-overdue")) }
    }
    return words.joined(separator: phrases("comma"))
  }

  struct View: Encodable {
    var number: Int
    var kind: String
    var text: String
    var to: String?
    var due: String?
    var reserve: Int64
    var state: String
    var made: String
    var closed: String?

    init(_ standing: Entries.Standing, _ workspace: Workspace) {
      let entry = standing.entry
      let zone = workspace.outlook.zone
      number = entry.id.number
      kind = entry.kind
      text = entry.text
      to = entry.to
      due = entry.due.map(zone.timestamp)
      reserve = entry.reserveSeconds
      let isOverdue = entry.due.map { $0 <= workspace.now } ?? false
      state = standing.closed?.closing.rawValue ?? (isOverdue ? "overdue" : "open")
      made = zone.timestamp(standing.madeAt)
      closed = standing.closed.map { zone.timestamp($0.at) }
    }
  }
}
