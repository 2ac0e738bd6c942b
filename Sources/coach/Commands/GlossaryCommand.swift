import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Say what a word of the documents means, in plain words.",
    discussion: """
      Without a word, all of them. What the documents do not say is said to be so.

      JSON, a list: id, term, meaning, rows; empty where the documents do not say.
      """
  )

  @Argument(help: "A word, in any of the languages.", transform: Typed.text) var word: [String] = []
  @Option(parsing: .unconditional, help: "Another language: \(Language.names).") var lang: Language?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(language: lang, orDefaults: json)
    let found = try workspace.glossary(of: word.joined(separator: " "))
    if json { return try Output.json(found.map(GlossaryView.init)) }
    Output.read(GlossaryPage(found).page(workspace.phrases))
  }
}
