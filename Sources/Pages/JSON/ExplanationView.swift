package import Application
import Coaching

/// How a figure came about, as JSON.
package struct ExplanationView: Encodable {
  var habit: String
  var asOf: String
  var aim: String
  var halfLifeDays: Double?
  var score: Double?
  var steps: [StepView]
  var missing: LackView?

  struct StepView: Encodable {
    var day: String
    var state: String
    var answer: String?
    var unit: String?
    var aim: String
    var before: Double
    var retention: Double
    var reach: Double?
    var after: Double
  }

  package init(_ explained: ExplainedStrength) {
    let measure = explained.measure
    habit = measure.habit.question.id
    asOf = explained.last.description
    aim = measure.habit.aim.description
    halfLifeDays = measure.strength?.halfLifeDays
    score = measure.strength?.score
    missing = measure.lack.map(LackView.init)
    steps = explained.steps.map { step in
      StepView(
        day: step.day.day.description,
        state: step.day.state.rawValue,
        answer: step.day.answer?.description,
        unit: step.day.number == nil ? nil : measure.habit.question.unit,
        aim: step.day.aim.description,
        before: step.before,
        retention: step.retention,
        reach: step.share,
        after: step.after
      )
    }
  }
}
