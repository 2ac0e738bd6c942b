package import Coaching
import Configuration

/// An answer that is none, and what it may have been meant to be.
extension Workspace {
  /// Why an answer is none to a question, in the person's language.
  package func refusal(of typed: String, for question: Question) -> CommandError {
    // English says what is typed, as it is; elsewhere nobody has met those names.
    let isEnglish = configuration.language == .english
    let refusal = phrases(
      "refused-answer",
      ("typed", typed.printable),
      ("question", isEnglish ? question.id : question.wording.title),
      ("accepts", isEnglish ? question.accepts : question.wording.hint)
    )
    guard let near = offer(for: typed, to: question.kind) else {
      return CommandError(.data, refusal)
    }
    return CommandError(.data, phrases("refused-near", ("refusal", refusal), ("near", near)))
  }

  /// What a person may have meant by something that is no answer; nil where nothing is near.
  private func offer(for typed: String, to kind: AnswerKind) -> String? {
    guard let lexicon = try? lexicon else { return nil }
    switch kind {
    case .timeOfDay:
      guard let hour = lexicon.number(typed), let time = CivilTime(hour: hour, minute: 0) else {
        return nil
      }
      if !(1...12).contains(hour) { return time.description }
      let other = time.halfADayOn
      return phrases("near-times", ("first", "\(time)"), ("second", "\(other)"))
    case .yesNo, .outcome:
      let tables: [Lexicon.Table] = kind == .yesNo ? [.yesNo, .none] : [.outcome, .none]
      let words = lexicon.entries.filter { tables.contains($0.table) }.map(\.word)
      // Of the marks and letters among them anything is near.
      let known = words.filter { $0.unicodeScalars.count > 2 }
      let near = nearest(to: Lexicon.compared(typed), among: known)
      return near.map { phrases("near-word", ("word", $0)) }
    case .scale, .count, .number, .text, .stretches: return nil
    }
  }
}
