import Application
import ArgumentParser
import Coaching
import Configuration
import Files

struct Decks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decks",
    abstract: "List the decks, or check one of your own before the coach reads it.",
    subcommands: [ListDecks.self, CheckDeck.self],
    defaultSubcommand: ListDecks.self
  )
}

struct ListDecks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the decks that are read, those of your own, and copies that are not.",
    discussion: """
      A file of your own that is a copy of another is not read: what a file manager, an editor or \
      a program that keeps two machines alike left there (“mine (copy).toml”, “mine.toml~”, \
      “mine.sync-conflict-….toml”).

      JSON: decks [{name, path, own, replacesShipped}], files [{file, tips, replaces}], copies, \
      refusals, oddities.
      """
  )

  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let paths = Paths()
    let configuration = try Configuration(at: paths)
    let phrases = configuration.teaching.phrases
    let found = OwnDeck.all(in: "\(paths.configuration)/decks", phrases: phrases)
    let view = View(configuration, found, paths)
    if json { try Output.json(view) } else { view.show() }
  }

  struct View: Encodable {
    var decks: [Deck]
    var files: [OwnFile]
    var copies: [String]
    var refusals: [String]
    var oddities: [String]

    struct Deck: Encodable {
      var name: String
      var path: String
      var own: Bool
      var replacesShipped: Bool
    }

    struct OwnFile: Encodable {
      var file: String
      var tips: [String]
      var replaces: [String]
    }

    init(_ configuration: Configuration, _ found: OwnDeck.Found, _ paths: Paths) {
      decks = configuration.settings.decks.map { name in
        let (mine, shipped) = ("\(paths.configuration)/decks/\(name)", "\(paths.library)/\(name)")
        let isOwn = File.exists(mine)
        return Deck(
          name: name,
          path: isOwn ? mine : shipped,
          own: isOwn,
          replacesShipped: isOwn && File.exists(shipped)
        )
      }
      let replaced = Set(configuration.replacedTips)
      files = found.files.map { path, tips in
        OwnFile(file: path, tips: tips, replaces: tips.filter(replaced.contains))
      }
      copies = found.copies
      refusals = found.refusals.map(\.description)
      oddities = found.oddities.map(\.description)
    }

    func show() {
      for deck in decks {
        let place = deck.replacesShipped ? "yours, in the place of the shipped one" : "yours"
        Output.wrapped("\(deck.name): \(deck.own ? "\(place) (\(deck.path))" : "shipped")")
      }
      for file in files {
        let count = "\(file.tips.count) \(file.tips.count == 1 ? "tip" : "tips")"
        let instead = file.replaces.joined(separator: ", ")
        let more = file.replaces.isEmpty ? "" : ", in the place of the shipped \(instead)"
        Output.wrapped("\(file.file): \(count)\(more)")
      }
      for copy in copies { Output.wrapped("\(copy): a copy of another, and not read") }
      for trouble in refusals + oddities { Output.wrapped(trouble) }
    }
  }
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

      JSON: file, tips, questions, languages, replaces (what shipped decks have under the same \
      names), refusal (absent where there is none).
      """
  )

  @Argument(
    help: "The deck's file or directory.",
    completion: .file(extensions: ["toml"]),
    transform: Typed.text
  )
  var file: String
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    var view = View(file: file, tips: [])
    var refusal: ConfigurationError?
    do {
      try read(into: &view)
      view.replaces = CheckDeck.shipped(besides: view.file).filter { name in
        view.tips.contains(name) || view.questions.contains(name)
      }
    } catch {
      refusal = error
      view.refusal = error.description
    }
    if json {
      try Output.json(view)
    } else if refusal == nil {
      Output.wrapped("\(view.file): \(view.counts), nothing to mend.")
      if !view.replaces.isEmpty {
        let names = view.replaces.joined(separator: ", ")
        Output.wrapped("It stands in the place of what shipped decks have: \(names).")
      }
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

  /// The names of the tips and questions in the shipped decks, but for those of a deck that is one
  /// of them.
  private static func shipped(besides deck: String) -> [String] {
    let library = Paths().library
    let decks = Settings().decks.map { "\(library)/\($0)" }
    let others = decks.filter { File.target(of: $0) != File.target(of: deck) }
    return others.flatMap { directory -> [String] in
      let read = try? DeckReader(directory: directory, language: .english).read()
      return (read?.tips.map(\.id) ?? []) + (read?.questions.map(\.id) ?? [])
    }
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
    var replaces: [String] = []
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
