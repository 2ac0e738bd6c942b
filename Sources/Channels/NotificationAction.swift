public import Coaching

/// What a person does with a button of a notification.
///
/// A button's key says all of it: a click is understood after either side was started anew, and
/// whatever number the notification has by then.
public enum NotificationAction: Equatable, Sendable {
  /// An answer as it is typed, to a question of a prompt.
  case answer(String, question: String, prompt: PromptID)
  /// To be shown how a question is answered.
  case ask(question: String, prompt: PromptID)
  /// To be told again in a while.
  case snooze(PromptID)
  /// To hear no more of it today.
  case notNow(PromptID)

  public var prompt: PromptID {
    switch self {
    case .answer(_, _, let prompt), .ask(_, let prompt), .snooze(let prompt), .notNow(let prompt):
      prompt
    }
  }

  /// It as the key of a button, such as `answer:help:taken:end-of-work/2026-11-22`.
  var key: String {
    switch self {
    case .answer(let answer, let question, let prompt): "answer:\(question):\(answer):\(prompt)"
    case .ask(let question, let prompt): "ask:\(question):\(prompt)"
    case .snooze(let prompt): "snooze:\(prompt)"
    case .notNow(let prompt): "not-now:\(prompt)"
    }
  }

  /// Reads a key; nil where it is none of ours, as those of other programs' notifications are.
  init?(key: String) {
    let parts = key.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let prompt = parts.last.flatMap({ PromptID($0) }) else { return nil }
    switch (parts[0], parts.count) {
    case ("answer", 4): self = .answer(parts[2], question: parts[1], prompt: prompt)
    case ("ask", 3): self = .ask(question: parts[1], prompt: prompt)
    case ("snooze", 2): self = .snooze(prompt)
    case ("not-now", 2): self = .notNow(prompt)
    default: return nil
    }
  }
}
