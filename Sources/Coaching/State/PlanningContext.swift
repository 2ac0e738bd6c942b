/// What a plan is made from beside the facts: nothing of it changes by itself.
public struct PlanningContext: Equatable, Sendable {
  /// What is configured, which never changes: it is large, and each look is handed all of it.
  private final class Configured: Equatable, Sendable {
    let schedule: Schedule
    let teaching: Teaching
    let profile: Profile
    let calendar: DayCalendar

    init(_ schedule: Schedule, _ teaching: Teaching, _ profile: Profile, in zone: Zone) {
      self.schedule = schedule
      self.teaching = teaching
      self.profile = profile
      calendar = DayCalendar(zone: zone, dayStarts: schedule.dayStarts)
    }

    static func == (left: Configured, right: Configured) -> Bool {
      left === right
        || left.schedule == right.schedule && left.teaching == right.teaching
          && left.profile == right.profile && left.calendar == right.calendar
    }
  }

  private var configured: Configured

  public var schedule: Schedule {
    get { configured.schedule }
    set { configured = Configured(newValue, teaching, profile, in: zone) }
  }
  /// The slots alone, for what asks about them often: a schedule is many parts to hand out.
  var slots: [Slot] { configured.schedule.slots }
  public var teaching: Teaching {
    get { configured.teaching }
    set { configured = Configured(schedule, newValue, profile, in: zone) }
  }
  public var profile: Profile {
    get { configured.profile }
    set { configured = Configured(schedule, teaching, newValue, in: zone) }
  }
  public var zone: Zone {
    get { configured.calendar.zone }
    set { configured = Configured(schedule, teaching, profile, in: newValue) }
  }
  public var calendar: DayCalendar { configured.calendar }

  /// Before this instant the clock is taken not to have been set yet: nothing is said.
  public var clockStarts: Instant
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
    configured = Configured(schedule, teaching, profile, in: zone)
    self.clockStarts = clockStarts
    self.presence = presence
  }

  /// How many civil days back a prompt is still accounted for; what is older was never there.
  public static let daysBack = 7
  /// How many civil days ahead the day of a prompt may lie that is on the screen.
  public static let daysShownAhead = 2
  /// How many civil days ahead the next moment is looked for: a week names every weekday.
  static let daysAhead = 8
  /// How many civil days ahead it is foreseen from now on what is said; what is asked for from a
  /// later day on is foreseen from the beginning of that.
  static let daysForeseen = 400
  /// How many civil days before a day the fold around it holds; of what was before, it holds what
  /// is remembered.
  static let daysFolded = 9
}
