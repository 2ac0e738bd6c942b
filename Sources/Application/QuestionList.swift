package import Coaching

/// All that can be answered, and how.
package struct QuestionList {
  /// A question as it would be asked today.
  package struct Line {
    package var question: Question
    /// What it asks, in the person's language.
    package var ask: String
    /// Whether its answers have a strength.
    package var isHabit: Bool
    /// Whether it waits for an answer.
    package var isOpen: Bool
    /// Whether the person has it asked no more.
    package var isRetired: Bool
  }

  /// A self-check with its questions, in the order in which they are answered.
  package struct CheckLines {
    package var check: SelfCheck
    package var lines: [Line]
    /// Whether the person has it asked no more.
    package var isRetired: Bool
  }

  /// The questions that belong to no self-check.
  package var single: [Line]
  package var checks: [CheckLines]
  /// Habits that are asked together.
  package var routines: [Routine] = []
}

extension Workspace {
  /// All that can be answered: what waits comes first, then the habits, what is retired last.
  ///
  /// - Parameter coach: What the facts add up to today.
  /// - Returns: The questions and the self-checks.
  package func questionList(_ coach: Coach) -> QuestionList {
    let planner = Planner(coach, context, at: now)
    let open = planner.openQuestions.map(\.id)
    let line = { (question: Question) in
      let told = question.about == .tip ? planner.tipDay(ofAnswerTo: question) : nil
      return QuestionList.Line(
        question: teaching.asked(question, on: today, aboutTipOf: told, coach: coach),
        ask: teaching.wording(of: question, on: today, aboutTipOf: told, coach: coach),
        isHabit: question.isHabit,
        isOpen: open.contains(question.id),
        isRetired: coach.muted.contains(question.id)
      )
    }
    let single = teaching.questions.filter { $0.check == nil }.map(line)
    let order = { (line: QuestionList.Line) in
      line.isRetired ? 3 : line.isOpen ? 0 : line.isHabit ? 1 : 2
    }
    let checks = teaching.checks.map { check in
      QuestionList.CheckLines(
        check: check,
        lines: teaching.questions(of: check.id).map(line),
        isRetired: coach.muted.contains(check.id)
      )
    }
    let sorted = (0...3).flatMap { place in single.filter { order($0) == place } }
    return QuestionList(single: sorted, checks: checks, routines: routines)
  }
}
