import Application
import ArgumentParser
import Channels
import Coaching
import Machine
import Pages

struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell of a prompt what was considered and when: shown, held back or missed, and why.",
    discussion: """
      EXAMPLES
        coach why                          the last prompt that was due
        coach why morning                  today's, by the slot or its first letters
        coach why morning/2026-11-22
        coach why 3                        what reminds of promise 3; also promise-3

      JSON: prompt, due, until, now (waiting, shown, put-away, answered, over, snoozed, missed, \
      held, rest, to-come or none), story [{at, what, why, channel, until}].
      """
  )

  @Argument(
    help: "A prompt: its slot, slot/day or a promise; the last one unless said.",
    transform: Typed.text
  )
  var prompt: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(orDefaults: json)
    let screen = NotificationStore(SessionBus.screen)
    let story = try workspace.story(of: prompt, awaySince: screen.awaySince)
    let zone = workspace.context.zone
    if json { return try Output.json(PromptStoryView(story, zone)) }
    Output.read(PromptStoryPage(story, in: workspace).page())
  }
}
