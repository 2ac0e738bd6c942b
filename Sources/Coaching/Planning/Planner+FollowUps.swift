extension Planner {
  /// The questions that look back, for a prompt that begins: each is asked once.
  func lookBacks(by slot: Slot, on day: CivilDate) -> [Question] {
    if coach.hesitations.isEmpty && coach.extras.isEmpty || !slot.looksBack(teaching) {
      return []
    }
    return teaching.questions.filter { question in
      guard let past = coach.past(of: question) else { return false }
      return past.at.adding(seconds: Coach.lookBackSeconds) <= now
        && past.day.adding(days: Coach.lookBackDays) >= day
        && coach.isOpen(question, askedOn: day)
        && !coach.prompts.contains {
          $0.at >= past.at && $0.prompted.questions.contains(question.id)
        }
    }
  }
}

extension Slot {
  /// Whether its prompts may look back: not where the day ends, nor where nothing is asked or told.
  fileprivate func looksBack(_ teaching: Teaching) -> Bool {
    !endsDay && carries.contains { $0 == Teaching.tipItem || teaching.question($0) != nil }
  }
}
