import Application
import ArgumentParser
import Channels
import Coaching
import Configuration
import Files

struct Greet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "greet",
    abstract: "Say in two lines what waits; for a shell's start-up file.",
    discussion: """
      It says nothing when nothing waits, in quiet hours and in a pause, and nothing of what may \
      be wrong: a login is not to be disturbed. In ~/.bashrc:

        command -v coach >/dev/null && coach greet
      """
  )

  func run() {
    Greet.show()
  }

  static func show() {
    // A ledger that is not there yet is not made for this.
    guard File.exists(Paths().ledger),
      let workspace = try? Workspace(.withoutTips, complains: false),
      let coach = try? workspace.coach(),
      coach.hush(at: workspace.now, for: workspace.outlook) == nil
    else { return }
    let open = coach.openQuestions(at: workspace.now, for: workspace.outlook)
    if open.isEmpty { return }
    let phrases = workspace.phrases
    let titles = open.map(\.wording.title).joined(separator: phrases("list-comma"))
    Output.wrapped(phrases.labelled(phrases("waiting"), titles))
    Output.line(phrases("answer-with", ("command", SuggestedCommand.answerOpen.spelled)))
  }
}
