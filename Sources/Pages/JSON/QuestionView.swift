package import Application
package import Coaching

/// What can be answered, and how, as JSON.
package struct QuestionView: Encodable {
  var question: String
  var title: String
  var ask: String
  /// The kind of answer, or `self-check`.
  var kind: String
  /// What it takes, in the person's language.
  var takes: String
  /// The answers to choose from; absent where there are too many.
  var answers: [AnswerWord]?
  var habit: Bool
  var open: Bool
  var retired: Bool
  /// The day that an answer is about: `day`, `evening-before`, `tip`, …; absent of a self-check.
  var about: String?
  /// How many days back an answer is taken; absent of a self-check.
  var backfillDays: Int?
  /// What is counted, what one day can have, and whether a further answer `add`s to the one before
  /// or `replace`s it; absent but of a number.
  var unit: String?
  var min: NumberView?
  var max: NumberView?
  var several: String?
  /// What a self-check asks, in the order of its answers; absent of a question.
  var questions: [QuestionView]?

  struct AnswerWord: Encodable {
    var answer: String
    /// What it is called in the person's language.
    var word: String
  }

  /// All that can be answered.
  package static func all(_ list: QuestionList, _ phrases: Phrases) -> [QuestionView] {
    list.single.map { QuestionView($0, phrases) } + list.checks.map { QuestionView($0, phrases) }
  }

  private init(_ line: QuestionList.Line, _ phrases: Phrases) {
    question = line.question.id
    title = line.question.wording.title
    ask = line.ask
    kind = line.question.kind.rawValue
    takes = phrases.takes(line.question)
    let choices = line.question.kind.choices
    answers =
      choices.isEmpty ? nil : choices.map { AnswerWord(answer: $0, word: phrases.word(for: $0)) }
    habit = line.isHabit
    open = line.isOpen
    retired = line.isRetired
    about = line.question.about.rawValue
    backfillDays = line.question.backfillDays
    guard line.question.kind == .number else { return }
    let form = line.question.number
    unit = form.unit
    (min, max) = (NumberView(form.range.lowerBound), NumberView(form.range.upperBound))
    several = form.several.rawValue
  }

  private init(_ lines: QuestionList.CheckLines, _ phrases: Phrases) {
    question = lines.check.id
    title = lines.check.title
    ask = lines.check.ask
    kind = "self-check"
    takes = phrases.takes(all: lines.lines.map(\.question.kind))
    habit = false
    open = lines.lines.contains(where: \.isOpen)
    retired = lines.isRetired
    questions = lines.lines.map { QuestionView($0, phrases) }
  }
}
