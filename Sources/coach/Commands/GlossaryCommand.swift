import Application
import ArgumentParser
import Coaching
import Configuration

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
    let workspace = try Workspace(language: lang)
    let asked = word.joined(separator: " ").trimmed.lowercased()
    let entries: [GlossaryEntry]
    do {
      let language = workspace.configuration.language
      entries = try ReferenceTexts.glossary(
        "\(workspace.paths.library)/glossary.toml",
        in: language
      )
    } catch {
      throw CommandError(error)
    }
    let exact = entries.filter { $0.words.contains { $0.lowercased() == asked } }
    let near = entries.filter { $0.words.contains { $0.mentions(asked) } }
    let found = asked.isEmpty ? entries : exact.isEmpty ? near : exact
    if json { return try Output.json(found.map(View.init)) }
    if found.isEmpty { Output.wrapped(workspace.phrases("documents-silent")) }
    for entry in found {
      Output.heading(entry.term)
      Output.wrapped(entry.meaning, indent: 2)
      Output.line(entry.rows.joined(separator: ", "), margin: "  ")
    }
  }

  struct View: Encodable {
    var id: String
    var term: String
    var meaning: String
    var rows: [String]

    init(_ entry: GlossaryEntry) {
      id = entry.id
      term = entry.term
      meaning = entry.meaning
      rows = entry.rows
    }
  }
}
