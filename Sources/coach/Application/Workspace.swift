import Coaching
import Configuration
import Storage
import Systemd

/// What a command works with: the configuration, the zone, the ledger and now.
struct Workspace {
  let paths: Paths
  let configuration: Configuration
  let ledger: Ledger
  let now: Instant
  let outlook: PlanningContext

  /// Opens what a command works with.
  ///
  /// - Parameters:
  ///   - extent: How much of the decks the command needs.
  ///   - language: Another language than the configured one.
  ///   - complains: Whether to say on standard error what goes on without.
  /// - Throws: When the configuration or the ledger is refused.
  init(
    _ extent: Configuration.ReadScope = .everything,
    language: Language? = nil,
    complains: Bool = true
  ) throws(CommandError) {
    paths = Paths()
    configuration = try Workspace.configuration(in: paths, extent, language: language)
    for refusal in configuration.refusals where complains {
      Output.complain("\(refusal)\nThe rest goes on.")
    }
    ledger = try Workspace.ledger(at: paths.ledger)
    now = Workspace.now
    let zone = SystemZone.read()
    if complains, let trouble = zone.trouble { Output.complain(trouble) }
    outlook = PlanningContext(
      schedule: configuration.settings.schedule,
      teaching: configuration.teaching,
      zone: zone.zone,
      profile: configuration.settings.person
    )
  }

  /// What is at hand already, as in the daemon.
  init(_ paths: Paths, _ configuration: Configuration, _ ledger: Ledger, _ outlook: PlanningContext)
  {
    self.paths = paths
    self.configuration = configuration
    self.ledger = ledger
    self.outlook = outlook
    now = Workspace.now
  }

  var teaching: Teaching { configuration.teaching }
  var phrases: Phrases { configuration.teaching.phrases }
  var calendar: DayCalendar { outlook.calendar }
  var today: CivilDate { calendar.day(at: now) }

  /// A clock that stands before this program was written has not been set yet.
  static let clockStarts = Instant(seconds: 1_767_225_600)

  static var now: Instant { Instant(microseconds: Clock.realtime()) }

  /// The habits, each with what the person means to do about it today.
  var habits: [Habit] { teaching.habits(configuration.settings.aims) }

  /// What the person means to do about a question on a day; nil where its answers have no strength.
  func aim(of question: Question, on day: CivilDate) -> Aim? {
    question.isHabit ? configuration.settings.aims.aim(of: question, on: day.weekday) : nil
  }

  /// The habit of a question; nil where its answers have no strength.
  func habit(_ question: String) -> Habit? { habits.first { $0.question.id == question } }

  static func configuration(
    in paths: Paths,
    _ extent: Configuration.ReadScope = .everything,
    language: Language? = nil
  ) throws(CommandError) -> Configuration {
    do {
      return try Configuration(paths.places, extent, language: language, zones: SystemZone.known)
    } catch {
      throw CommandError(error)
    }
  }

  static func ledger(at path: String) throws(CommandError) -> Ledger {
    do {
      return try Ledger(path: path)
    } catch {
      throw CommandError(error)
    }
  }

  /// The fold of the facts around a day; today's unless said otherwise.
  func coach(around day: CivilDate? = nil) throws(CommandError) -> Coach {
    do {
      return try ledger.coach(
        around: day ?? today,
        tips: teaching.dispensable,
        spaced: teaching.spaced,
        notes: teaching.recalledNotes
      )
    } catch {
      throw CommandError(error)
    }
  }

  /// Something that happened now, for a civil day.
  func draft(_ event: Event, on day: CivilDate) -> Draft {
    Draft(instant: now, zone: outlook.zone.name, day: day, event: event)
  }

  /// The answer that stands for a question and a civil day.
  func answer(to question: String, on day: CivilDate) throws(CommandError) -> Answer? {
    do {
      return try ledger.answer(to: question, on: day)
    } catch {
      throw CommandError(error)
    }
  }

  /// Writes one fact down.
  func record(_ event: Event, on day: CivilDate) throws(CommandError) {
    try record([draft(event, on: day)])
  }

  /// Writes facts down, all or none.
  func record(_ drafts: [Draft]) throws(CommandError) {
    do {
      _ = try ledger.append(drafts)
    } catch {
      throw CommandError(error)
    }
  }

  /// Reads the end of a pause or a snooze as a person types it.
  func instant(_ text: String) throws(CommandError) -> Instant {
    do {
      return try outlook.instant(text, after: now)
    } catch {
      throw CommandError(.data, error.description)
    }
  }

  /// Reads a day as a person types it.
  func day(_ text: String) throws(CommandError) -> CivilDate {
    switch text.lowercased() {
    case "today": return today
    case "yesterday": return today.adding(days: -1)
    case "tomorrow": return today.adding(days: 1)
    default:
      guard let day = CivilDate(text) else {
        let what = "“\(text.printable)” is no day; say today, yesterday, tomorrow or YYYY-MM-DD"
        throw CommandError(.data, what)
      }
      return day
    }
  }

  /// A day as it is shown, with a word for yesterday.
  func name(of day: CivilDate) -> String {
    day == today.adding(days: -1)
      ? phrases("yesterday", ("day", day.description)) : day.description
  }

  /// A moment as it is shown: today its time alone, else the date before it.
  func moment(_ instant: Instant) -> String {
    outlook.zone.moment(instant, seenAt: now)
  }
}
