import Coaching

/// What was answered.
extension Witness {
  func isOpen(_ id: String, askedOn day: CivilDate) -> Bool {
    guard let question = context.teaching.question(id) else { return false }
    if question.about == .tip, tips[day] == nil { return false }
    let about = question.about == .eveningBefore ? day.adding(days: -1) : day
    return answers[Asked(question: id, day: about)]?.isEmpty ?? true
  }

  func isAnswered(_ questions: [String], askedOn day: CivilDate) -> Bool {
    !questions.isEmpty && !questions.contains { isOpen($0, askedOn: day) }
  }
}
