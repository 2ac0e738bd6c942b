import Coaching
import TestSupport
import Testing

extension Plan {
  /// The plan in words: `begins work/23 asks energy, hides rest/23, looks 23T22:30`.
  var outline: String {
    var lines = begins.map { prompted in
      let asks = prompted.questions.isEmpty ? [] : ["asks"] + prompted.questions
      let tells = prompted.digest.isEmpty ? [] : ["tells"] + prompted.digest.map(PlanFixture.text)
      return (["begins", PlanFixture.text(prompted.id)] + asks + tells).joined(separator: " ")
    }
    lines += showing.map { prompt in
      let verb = appearing.contains(prompt) ? "appears" : "hides"
      return "\(verb) \(PlanFixture.text(prompt.prompted.id))"
    }
    lines += settled.map { settled in
      let why = [.over, .answered].contains(settled.why) ? "settles" : settled.why.rawValue
      return "\(why) \(PlanFixture.text(settled.id))"
    }
    lines += passed.map { "\($0.passing.rawValue) \(PlanFixture.text($0.id))" }
    lines += deferred.map { held in
      "waits \(PlanFixture.text(held.id)) \(held.until.map(PlanFixture.text) ?? held.why.rawValue)"
    }
    return (lines + ["looks \(PlanFixture.text(looksAgain))"]).joined(separator: ", ")
  }
}

extension Case {
  /// Sets the scene by all that is given but the last, which is when the plan is made.
  func checkPlan() throws {
    var scene = try PlanFixture()
    for given in given.dropLast() { try scene.happened(given) }
    let plan = try scene.plan(try #require(given.last))
    #expect(plan.outline == expected, "\(rule)")
  }
}
