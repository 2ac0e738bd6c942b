import Coaching

/// What was answered.
extension Witness {
  /// Whether a question is still to be answered, asked on a day by a prompt that has begun, if any.
  func isOpen(_ id: String, askedOn day: CivilDate, by prompted: PromptContent? = nil) -> Bool {
    guard let question = context.teaching.question(id) else { return false }
    let about = self.day(of: question, askedOn: day, by: prompted)
    if question.about == .tip, tips[about] == nil { return false }
    return answers[Asked(question: id, day: about)]?.isEmpty ?? true
  }

  func isAnswered(
    _ questions: [String],
    askedOn day: CivilDate,
    by prompted: PromptContent? = nil
  ) -> Bool {
    !questions.isEmpty && !questions.contains { isOpen($0, askedOn: day, by: prompted) }
  }

  /// The civil day that an answer belongs to; of a tip, what the prompt says.
  private func day(
    of question: Question,
    askedOn day: CivilDate,
    by prompted: PromptContent?
  ) -> CivilDate {
    switch question.about {
    case .eveningBefore: day.adding(days: -1)
    case .tip: prompted?.topic(of: question.id).flatMap(CivilDate.init) ?? day
    default: day
    }
  }

  /// A tip is asked about once, on a day on which it can be told, and not where it was told.
  func seeThatTipsHaveTheirDay(_ prompted: PromptContent, at now: Instant) {
    let rule = "a tip is asked about once, when it can be told"
    let asked = Doctrine.tipQuestion.id
    guard prompted.questions.contains(asked) else { return }
    let day = prompted.id.day
    let told = self.day(of: Doctrine.tipQuestion, askedOn: day, by: prompted)
    guard let tip = tips[told] ?? (told == day ? prompted.tip : nil) else {
      return complain(rule, "\(told) has no tip, asks \(prompted.id)", at: now)
    }
    let days = told.days(until: day)
    let isInTime =
      switch Doctrine.teaching.tip(tip)?.asked {
      case .nextDay: (1...3).contains(days)
      case .occasion: (3...6).contains(days)
      // On a Saturday's Sunday, as nobody here has other free days.
      case nil: days == 0 || days == 1 && told.weekday == .saturday
      }
    if !isInTime { complain(rule, "\(prompted.id) asks about \(tip) of \(told)", at: now) }
    for (other, known) in prompts where other.day != day {
      guard known.prompted.questions.contains(asked) else { continue }
      if self.day(of: Doctrine.tipQuestion, askedOn: other.day, by: known.prompted) == told {
        complain(rule, "\(prompted.id) after \(other)", at: now)
      }
    }
  }
}
