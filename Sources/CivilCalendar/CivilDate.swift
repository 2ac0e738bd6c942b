/// A day of the proleptic Gregorian calendar, from 0000-01-01 to 9999-12-31.
public struct CivilDate: Comparable, Hashable, CustomStringConvertible, Sendable {
  // Four bytes: a long history holds some hundred thousand. As a number of days, since dates are
  // compared and counted far more often than they are read out.
  @usableFromInline let shortDayNumber: Int32

  /// 0...9999; year 0 is 1 BC.
  public var year: Int { numbers.year }
  /// 1...12.
  public var month: Int { numbers.month }
  /// 1...31.
  public var day: Int { numbers.day }

  private var numbers: (year: Int, month: Int, day: Int) { Self.numbers(ofDay: dayNumber) }

  /// The date with these numbers; nil where the calendar has none.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.daysIn(month: month, year: year)
    else { return nil }
    self.init(dayNumber: Self.dayNumber(year: year, month: month, day: day))
  }

  /// Reads exactly `YYYY-MM-DD` in ASCII; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date this many days after 1970-01-01; out of range it is the first or the last date.
  @inlinable
  public init(dayNumber: Int) {
    let inRange = min(max(dayNumber, Self.firstDayNumber), Self.lastDayNumber)
    shortDayNumber = Int32(truncatingIfNeeded: inRange)
  }

  /// Days since 1970-01-01, negative before it.
  @inlinable public var dayNumber: Int { Int(shortDayNumber) }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, three days after a Monday.
    let sinceMonday = (dayNumber - Self.firstDayNumber + 5) % 7
    return Weekday.allCases[sinceMonday]
  }

  /// The date this many days later, saturating at the ends of the range.
  @inlinable
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return CivilDate(dayNumber: overflow ? (days < 0 ? .min : .max) : sum)
  }

  /// How many days later the other date is, negative where it is earlier.
  @inlinable
  public func days(until other: CivilDate) -> Int {
    other.dayNumber - dayNumber
  }

  /// `YYYY-MM-DD`, as in RFC 3339.
  public var description: String {
    let (year, month, day) = numbers
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  @inlinable
  public static func < (earlier: CivilDate, later: CivilDate) -> Bool {
    earlier.shortDayNumber < later.shortDayNumber
  }

  @inlinable
  public static func == (left: CivilDate, right: CivilDate) -> Bool {
    left.shortDayNumber == right.shortDayNumber
  }

  @inlinable static var firstDayNumber: Int { -719_528 }
  @inlinable static var lastDayNumber: Int { 2_932_896 }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}

/// The calendar's arithmetic for any year, which the rules of a zone need at the ends of the range.
///
/// Howard Hinnant, "chrono-compatible low-level date algorithms": the year is made to begin in
/// March, so that the leap day is its last; 400 years, an era, are 146,097 days.
extension CivilDate {
  /// Whether the Gregorian year has a 29 February.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days in the month, 28...31; the month must be 1...12.
  static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 to this date of any year within ±10^15.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = floorDivide(marchYear, 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date of a day within ±10^15 of 1970-01-01.
  static func numbers(ofDay dayNumber: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The quotient rounded down, for dates before 1970; the divisor must be positive.
  static func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

extension CivilDate {
  /// The first day of the week that it lies in.
  public func firstOfWeek(from start: Weekday) -> CivilDate {
    adding(days: -((weekday.rawValue - start.rawValue + 7) % 7))
  }
}

extension Int {
  /// The number with zeros before it up to the width; meant for numbers that are not negative.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
