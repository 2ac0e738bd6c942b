/// What should be on the screen at an instant, and when to look again.
public struct Plan: Equatable, Sendable {
  /// A prompt that is to be held back for now.
  public struct DeferredPrompt: Equatable, Sendable {
    public var id: PromptID
    public var why: DeferralReason
    /// When it ends at the latest; nil where nobody can tell.
    public var until: Instant?
  }

  /// A prompt that will not be shown.
  public struct Passed: Equatable, Sendable {
    public var id: PromptID
    public var passing: PassReason
  }

  /// A prompt that was written down and has no place on the screen now.
  public struct SettledPrompt: Equatable, Sendable {
    public enum Reason: String, Sendable {
      case answered
      case over
      case snoozed
      /// The person is away on its day, or has taken the day off.
      case rest
      /// The person wants no prompts any more where it was shown.
      case unwanted
    }

    public var id: PromptID
    public var why: Reason
    /// The channels that have it on the screen and are to take it off.
    var channels: [String]

    init(_ prompt: Coach.Prompt, _ why: Reason) {
      id = prompt.prompted.id
      self.why = why
      channels = prompt.hiddenFrom + prompt.shownBy
    }
  }

  /// The moment that comes next.
  public struct Next: Equatable, Sendable {
    public var id: PromptID
    public var at: Instant
  }

  /// The civil day of the instant.
  public var day: CivilDate
  /// Prompts whose moment has come; to be written down before they are shown.
  public var begins: [PromptContent] = []
  /// The tips that these tell for the first time, with all that was weighed.
  public var decisions: [TipDecision] = []
  /// Prompts that were written down and are neither answered nor over.
  public var showing: [Coach.Prompt] = []
  /// Those of them that may appear now where they have not yet: not in quiet hours, and not once
  /// the day's messages have ended.
  public var appearing: [Coach.Prompt] = []
  /// Prompts that were written down and have no place on the screen now.
  public var settled: [SettledPrompt] = []
  public var passed: [Passed] = []
  public var deferred: [DeferredPrompt] = []
  public var next: Next?
  public var looksAgain: Instant
}

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
  /// How many civil days ahead it is foreseen what is said to a person who does not react.
  static let daysForeseen = 100
}

extension PlanningContext {
  /// When the day's messages end for a prompt; nil for one that ends them, and where none does.
  func dayEnd(of id: PromptID) -> Instant? {
    if !schedule.slots.contains(where: \.endsDay) { return nil }
    if schedule.slots.contains(where: { $0.endsDay && $0.name == id.slot }) { return nil }
    return messagesEnd(on: id.day)
  }

  /// Whether the day's messages have ended for a prompt that is none of those that end them.
  func hasEnded(_ id: PromptID, at now: Instant) -> Bool {
    dayEnd(of: id).map { $0 <= now } ?? false
  }
}
