/// Which of the days of one name is meant.
public enum WeekdayChoice: String, CaseIterable, Sendable {
  /// The latest before today.
  case last
  /// That of the week before this one; and so on.
  case lastWeek = "last-week"
  case this, next
  case afterNext = "after-next"
}

/// A day as a person said it.
public enum DayPhrase: Equatable, Sendable {
  /// So many days from today.
  case fromToday(Int)
  case weekday(Weekday, WeekdayChoice?)
  case date(CivilDate)
  /// A date without its year.
  case monthDay(month: Int, day: Int)

  /// On which side of today it is looked for, where a person does not say.
  public enum Side: Sendable { case past, coming, either }

  /// The day that is meant.
  ///
  /// Without more, a weekday is the nearest on its side, today among them; “this”, “next” and
  /// “last-week” are those of the weeks as the person counts them. A date without a year is the
  /// nearest on its side.
  ///
  /// - Parameters:
  ///   - today: The person's day.
  ///   - side: Where to look.
  ///   - weekStarts: The first day of a week.
  /// - Returns: The day; nil where the calendar has none.
  public func day(from today: CivilDate, _ side: Side, weekStarts: Weekday = .monday) -> CivilDate?
  {
    switch self {
    case .fromToday(let days): return today.adding(days: days)
    case .date(let date): return date
    case .weekday(let weekday, let choice):
      let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
      guard let choice else {
        let days = side == .coming || side == .either && ahead <= 3 ? ahead : (ahead - 7) % 7
        return today.adding(days: days)
      }
      if choice == .last { return today.adding(days: ahead - 7) }
      let started = (today.weekday.rawValue - weekStarts.rawValue + 7) % 7
      let inWeek = (weekday.rawValue - weekStarts.rawValue + 7) % 7
      return today.adding(days: inWeek - started + 7 * choice.weeks)
    case .monthDay(let month, let day):
      let dates = (-4...4).compactMap { year in
        CivilDate(year: today.year + year, month: month, day: day)
      }
      switch side {
      case .coming: return dates.first { $0 >= today }
      case .past: return dates.last { $0 <= today }
      case .either: return dates.min { abs(today.days(until: $0)) < abs(today.days(until: $1)) }
      }
    }
  }
}

extension WeekdayChoice {
  fileprivate var weeks: Int {
    switch self {
    case .last, .lastWeek: -1
    case .this: 0
    case .next: 1
    case .afterNext: 2
    }
  }
}
