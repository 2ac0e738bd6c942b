import Application
import ArgumentParser
import Coaching
import Machine

struct Pause: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: "Say nothing for a while; without a time, until tomorrow.",
    discussion: """
      EXAMPLES
        coach pause                        until your next day begins
        coach pause 2h
        coach pause until 15:00
        coach pause until Monday 08:00

      What is still in its window when the pause ends is shown then; what is not counts for \
      nothing. “coach resume” ends a pause, a new pause replaces it. For whole days there is \
      “coach away”.
      """
  )

  @Argument(
    help: "A span such as 2h, or until a time, a weekday, a date or tomorrow.",
    transform: Typed.text
  )
  var time: [String] = []

  func run() throws {
    let workspace = try Workspace(orDefaults: true)
    let text = time.isEmpty ? nil : time.joined(separator: " ")
    Output.say(try workspace.pause(until: text))
  }
}
