/// Where the evenings of a person lie: each around its own lights-out, twelve hours to either side.
///
/// Where no lights-out is set it is midnight, so that an evening goes from noon to noon. The
/// program's choice.
public struct EveningCalendar: Equatable, Sendable {
  private let dayStarts: CivilTime
  private let lightsOut: WeeklyTimes?

  private static let halfDay = 12 * 3600

  public init(dayStarts: CivilTime, lightsOut: WeeklyTimes?) {
    self.dayStarts = dayStarts
    self.lightsOut = lightsOut
  }

  /// The evening that a time on the clock lies in.
  public func evening(of local: CivilDateTime) -> CivilDate {
    let candidates = (-2...1).map { local.date.adding(days: $0) }
    var best = candidates[0]
    // Of two that are as near, the later: the border belongs to the evening to come.
    for evening in candidates
    where abs(local.seconds(since: middle(of: evening)))
      <= abs(
        local.seconds(since: middle(of: best))
      )
    {
      best = evening
    }
    return best
  }

  /// When a time of day is shown in an evening.
  public func moment(of time: CivilTime, in evening: CivilDate) -> CivilDateTime {
    let middle = middle(of: evening)
    let dates = (-1...1).map { middle.date.adding(days: $0) }
    return dates.map { CivilDateTime(date: $0, time: time) }
      .first { $0.seconds(since: middle) >= -Self.halfDay }
      ?? CivilDateTime(date: middle.date, time: time)
  }

  /// When the light is meant to go out: late in the civil day, or where that starts before it,
  /// early in the next.
  private func middle(of evening: CivilDate) -> CivilDateTime {
    guard let lightsOut, let time = lightsOut.time(on: evening.weekday) ?? lightsOut.usual else {
      return CivilDateTime(date: evening.adding(days: 1), time: CivilTime(secondOfDay: 0))
    }
    let day = CivilTime.secondsInDay
    let late = (time.secondOfDay - dayStarts.secondOfDay + day) % day
    let begins = late < Self.halfDay ? evening.adding(days: 1) : evening
    return CivilDateTime(date: time < dayStarts ? begins.adding(days: 1) : begins, time: time)
  }
}

extension CivilDateTime {
  /// Seconds by the clock since another one; below 0 before it.
  fileprivate func seconds(since other: CivilDateTime) -> Int {
    (date.dayNumber - other.date.dayNumber) * CivilTime.secondsInDay
      + time.secondOfDay - other.time.secondOfDay
  }
}
