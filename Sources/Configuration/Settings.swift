public import Coaching

/// What a person configured, with the defaults for the rest.
public struct Settings: Equatable, Sendable {
  /// When a slot comes, as it is written in the configuration.
  public enum Moment: Equatable, Sendable {
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
    case span(QuietHours.Span)
  }

  /// A slot as it is configured.
  public struct SlotSettings: Equatable, Sendable {
    public var name: String
    public var moment: Moment
    public var windowSeconds: Int64
    public var late = LatePolicy.digest
    public var carries: [String]
    public var endsDay: Bool
  }

  /// The places where prompts can be shown.
  public enum ChannelName: String, CaseIterable, Sendable {
    case spool
    case terminal
  }

  /// Nil where the system's locale is to decide.
  public var language: Language?
  public var dayStarts = Settings.time("04:00")
  public var quiet: [Quiet] = [.own]
  /// The days on which nothing is said, as calendar expressions.
  public var daysOff: [CalendarExpression] = []
  public var channels: [ChannelName] = [.spool, .terminal]
  public var decks = [
    "daily", "active-service", "self-and-others", "craft", "extras-and-growth", "wider-circle",
    "perception-and-fairness", "formation-and-homes",
  ]
  public var lightsOut: CivilTime?
  public var getUp: CivilTime?
  public var slots: [SlotSettings] = Settings.builtInSlots
  /// Whom the coach speaks to; its lights-out is the one above.
  public var profile = Profile()
  /// How much a tip says.
  public var wording = Teaching.Length.full
  /// The posts that the person puts themselves in, in turn.
  public var posts: [String] = []

  /// The question that is asked of a person who lists posts.
  static let postQuestion = "if-i-were"

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
      carries: ["tip", "sleep", "final-guest"],
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
        "energy", "help", "tip-done", "came-back", "if-i-were", "became-ordinary", "counted-out",
        "own-words", "three-sides", "pay-or-management", "owner-score",
      ],
      endsDay: false
    ),
    SlotSettings(
      name: "wind-down",
      moment: .own(.lightsOut, minutes: -30),
      windowSeconds: 30 * 60,
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
    if !posts.isEmpty { person.questions.append(Settings.postQuestion) }
    return person
  }

  /// When the coach may speak, with the person's own times put in.
  public var schedule: Schedule {
    Schedule(
      slots: slots.map(slot),
      dayStarts: dayStarts,
      quiet: QuietHours(quiet.compactMap(span)),
      daysOff: daysOff
    )
  }

  private func span(_ quiet: Quiet) -> QuietHours.Span? {
    switch quiet {
    case .span(let span): return span
    case .own:
      guard let lightsOut, let getUp else { return nil }
      return QuietHours.Span(from: lightsOut, until: getUp)
    }
  }

  private func slot(_ settings: SlotSettings) -> Slot {
    Slot(
      name: settings.name,
      when: expression(for: settings.moment),
      windowSeconds: settings.windowSeconds,
      late: settings.late,
      carries: settings.carries,
      endsDay: settings.endsDay
    )
  }

  /// The expression of a moment; nil while it sleeps.
  private func expression(for moment: Moment) -> CalendarExpression? {
    switch moment {
    case .never: return nil
    case .calendar(let expression): return expression
    case .own(let own, let minutes):
      let time = own == .lightsOut ? lightsOut : getUp
      return time.map { CalendarExpression(at: $0.adding(seconds: minutes * 60)) }
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

extension Settings.Moment: CustomStringConvertible {
  /// The moment as the configuration writes it.
  public var description: String {
    switch self {
    case .never: "never"
    case .calendar(let expression): Settings.plain(expression)
    case .own(let own, minutes: 0): own.rawValue
    case .own(let own, let minutes):
      "\(own.rawValue) \(minutes < 0 ? "-" : "+") \(Span.words(Int64(abs(minutes)) * 60))"
    }
  }
}
