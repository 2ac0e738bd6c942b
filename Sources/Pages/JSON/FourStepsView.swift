import Application
import Coaching

/// What of the four steps was done on a day, as the reading commands give it.
struct FourStepsView: Encodable {
  var day: String
  var score: Int
  var known: Int
  /// From the first to the fourth; null where it is not known.
  var steps: [Bool?]

  init(_ steps: StepDay) {
    day = steps.day.description
    score = steps.four.score
    known = steps.four.known
    self.steps = steps.four.steps
  }
}
