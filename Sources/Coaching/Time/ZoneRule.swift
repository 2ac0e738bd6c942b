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

  /// Seconds east of UTC at a second since 1970.
  func offset(at seconds: Int) -> Int {
    guard let summer else { return standard }
    var latest = Int.min
    var offset = standard
    // A change of a neighbouring year can fall into this one, by up to a week. Where one year's
    // end is the next year's start, the later year counts: it is summer time for ever.
    let year = Self.year(at: seconds)
    for changed in [year - 1, year, year + 1] {
      let start = start(of: summer, in: changed)
      let end = end(of: summer, in: changed)
      if start <= seconds, start >= latest { (latest, offset) = (start, summer.offset) }
      if end <= seconds, end >= latest { (latest, offset) = (end, standard) }
    }
    return offset
  }

  /// The first second after this one at which the clocks change; nil where they never do.
  func change(after seconds: Int) -> Int? {
    guard let summer else { return nil }
    let year = Self.year(at: seconds)
    var next: Int?
    for changed in [year - 1, year, year + 1, year + 2] {
      for change in [start(of: summer, in: changed), end(of: summer, in: changed)]
      where change > seconds && change < next ?? .max {
        next = change
      }
    }
    return next
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
