import Coaching

/// What the person means, as the configuration has it: it keeps no history, so the ledger does.
extension Workspace {
  /// Writes down which aims are other than what the facts tell last, so that what was changed holds
  /// from today on.
  ///
  /// With each answer stands what was meant by it. So there is something to write only where
  /// silence would be judged otherwise, and only of what was answered once.
  ///
  /// - Throws: When the ledger cannot be read or written.
  package func noteAims() throws(CommandError) {
    let habits = habits
    let last = try ledger.lastAnswers(
      to: habits.map(\.question.id),
      before: today.adding(days: 1),
      limit: 1
    )
    if last.isEmpty { return }
    let aims = try ledger.aims()
    try record(habits.compactMap { habit in other(habit, than: last, and: aims) })
  }

  private func other(_ habit: Habit, than last: [Coach.Given], and aims: [Fact]) -> Draft? {
    let name = habit.question.id
    guard let given = last.last(where: { $0.answered.question == name }),
      var known = given.answered.aim
    else { return nil }
    for fact in aims where fact.sequence > given.fact.sequence {
      if case .aimed(let aim, name) = fact.event { known = aim }
    }
    if habit.aim.judgesSilence(like: known) { return nil }
    return draft(.aimed(habit.aim, question: name), on: today)
  }
}
