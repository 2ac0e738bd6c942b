public import Coaching

/// What a person does with a button of a notification.
///
/// A button's key says all of it: a click is understood after either side was started anew, and
/// whatever number the notification has by then.
public enum NotificationAction: Equatable, Sendable {
  /// An answer as it is typed, to a question of a prompt.
  case answer(String, question: String, prompt: PromptID)
  /// To answer a question or a self-check in a window of its own; nil to do there what else can be
  /// done with a prompt.
  case ask(question: String?, prompt: PromptID)
  /// To see the rest of what can be done, from its so manieth thing on, or again what was first; of
  /// a question, or of what reminds, which asks none.
  case more(question: String?, from: Int?, prompt: PromptID)
  /// To see the numbers of a part of a scale.
  case range(ClosedRange<Int>, question: String, prompt: PromptID)
  /// A promise is kept, or let go, of which a prompt reminds.
  case close(Closing, prompt: PromptID)
  /// To be told again in a while.
  case snooze(PromptID)
  /// To hear no more of it today.
  case notNow(PromptID)
  /// To see what a prompt speaks of.
  case open(PromptID)

  public var prompt: PromptID {
    switch self {
    case .answer(_, _, let prompt), .ask(_, let prompt), .more(_, _, let prompt),
      .range(_, _, let prompt), .close(_, let prompt), .snooze(let prompt), .notNow(let prompt),
      .open(let prompt):
      prompt
    }
  }

  /// It as the key of a button, such as `answer:help:taken:end-of-work/2026-11-22`.
  var key: String {
    switch self {
    case .answer(let answer, let question, let prompt): "answer:\(question):\(answer):\(prompt)"
    case .ask(let question, let prompt): "ask:\(question ?? ""):\(prompt)"
    case .more(let question, let first, let prompt):
      "more:\(question ?? ""):\(first.map(String.init) ?? ""):\(prompt)"
    case .range(let range, let question, let prompt):
      "range:\(question):\(range.lowerBound)-\(range.upperBound):\(prompt)"
    case .close(let closing, let prompt): "\(closing.rawValue):\(prompt)"
    case .snooze(let prompt): "snooze:\(prompt)"
    case .notNow(let prompt): "not-now:\(prompt)"
    case .open(let prompt): "open:\(prompt)"
    }
  }

  /// Reads a key; nil where it is none of ours, as those of other programs' notifications are.
  init?(key: String) {
    let parts = key.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let prompt = parts.last.flatMap({ PromptID($0) }) else { return nil }
    switch (parts[0], parts.count) {
    case ("answer", 4): self = .answer(parts[2], question: parts[1], prompt: prompt)
    case ("answer", 5):
      let time = "\(parts[2]):\(parts[3])"
      guard CivilTime(time) != nil else { return nil }
      self = .answer(time, question: parts[1], prompt: prompt)
    case ("ask", 3): self = .ask(question: parts[1].isEmpty ? nil : parts[1], prompt: prompt)
    case ("more", 4):
      let first = Int(parts[2])
      guard parts[2].isEmpty || first.map({ $0 >= 0 }) == true else { return nil }
      self = .more(question: parts[1].isEmpty ? nil : parts[1], from: first, prompt: prompt)
    case ("range", 4):
      guard let range = NotificationAction.range(parts[2]) else { return nil }
      self = .range(range, question: parts[1], prompt: prompt)
    case ("kept", 2): self = .close(.kept, prompt: prompt)
    case ("released", 2): self = .close(.released, prompt: prompt)
    case ("snooze", 2): self = .snooze(prompt)
    case ("not-now", 2): self = .notNow(prompt)
    case ("open", 2): self = .open(prompt)
    default: return nil
    }
  }

  /// Reads `0-4`, within what a scale has.
  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high,
      Answer.scale.contains(low), Answer.scale.contains(high)
    else { return nil }
    return low...high
  }
}

/// What can be done with a prompt in a window of its own.
public struct AnswerOptions: Equatable, Sendable {
  /// One thing, and what it is called.
  public struct Option: Equatable, Sendable {
    public var label: String
    public var action: NotificationAction
  }

  public var prompt: PromptID
  /// The question or the self-check; nil where nothing is asked.
  public var question: String?
  /// Whether an answer can be written that is none of these.
  public var isWritten: Bool
  /// What can be chosen; none where that is not known by now.
  public var options: [Option]
}
