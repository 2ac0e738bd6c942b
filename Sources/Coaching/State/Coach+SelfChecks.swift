/// What was answered to self-checks.
extension Coach {
  /// The days on which all questions of a self-check were answered, in order, as far as they are
  /// remembered.
  public func answers(to check: String, from teaching: Teaching) -> [SelfCheck.Answers] {
    let questions = teaching.questions(of: check).map(\.id)
    guard let first = questions.first else { return [] }
    let days = answers.filter { $0.answered.question == first }.map(\.day).sorted()
    return days.withoutRepeats.compactMap { day in
      let given = questions.compactMap { answer(to: $0, on: day)?.answered.answer }
      guard given.count == questions.count else { return nil }
      return SelfCheck.Answers(day: day, numbers: given.map(\.points))
    }
  }

  /// Whether a self-check was answered the same way once more, which makes it an empty form now.
  public func isEmptyForm(_ check: String, from teaching: Teaching) -> Bool {
    let last = answers(to: check, from: teaching).suffix(SelfCheck.emptyForm + 1)
    let same = last.reversed().prefix { $0.numbers == last.last?.numbers }
    return same.count == SelfCheck.emptyForm
  }
}
