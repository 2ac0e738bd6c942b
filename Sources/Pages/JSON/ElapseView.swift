package import Application
import Coaching

/// When a calendar expression elapses, as JSON.
package struct ElapseView: Encodable {
  /// As it was typed.
  var expression: String
  var normalized: String
  var next: [String]

  package init(_ report: ElapseReport, typed: String) {
    expression = typed
    normalized = report.expression.description
    next = report.times.map { report.zone.exactTimestamp($0) }
  }
}
