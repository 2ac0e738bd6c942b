import Application
import ArgumentParser
import Coaching
import Machine
import Pages

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

  @Argument(
    help: "A day, or FROM..TO: today, tomorrow, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  )
  var days: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard days == nil || !json else { throw ValidationError("--json reads; it takes no days.") }
  }

  func run() throws {
    let workspace = try Workspace(orDefaults: true)
    let phrases = workspace.phrases
    if let days { return Output.say(phrases.away(try workspace.goAway(days))) }
    let absences = try workspace.absences()
    if json { return try Output.json(absences.map(AbsenceView.init)) }
    Output.show(AbsencesPage(absences).page(phrases))
  }
}
