/// How often a habit is meant: so many times in so many civil days.
public struct Frequency: Equatable, Sendable {
  private let shortTimes: Int16
  private let shortDays: Int16

  /// From 1.
  public var times: Int { Int(shortTimes) }
  /// From 1 to a leap year.
  public var days: Int { Int(shortDays) }

  /// Once a day.
  public static let daily = Frequency(times: 1, days: 1, isPossible: ())

  public static let possibleDays = 1...366

  /// So many times in so many days; nil where it is no frequency, or more than once a day.
  public init?(times: Int, days: Int) {
    guard Self.possibleDays.contains(days), (1...days).contains(times) else { return nil }
    self.init(times: times, days: days, isPossible: ())
  }

  private init(times: Int, days: Int, isPossible: Void) {
    shortTimes = Int16(times)
    shortDays = Int16(days)
  }

  /// Times a day, above 0 and at most 1.
  public var perDay: Double { Double(times) / Double(days) }
}

extension Frequency: CustomStringConvertible {
  /// As it is written down: `3/7`.
  public var description: String { "\(times)/\(days)" }

  /// Reads `3/7`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let times = Int(parts[0]), let days = Int(parts[1]) else { return nil }
    self.init(times: times, days: days)
  }
}
