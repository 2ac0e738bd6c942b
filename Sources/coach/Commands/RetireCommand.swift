import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

struct Retire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Have a question or a self-check asked no more, or again with --back.",
    discussion: """
      What was answered stays, and it can still be answered. Without a name: what is retired.

      EXAMPLES
        coach retire two-sides           it is not asked any more
        coach retire two-sides --back    it is asked again

      JSON, without a name: a list of names.
      """
  )

  @Argument(help: "The question or self-check.", transform: Typed.text) var name: String?
  @Flag(help: "Ask it again.") var back = false
  @Flag(help: "Print JSON; without a name only.") var json = false

  func validate() throws {
    guard name != nil || !back else { throw ValidationError.said("use-back") }
    guard name == nil || !json else { throw ValidationError.said("use-json-name") }
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips, orDefaults: true)
    guard let name else { return try list(workspace) }
    let (_, title) = try workspace.retire(name, back: back)
    let phrases = workspace.phrases
    Output.say(
      back ? phrases("unretired", ("name", title)) : phrases("retired", ("name", title))
    )
  }

  private func list(_ workspace: Workspace) throws {
    let retired = try workspace.retired()
    if json { return try Output.json(retired.map(\.id)) }
    Output.read(RetiredPage(retired).page(workspace.phrases))
  }
}
