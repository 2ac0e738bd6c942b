package import Coaching

extension Workspace {
  /// What was a habit once and is not asked any more; its history is kept and can be read.
  ///
  /// Its words are gone with its question; it is called what it was called when it was answered
  /// last.
  ///
  /// - Parameter first: The first day on which it was asked; any day where none is named.
  /// - Returns: Each with what was meant by it last.
  /// - Throws: When the ledger cannot be read.
  package func formerHabits(since first: CivilDate? = nil) throws(CommandError) -> [Habit] {
    let names = try formerQuestions()
    if names.isEmpty { return [] }
    let histories = try ledger.histories(of: names, from: first, through: today)
    return try formerHabits(names, histories).map(\.habit)
  }

  /// The questions that were answered and that nothing here asks.
  func formerQuestions() throws(CommandError) -> [String] {
    let known = teaching.questions.flatMap(\.was)
    return try ledger.answeredQuestions().filter { name in
      teaching.question(name) == nil && !known.contains(name)
    }
  }

  /// Those of some questions that were habits, by what there is of them.
  func formerHabits(
    _ names: [String],
    _ histories: [HabitHistory]
  ) throws(CommandError) -> [(habit: Habit, history: HabitHistory)] {
    if names.isEmpty { return [] }
    let last = try ledger.lastAnswers(to: names, before: today.adding(days: 1), limit: 1)
    return zip(names, histories).compactMap { name, history in
      guard let meant = history.entries.last(where: { $0.aim != nil }), let aim = meant.aim else {
        return nil
      }
      let title = last.last { $0.answered.question == name }?.answered.title
      let wording = Question.Wording(title: title ?? name, ask: "", hint: "")
      let kind = meant.answer.kind ?? .yesNo
      let question = Question(id: name, rows: [], kind: kind, better: .more, wording: wording)
      var habit = Habit(question, aim)
      habit.isFormer = true
      return (habit, history)
    }
  }
}

extension Habit {
  /// What it is called, and whether it is still asked.
  package func title(_ phrases: Phrases) -> String {
    isFormer ? phrases("former", ("habit", question.wording.title)) : question.wording.title
  }
}
