import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

struct TestPrompt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Show a test prompt now, by every channel, and say what each did with it.",
    discussion: """
      It comes whatever the hour, asks nothing, and is written down nowhere but in the spool. It \
      ends with 0 where at least one channel has shown it, and with 69 where none has.

      JSON, a list: channel, shown (absent where the channel is not wanted), says.
      """
  )

  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    let reports = PromptTrial(workspace: workspace).run()
    if json {
      try Output.json(reports.map { ChannelView($0, Spoken.english) })
    } else {
      Output.show(ChannelsPage(reports).page(workspace.phrases))
    }
    guard reports.contains(where: { $0.state == .well }) else {
      throw CommandError(.unavailable, "test-not-shown")
    }
  }
}
