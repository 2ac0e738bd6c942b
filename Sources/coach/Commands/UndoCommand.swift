import Application
import ArgumentParser
import Coaching
import Configuration
import Machine

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what your last command did; once more takes back what was before it.",
    discussion: """
      Answers and thanks, extras, steps, hesitations, snoozes, pauses, absences and their end by \
      “coach resume”, what you said about tips and retired, and promises and notes made, changed \
      or closed. It says from when that was: what “coach setup” writes is in a file of yours, and \
      left as it is; a tip that you asked for (“coach tip --another”) was told, and stays so. \
      What was taken back is not brought again: do it anew.
      """
  )

  func run() throws {
    let workspace = try Workspace(.withoutTips, orDefaults: true)
    for line in try workspace.undo() ?? [workspace.phrases("nothing-to-undo")] {
      Output.say(line)
    }
  }
}
