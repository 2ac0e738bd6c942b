package import Coaching
package import Configuration

/// What a person's acts and questions work with: the configuration, the zone, the ledger and now.
///
/// All of it is handed in as values, so that whoever asks is told the same: a command, the bus, the
/// desktop, the person's own program, a test.
package struct Workspace {
  /// Where something is done; its name stands beside each answer.
  package enum Origin: String, CaseIterable, Sendable {
    case command
    case desktop
    case bus
    /// The person's own program, the channel “command”.
    case program
  }

  package let paths: Paths
  package let configuration: Configuration
  package let ledger: any FactLedger
  package let now: Instant
  package let context: PlanningContext
  package let origin: Origin
  /// The words that a person may type.
  package let words: Words
  private let readAll: (() throws(CommandError) -> Configuration)?

  /// - Parameters:
  ///   - paths: Where things lie.
  ///   - configuration: The configuration, with as much of the decks as was read.
  ///   - ledger: The facts.
  ///   - context: What is planned from.
  ///   - now: The instant at which all of it happens.
  ///   - origin: Where it is done.
  ///   - words: The words that a person may type; nil for those beside the decks.
  ///   - readAll: Reads the configuration with all of the decks, for the few acts that need more
  ///     than was read; nil where all was.
  package init(
    _ paths: Paths,
    _ configuration: Configuration,
    _ ledger: any FactLedger,
    _ context: PlanningContext,
    at now: Instant,
    from origin: Origin,
    words: Words? = nil,
    readAll: (() throws(CommandError) -> Configuration)? = nil
  ) {
    self.paths = paths
    self.configuration = configuration
    self.ledger = ledger
    self.context = context
    self.now = now
    self.origin = origin
    let places = paths.places(spoken: configuration.language)
    self.words = words ?? Words(in: places.decks, language: configuration.language)
    self.readAll = readAll
  }

  package var teaching: Teaching { configuration.teaching }
  package var phrases: Phrases { configuration.teaching.phrases }
  package var calendar: DayCalendar { context.calendar }
  package var today: CivilDate { calendar.day(at: now) }

  /// The habits, each with what the person means to do about it today.
  package var habits: [Habit] { teaching.habits(configuration.settings.aims) }

  /// What the person means to do about a question on a day; nil where its answers have no strength.
  func aim(of question: Question, on day: CivilDate) -> Aim? {
    question.isHabit ? configuration.settings.aims.aim(of: question, on: day.weekday) : nil
  }

  /// The habit of a question; nil where its answers have no strength.
  package func habit(_ question: String) -> Habit? { habits.first { $0.question.id == question } }

  /// The same with the tips, which whatever records a plain answer has not read.
  func whole() throws(CommandError) -> Workspace {
    guard teaching.tips.isEmpty, let readAll else { return self }
    let all = try readAll()
    let context = PlanningContext(all, zone: context.zone, presence: context.presence)
    return Workspace(paths, all, ledger, context, at: now, from: origin, words: words)
  }

  /// The fold of the facts around a day; today's unless said otherwise.
  package func coach(around day: CivilDate? = nil) throws(CommandError) -> Coach {
    try ledger.coach(around: day ?? today, for: teaching).placed(in: context.zone)
  }

  /// Something that happened now, for a civil day.
  func draft(_ event: Event, on day: CivilDate) -> Draft {
    Draft(instant: now, zone: context.zone.name, day: day, event: event)
  }

  /// Writes one fact down.
  func record(_ event: Event, on day: CivilDate) throws(CommandError) {
    try record([draft(event, on: day)])
  }

  /// Writes facts down, all or none.
  func record(_ drafts: [Draft]) throws(CommandError) {
    try ledger.append(drafts)
  }

  /// Reads the end of a pause or a snooze as a person types it.
  func instant(_ text: String) throws(CommandError) -> Instant { try end(text).at }

  /// Reads the end of a pause or a snooze, and whether it is a moment on a clock and no span.
  package func end(_ text: String) throws(CommandError) -> (at: Instant, isMoment: Bool) {
    do throws(UntilError) {
      let at = try context.instant(text.narrowDigits, after: now)
      return (at, text.trimmed.lowercased().hasPrefix("until"))
    } catch {
      if let at = Instant(rfc3339: text.trimmed), at > now { return (at, true) }
      if let understood = try understood(end: text) { return understood }
      throw CommandError(.data, error.saying)
    }
  }

  /// Reads a day as a person types it.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - side: On which side of today a day is that can be on both.
  /// - Returns: The day.
  /// - Throws: When it is none.
  package func day(
    _ text: String,
    _ side: DayPhrase.Side = .either
  ) throws(CommandError) -> CivilDate {
    if let day = written(day: text) { return day }
    if let day = try understood(day: text, side) { return day }
    throw CommandError(.data, "refused-day", ("typed", text.printable))
  }

  /// Reads the day of an answer, which is refused where the answer is if it has not come.
  package func dayOfAnswer(_ text: String) throws(CommandError) -> CivilDate {
    if let day = written(day: text) { return day }
    if let day = try understood(day: text, .past) { return day }
    throw CommandError(.data, "refused-past-day", ("typed", text.printable))
  }

  /// Reads a day that has come.
  package func pastDay(_ text: String) throws(CommandError) -> CivilDate {
    let day = try dayOfAnswer(text)
    if day > today {
      let (last, now) = (Saying.day(day, seenOn: today), Saying.day(today, seenOn: today))
      throw CommandError(.data, "day-not-come", ("day", last), ("today", now))
    }
    return day
  }

  /// The day that a person wrote; nil where it is none.
  func written(day text: String) -> CivilDate? {
    let text = text.narrowDigits.trimmed
    switch text.lowercased() {
    case "today": return today
    case "yesterday": return today.adding(days: -1)
    case "tomorrow": return today.adding(days: 1)
    default: return CivilDate(text)
    }
  }

  /// A day as it is shown, with a word for yesterday.
  package func name(of day: CivilDate) -> String {
    day == today.adding(days: -1) ? phrases.yesterday(day) : phrases.date(day, seenOn: today)
  }

  /// A moment as it is shown: today its time alone, else the date before it.
  package func moment(_ instant: Instant) -> String {
    phrases.moment(instant, in: context.zone, seenAt: now)
  }
}
