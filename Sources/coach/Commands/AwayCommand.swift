import ArgumentParser
import Coaching

struct Away: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "away",
    abstract: "Be away on some days: they neither count nor nag.",
    discussion: """
      EXAMPLES
        coach away 2026-12-24..2027-01-02
        coach away today..2026-11-29
        coach away tomorrow
        coach away                         shows the absences that are set

      Both days are included. “coach resume” ends an absence today, “coach undo” takes the \
      last one back. Days off that come again and again are “days-off” in coach.toml.

      JSON, a list: from, through.
      """
  )

  @Argument(help: "A day, or FROM..TO: today, tomorrow, yesterday or YYYY-MM-DD.")
  var days: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace()
    guard let days else { return try list(in: workspace) }
    let (first, last) = try range(days, in: workspace)
    try workspace.record(.away(from: first, through: last), on: last)
    Output.wrapped(workspace.phrases.away(first.description, last.description))
  }

  private func list(in workspace: Workspace) throws {
    let views = try workspace.coach().silences.compactMap(View.init)
    if json { return try Output.json(views) }
    if views.isEmpty { Output.wrapped(workspace.phrases("no-absence")) }
    for view in views {
      Output.wrapped(workspace.phrases.away(view.from, view.through))
    }
  }

  private func range(
    _ text: String,
    in workspace: Workspace
  ) throws(CommandError) -> (first: CivilDate, last: CivilDate) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 1 || parts.count == 3 && parts[1].isEmpty else {
      throw CommandError(.data, "“\(text.printable)” is no range of days; say FROM..TO or one day")
    }
    let first = parts[0].isEmpty ? workspace.today : try workspace.day(parts[0])
    let last = parts.count == 1 ? first : try workspace.day(parts[2])
    guard first <= last else {
      let what = "an absence ends after it begins; \(last) is before \(first)"
      throw CommandError(.data, "\(what); say FROM..TO, such as \(last)..\(first)")
    }
    return (first, last)
  }

  struct View: Encodable {
    var from: String
    var through: String

    init?(_ silence: PauseOrAbsence) {
      guard case .away(let first, let last) = silence.kind else { return nil }
      from = first.description
      through = last.description
    }
  }
}

extension Phrases {
  /// That some days count for nothing, from one through another.
  fileprivate func away(_ first: String, _ last: String) -> String {
    first == last
      ? self("away-on", ("day", first)) : self("away-from", ("first", first), ("last", last))
  }
}
