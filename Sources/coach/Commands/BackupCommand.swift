import Application
import ArgumentParser
import Coaching
import Configuration
import Files
import Machine
import Pages

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the ledger into a file, whole and looked at, while everything goes on.",
    discussion: """
      The file is a ledger itself; “coach restore FILE” puts it back. It is written whole or not \
      at all, and only you can read it. The service makes one a day by itself ([backup] in \
      coach.toml).
      """
  )

  @Argument(help: "The file to make.", completion: .file()) var file: String
  @Flag(help: "Replace a file that is there.") var force = false

  func run() throws {
    let paths = Paths()
    guard File.exists(paths.ledger) else {
      throw CommandError(.unavailable, "ledger-nothing")
    }
    let ledger = try FileLedger(path: paths.ledger, keepingEarlierIn: paths.backups)
    let extent = try ledger.backUp(to: Environment.absolute(file), replaces: force)
    let phrases = Spoken.phrases
    Output.say(phrases("backed-up", ("extent", phrases.words(for: extent)), ("file", file)))
  }
}
