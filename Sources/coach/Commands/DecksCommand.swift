import Application
import ArgumentParser
import Coaching
import Configuration
import Files

struct Decks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decks",
    abstract: "Check a deck of your own before the coach reads it.",
    subcommands: [CheckDeck.self]
  )
}

struct CheckDeck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read a deck file, or a directory with a deck, and say what is wrong in it.",
    discussion: """
      A deck of your own is one file in ~/.config/coach/decks/, such as mine.toml:

        [[tip]]
        id = "water-the-plants"          # a–z, 0–9 and “-”
        title = "The plants"
        action = "Water the plants in the hall on your way in."
        why = "Nobody else passes them."              # this and all below may be left out
        short = "Water the plants."
        ask = "Have the plants had water?"
        kind = "regular"                 # or value-added, off-hours
        systems = ["S8"]                 # what it serves; its own theme without
        level = 1                        # 1 to 3
        circle = "neighbour"             # and roles, step, obstacle, answer, better, rows
        guards = "limits"                # it is about limits and rest; extras: about one that
                                         # did not land well

        [[principle]]
        id = "listen-first"
        text = "Listen to the end before you answer."

      A deck in several languages is a directory, with deck.toml or tips.toml and a file for each \
      language, as the shipped ones are; of a file in it, the whole directory is read.

      JSON: file, tips, questions, languages, refusal (absent where there is none).
      """
  )

  @Argument(help: "The deck's file or directory.", completion: .file(extensions: ["toml"]))
  var file: String
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    var view = View(file: file, tips: [])
    var refusal: ConfigurationError?
    do {
      try read(into: &view)
    } catch {
      refusal = error
      view.refusal = error.description
    }
    if json {
      try Output.json(view)
    } else if refusal == nil {
      Output.wrapped("\(view.file): \(view.counts), nothing to mend.")
    }
    if let refusal { throw CommandError(.data, json ? "\(file) was refused" : refusal.description) }
  }

  /// Reads a person's one file, or all of a deck's directory in each of its languages.
  private func read(into view: inout View) throws(ConfigurationError) {
    guard let directory = CheckDeck.directory(of: file) else {
      if (try? File.names(in: file))?.isEmpty == false {
        let what = "this directory has neither deck.toml nor tips.toml; name that of one deck"
        throw ConfigurationError(file: file, line: nil, message: what)
      }
      view.tips = try OwnDeck.read(file, phrases: Phrases()).map(\.id)
      return
    }
    view.file = directory
    for language in Language.allCases {
      guard File.exists("\(directory)/\(language.rawValue).toml") else { continue }
      let deck = try DeckReader(directory: directory, language: language).read()
      view.tips = deck.tips.map(\.id)
      view.questions = deck.questions.map(\.id)
      view.languages.append(language.rawValue)
    }
    if !view.languages.isEmpty { return }
    // It says what is missing.
    _ = try DeckReader(directory: directory, language: .english).read()
  }

  /// The directory of a deck, named itself or by a file in it; nil where it is no such deck.
  private static func directory(of path: String) -> String? {
    [path, File.parent(of: path)].first { directory in
      ["deck.toml", "tips.toml"].contains { File.exists("\(directory)/\($0)") }
    }
  }

  struct View: Encodable {
    var file: String
    var tips: [String]
    var questions: [String] = []
    var languages: [String] = []
    var refusal: String?

    fileprivate var counts: String {
      let languages = languages.joined(separator: ", ")
      let parts = [
        tips.isEmpty ? nil : "\(tips.count) \(tips.count == 1 ? "tip" : "tips")",
        questions.isEmpty ? nil : "\(questions.count) questions",
        languages.isEmpty ? nil : "in \(languages)",
      ]
      return parts.compactMap(\.self).joined(separator: ", ")
    }
  }
}
