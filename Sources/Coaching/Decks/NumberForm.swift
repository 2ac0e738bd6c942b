/// What the numbers that answer a question are.
public struct NumberForm: Equatable, Sendable {
  /// What becomes of a further answer for a day.
  public enum Several: String, CaseIterable, Sendable {
    /// It stands in the place of the one before.
    case replace
    /// It is added to the one before.
    case add
  }

  /// What is counted, such as `km`; nil where that needs no word.
  public var unit: String?
  /// What one day can have.
  public var range: ClosedRange<DecimalNumber>
  public var several: Several

  public init(
    unit: String? = nil,
    range: ClosedRange<DecimalNumber> = 0...Answer.numbers.upperBound,
    several: Several = .replace
  ) {
    self.unit = unit
    self.range = range
    self.several = several
  }
}

/// What a person types to a question that counts.
public struct TypedNumber: Equatable, Sendable {
  /// Without its unit, and without what says that it is all of the day.
  public var text: String
  /// Whether it was said that it is all of the day, as in “=8”.
  public var isWhole: Bool
}

extension Question {
  /// What its numbers count; nil where it takes none, or where that needs no word.
  public var unit: String? { kind == .number ? number.unit : nil }

  /// Whether its answers are added up, and may have a sign that says more or less.
  public var isCounted: Bool { kind == .count || kind == .number }

  /// What was typed, without the unit of the question.
  public func typedNumber(_ typed: String) -> TypedNumber {
    var text = typed.trimmed
    let isWhole = isCounted && (text.hasPrefix("=") || text.hasPrefix("＝"))
    if isWhole { text = String(text.dropFirst()).trimmed }
    if let unit = unit?.lowercased(), !unit.isEmpty {
      let lower = text.lowercased()
      // What has as many characters in lower case can be shortened by as many.
      if lower.count == text.count, lower.hasSuffix(unit), lower != unit {
        text = String(text.dropLast(unit.count)).trimmed
      }
    }
    return TypedNumber(text: text, isWhole: isWhole)
  }

  /// A text in words without the unit, wherever that stands: 三公里半.
  public func withoutUnit(_ text: String) -> String {
    guard let unit, !unit.isEmpty else { return text }
    return text.replacing(unit, with: "", maxReplacements: 1)
  }

  /// How many more there were, as a text without its unit says it; nil where it says no such thing.
  ///
  /// Where a day can be below nothing and an answer replaces the one before, “-3” is an answer.
  public func readMore(_ text: String) -> DecimalNumber? {
    guard let more = kind.readMore(text) else { return nil }
    let isAnswer = more < 0 && number.range.lowerBound < 0 && number.several == .replace
    return isAnswer ? nil : more
  }

  /// Whether something that a person typed can be an answer: one by itself, or so many more.
  public func takes(_ typed: String, words: AnswerWords = AnswerWords()) -> Bool {
    let text = typedNumber(typed).text
    return kind.read(text, words: words) != nil || readMore(text) != nil
  }

  /// What it accepts, for a refusal and for help.
  public var accepts: String {
    if kind != .number { return kind.accepts }
    let whole = Answer.numbers.upperBound
    let ends = [number.range.lowerBound, number.range.upperBound].map(\.description)
    let limits =
      number.range.upperBound < whole
      ? ", from \(ends[0]) to \(ends[1])"
      : number.range.lowerBound > 0 ? ", from \(ends[0])" : ""
    return "\(kind.accepts)\(unit.map { ", in \($0)" } ?? "")\(limits)"
  }
}

extension Phrases {
  /// An answer as a person reads it: in a word of their language, a number with its unit, or
  /// stretches of time with their length.
  public func words(for answer: Answer, in unit: String?) -> String {
    switch answer {
    case .number(let number): words(for: number, in: unit)
    case .stretches(let stretches): words(for: stretches)
    default: word(for: answer.description)
    }
  }

  /// A number with its unit.
  public func words(for number: DecimalNumber, in unit: String?) -> String {
    unit.map { "\(number) \($0)" } ?? "\(number)"
  }
}
