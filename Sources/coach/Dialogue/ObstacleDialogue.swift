import Application
import Coaching
import Machine
import Pages

/// Asks which of the five obstacles it is.
struct ObstacleDialogue {
  let workspace: Workspace
  private let input = Input()

  init(workspace: Workspace) { self.workspace = workspace }

  /// Shows the five and asks until one is chosen; at the end of input it says how to choose.
  func choose() throws(CommandError) -> Obstacle {
    let phrases = workspace.phrases
    Output.show(ObstaclesPage().page(phrases))
    defer { if input.dropRest() { Output.complain(workspace.phrases("rest-unread-it")) } }
    while true {
      Output.ask("  \(phrases.labelled(phrases("hesitate-number"), ""))")
      guard let line = input.line(), !line.trimmed.isEmpty else {
        Output.blank()
        throw CommandError(.usage, "obstacle-not-chosen")
      }
      do {
        return try workspace.obstacle(named: line)
      } catch {
        Output.complain(error)
      }
    }
  }
}
