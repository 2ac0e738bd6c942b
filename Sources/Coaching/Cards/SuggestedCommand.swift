/// A command that a person may type next, as a value: how it is spelled is for whoever shows it.
public enum SuggestedCommand: Equatable, Sendable {
  /// Answers a question or a self-check; without answers it is asked.
  ///
  /// - Parameters:
  ///   - name: The question or the self-check.
  ///   - answers: What the answers may look like.
  ///   - circle: Whom it may have been for.
  ///   - fear: How strong the fear may have been afterwards, 0 to 10.
  case answer(name: String, answers: [String], circle: String? = nil, fear: Int? = nil)
  /// Answers whatever is open, one by one.
  case answerOpen
  /// Answers what was missed, one by one.
  case answerMissed
  /// Sets aside all that was missed.
  case skipMissed
  /// Closes a promise of a number.
  case close(promise: Int, Closing)
  /// Gives a promise of a number its time.
  case setTime(promise: Int)
  /// Says of the last extra that it was welcome.
  case extraLanded(_ answer: String = "yes")
  /// Has a question or a self-check asked no more.
  case retire(name: String)
  /// Looks at everything that can be wrong.
  case doctor
  /// Opens the week's report.
  case openReport
}

extension SuggestedCommand {
  /// What opens a page that a cue speaks of.
  init(opening page: Cue.Page) {
    switch page {
    case .report: self = .openReport
    }
  }

  /// A plain answer to a question, with an example of one.
  public init(answering question: Question) {
    self = .answer(name: question.id, answers: [question.kind.example])
  }

  /// The same with answers in a language's own words, which are taken as well.
  ///
  /// A word of several is left as it is written down, for it would need quotes.
  public func spoken(_ phrases: Phrases) -> SuggestedCommand {
    let spoken = { (name: String, word: String) in word.contains(" ") ? name : word }
    switch self {
    case .answer(let name, let answers, let circle, let fear):
      return .answer(
        name: name,
        answers: answers.map { spoken($0, phrases.word(for: $0)) },
        circle: circle.map { spoken($0, phrases.circle($0)) },
        fear: fear
      )
    case .extraLanded(let answer): return .extraLanded(spoken(answer, phrases.word(for: answer)))
    default: return self
    }
  }

  /// The same with what may stand beside the answer.
  func beside(circle: String? = nil, fear: Int? = nil) -> SuggestedCommand {
    guard case .answer(let name, let answers, _, _) = self else { return self }
    return .answer(name: name, answers: answers, circle: circle, fear: fear)
  }
}
