import Application
import ArgumentParser
import Coaching
import Configuration
import Files
import Machine
import Pages

struct Greet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "greet",
    abstract: "Say in two lines what waits; for a shell's start-up file.",
    discussion: """
      It says nothing when nothing waits, in quiet hours and in a pause; and of what may be wrong \
      only that the ledger is damaged or coach.toml refused: a login is not to be disturbed. In \
      ~/.bashrc:

        command -v coach >/dev/null && coach greet
      """
  )

  func run() {
    Greet.show()
  }

  static func show() {
    // A ledger that is not there yet is not made for this.
    guard File.exists(Paths().ledger) else { return }
    do {
      let workspace = try Workspace(.withoutTips, complains: false, orDefaults: true)
      let questions = try workspace.greetingQuestions()
      Output.show(GreetingPage(questions).page(workspace.phrases))
    } catch {
      // Nothing that is answered goes anywhere before the person has seen to it.
      if error.kind == .data { Output.complain(error) }
    }
  }
}
