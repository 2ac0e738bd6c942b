import Coaching

extension Witness {
  /// Whether a moment has nothing left to ask, but for what is asked once in a while, or about a
  /// tip or an arc, which have days of their own.
  func isAnswered(_ moment: Timetable.SlotOccurrence) -> Bool {
    !moment.slot.carries.contains(Teaching.tipItem) && isAllAnswered(moment)
  }

  /// Whether a moment has nothing left to ask, though it may have a tip to tell.
  func isAllAnswered(_ moment: Timetable.SlotOccurrence) -> Bool {
    let questions = moment.slot.carries.filter { id in
      guard let question = context.teaching.question(id) else { return false }
      return question.every == nil && [.day, .eveningBefore].contains(question.about)
    }
    return isAnswered(questions, askedOn: moment.id.day)
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
