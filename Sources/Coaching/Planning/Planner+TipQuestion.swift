/// Which tip is asked about on a civil day: never two on one, and each once.
///
/// A tip is asked about on its own day, unless it cannot be told by then: what is about the evening
/// or the night is asked about the day after, what needs somebody else to act first when that can
/// have come, and what was told on a free day on the last of the free days. What a prompt asks was
/// written down with it, and stays.
extension Planner {
  /// For how many civil days after the next one a tip about the evening can still be asked about:
  /// over a weekend that has no prompt for it.
  static let eveningDays = 2
  /// After how many civil days an occasion can have come, and within how many.
  ///
  /// Half a week to meet it in, and a week in which it is remembered: the program's choice.
  static let occasionDays = 3...6

  /// The civil day whose tip a question asks about on a day; nil where it asks about none.
  func tipDay(of question: Question, on day: CivilDate) -> CivilDate? {
    if let asked = coach.tipDay(askedBy: question.id, on: day) { return asked }
    var own: CivilDate?
    var occasion: CivilDate?
    for back in stride(from: Planner.occasionDays.upperBound, through: 0, by: -1) {
      let told = day.adding(days: -back)
      let tip = coach.tipTold(on: told)
      // Of a day that is still to have its tip, that one is meant.
      guard back == 0 || tip != nil, isWaiting(tip, of: told, question, on: day) else { continue }
      switch tip.flatMap(teaching.tip)?.asked {
      case .nextDay: return told
      case nil: if tip != nil || occasion == nil { own = told }
      case .occasion: occasion = occasion ?? told
      }
    }
    return own ?? occasion
  }

  /// Whether a question is still to be answered for a prompt of a civil day.
  func isOpen(_ question: Question, on day: CivilDate) -> Bool {
    guard question.about == .tip else { return coach.isOpen(question, askedOn: day) }
    guard let told = tipDay(of: question, on: day) else { return false }
    return coach.tipTold(on: told) != nil && !coach.isAnswered(question.id, on: told)
  }

  /// Whether there is what a question is about on a civil day.
  func hasTopic(_ question: Question, on day: CivilDate) -> Bool {
    switch question.about {
    case .tip: tipDay(of: question, on: day) != nil
    case .arc, .arcBack: arc(of: question, on: day) != nil
    case .slot: bestHour(of: question, on: day) != nil
    case .plan: failedPlan(of: question, on: day) != nil
    case .day, .eveningBefore, .tipBefore, .post, .hesitation, .extra: true
    }
  }

  /// What the questions of a prompt are about, where that is not told by its day.
  func topics(of questions: [Question], on day: CivilDate) -> [PromptContent.Topic] {
    questions.compactMap { question in
      let about: String? =
        switch question.about {
        case .tip: tipDay(of: question, on: day).flatMap { $0 == day ? nil : $0.description }
        case .arc, .arcBack: arc(of: question, on: day)
        case .slot: bestHour(of: question, on: day)
        case .plan: failedPlan(of: question, on: day)
        case .day, .eveningBefore, .tipBefore, .post, .hesitation, .extra: nil
        }
      return about.map { PromptContent.Topic(question.id, $0) }
    }
  }

  /// Whether a tip that was told on a day can be asked about on another, and was not.
  private func isWaiting(
    _ tip: String?,
    of told: CivilDate,
    _ question: Question,
    on day: CivilDate
  ) -> Bool {
    guard askingDays(of: tip, told: told).contains(day),
      !coach.isAnswered(question.id, on: told), tip.map({ !coach.muted.contains($0) }) ?? true
    else { return false }
    return !(0...Planner.occasionDays.upperBound).contains { later in
      let other = told.adding(days: later)
      return other != day && coach.tipDay(askedBy: question.id, on: other) == told
    }
  }

  /// The civil days on which a tip can be asked about.
  func askingDays(of tip: String?, told: CivilDate) -> ClosedRange<CivilDate> {
    switch tip.flatMap(teaching.tip)?.asked {
    case .nextDay:
      let next = told.adding(days: 1)
      return next...next.adding(days: Planner.eveningDays)
    case .occasion:
      let days = Planner.occasionDays
      return told.adding(days: days.lowerBound)...told.adding(days: days.upperBound)
    case nil:
      let last = lastFreeDay(from: told)
      return last...last
    }
  }

  /// The last of the free days in a row, from one on; the day itself where it is none.
  private func lastFreeDay(from day: CivilDate) -> CivilDate {
    let free = profile.offHours
    var last = day
    guard free.contains(day.weekday), free.count < Weekday.allCases.count else { return day }
    while free.contains(last.adding(days: 1).weekday), !schedule.isOff(last.adding(days: 1)) {
      last = last.adding(days: 1)
    }
    return last
  }
}

extension Planner {
  /// The civil day that an answer belongs to when a question is asked on a day; of tips, that on
  /// which the tip was told.
  public func answerDay(of question: Question, askedOn day: CivilDate) -> CivilDate {
    guard question.about == .tip else { return question.answerDay(askedOn: day) }
    return tipDay(of: question, on: day) ?? day
  }

  /// The civil day of the tip that an answer is about which is given now: the one that is asked
  /// about, else the last that was told.
  public func tipDay(ofAnswerTo question: Question) -> CivilDate {
    if let asked = coach.tipDay(askedBy: question.id, on: today) { return asked }
    if openQuestions.contains(where: { $0.id == question.id }) {
      return tipDay(of: question, on: today) ?? today
    }
    let told = coach.told.lazy.filter { [today] in !$0.isRemedy && $0.day <= today }.map(\.day)
    return told.max() ?? today
  }
}

extension Coach {
  /// The civil day of the tip that the prompts of a day ask about; nil where they ask about none.
  func tipDay(askedBy question: String, on day: CivilDate) -> CivilDate? {
    guard hasPrompt(of: day, where: { $0.prompted.questions.contains(question) }),
      let asking = prompts(of: day).first(where: { $0.prompted.questions.contains(question) })
    else { return nil }
    return asking.prompted.topic(of: question).flatMap(CivilDate.init) ?? day
  }

  /// The civil day that an answer belongs to when a prompt of a day asks a question.
  public func answerDay(of question: Question, askedOn day: CivilDate) -> CivilDate {
    guard question.about == .tip else { return question.answerDay(askedOn: day) }
    return tipDay(askedBy: question.id, on: day) ?? day
  }
}
