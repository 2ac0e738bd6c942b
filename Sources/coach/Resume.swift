import ArgumentParser
import Coaching

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "End a pause or an absence that holds now.",
    discussion: "The days of an absence that have passed stay days away."
  )

  func run() throws {
    let workspace = try Workspace()
    let coach = try workspace.coach()
    let ended = coach.silences(at: workspace.now, on: workspace.today)
    if ended.isEmpty {
      Output.wrapped(workspace.phrases("nothing-to-resume"))
      return
    }
    try workspace.record(ended.flatMap { drafts(ending: $0, in: workspace) })
    Output.wrapped(workspace.phrases("resumed"))
  }

  /// Takes a silence back, but for its days that have passed.
  private func drafts(ending silence: Silence, in workspace: Workspace) -> [Draft] {
    let undone = workspace.draft(.undone(fact: silence.fact.id), on: silence.fact.day)
    guard case .away(let first, _) = silence.kind, first < workspace.today else { return [undone] }
    let yesterday = workspace.today.adding(days: -1)
    return [undone, workspace.draft(.away(from: first, through: yesterday), on: yesterday)]
  }
}
