package import Application
package import Coaching

/// The four steps as JSON.
package struct ProgrammeView: Encodable {
  var mode: String
  var step: Int
  var steps: [Step]
  var moment: String?
  var today: FourStepsView

  struct Step: Encodable {
    var step: Int
    var title: String
    /// Whether it is one of those that the person has come to.
    var here: Bool
  }

  package init(_ report: ProgrammeReport, _ phrases: Phrases) {
    mode = report.programme.mode.rawValue
    step = report.step
    moment = report.programme.moment
    steps = Programme.steps.map { number in
      Step(step: number, title: phrases.step(number), here: number <= report.step)
    }
    today = FourStepsView(report.today)
  }
}
