/// When an arc is offered, and when it is looked back on.
extension Planner {
  /// For how many civil days after its last part an arc is looked back on.
  ///
  /// The evening of that day, or what asks next, over a weekend: the program's choice.
  static let arcBackDays = 3

  /// The arc that a question offers or looks back on, on a civil day; nil where there is none.
  ///
  /// What a prompt asks was written down with it, and stays.
  func arc(of question: Question, on day: CivilDate) -> String? {
    if let asked = coach.topic(askedBy: question.id, on: day) { return asked }
    if teaching.arcs.isEmpty { return nil }
    return question.about == .arc ? offeredArc(on: day) : endedArc(question, on: day)
  }

  /// The arc to offer: none to somebody who is silent.
  private func offeredArc(on day: CivilDate) -> String? {
    if coach.backOff(at: now, in: calendar).isSilence(on: day) { return nil }
    return TipPriorities(coach, on: day, for: context).offeredArc
  }

  /// The arc to look back on: one that ended in these days, and was not asked about before.
  private func endedArc(_ question: Question, on day: CivilDate) -> String? {
    // To ask that costs little, and is mostly enough.
    guard coach.arcRun(on: day, for: teaching) != nil,
      let ended = TipPriorities(coach, on: day, for: context).endedArc,
      (0...Planner.arcBackDays).contains(ended.day.days(until: day))
    else { return nil }
    let isKnown = (0...Planner.arcBackDays).contains { later in
      let other = ended.day.adding(days: later)
      return coach.isAnswered(question.id, on: other) && other != day
        || other != day && coach.topic(askedBy: question.id, on: other) == ended.arc
    }
    return isKnown ? nil : ended.arc
  }

  /// The arc that an answer is about which is given unasked: the one that goes on, which a no ends;
  /// else the one that would be offered.
  public func arc(ofAnswerTo question: Question) -> String? {
    if let asked = coach.topic(askedBy: question.id, on: today) { return asked }
    let priorities = TipPriorities(coach, on: today, for: context)
    return priorities.ongoingArc ?? priorities.offeredArc
  }
}
