import Application
import ArgumentParser
import Coaching
import Machine

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "End a pause or an absence that holds now.",
    discussion: "The days of an absence that have passed stay days away."
  )

  func run() throws {
    let workspace = try Workspace(orDefaults: true)
    let phrases = workspace.phrases
    let isResumed = try workspace.resume()
    Output.say(
      isResumed ? phrases("resumed", on: workspace.today) : phrases("nothing-to-resume")
    )
  }
}
