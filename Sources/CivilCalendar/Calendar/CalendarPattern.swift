/// Which readings of calendar and clock an expression matches, in bits to be searched by jumps.
///
/// Readings are in microseconds since 1970-01-01T00:00:00 by the clock, as if every day had
/// 86,400 seconds; what the clocks of a zone make of them is not known here.
struct CalendarPattern: Equatable, Sendable {
  /// Whether it runs evenly in real time; else each time it names happens once a day.
  let isEven: Bool
  /// Whether a month it names can have a day it names; `*-02-30` has none.
  let hasDays: Bool
  private let years: CalendarYears
  /// Bits 1...12.
  private let months: UInt32
  /// Bits 1...31, for months of 28, 29, 30 and 31 days.
  private let days: SIMD4<UInt64>
  /// Bit 0 is Monday.
  private let weekdays: UInt64
  private let hours: UInt64
  private let minutes: UInt64
  /// Whole seconds; not looked at where there are fractions.
  private let seconds: UInt64
  /// The list of the seconds where it has fractions, else empty.
  private let fractions: [CalendarPart]

  static let microsecondsInDay = CivilTime.secondsInDay * 1_000_000

  init(weekdays: WeekdaySet, date: CalendarDateLists, time: CalendarTimeLists) {
    isEven = time.isEven
    years = CalendarYears(date.year)
    let months = UInt32(date.month.bits(through: 12))
    self.months = months
    let days = SIMD4(
      date.days(inMonthOf: 28),
      date.days(inMonthOf: 29),
      date.days(inMonthOf: 30),
      date.days(inMonthOf: 31)
    )
    self.days = days
    hasDays = (1...12).contains { month in
      months & 1 << UInt32(month) != 0 && days[CivilDate.daysIn(month: month, year: 2000) - 28] != 0
    }
    self.weekdays = Weekday.allCases.reduce(0) { bits, day in
      weekdays.contains(day) ? bits | 1 << UInt64(day.rawValue - 1) : bits
    }
    hours = time.hour.bits(through: 23)
    minutes = time.minute.bits(through: 59)
    fractions = time.second.parts.contains(where: \.hasFraction) ? time.second.parts : []
    seconds = CalendarList(.minute, time.second.parts.map(\.inSeconds)).bits(through: 59)
  }
}

extension CalendarPart {
  /// A part in microseconds as one in whole seconds, for what has no fractions.
  fileprivate var inSeconds: CalendarPart {
    CalendarPart(
      start: start / 1_000_000,
      stop: stop.map { $0 / 1_000_000 },
      step: step / 1_000_000
    )
  }
}

// MARK: - Searching

extension CalendarPattern {
  /// The first reading that matches and is not before a reading; nil where there is none to 2199.
  func next(from reading: Int) -> Int? {
    let reading = max(reading, Self.firstReading)
    let day = CivilDate.floorDivide(reading, Self.microsecondsInDay)
    let date = CivilDate.numbers(ofDay: day)
    if matches(date, dayNumber: day),
      let time = time(from: reading - day * Self.microsecondsInDay)
    {
      return day * Self.microsecondsInDay + time
    }
    guard let next = nextDay(year: date.year, month: date.month, day: date.day + 1),
      let first = time(from: 0)
    else { return nil }
    return next * Self.microsecondsInDay + first
  }

  /// 0000-01-01T00:00:00, where the calendar begins.
  private static let firstReading =
    CivilDate.dayNumber(year: 0, month: 1, day: 1) * microsecondsInDay

  /// Whether a date matches.
  func matches(_ date: (year: Int, month: Int, day: Int), dayNumber: Int) -> Bool {
    years.contains(date.year) && months & 1 << UInt32(date.month) != 0
      && days(ofMonth: date.month, in: date.year) & 1 << UInt64(date.day) != 0
      && weekdays & 1 << UInt64(Self.weekday(ofDay: dayNumber)) != 0
  }

  /// The first day that matches and is not before a date, as days since 1970-01-01.
  ///
  /// The day may be one past the month's last. The search ends with the year 2199; where every
  /// year is named, a date that there is comes round within 40 of them.
  private func nextDay(year: Int, month: Int, day: Int) -> Int? {
    var (month, day) = (month, day)
    var from = year
    while let year = years.next(from: from) {
      if year != from { (month, day) = (1, 1) }
      var rest = months & UInt32.max << UInt32(month)
      while rest != 0 {
        let found = rest.trailingZeroBitCount
        if found != month { day = 1 }
        if let next = nextDay(from: day, ofMonth: found, in: year) { return next }
        rest &= rest - 1
      }
      (month, day) = (1, 1)
      from = year + 1
    }
    return nil
  }

  private func nextDay(from day: Int, ofMonth month: Int, in year: Int) -> Int? {
    var fitting = days(ofMonth: month, in: year) & UInt64.max << UInt64(day)
    guard fitting != 0 else { return nil }
    let first = CivilDate.dayNumber(year: year, month: month, day: 1)
    if weekdays != 0x7F {
      // The week's seven bits, turned to begin with the month, five times over.
      let weekday = UInt64(Self.weekday(ofDay: first))
      let turned = (weekdays >> weekday | weekdays << (7 - weekday)) & 0x7F
      fitting &= turned * 0x1020_4081 << 1
      guard fitting != 0 else { return nil }
    }
    return first + fitting.trailingZeroBitCount - 1
  }

  private func days(ofMonth month: Int, in year: Int) -> UInt64 {
    days[CivilDate.daysIn(month: month, year: year) - 28]
  }

  /// 0 is Monday.
  private static func weekday(ofDay number: Int) -> Int {
    // 1970-01-01 was a Thursday; year 0 is far less than 7,000,000 days before it.
    (number + 7_000_003) % 7
  }

  /// The first time that matches and is not before one, in microseconds since midnight.
  private func time(from time: Int) -> Int? {
    let (hour, inHour) = time.quotientAndRemainder(dividingBy: 3_600_000_000)
    let (minute, inMinute) = inHour.quotientAndRemainder(dividingBy: 60_000_000)
    if hours & 1 << UInt64(hour) != 0 {
      if minutes & 1 << UInt64(minute) != 0, let second = second(from: inMinute) {
        return hour * 3_600_000_000 + minute * 60_000_000 + second
      }
      let later = minutes & (~1 << UInt64(minute))
      if later != 0 {
        return self.time(hour: hour, minute: later.trailingZeroBitCount)
      }
    }
    let later = hours & (~1 << UInt64(hour))
    guard later != 0 else { return nil }
    return self.time(hour: later.trailingZeroBitCount, minute: minutes.trailingZeroBitCount)
  }

  /// The first second that matches in a minute.
  private func time(hour: Int, minute: Int) -> Int? {
    second(from: 0).map { hour * 3_600_000_000 + minute * 60_000_000 + $0 }
  }

  /// The first second that matches and is not before one, in microseconds of its minute.
  private func second(from microseconds: Int) -> Int? {
    guard fractions.isEmpty else {
      var first: Int?
      for part in fractions {
        guard let found = part.next(from: microseconds, limit: 59_999_999) else { continue }
        first = min(found, first ?? .max)
      }
      return first
    }
    let whole = (microseconds + 999_999) / 1_000_000
    let later = whole < 60 ? seconds & UInt64.max << UInt64(whole) : 0
    return later == 0 ? nil : later.trailingZeroBitCount * 1_000_000
  }
}
