import Coaching

/// An answer as the reading commands give it.
struct AnswerView: Encodable {
  var question: String
  var day: String
  var answer: String
  /// What a number counts; absent where that needs no word.
  var unit: String?
  var note: String?
  /// Where it was given: `command`, `desktop`, `bus`, `import` or `program`, the channel “command”.
  var from: String
  /// The file that it came with, and the beginning of the SHA-256 of that.
  var file: String?
  var hash: String?

  init(_ given: Coach.Given) {
    question = given.answered.question
    day = given.day.description
    answer = given.answered.answer.description
    unit = given.answered.unit
    note = given.answered.note
    from = given.answered.from
    file = given.answered.source?.file
    hash = given.answered.source?.hash
  }
}
