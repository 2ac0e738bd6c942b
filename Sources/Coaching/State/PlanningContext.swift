/// What a plan is made from beside the facts: nothing of it changes by itself.
public struct PlanningContext: Equatable, Sendable {
  public var schedule: Schedule
  public var teaching: Teaching
  public var zone: Zone
  /// Before this instant the clock is taken not to have been set yet: nothing is said.
  public var clockStarts: Instant
  public var profile: Profile
  /// Nil where nothing tells whether the person is there: then nothing waits for them.
  public var presence: Presence?
  /// Whether nothing but what interrupts the person shows a prompt: then it begins when they are
  /// there, else it would be over without having been seen.
  public var waitsForPerson = false

  public init(
    schedule: Schedule,
    teaching: Teaching,
    zone: Zone,
    clockStarts: Instant = .distantPast,
    profile: Profile = Profile(),
    presence: Presence? = nil
  ) {
    self.schedule = schedule
    self.teaching = teaching
    self.zone = zone
    self.clockStarts = clockStarts
    self.profile = profile
    self.presence = presence
  }

  public var calendar: DayCalendar { DayCalendar(zone: zone, dayStarts: schedule.dayStarts) }

  /// How many civil days back a prompt is still accounted for; what is older was never there.
  public static let daysBack = 7
  /// How many civil days ahead the day of a prompt may lie that is on the screen.
  static let daysShownAhead = 2
  /// How many civil days ahead the next moment is looked for: a week names every weekday.
  static let daysAhead = 8
  /// How many civil days ahead it is foreseen from now on what is said; what is asked for from a
  /// later day on is foreseen from the beginning of that.
  static let daysForeseen = 400
  /// How many civil days before a day the fold around it holds; of what was before, it holds what
  /// is remembered.
  static let daysFolded = 9
}
