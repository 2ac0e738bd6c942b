import ArgumentParser
import Coaching
import Configuration

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
    abstract: "Read one deck file and say what is wrong in it.",
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

        [[principle]]
        id = "listen-first"
        text = "Listen to the end before you answer."

      JSON: file, tips, refusal (absent where there is none).
      """
  )

  @Argument(help: "The deck's file.", completion: .file(extensions: ["toml"])) var file: String
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    var view = View(file: file, tips: [])
    var refusal: ConfigurationError?
    do {
      view.tips = try OwnDeck.read(file, phrases: Phrases()).map(\.id)
    } catch {
      refusal = error
      view.refusal = error.description
    }
    if json {
      try Output.json(view)
    } else if refusal == nil {
      let count = view.tips.count
      Output.wrapped("\(file): \(count) \(count == 1 ? "tip" : "tips"), nothing to mend.")
    }
    if let refusal { throw Failure(.data, json ? "\(file) was refused" : refusal.description) }
  }

  struct View: Encodable {
    var file: String
    var tips: [String]
    var refusal: String?
  }
}
