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
        coach away next week
        coach away 24.12. to 2.1.
        coach away                         shows the absences that are set

      Both days are included. “coach resume” ends an absence today, “coach undo” takes the \
      last one back. Days off that come again and again are “days-off” in coach.toml.

      JSON, a list: from, through.
      """
  )

  @Argument(
    help: "A day, FROM..TO, or days such as “next week”; a day as in “coach plan --from”.",
    transform: Typed.text
  )
  var days: [String] = []
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard days.isEmpty || !json else { throw ValidationError.said("use-json-days") }
  }

  func run() throws {
    let workspace = try Workspace(orDefaults: true)
    let phrases = workspace.phrases
    if !days.isEmpty {
      return Output.say(phrases.away(try workspace.goAway(days.joined(separator: " "))))
    }
    let absences = try workspace.absences()
    if json { return try Output.json(absences.map(AbsenceView.init)) }
    Output.show(AbsencesPage(absences).page(phrases))
  }
}
