import Coaching
import Storage

/// What was answered to the self-checks over time, and to the questions that ask for a place on a
/// line as they do: the path on each line, and nothing judged.
struct SelfCheckHistory: Encodable {
  struct CheckView: Encodable {
    /// The self-check; a question that stands alone is as good as one.
    var check: String
    var title: String
    var questions: [PathView]

    fileprivate var standsAlone: Bool { questions.first?.question == check }
  }

  struct PathView: Encodable {
    var question: String
    var title: String
    var answers: [Place]

    /// The last places on the line, the newest at the end.
    var path: String {
      answers.suffix(PathView.shown).map { String($0.number) }.joined(separator: " → ")
    }

    /// How many of the last are shown to a person; JSON has more of them.
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
  ///   - first: The first day; of each question the last answers where none is named.
  ///   - last: The last day.
  /// - Throws: When the ledger cannot be read.
  init(
    _ workspace: Workspace,
    of meant: String? = nil,
    from first: CivilDate? = nil,
    through last: CivilDate
  ) throws(CommandError) {
    let teaching = workspace.teaching
    let questions = teaching.questions.filter { $0.isPlace && meant ?? $0.line == $0.line }
    if questions.isEmpty { return }
    let given = try workspace.lastAnswers(to: questions.map(\.id), from: first, through: last)
    let paths = questions.map { question in
      let own = given.filter { $0.answered.question == question.id }
      var places: [Place] = []
      for answer in own.sorted(by: { ($0.day, $0.fact.sequence) < ($1.day, $1.fact.sequence) }) {
        guard let number = answer.answered.answer.number else { continue }
        if places.last?.day == answer.day.description { places.removeLast() }
        places.append(Place(day: answer.day.description, number: number))
      }
      return PathView(question: question.id, title: question.wording.title, answers: places)
    }
    let alone = questions.filter { $0.check == nil }.map { (id: $0.id, title: $0.wording.title) }
    checks = (teaching.checks.map { (id: $0.id, title: $0.title) } + alone).compactMap { line in
      let own = zip(questions, paths).filter { $0.0.line == line.id && !$0.1.answers.isEmpty }
      if own.isEmpty { return nil }
      return CheckView(check: line.id, title: line.title, questions: own.map(\.1))
    }
  }

  /// How much a habit goes by itself, week by week; nil where that was never answered.
  func automaticity(of habit: String) -> String? {
    checks.flatMap(\.questions).first { $0.question == "automatic-\(habit)" }?.path
  }

  /// The habits of which the person says that they do not go by themselves.
  var laboured: [String] {
    let prefix = "\(SelfCheckHistory.automatic)-"
    return checks.flatMap(\.questions).filter { question in
      question.question.hasPrefix(prefix) && SelfCheck.isLaboured(question.answers.map(\.number))
    }.map { String($0.question.dropFirst(prefix.count)) }
  }

  /// - Parameter isFirst: Whether nothing was shown before it.
  func show(isFirst: Bool) {
    var isFirst = isFirst
    for check in checks where check.check != SelfCheckHistory.automatic {
      if !isFirst { Output.line() }
      isFirst = false
      if !check.standsAlone { Output.heading(check.title) }
      Output.rows(check.questions.map { ($0.title, $0.path) })
    }
  }
}

extension SelfCheckHistory {
  /// What a review shows: of each question the last answer as a bar, and the path that led to it.
  func showBars() {
    let isNarrow = Output.width < 60
    for check in checks {
      Output.line()
      if !check.standsAlone { Output.heading(check.title) }
      Output.rows(
        check.questions.map { question in
          let drawn = question.drawn(columns: isNarrow ? 7 : 14, most: isNarrow ? 8 : 26)
          return (question.title, drawn)
        }
      )
    }
  }
}

extension SelfCheckHistory.PathView {
  /// The last place on the line, and where there are more, so many of the last as a path.
  fileprivate func drawn(columns: Int, most: Int) -> String {
    guard let last = answers.last else { return "" }
    let bar = "\(Bar.text(SelfCheckHistory.share(last.number), columns: columns)) \(last.number)"
    if answers.count == 1 { return bar }
    let shares = answers.suffix(most).map { SelfCheckHistory.share($0.number) }
    return "\(bar) \(Bar.path(shares))"
  }
}

extension SelfCheckHistory {
  /// Of the ten places of a line; what is counted may be more.
  fileprivate static func share(_ number: Int) -> Double { min(1, Double(number) / 10) }
}

extension Workspace {
  /// The answers of some days, or of about a year of weeks, to each of some questions.
  fileprivate func lastAnswers(
    to questions: [String],
    from first: CivilDate?,
    through last: CivilDate
  ) throws(CommandError) -> [Coach.Given] {
    if let first {
      return try answers(to: questions, from: first, through: last).compactMap { fact in
        guard case .answered(let answered) = fact.event else { return nil }
        return Coach.Given(fact: fact, answered: answered)
      }
    }
    do {
      return try ledger.lastAnswers(to: questions, before: last.adding(days: 1), limit: 53)
    } catch {
      throw CommandError(error)
    }
  }
}

extension Question {
  /// Whether its answers are places on a line, which are looked at and not judged.
  var isPlace: Bool { check != nil || kind == .scale && !isHabit }

  /// What it is looked at together with: its self-check, else itself.
  fileprivate var line: String { check ?? id }
}
