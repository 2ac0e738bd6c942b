import Application
import ArgumentParser
import Coaching
import Machine

struct Snooze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze",
    abstract: "Put a prompt off, for 15 minutes or as long as you say.",
    discussion: """
      EXAMPLES
        coach snooze                       the last prompt, for 15 minutes
        coach snooze 1h
        coach snooze morning until 15:00

      The prompt leaves the screen and comes back once, on the same day, with its whole window \
      again. An answer in the meantime ends it; “coach undo” brings it back now.
      """
  )

  @Argument(
    help: "The prompt (its slot is enough), and for how long, such as 15m.",
    transform: Typed.text
  )
  var words: [String] = []

  func run() throws {
    let workspace = try Workspace(orDefaults: true)
    var time = words
    let isNamed = try !time.isEmpty && !workspace.isEnd(time.joined(separator: " "))
    let name = isNamed ? time.removeFirst() : nil
    let text = time.isEmpty ? nil : time.joined(separator: " ")
    Output.say(try workspace.snooze(try workspace.snoozable(name), until: text))
  }
}
