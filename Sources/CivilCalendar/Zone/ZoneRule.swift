/// A POSIX TZ rule as in the last line of a TZif file: `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// POSIX.1-2017 section 8.3, with what RFC 9636 section 3.3.1 adds: hours from -167 to 167.
struct ZoneRule: Equatable, Sendable {
  /// Seconds east of UTC in standard time.
  let standard: Int
  /// Nil where the clocks never change.
  let summer: Summer?

  /// The other time a zone keeps; in Dublin's rule it is the winter's.
  struct Summer: Equatable, Sendable {
    /// Seconds east of UTC while it is kept.
    let offset: Int
    /// When it begins, by standard time.
    let start: Change
    /// When it ends, by its own time.
    let end: Change
  }

  /// A moment in each year.
  struct Change: Equatable, Sendable {
    let day: Day
    /// Seconds after that day's midnight, -604,799...604,799.
    let second: Int
  }

  /// A day in each year, in the three forms of POSIX.
  enum Day: Equatable, Sendable {
    /// `Jn`, 1...365: 29 February is never counted.
    case withoutLeapDay(Int)
    /// `n`, 0...365: 29 February is counted where there is one.
    case withLeapDay(Int)
    /// `Mm.w.d`: the w-th weekday d of month m; week 5 is the last, weekday 0 is Sunday.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  /// The stretch without a clock change that holds a second since 1970.
  func span(at seconds: Int) -> ZoneSpan {
    guard let summer else { return ZoneSpan(start: .min, end: .max, offset: standard) }
    let year = Self.year(at: seconds)
    return plainSpan(at: seconds, of: summer, in: year)
      ?? anySpan(at: seconds, of: summer, in: year)
  }

  /// The span where the two changes of a year are far from each other and from the year's ends.
  ///
  /// From year to year a change moves by a week at most, so then those of the years beside it
  /// cannot come between.
  private func plainSpan(at seconds: Int, of summer: Summer, in year: Int) -> ZoneSpan? {
    let start = start(of: summer, in: year)
    let end = end(of: summer, in: year)
    let (first, last) = (min(start, end), max(start, end))
    let margin = 20 * CivilTime.secondsInDay
    let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1) * CivilTime.secondsInDay
    guard newYear + margin <= first, first + margin <= last,
      last + margin <= newYear + 365 * CivilTime.secondsInDay
    else { return nil }
    let (inside, outside) = start < end ? (summer.offset, standard) : (standard, summer.offset)
    if seconds < first {
      let before =
        start < end ? self.end(of: summer, in: year - 1) : self.start(of: summer, in: year - 1)
      return ZoneSpan(start: before, end: first, offset: outside)
    }
    if seconds < last { return ZoneSpan(start: first, end: last, offset: inside) }
    let next =
      start < end ? self.start(of: summer, in: year + 1) : self.end(of: summer, in: year + 1)
    return ZoneSpan(start: last, end: next, offset: outside)
  }

  /// The span in any rule, by all changes of the years around.
  private func anySpan(at seconds: Int, of summer: Summer, in year: Int) -> ZoneSpan {
    var span = ZoneSpan(start: .min, end: .max, offset: standard)
    // A change can fall into a neighbouring year, by up to a week. Where one year's end is the
    // next year's start, the later year counts: it is summer time for ever.
    for changed in year - 2...year + 2 {
      let changes = [
        (start(of: summer, in: changed), summer.offset), (end(of: summer, in: changed), standard),
      ]
      for (change, offset) in changes {
        if change > seconds { span.end = min(span.end, change) }
        if change <= seconds, change >= span.start { (span.start, span.offset) = (change, offset) }
      }
    }
    return span
  }

  private func start(of summer: Summer, in year: Int) -> Int {
    summer.start.clockSeconds(in: year) - standard
  }

  private func end(of summer: Summer, in year: Int) -> Int {
    summer.end.clockSeconds(in: year) - summer.offset
  }

  private static func year(at seconds: Int) -> Int {
    CivilDate.numbers(ofDay: CivilDate.floorDivide(seconds, CivilTime.secondsInDay)).year
  }
}

extension ZoneRule.Change {
  /// Seconds since 1970-01-01T00:00:00 by the clock that is about to change.
  fileprivate func clockSeconds(in year: Int) -> Int {
    day.dayNumber(in: year) * CivilTime.secondsInDay + second
  }
}

extension ZoneRule.Day {
  fileprivate func dayNumber(in year: Int) -> Int {
    let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
    switch self {
    case .withoutLeapDay(let number):
      // Day 60 is 1 March in every year.
      return newYear + number - (CivilDate.isLeap(year) && number >= 60 ? 0 : 1)
    case .withLeapDay(let number):
      return newYear + number
    case .weekday(let month, let week, let weekday):
      let first = CivilDate.dayNumber(year: year, month: month, day: 1)
      // Day 0 was a Thursday, which POSIX numbers 4.
      let firstWeekday = first + 4 - 7 * CivilDate.floorDivide(first + 4, 7)
      let offset = (weekday - firstWeekday + 7) % 7 + 7 * (week - 1)
      return first + (offset < CivilDate.daysIn(month: month, year: year) ? offset : offset - 7)
    }
  }
}
