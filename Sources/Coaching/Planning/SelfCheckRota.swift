/// Which self-check has its turn. Every number here is the program's choice.
extension PlanningContext {
  /// For so many days after it came to a person the coach asks for no self-check by itself.
  static let checkFreeDays = 7
  /// Between two self-checks that the person did not choose lie so many days.
  static let checkGapDays = 7
}

extension Planner {
  /// The questions that a prompt of a civil day may ask by what its slot carries.
  func questions(
    in carries: [String],
    on day: CivilDate
  ) -> [Question] {
    var asked: [Question] = []
    for item in carries {
      if let place = teaching.place(ofQuestion: item) {
        let question = teaching.questions[place]
        let isOffered = question.about.isOffer && asked.contains(where: \.about.isOffer)
        if !isOffered, isAsked(place, on: day) { asked.append(question) }
      } else if item == Teaching.checkItem || teaching.check(item) != nil,
        let check = checkDue(on: day), item == Teaching.checkItem || item == check
      {
        // It may have its turn and be carried by its name besides.
        asked += teaching.questions(of: check).filter { !asked.contains($0) }
      }
    }
    return asked
  }

  /// Whether a prompt of a civil day may ask anything by one item of what its slot carries.
  func isAsking(_ item: String, on day: CivilDate) -> Bool {
    if let place = teaching.place(ofQuestion: item) { return isAsked(place, on: day) }
    return !questions(in: [item], on: day).isEmpty
  }

  /// Whether a prompt of a civil day may ask the question at a place.
  private func isAsked(_ place: Int, on day: CivilDate) -> Bool {
    let questions = teaching.questions
    if questions[place].stays > 0, stayingDue(on: day) != questions[place].id { return false }
    return hears(questions[place]) && isDue(questions[place], on: day)
      && !isBesideOffer(questions[place], on: day) && hasTopic(questions[place], on: day)
  }

  /// Whether a question offers something on a day on which another does: one offer is enough.
  private func isBesideOffer(_ question: Question, on day: CivilDate) -> Bool {
    guard question.about.isOffer else { return false }
    return coach.hasPrompt(of: day) { prompt in
      prompt.prompted.questions.contains { other in
        other != question.id && teaching.question(other)?.about.isOffer == true
      }
    }
  }

  /// Of the questions that stay until they are asked the one for a civil day: never two on one,
  /// and what has this day before what stayed from another.
  private func stayingDue(on day: CivilDate) -> String? {
    let staying = teaching.questions.filter { $0.stays > 0 && hears($0) }
    if let own = staying.first(where: { $0.every?.names(day) == true }) { return own.id }
    let isAsked = coach.hasPrompt(of: day) { prompt in
      staying.contains { prompt.prompted.questions.contains($0.id) }
    }
    if isAsked { return nil }
    return staying.first { isDue($0, on: day) }?.id
  }

  /// The questions that have their place on a civil day by what a slot carries: those that may be
  /// asked, and those that were.
  func questionsStanding(
    in carries: [String],
    on day: CivilDate
  ) -> [Question] {
    let asked = coach.prompts(of: day).flatMap(\.prompted.questions)
    let spaced = asked.compactMap(teaching.question).filter { $0.every != nil }
    return carries.flatMap { item in
      questions(in: [item], on: day)
        + spaced.filter { question in
          question.id == item
            || question.check.map { $0 == item || item == Teaching.checkItem } ?? false
        }
    }
  }

  /// Whether a question is asked of this person.
  private func hears(_ question: Question) -> Bool {
    profile.hears(question) && !coach.muted.contains(question.id)
      && coach.isReached(step: question.step, for: profile)
  }

  /// Whether a self-check is asked of this person, and its time has come.
  private func isDue(check: String, on day: CivilDate) -> Bool {
    let questions = teaching.questions(of: check)
    if coach.muted.contains(check) || questions.isEmpty { return false }
    return questions.allSatisfy { hears($0) && isDue($0, on: day) }
  }

  /// The self-check of a civil day: never two on one, and what was not chosen only now and then.
  ///
  /// Who names it in a slot has chosen it as well as who names it in their profile.
  /// That which waited longest comes first, and before it what never came.
  private func checkDue(on day: CivilDate) -> String? {
    let checks = teaching.checks
    if checks.isEmpty { return nil }
    let last = checks.map { lastDay(of: $0.id, near: day) }
    let nearest = last.compactMap { $0 }.map { abs($0.days(until: day)) }.min() ?? .max
    if nearest == 0 { return nil }
    let isNew = coach.since.map {
      calendar.day(at: $0).days(until: day) < PlanningContext.checkFreeDays
    }
    let chosen = profile.questions + schedule.slots.flatMap(\.carries)
    var best: (check: String, last: CivilDate?)?
    for (check, last) in zip(checks, last) {
      let isChosen = chosen.contains(check.id)
      if !isChosen, isNew ?? true || nearest < PlanningContext.checkGapDays { continue }
      guard isDue(check: check.id, on: day) else { continue }
      guard let before = best else {
        best = (check.id, last)
        continue
      }
      if let other = before.last, last.map({ $0 < other }) ?? true { best = (check.id, last) }
    }
    return best?.check
  }

  /// The day nearest to another on which a self-check was asked or answered.
  private func lastDay(
    of check: String,
    near day: CivilDate
  ) -> CivilDate? {
    guard let first = teaching.questions(of: check).first?.id else { return nil }
    let days =
      coach.asked.filter { $0.question == first }.map(\.day)
      + coach.prompts.filter { $0.prompted.questions.contains(first) }.map(\.prompted.id.day)
      + coach.answers.filter { $0.answered.question == first }.map(\.day)
    return days.min { abs($0.days(until: day)) < abs($1.days(until: day)) }
  }
}
