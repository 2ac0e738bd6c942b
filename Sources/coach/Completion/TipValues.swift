import Application
import Coaching
import Configuration
import Machine

/// What the person can name of the tips, which take all of the decks to be read.
struct TipValues {
  typealias Value = CompletionValues.Value

  private let workspace: Workspace?

  init() {
    workspace = try? Workspace(complains: false)
  }

  /// The tips of which something can be said: today's first; those that are muted to have them
  /// back.
  func opined(_ verb: String) -> [Value] {
    guard let workspace, let coach = try? workspace.coach() else { return [] }
    let today = coach.tipTold(on: workspace.today)
    let isBack = verb == TipOfTheDay.Verb.unmute.rawValue
    let tips = workspace.teaching.tips.filter { coach.muted.contains($0.id) == isBack }
    let sorted = tips.filter { $0.id == today } + tips.filter { $0.id != today }
    return sorted.map { Value($0.id, $0.wording.title) }
  }

  /// The systems of the teachings that tips serve.
  var systems: [Value] {
    guard let workspace else { return [] }
    let named = Set(workspace.teaching.tips.flatMap(\.systems)).filter { $0.hasPrefix("S") }
    return named.sorted { ($0.count, $0) < ($1.count, $1) }.map { Value($0) }
  }
}
