import Application
import ArgumentParser
import Coaching
import Pages

struct PlanAhead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what the coach would do on some days; writes nothing.",
    discussion: """
      JSON, a list: prompt, slot, day, due, until, carries, opens, passes. “opens” is when it can \
      first be shown: later than due where quiet hours, a pause, another prompt or you hold it \
      back, and absent where it is not to be shown; “passes” then says why, unless it is quiet: \
      limit, near, backed-off, answered, day-ended or dropped. What is asked every so many days \
      is foreseen as if it was asked on its days. Days off and days away have no prompts. With \
      --tips: day, tip, title, action, why, claim, because; with --why reason, as “coach tip \
      --why” has it.
      """
  )

  @Option(
    parsing: .unconditional,
    help: "The first day: today, yesterday, tomorrow or YYYY-MM-DD.",
    transform: Typed.text
  ) var from = "today"
  @Option(parsing: .unconditional, help: "How many days, up to 3660.", transform: Typed.number)
  var days = 3
  @Option(
    parsing: .unconditional,
    help: "Another zone than the system's, such as Europe/Berlin.",
    transform: Typed.text
  ) var zone: String?
  @Flag(help: "Show the tips that would come, if nothing were answered.") var tips = false
  @Flag(help: "With --tips: say why each would come.") var why = false
  @Option(
    parsing: .unconditional,
    help: "With --tips: draw from this instead of your own seed.",
    transform: Typed.text
  ) var seed: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...3660).contains(days) else {
      throw ValidationError("--days is to be from 1 to 3660, not \(days).")
    }
  }

  func run() throws {
    let workspace = try Workspace()
    let first = try workspace.day(from)
    if tips { return try showTips(from: first, in: workspace) }
    var outlook = workspace.outlook
    if let zone { outlook.zone = try SystemZone.named(zone) }
    let coach = try workspace.coach().placed(in: outlook.zone)
    let dates = (0..<days).map { first.adding(days: $0) }
    for advice in outlook.advice(at: workspace.now) { Output.complain("\(advice)") }
    let moments = coach.moments(from: first, days: days, at: workspace.now, for: outlook)
    if json { return try Output.json(moments.inOrder.map { View($0, outlook.zone) }) }
    if let backOff = workspace.backOff(coach, for: outlook) {
      Output.wrapped(workspace.phrases("backed-off", ("day", "\(backOff.next)")))
    }
    let limits = outlook.schedule.limits
    for date in dates {
      let due = moments.filter { $0.id.day == date }.inOrder
      show(date, due, coach, outlook) { show($0, outlook.zone, limits, workspace.phrases) }
    }
    for slot in outlook.schedule.slots where slot.when == nil {
      Output.wrapped("\(workspace.phrases.slot(slot.name)) sleeps: its time is not set.")
    }
  }

  private func show(
    _ day: CivilDate,
    _ moments: [SlotOccurrence],
    _ coach: Coach,
    _ outlook: PlanningContext,
    _ show: (SlotOccurrence) -> Void
  ) {
    let changes = outlook.calendar.clockChanges(on: day)
    let rest = coach.rest(on: day, for: outlook.schedule)
    if moments.isEmpty, rest == nil, changes.isEmpty { return }
    Output.heading("\(day) \(day.weekday.shortName)")
    for change in changes { Output.wrapped(words(for: change), indent: 2) }
    if let rest { Output.wrapped(rest == .away ? "Away." : "A day off.", indent: 2) }
    for moment in moments { show(moment) }
  }

  private func show(_ moment: SlotOccurrence, _ zone: Zone, _ limits: Limits, _ phrases: Phrases) {
    let from = zone.civil(at: moment.due)
    let until = zone.civil(at: moment.until)
    let night = from.date == moment.id.day ? "" : "\(from.date) "
    let hush =
      switch (moment.opens, moment.passing) {
      case (_, .limit): "; gives way: \(limits.promptsPerDay) prompts a day"
      case (_, .near): "; gives way: prompts are \(TimeSpan.words(limits.apartSeconds)) apart"
      case (_, .backedOff): "; held back"
      case (_, .answered): "; answered by then"
      case (_, .dayEnded), (_, .dropped): "; comes after the day's messages have ended"
      case (let opens?, _) where moment.isPutOff: "; put off until \(zone.civil(at: opens).time)"
      case (nil, _) where moment.isPutOff: "; put off, and over by then"
      case (nil, _): "; quiet until its window is over"
      case (moment.due?, _): ""
      case (let opens?, _): "; waits until \(zone.civil(at: opens).time)"
      }
    let carries = moment.carries.joined(separator: ", ")
    let title = phrases.slot(moment.id.slot)
    Output.wrapped("\(night)\(from.time)–\(until.time)  \(title): \(carries)\(hush)", indent: 2)
  }

  private func words(for change: Zone.Change) -> String {
    let way = change.before < change.after ? "forward" : "back"
    return "The clocks go \(way), from \(change.before.time) to \(change.after.time)."
  }

  private func showTips(from first: CivilDate, in workspace: Workspace) throws(CommandError) {
    let ahead = try workspace.tipsAhead(from: first, days: days, seed: seed)
    if json { return try Output.json(ahead.map { TipAheadView($0, isReasoned: why) }) }
    for tip in ahead { Output.show(tip.page(workspace.phrases, isReasoned: why)) }
  }

  struct View: Encodable {
    var prompt: String
    var slot: String
    var day: String
    var due: String
    var until: String
    var opens: String?
    var passes: String?
    var carries: [String]

    init(_ moment: SlotOccurrence, _ zone: Zone) {
      prompt = moment.id.description
      slot = moment.id.slot
      day = moment.id.day.description
      due = zone.timestamp(moment.due)
      until = zone.timestamp(moment.until)
      opens = moment.opens.map(zone.timestamp)
      passes = moment.passing?.rawValue
      carries = moment.carries
    }
  }
}

extension [SlotOccurrence] {
  fileprivate var inOrder: [SlotOccurrence] { sorted { $0.due < $1.due } }
}
