import Coaching
import FoundationEssentials

/// A number as JSON: its figures as they are written down, exact.
struct NumberView: Encodable {
  let number: DecimalNumber

  init(_ number: DecimalNumber) { self.number = number }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let whole = number.whole { return try container.encode(whole) }
    guard let figures = FoundationEssentials.Decimal(string: number.description) else {
      return try container.encode(number.value)
    }
    try container.encode(figures)
  }
}

/// What the numbers of some days came to.
struct NumberTotalView: Encodable {
  var sum: NumberView
  /// What a day of these has, on the mean; absent where there is none.
  var mean: Double?
  var days: Int

  init(_ total: NumberTotal) {
    (sum, mean, days) = (NumberView(total.sum), total.mean, total.days)
  }
}
