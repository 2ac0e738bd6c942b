import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

struct Notes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "List and search what you wrote down.",
    discussion: """
      What you answered to “own-words” is among them; it has no number.

      JSON, a list: number (absent of an answer), kind, text, parts [{name, text}], tip (where it \
      is about one), day.
      """
  )

  @Argument(help: "A kind, such as principle.", transform: Typed.text) var kind: String?
  @Option(parsing: .unconditional, help: "Only what has these words in it.", transform: Typed.text)
  var search: String?
  @Option(
    parsing: .unconditional,
    help: "Only from this day on: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var since: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(.withoutTips, orDefaults: json)
    let first = try since.map { text throws(CommandError) in try workspace.pastDay(text) }
    let found = try workspace.notes(of: kind, since: first, having: search)
    if json { return try Output.json(found.map(NoteView.init)) }
    Output.read(NotesPage(found).page(workspace.phrases))
  }
}
