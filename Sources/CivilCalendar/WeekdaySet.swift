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
  ///
  /// A range may go on over the end of the week, `Sat..Mon`: only in an expression, which is
  /// systemd's, it may not.
  public init?(_ text: String) {
    var parts = text.split(separator: ",", omittingEmptySubsequences: false)
    // As in an expression, a comma may stand at the end.
    if parts.last?.isEmpty == true { parts.removeLast() }
    for part in parts {
      guard let days = Self.days(of: part) ?? Self.wrapped(part) else { return nil }
      formUnion(days)
    }
    if self == WeekdaySet() { return nil }
  }

  private static func days(of part: Substring) -> WeekdaySet? {
    guard part.first?.isLetter == true else { return nil }
    return (try? CalendarExpression("\(part) 00:00"))?.weekdays
  }

  private static func wrapped(_ part: Substring) -> WeekdaySet? {
    let ends = part.split(separator: ".", omittingEmptySubsequences: false)
    guard ends.count == 3, ends[1].isEmpty, let first = Weekday(name: String(ends[0])),
      let last = Weekday(name: String(ends[2])), first > last
    else { return nil }
    var days = WeekdaySet(from: first, through: .sunday)
    days.formUnion(WeekdaySet(from: .monday, through: last))
    return days
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
