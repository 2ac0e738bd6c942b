package import Coaching
import Configuration

/// An answer that is none, and what it may have been meant to be.
extension Workspace {
  /// Why an answer is none to a question.
  package func refusal(of typed: String, for question: Question) -> CommandError {
    let hint = question.wording.hint
    let refusal = Saying(
      "refused-answer",
      ("typed", typed.printable),
      ("question", question.name.shown),
      ("accepts", Saying.either(english: question.accepts, other: hint))
    )
    guard let near = offer(for: typed, to: question.kind) else {
      return CommandError(.data, refusal)
    }
    return CommandError(.data, "refused-near", ("refusal", refusal), ("near", near))
  }

  /// What a person may have meant by something that is no answer; nil where nothing is near.
  private func offer(for typed: String, to kind: AnswerKind) -> Saying? {
    guard let lexicon = try? lexicon else { return nil }
    switch kind {
    case .timeOfDay:
      guard let hour = lexicon.number(typed), let time = CivilTime(hour: hour, minute: 0) else {
        return nil
      }
      if !(1...12).contains(hour) { return Saying("near-time", ("time", "\(time)")) }
      let other = time.halfADayOn
      return Saying("near-times", ("first", "\(time)"), ("second", "\(other)"))
    case .yesNo, .outcome:
      let tables: [Lexicon.Table] = kind == .yesNo ? [.yesNo, .none] : [.outcome, .none]
      let words = lexicon.entries.filter { tables.contains($0.table) }.map(\.word)
      // Of the marks and letters among them anything is near.
      let known = words.filter { $0.unicodeScalars.count > 2 }
      let near = nearest(to: Lexicon.compared(typed), among: known)
      return near.map { Saying("near-word", ("word", $0)) }
    case .scale, .count, .number, .text, .stretches: return nil
    }
  }
}
