import Application
import ArgumentParser
import Coaching
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

      JSON: prompt, due, until, now (waiting, shown, answered, over, snoozed, missed, held, rest, \
      to-come or none), story [{at, what, why, channel, until}].
      """
  )

  @Argument(help: "A prompt: its slot, or slot/day; the last one unless said.")
  var prompt: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace()
    let story = try workspace.story(of: prompt)
    let zone = workspace.outlook.zone
    if json { try Output.json(PromptStoryView(story, zone)) } else { Output.show(story.page(zone)) }
  }
}
