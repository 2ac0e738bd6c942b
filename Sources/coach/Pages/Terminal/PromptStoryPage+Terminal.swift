import Coaching

/// The story of a prompt as a person reads it.
extension Why.View {
  func show(in workspace: Workspace) {
    Output.heading(prompt)
    if let due, let until {
      Output.wrapped("Due \(clock(due)), over at \(clock(until)).", indent: 2)
    }
    for step in story { Output.wrapped("\(clock(step.at))  \(step.words)", indent: 2) }
    Output.wrapped("Now: \(words).", indent: 2)
  }

  /// To the second on the day of the prompt, else with the date.
  private func clock(_ timestamp: String) -> String {
    let time = timestamp.dropFirst(11).prefix(8)
    return prompt.hasSuffix(String(timestamp.prefix(10)))
      ? String(time) : "\(timestamp.prefix(10)) \(time)"
  }

  private var words: String {
    switch now {
    case "waiting": "to be shown, and on no channel yet"
    case "shown": "on the screen"
    case "answered": "answered"
    case "over": "over"
    case "snoozed": "put off"
    case "missed": "missed"
    case "held": "held back inside its window"
    case "rest": "nothing is said on its day: away, or a day off"
    case "to-come": "still to come"
    default:
      story.isEmpty
        ? "nothing is written down: it was over before anything was, or its slot was not there"
        : "not shown, and not missed"
    }
  }
}

extension Why.View.Step {
  fileprivate var words: String {
    switch what {
    case "deferred": "held back: \(why.flatMap(DeferralReason.init)?.words ?? why ?? "")"
    case "prompted": "begun, and written down"
    case "shown": "shown by \(channel ?? "")"
    case "not-shown": "counts as not shown by \(channel ?? "")"
    case "snoozed": "put off until \(until?.dropFirst(11).prefix(5) ?? "")"
    case "undone": "that was taken back"
    default: why.flatMap(PassReason.init)?.words ?? why ?? ""
    }
  }
}
