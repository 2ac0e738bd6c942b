import ArgumentParser
import Coaching
import Configuration

struct Promises: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promises",
    abstract: "List what you said you would do and have not closed.",
    discussion: """
      JSON, a list: number, kind, text, to, due, wholeDay (no time was named), reserve (seconds), \
      state (open, overdue, kept, released or missed), made, closed.
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
    Output.rows(listed.map { (String($0.id.number), workspace.words(for: $0)) }, indent: 0)
  }

  struct View: Encodable {
    var number: Int
    var kind: String
    var text: String
    var to: String?
    var due: String?
    var wholeDay: Bool
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
      wholeDay = entry.isWholeDay
      reserve = entry.reserveSeconds
      let isOverdue = workspace.isOverdue(entry)
      state = standing.closed?.closing.rawValue ?? (isOverdue ? "overdue" : "open")
      made = zone.timestamp(standing.madeAt)
      closed = standing.closed.map { zone.timestamp($0.at) }
    }
  }
}

extension Workspace {
  /// A commitment as it stands: what, for whom, by when, and what became of it.
  func words(for standing: Entries.Standing) -> String {
    let entry = standing.entry
    let by = phrases.by(entry, in: outlook.zone, seenAt: now) ?? phrases("no-time")
    var words = [phrases.words(for: entry), by]
    if entry.reserveSeconds != 0 {
      words.append(phrases("reserve", ("span", phrases.span(entry.reserveSeconds))))
    }
    switch standing.closed?.closing {
    case .kept: words.append(phrases("state-kept"))
    case .released: words.append(phrases("state-released"))
    case .missed, .dropped: words.append(phrases("state-missed"))
    case nil: if isOverdue(entry) { words.append(phrases("state-overdue")) }
    }
    return words.joined(separator: phrases("comma"))
  }

  func isOverdue(_ entry: Entry) -> Bool { entry.isOverdue(at: now, in: outlook.zone) }
}

extension Phrases {
  /// A length of time in the language's own units, to the minute.
  fileprivate func span(_ seconds: Int64) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    let parts = [
      days == 0 ? nil : self("days", ("count", String(days))),
      hours == 0 ? nil : self("hours", ("count", String(hours))),
      minutes == 0 ? nil : self("minutes", ("count", String(minutes))),
    ].compactMap(\.self)
    return parts.isEmpty ? TimeSpan.words(seconds) : parts.joined(separator: " ")
  }
}
