import Application
import Coaching

/// How the coach has withdrawn from a person who does not react, as the reading commands give it.
struct BackOffView: Encodable {
  /// The day of the last sign of life.
  var lastSign: String?
  /// The day of the next prompt.
  var next: String

  init(_ backOff: BackOffReport) {
    lastSign = backOff.lastSign?.description
    next = backOff.next.description
  }
}
