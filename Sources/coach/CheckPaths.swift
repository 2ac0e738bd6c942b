import Coaching

/// What was answered to the self-checks over time: the path on each line, and nothing judged.
struct CheckPaths: Encodable {
  struct CheckView: Encodable {
    var check: String
    var title: String
    var questions: [PathView]
  }

  struct PathView: Encodable {
    var question: String
    var title: String
    var answers: [Place]

    /// The last places on the line, the newest at the end.
    var path: String {
      answers.suffix(PathView.shown).map { String($0.number) }.joined(separator: " → ")
    }

    /// How many of the last are shown to a person; JSON has them all.
    private static let shown = 8
  }

  struct Place: Encodable {
    var day: String
    var number: Int
  }

  /// The self-check of how much each habit goes by itself: beside its strength, and never in it.
  static let automatic = "automatic"

  /// Those that were ever answered.
  private(set) var checks: [CheckView] = []

  /// - Parameters:
  ///   - workspace: What the command works with.
  ///   - meant: The self-check; all of them where none is named.
  ///   - last: The last day.
  /// - Throws: When the ledger cannot be read.
  init(
    _ workspace: Workspace,
    of meant: String? = nil,
    through last: CivilDate
  ) throws(Failure) {
    let teaching = workspace.teaching
    let questions = teaching.questions.filter { $0.check != nil && $0.check == meant ?? $0.check }
    if questions.isEmpty { return }
    let habits = questions.map { Habit($0, Aim(.unset)) }
    let histories = try workspace.histories(of: habits, through: last)
    let paths = zip(questions, histories).map { question, history in
      var places: [Place] = []
      for entry in history.entries {
        guard let number = entry.answer.number else { continue }
        if places.last?.day == entry.day.description { places.removeLast() }
        places.append(Place(day: entry.day.description, number: number))
      }
      return PathView(question: question.id, title: question.wording.title, answers: places)
    }
    checks = teaching.checks.compactMap { check in
      let own = zip(questions, paths).filter { $0.0.check == check.id && !$0.1.answers.isEmpty }
      if own.isEmpty { return nil }
      return CheckView(check: check.id, title: check.title, questions: own.map(\.1))
    }
  }

  /// How much a habit goes by itself, week by week; nil where that was never answered.
  func automaticity(of habit: String) -> String? {
    checks.flatMap(\.questions).first { $0.question == "automatic-\(habit)" }?.path
  }

  func show() {
    for check in checks where check.check != CheckPaths.automatic {
      Output.line()
      Output.heading(check.title)
      Output.rows(check.questions.map { ($0.title, $0.path) })
    }
  }
}
