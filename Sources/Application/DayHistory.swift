package import Coaching

/// What the facts hold of one civil day.
package struct DayHistory: Equatable {
  package enum Prompt: Equatable {
    case came(Coach.Prompt)
    case passed(PromptID, PassReason)
  }

  package var day: CivilDate
  /// The tip that was told, by its name.
  package var tip: String?
  /// Those that came, and after them those that did not.
  package var prompts: [Prompt]
  /// The last to each question.
  package var answers: [Coach.Given]
  package var extras: [Extra]

  package var isEmpty: Bool {
    tip == nil && prompts.isEmpty && answers.isEmpty && extras.isEmpty
  }

  fileprivate init(_ day: CivilDate, _ coach: Coach) {
    self.day = day
    tip = coach.tipTold(on: day)
    let came = coach.prompts.filter { $0.prompted.id.day == day }.map(Prompt.came)
    let passed = coach.passings.filter { $0.id.day == day }.map { passed in
      Prompt.passed(passed.id, passed.passing)
    }
    prompts = came + passed
    answers = []
    for given in coach.answers where given.day == day {
      answers.removeAll { $0.answered.question == given.answered.question }
      answers.append(given)
    }
    extras = coach.extras.filter { $0.day == day }.map(\.extra)
  }
}

extension Workspace {
  /// What there is of some days, the oldest first; days of which nothing is known are left out.
  ///
  /// - Parameters:
  ///   - count: How many days.
  ///   - last: The last of them.
  /// - Returns: The days.
  /// - Throws: When the ledger cannot be read.
  package func history(
    days count: Int,
    through last: CivilDate
  ) throws(CommandError) -> [DayHistory] {
    let first = last.adding(days: 1 - count)
    let coach = try fold(from: first, through: last)
    return (0..<count).map { DayHistory(first.adding(days: $0), coach) }.filter { !$0.isEmpty }
  }
}
