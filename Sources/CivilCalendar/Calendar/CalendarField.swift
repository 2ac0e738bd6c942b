/// One of the places of a calendar expression, with the numbers that may stand there.
enum CalendarField {
  case year
  case month
  case day
  /// The day counted from the end of the month; 1 is the last.
  case dayFromEnd
  case hour
  case minute
  /// Reckoned in microseconds.
  case second

  /// The years systemd searches; an expression with every year ends there too.
  static let years = 1970...2199

  /// What may stand there, in units of the field.
  var range: ClosedRange<Int> {
    switch self {
    case .year: Self.years
    case .month: 1...12
    case .day: 1...31
    // The shortest month has 28 days; systemd takes no more.
    case .dayFromEnd: 1...28
    case .hour: 0...23
    case .minute: 0...59
    case .second: 0...59_999_999
    }
  }

  /// What a written 1 stands for: a second has a million microseconds, all else counts itself.
  var unit: Int {
    if case .second = self { 1_000_000 } else { 1 }
  }

  /// How many digits it is written with at least.
  var width: Int {
    if case .year = self { 4 } else { 2 }
  }

  /// What to call it in a sentence.
  var noun: String {
    switch self {
    case .year: "a year"
    case .month: "a month"
    case .day: "a day of the month"
    case .dayFromEnd: "a day from the end of the month"
    case .hour: "an hour"
    case .minute: "the minutes"
    case .second: "the seconds"
    }
  }

  /// The range in a sentence.
  var limits: String {
    switch self {
    case .year: "1970 to 2199, or its last two digits"
    case .second: "0 to 59, with a fraction or without"
    default: "\(range.lowerBound) to \(range.upperBound)"
    }
  }
}
