/// What a person did is looked back on once: by the next prompt that begins long enough after it.
extension Coach {
  /// How long something has to be over before it is looked back on, in seconds; the program's
  /// choice.
  static let lookBackSeconds: Int64 = 3600
  /// For how many civil days it can be looked back on; the program's choice.
  static let lookBackDays = 7

  /// When that was done which a question looks back on; nil where there is nothing.
  fileprivate func past(of question: Question) -> (day: CivilDate, at: Instant)? {
    switch question.about {
    case .hesitation:
      // Where support was given there was no act to look back on.
      Obstacle(lookBack: question.id).flatMap(hesitation)
        .flatMap { $0.hesitated.tip == nil ? nil : ($0.day, $0.at) }
    case .extra: lastOpenExtra.map { ($0.day, $0.fact.instant) }
    case .day, .eveningBefore, .tip, .tipBefore, .post: nil
    }
  }

  /// Whether there is something that a question looks back on, and no answer since.
  func looksBack(_ question: Question) -> Bool {
    guard let past = past(of: question) else { return false }
    return !answers.contains {
      $0.answered.question == question.id && $0.fact.instant >= past.at
    }
  }

  /// The questions of a civil day's prompts that look back.
  func lookBacksAsked(on day: CivilDate, for teaching: Teaching) -> [Question] {
    if hesitations.isEmpty && extras.isEmpty { return [] }
    let asked = prompts.filter { $0.prompted.id.day == day }.flatMap(\.prompted.questions)
    return teaching.questions.filter { $0.about.isPast && asked.contains($0.id) }
  }
}

extension Planner {
  /// The questions that look back, for a prompt that begins: each is asked once.
  func lookBacks(by slot: Slot, on day: CivilDate) -> [Question] {
    if coach.hesitations.isEmpty && coach.extras.isEmpty || !slot.looksBack(context.teaching) {
      return []
    }
    return context.teaching.questions.filter { question in
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

extension Question.Subject {
  /// Whether it is something that the person did, on which a question looks back.
  public var isPast: Bool {
    switch self {
    case .hesitation, .extra: true
    case .day, .eveningBefore, .tip, .tipBefore, .post: false
    }
  }
}

extension Slot {
  /// Whether its prompts may look back: not where the day ends, nor where nothing is asked or told.
  fileprivate func looksBack(_ teaching: Teaching) -> Bool {
    !endsDay && carries.contains { $0 == Teaching.tipItem || teaching.question($0) != nil }
  }
}
