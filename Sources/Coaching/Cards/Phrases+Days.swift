/// Days and moments, as the language writes them.
extension Phrases {
  /// A date, as it stands in a sentence; with its year unless it is that of the day it is read on.
  ///
  /// - Parameters:
  ///   - date: The date.
  ///   - today: The civil day on which it is read; nil where nobody knows that.
  /// - Returns: It, such as 2026-11-29 or 11月29日（週日）.
  public func date(_ date: CivilDate, seenOn today: CivilDate?) -> String {
    date.year == today?.year
      ? filled("date-this-year", places(of: date)) : filled("date-other-year", places(of: date))
  }

  /// The date of yesterday, as it stands in a sentence.
  public func yesterday(_ date: CivilDate) -> String {
    filled("date-yesterday", places(of: date))
  }

  /// A date with its day of the week, as it stands above what belongs to it.
  public func name(of date: CivilDate, seenOn today: CivilDate?) -> String {
    date.year == today?.year
      ? filled("day-this-year", places(of: date)) : filled("day-other-year", places(of: date))
  }

  /// A date above what belongs to it in a list of days.
  public func heading(of date: CivilDate, seenOn today: CivilDate?) -> String {
    date.year == today?.year
      ? filled("heading-this-year", places(of: date))
      : filled("heading-other-year", places(of: date))
  }

  /// The first and the last of some days, both with their year unless that is today's.
  ///
  /// - Parameters:
  ///   - days: The days.
  ///   - today: The civil day on which it is read; nil where that is near them.
  /// - Returns: Both.
  public func ends(
    of days: ClosedRange<CivilDate>,
    seenOn today: CivilDate? = nil
  ) -> (first: String, last: String) {
    let (first, last) = (days.lowerBound, days.upperBound)
    let seen = first.year == last.year ? today ?? last : nil
    return (date(first, seenOn: seen), date(last, seenOn: seen))
  }

  /// A day and a time of day, as they stand together.
  public func moment(_ moment: CivilDateTime, seenOn today: CivilDate?) -> String {
    let time = CivilTime(secondOfDay: moment.time.secondOfDay - moment.time.second)
    return self("day-time", ("day", date(moment.date, seenOn: today)), ("time", "\(time)"))
  }

  /// A text behind the day that it is of.
  public func dated(_ date: CivilDate, _ text: String, seenOn today: CivilDate?) -> String {
    self("dated", ("day", self.date(date, seenOn: today)), ("text", text))
  }

  /// A moment as a person reads it at an instant: today its time alone, else the date before it.
  public func moment(_ instant: Instant, in zone: Zone, seenAt now: Instant) -> String {
    let local = zone.civil(at: instant)
    // To the minute: nobody waits for a second.
    let time = local.time.shortDescription
    let today = zone.civil(at: now).date
    if local.date == today { return time }
    return self("day-time", ("day", date(local.date, seenOn: today)), ("time", time))
  }

  /// A day of the week, in short: “Mon”, 週一.
  public func name(of weekday: Weekday) -> String { weekday.name(among: self("weekday-names")) }

  /// What a language may write a date with.
  private func places(of date: CivilDate) -> [(name: String, value: String)] {
    [
      ("iso", date.description), ("year", String(date.year)), ("month", String(date.month)),
      ("day", String(date.day)), ("weekday", name(of: date.weekday)),
    ]
  }
}
