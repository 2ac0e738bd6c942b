package import Application
package import Coaching

/// The story of a prompt as JSON.
package struct PromptStoryView: Encodable {
  var prompt: String
  var due: String?
  var until: String?
  var now: String
  var story: [Step]

  struct Step: Encodable {
    var at: String
    /// `deferred`, `prompted`, `shown`, `not-shown`, `snoozed`, `undone` or `passed`.
    var what: String
    var why: String?
    var channel: String?
    var until: String?

    init(_ step: PromptStory.Step, _ zone: Zone) {
      at = zone.timestamp(step.at)
      switch step.what {
      case .prompted: what = "prompted"
      case .shown(let channel):
        what = "shown"
        self.channel = channel
      case .notShown(let channel):
        what = "not-shown"
        self.channel = channel
      case .passed(let passing):
        what = "passed"
        why = passing.rawValue
      case .deferred(let reason):
        what = "deferred"
        why = reason.rawValue
      case .snoozed(let until):
        what = "snoozed"
        self.until = zone.timestamp(until)
      case .undone: what = "undone"
      }
    }
  }

  package init(_ story: PromptStory, _ zone: Zone) {
    prompt = story.id.description
    due = story.due.map(zone.timestamp)
    until = story.until.map(zone.timestamp)
    now = story.state.name
    self.story = story.steps.map { Step($0, zone) }
  }
}

extension PromptStory.State {
  fileprivate var name: String {
    switch self {
    case .waiting, .unbegun: "waiting"
    case .shown: "shown"
    case .settled(let why): why.rawValue
    case .over: "over"
    case .missed: "missed"
    case .held: "held"
    case .putAway: "put-away"
    case .rest: "rest"
    case .toCome: "to-come"
    case .none: "none"
    }
  }
}
