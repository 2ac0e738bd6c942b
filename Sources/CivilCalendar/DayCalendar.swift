/// The person's civil days: a zone, and the time of day at which a day starts.
public struct DayCalendar: Equatable, Sendable {
  public var zone: Zone
  public var dayStarts: CivilTime

  public init(zone: Zone, dayStarts: CivilTime) {
    self.zone = zone
    self.dayStarts = dayStarts
  }

  /// The first instant of a civil day.
  public func start(of day: CivilDate) -> Instant {
    zone.instant(of: CivilDateTime(date: day, time: dayStarts))
  }

  /// The first instant after a civil day.
  public func end(of day: CivilDate) -> Instant {
    start(of: day.adding(days: 1))
  }

  /// The civil day that an instant belongs to; 00:40 belongs to the evening before.
  ///
  /// Read from the days' own starts, so that a fold around the start repeats no day.
  public func day(at instant: Instant) -> CivilDate {
    let local = zone.civil(at: instant)
    let day = local.time < dayStarts ? local.date.adding(days: -1) : local.date
    if instant < start(of: day) { return day.adding(days: -1) }
    if instant >= end(of: day) { return day.adding(days: 1) }
    return day
  }

  /// The changes of the clocks in a civil day, in order.
  public func clockChanges(on day: CivilDate) -> [Zone.Change] {
    var changes: [Zone.Change] = []
    var last = start(of: day)
    // No day has seen more.
    while changes.count < 4, let change = zone.change(after: last, through: end(of: day)) {
      changes.append(change)
      last = change.instant
    }
    return changes
  }
}
