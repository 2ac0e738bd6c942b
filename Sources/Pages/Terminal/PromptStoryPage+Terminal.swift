package import Application
package import Coaching

/// The story of a prompt as a person reads it.
extension PromptStory {
  package func page(_ zone: Zone) -> Page {
    var page = Page()
    page.heading(id.description)
    if let due, let until {
      page.words("Due \(clock(due, zone)), over at \(clock(until, zone)).", indent: 2)
    }
    for step in steps {
      page.words("\(clock(step.at, zone)) \(step.words(zone))", indent: 2)
    }
    page.words("Now: \(words(zone)).", indent: 2)
    return page
  }

  /// To the second on the day of the prompt, else with the date.
  private func clock(_ instant: Instant, _ zone: Zone) -> String {
    let date = zone.civil(at: instant).date
    let time = zone.seconds(instant)
    return date == id.day ? time : "\(date) \(time)"
  }

  private func words(_ zone: Zone) -> String {
    switch state {
    case .waiting: "to be shown, and on no channel yet"
    case .unbegun:
      "it waits to be shown, and no service runs that would; systemctl --user start coach"
    case .shown: "on the screen"
    case .settled(.answered): "answered"
    case .settled(.over), .over: "over"
    case .settled(.snoozed): "put off"
    case .settled(.rest), .rest: "nothing is said on its day: away, or a day off"
    case .missed: "missed"
    case .held(let channels) where channels.isEmpty: "held back inside its window"
    case .held(let channels):
      "held back until you are free for it; kept by \(channels.joined(separator: ", "))"
    case .putAway(let since): "put away at \(zone.minutes(since))"
    case .toCome: "still to come"
    case .settled(.unwanted), .settled(.late), .none:
      steps.isEmpty
        ? "nothing is written down: it was over before anything was, or its slot was not there"
        : "not shown, and not missed"
    }
  }
}

extension PromptStory.Step {
  fileprivate func words(_ zone: Zone) -> String {
    switch what {
    case .deferred(let reason): "held back: \(reason.words)"
    case .prompted: "begun, and written down"
    case .shown(let channel): "shown by \(channel)"
    case .notShown(let channel): "counts as not shown by \(channel)"
    case .snoozed(let until): "put off until \(zone.minutes(until))"
    case .undone: "that was taken back"
    case .passed(let passing): passing.words
    }
  }
}
