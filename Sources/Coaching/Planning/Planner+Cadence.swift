extension Planner {
  /// Whether a prompt of a civil day may ask a question that no prompt has asked on it yet.
  ///
  /// A clock that ran ahead has asked it in days to come: these count as much as the days before.
  func isDue(_ question: Question, on day: CivilDate) -> Bool {
    switch question.every {
    case nil: return true
    case .on(let expression):
      return expression.names(day) || isStaying(question, expression, on: day)
    case .days(let span):
      let isNear = { (other: CivilDate) in abs(day.days(until: other)) < span }
      if coach.asked.contains(where: { $0.question == question.id && isNear($0.day) }) {
        return false
      }
      if coach.prompts.contains(where: {
        $0.prompted.questions.contains(question.id) && isNear($0.prompted.id.day)
      }) {
        return false
      }
      let back = question.answerDay(askedOn: day).days(until: day)
      return !coach.answers.contains {
        $0.answered.question == question.id && isNear($0.day.adding(days: back))
      }
    }
  }

  /// Whether a question was to be asked on a day before, and stays because it was not.
  private func isStaying(
    _ question: Question,
    _ expression: CalendarExpression,
    on day: CivilDate
  ) -> Bool {
    guard question.stays > 0, let since = coach.since else { return false }
    let own = (1...question.stays).lazy.map { day.adding(days: -$0) }.first(where: expression.names)
    guard let own, own >= calendar.day(at: since) else { return false }
    return !coach.prompts.contains {
      $0.prompted.questions.contains(question.id) && $0.prompted.id.day >= own
    }
      && !coach.answers.contains { $0.answered.question == question.id && $0.day >= own }
  }

  /// Whether a slot has anything to say to this person on a civil day, before its prompt begins.
  func speaks(_ carries: [String], on day: CivilDate) -> Bool {
    let isSaying = carries.contains { item in
      item == Teaching.tipItem || item == Teaching.promisesItem
        || teaching.recalls(item)
        || teaching.cue(item).map { coach.isSaid($0, on: day, for: context) } ?? false
    }
    if isSaying || carries.isEmpty { return true }
    return carries.contains { isAsking($0, on: day) }
  }
}
