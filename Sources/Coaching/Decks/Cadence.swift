/// How often a question is asked, where it is not whenever a slot carries it.
public enum Cadence: Equatable, Sendable {
  /// Once in so many civil days, from 1 to a leap year; counted from when it was last asked or
  /// answered, so that what was missed is asked on the next day.
  case days(Int)
  /// On the civil days that an expression names.
  case on(CalendarExpression)

  static let possibleDays = 1...366

  /// Reads `7d`, `4w`, or the days of a calendar expression: `Sun`, `*-*-01`; nil for anything
  /// else.
  public init?(_ text: String) {
    let text = text.narrowDigits.tightLists
    let (digits, unit) = (text.dropLast(), text.last)
    if let number = Int(digits), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      unit == "d" || unit == "w"
    {
      guard number <= Cadence.possibleDays.upperBound else { return nil }
      let days = unit == "w" ? number * 7 : number
      guard Cadence.possibleDays.contains(days) else { return nil }
      self = .days(days)
    } else {
      guard let expression = try? CalendarExpression(text), expression.zone == nil else {
        return nil
      }
      self = .on(expression)
    }
  }
}

extension Cadence {
  /// Whether it names a civil day; a span of days names none.
  func names(_ day: CivilDate) -> Bool {
    if case .on(let expression) = self { expression.names(day) } else { false }
  }
}

extension Question {
  /// Whether it waits between two askings, so that what lies far back matters.
  public var isSpaced: Bool { if case .days? = every { true } else { false } }
}

extension Teaching {
  /// The questions of which it has to be known when they were last asked, however long ago.
  public var spaced: [String] { questions.filter { $0.isSpaced || $0.check != nil }.map(\.id) }
}
