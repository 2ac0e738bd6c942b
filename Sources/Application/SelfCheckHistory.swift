package import Coaching

/// What was answered to the self-checks over time, and to the questions that ask for a place on a
/// line as they do: the path on each line, and nothing judged.
package struct SelfCheckHistory: Equatable {
  package struct Line: Equatable {
    /// The self-check; a question that stands alone is as good as one.
    package var check: String
    package var title: String
    package var paths: [Path]

    package var standsAlone: Bool { paths.first?.question == check }
  }

  /// What was answered to a question, one place a day, the newest at the end.
  package struct Path: Equatable {
    package var question: String
    package var title: String
    package var places: [Place]
  }

  package struct Place: Equatable {
    package var day: CivilDate
    package var number: Int
  }

  /// The self-check of how much each habit goes by itself: beside its strength, and never in it.
  package static let automatic = "automatic"

  /// Those that were ever answered.
  package var lines: [Line]

  /// How much a habit goes by itself, week by week; nil where that was never answered.
  package func automaticity(of habit: String) -> Path? {
    lines.flatMap(\.paths).first { $0.question == "\(SelfCheckHistory.automatic)-\(habit)" }
  }

  /// The habits of which the person says that they do not go by themselves.
  package var laboured: [String] {
    let prefix = "\(SelfCheckHistory.automatic)-"
    return lines.flatMap(\.paths).filter { path in
      path.question.hasPrefix(prefix) && SelfCheck.isLaboured(path.places.map(\.number))
    }.map { String($0.question.dropFirst(prefix.count)) }
  }
}

extension Workspace {
  /// The self-checks over time.
  ///
  /// - Parameters:
  ///   - meant: The self-check; all of them where none is named.
  ///   - first: The first day; of each question the last answers where none is named.
  ///   - last: The last day.
  /// - Returns: What was answered.
  /// - Throws: When the ledger cannot be read.
  package func selfChecks(
    of meant: String? = nil,
    from first: CivilDate? = nil,
    through last: CivilDate
  ) throws(CommandError) -> SelfCheckHistory {
    let questions = teaching.questions.filter { $0.isPlace && meant ?? $0.line == $0.line }
    if questions.isEmpty { return SelfCheckHistory(lines: []) }
    let given = try lastAnswers(to: questions.map(\.id), from: first, through: last)
    let paths = questions.map { $0.path(given) }
    let alone = questions.filter { $0.check == nil }.map { (id: $0.id, title: $0.wording.title) }
    let lines = (teaching.checks.map { (id: $0.id, title: $0.title) } + alone).compactMap { line in
      let own = zip(questions, paths).filter { $0.0.line == line.id && !$0.1.places.isEmpty }
      return own.isEmpty
        ? nil : SelfCheckHistory.Line(check: line.id, title: line.title, paths: own.map(\.1))
    }
    return SelfCheckHistory(lines: lines)
  }

  /// The answers of some days, or of about a year of weeks, to each of some questions.
  private func lastAnswers(
    to questions: [String],
    from first: CivilDate?,
    through last: CivilDate
  ) throws(CommandError) -> [Coach.Given] {
    guard let first else {
      return try ledger.lastAnswers(to: questions, before: last.adding(days: 1), limit: 53)
    }
    return try ledger.answers(to: questions, from: first, through: last).compactMap { fact in
      guard case .answered(let answered) = fact.event else { return nil }
      return Coach.Given(fact: fact, answered: answered)
    }
  }
}

extension Question {
  /// Whether its answers are places on a line, which are looked at and not judged.
  package var isPlace: Bool { check != nil || kind == .scale && !isHabit }

  /// What it is looked at together with: its self-check, else itself.
  package var line: String { check ?? id }

  /// Its answers in the order of their days, the last one of each day.
  fileprivate func path(_ given: [Coach.Given]) -> SelfCheckHistory.Path {
    let own = given.filter { $0.answered.question == id }
    var places: [SelfCheckHistory.Place] = []
    for answer in own.sorted(by: { ($0.day, $0.fact.sequence) < ($1.day, $1.fact.sequence) }) {
      guard let number = answer.answered.answer.points else { continue }
      if places.last?.day == answer.day { places.removeLast() }
      places.append(SelfCheckHistory.Place(day: answer.day, number: number))
    }
    return SelfCheckHistory.Path(question: id, title: wording.title, places: places)
  }
}
