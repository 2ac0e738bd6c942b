import ArgumentParser
import Coaching
import Configuration

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

  @Argument(help: "The question or self-check.") var name: String?
  @Flag(help: "Ask it again.") var back = false
  @Flag(help: "Print JSON; without a name only.") var json = false

  func validate() throws {
    guard name != nil || !back else { throw ValidationError("--back needs a name.") }
    guard name == nil || !json else { throw ValidationError("--json takes no name.") }
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    guard let name else { return try list(workspace) }
    let known = Retire.names(workspace.teaching)
    guard let found = known.first(where: { $0.id == name }) else {
      let what = "question or self-check"
      throw CommandError(.data, Suggestions.unknown(what, name, among: known.map(\.id)))
    }
    try workspace.record(back ? .unmuted(tip: name) : .muted(tip: name), on: workspace.today)
    let phrases = workspace.phrases
    let title = ("name", found.title)
    Output.wrapped(back ? phrases("unretired", title) : phrases("retired", title))
  }

  private func list(_ workspace: Workspace) throws {
    let muted = try workspace.coach().muted
    let retired = Retire.names(workspace.teaching).filter { muted.contains($0.id) }
    if json { return try Output.json(retired.map(\.id)) }
    for entry in retired { Output.line("\(entry.id)  \(entry.title)") }
  }

  /// What is asked, each alone or as a self-check.
  private static func names(_ teaching: Teaching) -> [(id: String, title: String)] {
    teaching.checks.map { ($0.id, $0.title) }
      + teaching.questions.filter { $0.check == nil }.map { ($0.id, $0.wording.title) }
  }
}
