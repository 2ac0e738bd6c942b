/// What kind of answer a question takes; every kind also takes *no occasion*.
public enum AnswerKind: String, CaseIterable, Sendable {
  case yesNo = "yes-no"
  case scale
  case timeOfDay = "time-of-day"
  case count
  case number
  case text
  case outcome
  case stretches
}

/// What became of an offer of help.
public enum Outcome: String, CaseIterable, Sendable {
  case taken
  case declined
  case couldNot = "could-not"
}

/// An answer that a question accepted.
public enum Answer: Equatable, Sendable {
  case yesNo(Bool)
  /// 0 through 10.
  case scale(Int)
  case timeOfDay(CivilTime)
  /// 0 through 1000.
  case count(Int)
  /// Within `Answer.numbers`, and within what its question says.
  case number(DecimalNumber)
  case text(String)
  case outcome(Outcome)
  /// In order; one at least.
  case stretches([Stretch])
  case noOccasion

  /// The word that stands for *no occasion*, whatever the kind.
  public static let noOccasionWord = "none"
  /// What a point of a scale can be.
  public static let scale = 0...10
  /// What a count can be.
  public static let counts = 0...1000
  /// What a number can be where its question does not say: a life of them has an exact sum.
  public static let numbers: ClosedRange<DecimalNumber> = -1_000_000_000...1_000_000_000
}

extension Answer {
  /// The highest point of a scale of ten that is low: its lowest third.
  ///
  /// The program's choice.
  private static let lowScale = 3

  /// What it is as a number: points, a count, a number; nil where it is none.
  public var number: DecimalNumber? {
    switch self {
    case .scale(let whole), .count(let whole): DecimalNumber(whole)
    case .number(let number): number
    case .yesNo, .timeOfDay, .text, .outcome, .stretches, .noOccasion: nil
    }
  }

  /// When it was, in stretches; nil where it says no such thing.
  public var stretches: [Stretch]? {
    if case .stretches(let stretches) = self { stretches } else { nil }
  }

  /// Whether it is a low number on a scale; what is low is met with rest, never with more.
  public var isLow: Bool {
    if case .scale(let points) = self { points <= Answer.lowScale } else { false }
  }
}

extension Answer: CustomStringConvertible {
  /// The answer as it is written down and typed; `AnswerKind.read` reads it back.
  public var description: String {
    switch self {
    case .yesNo(let isYes): isYes ? "yes" : "no"
    case .scale(let points): String(points)
    case .timeOfDay(let time): time.description
    case .count(let count): String(count)
    case .number(let number): number.description
    case .text(let text): text
    case .outcome(let outcome): outcome.rawValue
    case .stretches(let stretches): stretches.written
    case .noOccasion: Answer.noOccasionWord
    }
  }

  /// The kind of question that takes it; nil for *no occasion*, which every kind takes.
  public var kind: AnswerKind? {
    switch self {
    case .yesNo: .yesNo
    case .scale: .scale
    case .timeOfDay: .timeOfDay
    case .count: .count
    case .number: .number
    case .text: .text
    case .outcome: .outcome
    case .stretches: .stretches
    case .noOccasion: nil
    }
  }

  /// The key of this answer's reply in a wording: `yes`, `declined`, `none`, else `recorded`; a low
  /// number has `low` before that.
  public var replyKey: String {
    switch self {
    case .yesNo, .outcome, .noOccasion: description
    case .scale, .timeOfDay, .count, .number, .text, .stretches: "recorded"
    }
  }
}

extension AnswerKind {
  /// Reads what a person typed.
  ///
  /// - Parameters:
  ///   - typed: The answer, in any case, spaces around it allowed.
  ///   - words: The words of the person's language beside the English ones.
  /// - Returns: The answer; nil when this kind does not accept it.
  public func read(_ typed: String, words: AnswerWords = AnswerWords()) -> Answer? {
    let text = typed.trimmed
    if text.isEmpty { return nil }
    let word = words.meaning(of: text)
    if word == Answer.noOccasionWord { return .noOccasion }
    switch self {
    case .yesNo:
      return word == "yes" ? .yesNo(true) : word == "no" ? .yesNo(false) : nil
    case .scale:
      return text.wholeNumber.flatMap { Answer.scale.contains($0) ? .scale($0) : nil }
    case .timeOfDay:
      return CivilTime(typed: text).map(Answer.timeOfDay)
    case .count:
      return text.wholeNumber.flatMap { Answer.counts.contains($0) ? .count($0) : nil }
    case .number:
      let number = DecimalNumber(typed: text)
      return number.flatMap { Answer.numbers.contains($0) ? .number($0) : nil }
    case .text:
      return .text(text)
    case .outcome:
      return Outcome(rawValue: word).map(Answer.outcome)
    case .stretches:
      return [Stretch](written: text).map(Answer.stretches)
    }
  }

  /// How many more a person says there were, as in “+1”; nil where they say no such thing, or this
  /// kind does not count.
  ///
  /// Of a number it may be a part, and with “-” so much less.
  public func readMore(_ typed: String) -> DecimalNumber? {
    guard let (isLess, text) = typed.trimmed.signed, !text.isEmpty else { return nil }
    switch self {
    case .count where !isLess:
      let more = text.wholeNumber
      return more.flatMap { $0 > 0 && Answer.counts.contains($0) ? DecimalNumber($0) : nil }
    case .number:
      guard text.signed == nil, let more = DecimalNumber(typed: text), more > 0,
        Answer.numbers.contains(more)
      else { return nil }
      return isLess ? more.negated : more
    default: return nil
    }
  }

  /// What this kind accepts, for a refusal and for help.
  public var accepts: String {
    switch self {
    case .yesNo: "yes or no"
    case .scale: "a whole number from 0 to 10"
    case .timeOfDay: "a time of day, such as 23:40"
    case .count: "a whole number from 0 to \(Answer.counts.upperBound), or +1 for one more"
    case .number:
      "a number such as 5.2, with \(DecimalNumber.places) places at most, or +1 for 1 more"
    case .text: "a few words"
    case .outcome: "taken, declined or could-not"
    case .stretches: "times from and until, such as 23:30-06:45"
    }
  }

  /// An example that `read` accepts, for the line that says how to answer.
  public var example: String {
    switch self {
    case .yesNo: "yes"
    case .scale: "7"
    case .timeOfDay: "23:40"
    case .count: "2"
    case .number: "5.2"
    case .text: "\"…\""
    case .outcome: "taken"
    case .stretches: "23:30-06:45"
    }
  }
}

/// The words of a language that stand for an answer, beside the English ones.
public struct AnswerWords: Equatable, Sendable {
  /// The answer as it is written down, and a word for it in lower case.
  public var entries: [(answer: String, word: String)]

  public init(_ entries: [(answer: String, word: String)] = []) {
    self.entries = entries
  }

  /// The answer that a word stands for; the word itself in lower case when it stands for none.
  func meaning(of text: String) -> String {
    let word = text.lowercased()
    return entries.first { $0.word == word }?.answer ?? AnswerWords.english(word) ?? word
  }

  public static func == (left: AnswerWords, right: AnswerWords) -> Bool {
    left.entries.elementsEqual(right.entries) { $0 == $1 }
  }
}

extension AnswerWords {
  /// The short forms that a terminal's users expect in every language.
  fileprivate static func english(_ word: String) -> String? {
    switch word {
    case "y": "yes"
    case "n": "no"
    case "couldn't", "could not": "could-not"
    case "-", "no occasion": Answer.noOccasionWord
    default: nil
    }
  }
}
