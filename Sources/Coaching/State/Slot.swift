/// What becomes of a prompt that could not be shown inside its window.
public enum LatePolicy: String, CaseIterable, Sendable {
  /// It is shown all the same, as long as its civil day lasts.
  case show
  /// It is missed, and the next prompt tells of it.
  case digest
  /// It is missed, and nobody is told.
  case drop
}

/// A moment at which the coach may speak.
public struct Slot: Equatable, Sendable {
  public var name: String
  /// When it comes; nil while it sleeps, as wind-down does until lights-out is set.
  public var when: CalendarExpression?
  /// The same for further weekdays, where the person's own time differs by them.
  public var alsoWhen: [CalendarExpression] = []
  /// How long after its moment a prompt may still be shown, in seconds, at most a day.
  public var windowSeconds: Int64
  public var late: LatePolicy
  /// The tip, questions and cues it carries, by name.
  public var carries: [String]
  /// Whether it ends the day's messages.
  public var endsDay: Bool

  public init(
    name: String,
    when: CalendarExpression?,
    windowSeconds: Int64,
    late: LatePolicy = .digest,
    carries: [String],
    endsDay: Bool = false
  ) {
    self.name = name
    self.when = when
    self.windowSeconds = windowSeconds
    self.late = late
    self.carries = carries
    self.endsDay = endsDay
  }

  /// A day: what is not shown by then belongs to the day before.
  public static let longestWindowSeconds: Int64 = 86_400

  /// The slot's first moment on a civil day; nil when it has none.
  public func due(on day: CivilDate, in calendar: DayCalendar) -> Instant? {
    guard let when else { return nil }
    let (start, end) = (calendar.start(of: day), calendar.end(of: day))
    let first = when.first(in: calendar.zone, from: start, before: end)
    if alsoWhen.isEmpty { return first }
    return ([first] + alsoWhen.map { $0.first(in: calendar.zone, from: start, before: end) })
      .compactMap { $0 }.min()
  }

  /// The first instant at which a prompt that is due at an instant of a civil day is over.
  public func until(due: Instant, on day: CivilDate, in calendar: DayCalendar) -> Instant {
    let end = due.adding(seconds: windowSeconds)
    return late == .show ? max(end, calendar.end(of: day)) : end
  }
}

/// When the coach may speak.
public struct Schedule: Equatable, Sendable {
  public var slots: [Slot]
  /// When the person's civil day starts.
  public var dayStarts: CivilTime
  public var quiet: QuietHours
  /// The civil days on which nothing is said: those that one of these names.
  public var daysOff: [CalendarExpression]
  public var limits: Limits

  public init(
    slots: [Slot],
    dayStarts: CivilTime,
    quiet: QuietHours,
    daysOff: [CalendarExpression] = [],
    limits: Limits = .none
  ) {
    self.slots = slots
    self.dayStarts = dayStarts
    self.quiet = quiet
    self.daysOff = daysOff
    self.limits = limits
  }

  /// Whether a civil day is a day off.
  public func isOff(_ day: CivilDate) -> Bool {
    daysOff.contains { $0.names(day) }
  }
}
