/// Some days of the week.
public struct WeekdaySet: Equatable, Sendable, CustomStringConvertible {
  private var bits: UInt8 = 0

  public static let all = WeekdaySet(from: .monday, through: .sunday)

  /// No day.
  public init() {}

  /// The days from one through another; none where the other is earlier in the week.
  public init(from first: Weekday, through last: Weekday) {
    for day in Weekday.allCases where first <= day && day <= last { insert(day) }
  }

  /// Reads `Mon..Fri` or `Sat,Sun`, as a calendar expression has them; nil for anything else.
  public init?(_ text: String) {
    guard text.first?.isLetter == true,
      let expression = try? CalendarExpression("\(text) 00:00")
    else { return nil }
    self = expression.weekdays
  }

  public func contains(_ day: Weekday) -> Bool {
    bits & Self.bit(day) != 0
  }

  public mutating func insert(_ day: Weekday) {
    bits |= Self.bit(day)
  }

  public mutating func formUnion(_ other: WeekdaySet) {
    bits |= other.bits
  }

  /// As `systemd-analyze calendar` writes it: `Mon..Wed,Sat,Sun`; a range from three days on.
  public var description: String {
    var runs: [[Weekday]] = []
    for day in Weekday.allCases where contains(day) {
      if let last = runs.last?.last, last.rawValue + 1 == day.rawValue {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
    return runs.map { run in
      let names = run.map(\.shortName)
      return run.count < 3
        ? names.joined(separator: ",") : "\(names[0])..\(names[names.count - 1])"
    }
    .joined(separator: ",")
  }

  private static func bit(_ day: Weekday) -> UInt8 {
    1 << UInt8(day.rawValue)
  }
}
