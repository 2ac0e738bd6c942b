import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

struct Promises: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promises",
    abstract: "List what you said you would do and have not closed.",
    discussion: """
      JSON, a list: number, kind, text, to, due, wholeDay (no time was named), reserve (seconds), \
      state (open, overdue, kept, released or missed), made, closed.
      """
  )

  @Flag(help: "Also what is closed.") var all = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(.withoutTips, orDefaults: json)
    let listed = try workspace.promises(isAll: all)
    if json { return try Output.json(listed.map { PromiseView($0, workspace) }) }
    Output.read(PromisesPage(listed, in: workspace).page())
  }
}
