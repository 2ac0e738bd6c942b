/// A moment at which the coach may speak.
public struct Slot: Equatable, Sendable {
  public var name: String
  /// When it comes; nil while it sleeps, as wind-down does until lights-out is set.
  public var when: CalendarExpression?
  /// How long after its moment a prompt may still be shown, in seconds.
  public var windowSeconds: Int64
  /// The tip, questions and cues it carries, by name.
  public var carries: [String]
  /// Whether it ends the day's messages.
  public var endsDay: Bool

  public init(
    name: String,
    when: CalendarExpression?,
    windowSeconds: Int64,
    carries: [String],
    endsDay: Bool = false
  ) {
    self.name = name
    self.when = when
    self.windowSeconds = windowSeconds
    self.carries = carries
    self.endsDay = endsDay
  }

  /// The slot's first moment on a civil day; nil when it has none.
  public func due(on day: CivilDate, in calendar: DayCalendar) -> Instant? {
    when?.first(in: calendar.zone, from: calendar.start(of: day), before: calendar.end(of: day))
  }
}

/// When the coach may speak.
public struct Schedule: Equatable, Sendable {
  public var slots: [Slot]
  /// When the person's civil day starts.
  public var dayStarts: CivilTime
  public var quiet: QuietHours

  public init(slots: [Slot], dayStarts: CivilTime, quiet: QuietHours) {
    self.slots = slots
    self.dayStarts = dayStarts
    self.quiet = quiet
  }
}

/// The hours in which the coach says nothing, the same on every day.
public enum QuietHours: Equatable, Sendable {
  case none
  /// From one time of day until another, over midnight when the second is not after the first.
  case hours(from: CivilTime, until: CivilTime)

  /// The instant at which the quiet around an instant ends; nil when it is not quiet then.
  public func end(at instant: Instant, in zone: Zone) -> Instant? {
    guard case .hours(let from, let until) = self else { return nil }
    let local = zone.civil(at: instant)
    let overMidnight = until <= from
    let isQuiet =
      overMidnight
      ? local.time >= from || local.time < until : local.time >= from && local.time < until
    guard isQuiet else { return nil }
    let days = overMidnight && local.time >= from ? 1 : 0
    let end = CivilDateTime(date: local.date.adding(days: days), time: until)
    switch zone.reading(of: end) {
    case .once(let only), .gap(let only): return only
    case .fold(let first, let second): return first > instant ? first : second
    }
  }
}
