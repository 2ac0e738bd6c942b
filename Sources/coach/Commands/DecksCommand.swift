import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

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
    let configuration = try Configuration.inForce(at: paths, orDefaults: json).configuration
    Output.complain(ofRefusal: configuration)
    let list = DeckList(configuration, paths)
    if json { return try Output.json(DecksView(list)) }
    Output.read(list.page(configuration.teaching.phrases))
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
    let deck = CheckedDeck(file, library: Paths().library)
    if json {
      try Output.json(CheckedDeckView(deck))
    } else if deck.refusal == nil {
      Output.read(deck.page(Spoken.phrases))
    }
    if let refusal = deck.refusal {
      let said = Saying("deck-refused", ("file", file))
      throw CommandError(.data, json ? said : .text(refusal.description))
    }
  }
}
