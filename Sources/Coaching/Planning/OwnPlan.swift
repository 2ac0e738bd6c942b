/// How the person's own if-then plan came about in the last days.
struct OwnPlan: Equatable {
  /// On how many days an offer came about, of how many that were answered.
  var made: Int
  var known: Int
  /// The plan, in the person's words.
  var text: String

  // The numbers are the program's choice.
  /// How many civil days are looked at.
  static let days = 10
  /// How many of them there have to be answers of: half, for fewer tell of a bad week.
  static let leastKnown = 5
  /// The plan does not come about where that was so on one day of so many, or on fewer.
  static let daysForOne = 3
  /// For how many civil days a plan is left alone that the person left as it is: a season, in which
  /// work has changed.
  static let restDays = 120
}

extension OwnPlan {
  /// Reads what `description` gave.
  init?(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, let made = Int(words[0]), let known = Int(words[1]) else { return nil }
    self.init(made: made, known: known, text: words[2])
  }

  /// As it is written down with the question.
  var description: String { "\(made) \(known) \(text)" }
}

extension Planner {
  /// How the person's plan came about, where it is to be looked at again; nil where it holds, and
  /// where there is none.
  ///
  /// What a prompt asks was written down with it, and stays.
  func failedPlan(of question: Question, on day: CivilDate) -> String? {
    if let asked = coach.topic(askedBy: question.id, on: day) { return asked }
    guard let plan = profile.programme.moment,
      !coach.backOff(at: now, in: calendar).isSilence(on: day),
      !isLeft(plan, by: question, on: day)
    else { return nil }
    let offers = teaching.questions.filter { $0.kind == .outcome && $0.about == .day }.map(\.id)
    let days = (1...OwnPlan.days).map { day.adding(days: -$0) }
    let known = days.compactMap { coach.isOffered(by: offers, on: $0) }
    let made = known.count { $0 }
    guard known.count >= OwnPlan.leastKnown, made * OwnPlan.daysForOne <= known.count else {
      return nil
    }
    return OwnPlan(made: made, known: known.count, text: plan).description
  }

  /// Whether the person was asked about the same plan of late, and left it as it is.
  private func isLeft(_ plan: String, by question: Question, on day: CivilDate) -> Bool {
    coach.answers.contains { given in
      given.answered.question == question.id && given.answered.about == plan
        && given.answered.answer == .noOccasion && given.day.days(until: day) < OwnPlan.restDays
    }
  }
}

extension Coach {
  /// Whether an offer came about on a civil day; nil where nothing was answered.
  ///
  /// One that was declined came about, and one that the person could not make was meant: as in all
  /// else that is counted, neither is held against them.
  fileprivate func isOffered(by questions: [String], on day: CivilDate) -> Bool? {
    let answers = questions.compactMap { question in
      answer(to: question, on: day)?.answered.answer
        ?? past.last { $0.day == day && $0.question == question }?.answer
    }
    return answers.isEmpty ? nil : answers.contains { $0 != .noOccasion }
  }
}
