package import Application
package import Coaching

/// What the facts hold of one civil day, as JSON.
package struct DayHistoryView: Encodable {
  var day: String
  var tip: String?
  var prompts: [PromptView]
  var answers: [AnswerView]
  var extras: [String]

  struct PromptView: Encodable {
    var prompt: String
    var at: String?
    var channels: [String]?
    var passed: String?

    init(_ prompt: DayHistory.Prompt, _ zone: Zone) {
      switch prompt {
      case .came(let came):
        self.prompt = came.prompted.id.description
        at = zone.timestamp(came.at)
        channels = came.shownBy
      case .passed(let id, let passing):
        self.prompt = id.description
        passed = passing.rawValue
      }
    }
  }

  package init(_ history: DayHistory, _ zone: Zone) {
    day = history.day.description
    tip = history.tip
    prompts = history.prompts.map { PromptView($0, zone) }
    answers = history.answers.map(AnswerView.init)
    extras = history.extras.map(\.text)
  }
}
