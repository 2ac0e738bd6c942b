import Coaching

/// What the numbers of a fact can be.
///
/// A row may hold any; a fact with one that no arithmetic here can hold is of an unknown kind:
/// kept, counted, and never summed.
extension FactRecord {
  /// As far as civil dates reach, and the two instants that mean before and after all of them.
  static func instant(_ microseconds: Int64) -> Instant? {
    let isEnd = microseconds == .min || microseconds == .max
    return isEnd || instants.contains(microseconds) ? Instant(microseconds: microseconds) : nil
  }

  /// The years 0 to 9999.
  private static let instants: ClosedRange<Int64> = {
    let days = [Int.min, .max].map { Int64(CivilDate(dayNumber: $0).dayNumber) }
    return days[0] * 86_400_000_000...(days[1] + 1) * 86_400_000_000
  }()

  /// The nearest instant that arithmetic can hold, for a column that each fact has.
  static func nearestInstant(_ microseconds: Int64) -> Instant {
    let range = instants
    return Instant(microseconds: min(max(microseconds, range.lowerBound), range.upperBound))
  }

  /// Ten years, as a span is read from what a person types.
  static let reserves: ClosedRange<Int64> = 0...3653 * 86_400

  /// A day, as the command takes them.
  static let minutes = 0...1440

  /// How often the time of an entry was changed: by a person, one by one.
  static let timings = 1...1_000_000

  static let fears = 0...10

  /// The meaning of an answer as it was then; nil where this version cannot tell.
  static func aim(_ text: String) -> Aim? {
    guard let aim = Aim(text) else { return nil }
    switch aim.target {
    case .atLeast(let number), .atMost(let number): return counts.contains(number) ? aim : nil
    case .by(_, let tolerance):
      return (-minutes.upperBound...minutes.upperBound).contains(tolerance) ? aim : nil
    case .done, .notDone, .unset: return aim
    }
  }

  /// Whether a text is of an aim whose number no arithmetic here can hold.
  static func isBeyond(aim text: String?) -> Bool {
    guard let text, aim(text) == nil else { return false }
    return Aim(text) != nil || text.hasPrefix("at-least ") || text.hasPrefix("at-most ")
  }

  /// As far as one answer goes.
  private static let counts = 0...Answer.numbers.upperBound
}
