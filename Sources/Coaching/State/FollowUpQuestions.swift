/// What a person did is looked back on once: by the next prompt that begins long enough after it.
extension Coach {
  /// How long something has to be over before it is looked back on, in seconds; the program's
  /// choice.
  static let lookBackSeconds: Int64 = 3600
  /// For how many civil days it can be looked back on; the program's choice.
  static let lookBackDays = 7

  /// When that was done which a question looks back on; nil where there is nothing.
  func past(of question: Question) -> (day: CivilDate, at: Instant)? {
    switch question.about {
    case .hesitation:
      // Where support was given there was no act to look back on.
      Obstacle(lookBack: question.id).flatMap(hesitation)
        .flatMap { $0.hesitated.tip == nil ? nil : ($0.day, $0.at) }
    case .extra: lastOpenExtra.map { ($0.day, $0.fact.instant) }
    case .day, .eveningBefore, .tip, .tipBefore, .post, .arc, .arcBack, .slot, .plan: nil
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
    let asked = prompts(of: day).flatMap(\.prompted.questions)
    return teaching.questions.filter { $0.about.isPast && asked.contains($0.id) }
  }
}

extension Question.Subject {
  /// Whether it is something that the coach offers, of which one a day is enough.
  public var isOffer: Bool { self == .arc || isSetting }

  /// Whether an answer changes what is configured.
  public var isSetting: Bool { self == .slot || self == .plan }

  /// Whether it is something that the person did, on which a question looks back.
  public var isPast: Bool {
    switch self {
    case .hesitation, .extra: true
    case .day, .eveningBefore, .tip, .tipBefore, .post, .arc, .arcBack, .slot, .plan: false
    }
  }
}
