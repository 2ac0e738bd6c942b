import Coaching

extension Witness {
  /// Whether a moment has nothing left to ask, but for what is asked once in a while.
  func isAnswered(_ moment: Timetable.Moment) -> Bool {
    let questions = moment.slot.carries.filter {
      outlook.teaching.question($0).map { $0.every == nil } ?? false
    }
    return !moment.slot.carries.contains(Teaching.tipItem)
      && isAnswered(questions, askedOn: moment.id.day)
  }

  /// A question that waits between two askings is asked once in its span, whatever the clock did.
  func seeThatNobodyAsked(_ id: PromptID, at now: Instant) {
    for (other, known) in prompts where other != id {
      guard known.prompted.questions.contains(Doctrine.spaced.id) else { continue }
      if abs(other.day.days(until: id.day)) < Doctrine.spanDays {
        complain("asked once in a span", "\(id) after \(other)", at: now)
      }
    }
  }
}
