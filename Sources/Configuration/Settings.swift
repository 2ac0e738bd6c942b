public import Coaching

/// What a person configured, with the defaults for the rest.
public struct Settings: Equatable, Sendable {
  /// When a slot comes, as it is written in the configuration.
  public enum SettingTime: Equatable, Sendable {
    case never
    case calendar(CalendarExpression)
    /// The person's own lights-out or get-up, some minutes before (negative) or after.
    case own(OwnTime, minutes: Int)
  }

  /// The times that the person sets for themselves; the documents name none.
  public enum OwnTime: String, CaseIterable, Sendable {
    case lightsOut = "lights-out"
    case getUp = "get-up"
  }

  /// A span of the clock in which nothing is said.
  public enum Quiet: Equatable, Sendable {
    /// From the person's lights-out until their get-up; no hours while either is unset.
    case own
    case span(QuietHours.Interval)
  }

  /// A slot as it is configured.
  public struct SlotSettings: Equatable, Sendable {
    public var name: String
    public var moment: SettingTime
    public var windowSeconds: Int64
    public var late = LatePolicy.digest
    public var carries: [String]
    public var endsDay: Bool
    /// Whether it asks the questions that the person wants and no slot carries.
    public var asksWanted = false
  }

  /// The places where prompts can be shown.
  public enum ChannelName: String, CaseIterable, Sendable {
    case desktop
    case spool
    case terminal
    case command

    /// Whether it comes between the person and what they do, and so waits until they are there; the
    /// others keep a prompt for them.
    public var interrupts: Bool { self == .desktop || self == .terminal }
  }

  /// Nil where the system's locale is to decide.
  public var language: Language?
  public var dayStarts = Settings.time("04:00")
  /// The first day of a week; nil where the system's locale is to decide.
  public var weekStarts: Weekday?
  public var quiet: [Quiet] = [.own]
  /// The days on which nothing is said, as calendar expressions.
  public var daysOff: [CalendarExpression] = []
  public var channels: [ChannelName] = [.desktop, .spool, .terminal]
  public var command = Command()
  public var presence = PresenceSettings()
  public var backup = Backup()
  public var spool = SpoolSettings()
  public var decks = [
    "daily", "active-service", "self-and-others", "craft", "extras-and-growth", "wider-circle",
    "perception-and-fairness", "formation-and-homes", "self-checks",
  ]
  /// Evening by evening, and morning by morning.
  public var lightsOut: WeeklyTimes?
  public var getUp: WeeklyTimes?
  /// How much sleep the person wants in a day, in minutes; nil where they did not say.
  public var wishMinutes: Int?
  /// How much later is still on time, in minutes; the program's choice.
  public var toleranceMinutes = Lateness.onTimeMinutes
  /// The person's own habits.
  public var habits: [HabitSettings] = []
  /// Habits that are asked together.
  public var routines: [Routine] = []
  /// The person's own targets for questions of the decks.
  public var targets: [TargetSettings] = []
  /// How often the person wants to be asked questions of the decks.
  public var asking: [AskingSettings] = []
  public var slots: [SlotSettings] = Settings.builtInSlots
  /// How much the coach may say in a day.
  public var limits = Limits.usual
  /// Whom the coach speaks to; its lights-out is the one above.
  public var profile = Profile()
  /// How much a tip says.
  public var wording = Teaching.Length.full
  /// The posts that the person puts themselves in, in turn.
  public var posts: [String] = []

  public init() {}

  private static func time(_ text: String) -> CivilTime {
    guard let time = CivilTime(text) else { preconditionFailure("\(text) is no time of day") }
    return time
  }

  static let builtInSlots = [
    SlotSettings(
      name: "morning",
      moment: .calendar(CalendarExpression(at: time("07:30"))),
      windowSeconds: 4 * 3600,
      carries: [
        "tip", "sleep", "final-guest", "promises", "my-service", "better", "reason",
        "counter-evidence", "case", "principle", "late-evenings", "series-back",
        "series",
      ],
      endsDay: false
    ),
    SlotSettings(
      name: "offer",
      moment: .calendar(CalendarExpression(at: time("10:30"))),
      windowSeconds: 3 * 3600,
      carries: ["offer", "help"],
      endsDay: false
    ),
    SlotSettings(
      name: "end-of-work",
      moment: .calendar(CalendarExpression(at: time("17:30"), through: .friday)),
      windowSeconds: 4 * 3600,
      carries: [
        "energy", "help", "tip-done", "self-check", "came-back", "other-post", "became-ordinary",
        "left-out", "own-words", "three-sides", "pay-or-management", "owner-score",
        "service-today", "next-time", "low-answers", "series-back", "move-slot",
        "plan-again",
      ],
      endsDay: false,
      asksWanted: true
    ),
    SlotSettings(
      name: "weekend",
      moment: .calendar(CalendarExpression(at: time("17:30"), from: .sunday)),
      windowSeconds: 4 * 3600,
      // On Monday it is of no use to know that Sunday could not ask.
      late: .drop,
      carries: ["tip-done", "series-back"],
      endsDay: false
    ),
    SlotSettings(
      name: "wind-down",
      moment: .own(.lightsOut, minutes: -30),
      windowSeconds: 30 * 60,
      // The next day it is of no use to know that it could not be said.
      late: .drop,
      carries: ["wind-down"],
      endsDay: true
    ),
  ]
}

extension Settings {
  /// Whom the coach speaks to, with their own times.
  public var person: Profile {
    var person = profile
    person.lightsOut = lightsOut
    person.getUp = getUp
    person.toleranceMinutes = toleranceMinutes
    let energy = targets.first { $0.question == Habit.energy }?.target
    if case .atLeast(let points)? = energy { person.programme.energyFrom = points.whole }
    person.hasPosts = !posts.isEmpty
    person.aims = aims
    return person
  }

  /// When the coach may speak, with the person's own times put in.
  public var schedule: Schedule {
    Schedule(
      slots: slots.map { $0.asksWanted ? withWanted(slot($0)) : slot($0) },
      dayStarts: dayStarts,
      quiet: QuietHours(quiet.flatMap(spans)),
      daysOff: daysOff,
      limits: limits
    )
  }

  private func spans(_ quiet: Quiet) -> [QuietHours.Interval] {
    switch quiet {
    case .span(let span): return [span]
    case .own:
      guard let lightsOut, let getUp else { return [] }
      return QuietHours.Interval.nights(lightsOut, getUp)
    }
  }

  /// A slot that asks the questions that the person wants and no slot carries.
  private func withWanted(_ slot: Slot) -> Slot {
    var slot = slot
    let carried = slots.flatMap(\.carries)
    slot.carries += profile.questions.filter { !carried.contains($0) }
    return slot
  }

  private func slot(_ settings: SlotSettings) -> Slot {
    let moments = moments(of: settings.moment)
    var slot = Slot(
      name: settings.name,
      when: moments.first,
      windowSeconds: settings.windowSeconds,
      late: settings.late,
      carries: settings.carries,
      endsDay: settings.endsDay
    )
    slot.alsoWhen = Array(moments.dropFirst())
    return slot
  }

  /// The expressions of a moment; none while it sleeps.
  private func moments(of moment: SettingTime) -> [CalendarExpression] {
    switch moment {
    case .never: return []
    case .calendar(let expression): return [expression]
    case .own(let own, let minutes):
      let moments =
        switch own {
        case .lightsOut: lightsOut?.eveningMoments(adding: minutes)
        case .getUp: getUp?.moments(adding: minutes)
        }
      return moments ?? []
    }
  }
}

extension Settings {
  /// An expression without what every one has: any date, and no seconds.
  fileprivate static func plain(_ expression: CalendarExpression) -> String {
    let parts = expression.description.split(separator: " ").filter { $0 != "*-*-*" }
    let text = parts.joined(separator: " ")
    return text.hasSuffix(":00") ? String(text.dropLast(3)) : text
  }
}

extension Settings.SettingTime: CustomStringConvertible {
  /// The moment as the configuration writes it.
  public var description: String {
    switch self {
    case .never: "never"
    case .calendar(let expression): Settings.plain(expression)
    case .own(let own, minutes: 0): own.rawValue
    case .own(let own, let minutes):
      "\(own.rawValue) \(minutes < 0 ? "-" : "+") \(TimeSpan.words(Int64(abs(minutes)) * 60))"
    }
  }
}
