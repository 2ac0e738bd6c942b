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
    let phrases = workspace.phrases
    Output.wrapped(try workspace.resume() ? phrases("resumed") : phrases("nothing-to-resume"))
  }
}

extension Workspace {
  /// Ends what silences the coach now; whether there was anything.
  func resume() throws(CommandError) -> Bool {
    let ended = try coach().silences(at: now, on: today)
    if ended.isEmpty { return false }
    try record(ended.flatMap(drafts))
    return true
  }

  /// Takes a silence back, but for its days that have passed.
  private func drafts(ending silence: PauseOrAbsence) -> [Draft] {
    let undone = draft(.undone(fact: silence.fact.id), on: silence.fact.day)
    guard case .away(let first, _) = silence.kind, first < today else { return [undone] }
    let yesterday = today.adding(days: -1)
    return [undone, draft(.away(from: first, through: yesterday), on: yesterday)]
  }
}
