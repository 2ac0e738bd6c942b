import Application
import Coaching
import Pages

/// Asks which of the five obstacles it is.
struct ObstacleDialogue {
  let phrases: Phrases
  private let input = Input()

  init(phrases: Phrases) { self.phrases = phrases }

  /// Shows the five and asks until one is chosen; at the end of input it says how to choose.
  func choose() throws(CommandError) -> Obstacle {
    Output.show(ObstaclesPage().page(phrases))
    defer { if input.dropRest() { Output.complain("what came after it was not read") } }
    while true {
      Output.ask("  \(phrases.labelled(phrases("hesitate-number"), ""))")
      guard let line = input.line(), !line.trimmed.isEmpty else {
        Output.blank()
        throw CommandError(.usage, "no obstacle was chosen; say which: coach hesitate 1")
      }
      do {
        return try Workspace.obstacle(named: line)
      } catch {
        Output.complain(error.message)
      }
    }
  }
}
