/// What a calendar and a clock on the wall show together; which instant it is, a `Zone` says.
public struct CivilDateTime: Comparable, Hashable, CustomStringConvertible, Sendable {
  /// The day on the calendar.
  public var date: CivilDate
  /// The time on the clock.
  public var time: CivilTime

  /// This time on this date.
  public init(date: CivilDate, time: CivilTime) {
    self.date = date
    self.time = time
  }

  /// Reads `2026-11-22T07:30:00`, as it is written; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(String(parts[0])),
      let time = CivilTime(String(parts[1]))
    else { return nil }
    self.init(date: date, time: time)
  }

  /// The reading this many seconds after 1970-01-01T00:00:00 by the clock.
  ///
  /// Out of the calendar's range it is the first or the last second of the range.
  init(clockSeconds: Int) {
    let first = CivilDate(dayNumber: .min).dayNumber * CivilTime.secondsInDay
    let end = (CivilDate(dayNumber: .max).dayNumber + 1) * CivilTime.secondsInDay
    let inRange = min(max(clockSeconds, first), end - 1)
    let day = CivilDate.floorDivide(inRange, CivilTime.secondsInDay)
    date = CivilDate(dayNumber: day)
    time = CivilTime(secondOfDay: inRange - day * CivilTime.secondsInDay)
  }

  /// Seconds since 1970-01-01T00:00:00 as if every day had 86,400.
  var clockSeconds: Int {
    date.dayNumber * CivilTime.secondsInDay + time.secondOfDay
  }

  /// The instant at which a clock shows this that stands so many seconds east of UTC.
  public func instant(east offset: Int) -> Instant {
    Instant(seconds: Int64(clockSeconds - offset))
  }

  /// `2026-11-22T07:30:00`.
  public var description: String {
    "\(date)T\(time.fullDescription)"
  }

  public static func < (earlier: CivilDateTime, later: CivilDateTime) -> Bool {
    (earlier.date, earlier.time) < (later.date, later.time)
  }
}
