/// A calendar expression of systemd.time(7): `Mon..Fri 07:30`.
///
/// Read so far: a time `HH:MM` or `HH:MM:SS`, with weekdays, `*-*-*` or both before it.
public struct CalendarExpression: Equatable, CustomStringConvertible, Sendable {
  let weekdays: WeekdaySet
  let time: CivilTime

  /// Reads an expression.
  ///
  /// - Parameter text: the expression, without space before or after it.
  /// - Throws: `CalendarError`, which names the character and what is accepted there.
  public init(_ text: String) throws(CalendarError) {
    var parser = CalendarParser(text)
    self = try parser.expression()
  }

  init(weekdays: WeekdaySet, time: CivilTime) {
    self.weekdays = weekdays
    self.time = time
  }

  /// The times it names on a civil date, ascending; none where the date does not match.
  public func times(on date: CivilDate) -> [CivilTime] {
    weekdays.contains(date.weekday) ? [time] : []
  }

  /// The normalized form, as `systemd-analyze calendar` writes it: `Mon..Fri *-*-* 07:30:00`.
  public var description: String {
    let everyDate = "*-*-* \(time.fullDescription)"
    return weekdays == .all ? everyDate : "\(weekdays) \(everyDate)"
  }

  /// The first occurrence in a span of real time; nil where there is none.
  ///
  /// A time inside a gap occurs at the first instant after it, a time inside a fold at the first
  /// of the two; a date the zone never had has no occurrence. Only the civil dates of the span
  /// are looked at.
  ///
  /// - Parameters:
  ///   - zone: where the expression's clock hangs.
  ///   - start: the span's first instant.
  ///   - end: the first instant after the span.
  /// - Returns: the earliest occurrence that is not before `start` and is before `end`.
  public func first(in zone: Zone, from start: Instant, before end: Instant) -> Instant? {
    guard start < end else { return nil }
    // A gap over midnight moves a time of the day before into the span, and a fold over midnight
    // shows the day after inside it: one day more at each end.
    let firstDay = zone.civil(at: start).date.adding(days: -1).dayNumber
    let lastDay = zone.civil(at: end).date.adding(days: 1).dayNumber
    // Only a damaged zone puts its clocks back by so much; a range must not trap on it.
    guard firstDay <= lastDay else { return nil }
    for day in firstDay...lastDay {
      let date = CivilDate(dayNumber: day)
      var earliest: Instant?
      for time in times(on: date) {
        let instant = zone.instant(of: CivilDateTime(date: date, time: time))
        guard instant >= start, instant < end, instant < earliest ?? .distantFuture,
          zone.has(date)
        else { continue }
        earliest = instant
      }
      if let earliest { return earliest }
    }
    return nil
  }

  /// The first occurrence after an instant.
  public func next(after instant: Instant, in zone: Zone) -> Instant? {
    first(
      in: zone,
      from: instant.adding(seconds: 1),
      before: instant.adding(seconds: 86_400 * 3000)
    )
  }
}
