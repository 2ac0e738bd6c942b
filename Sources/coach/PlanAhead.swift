import ArgumentParser
import Coaching

struct PlanAhead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what the coach would do on some days; writes nothing.",
    discussion: """
      JSON, a list: prompt, slot, day, due, until, carries, opens. “opens” is when it can first \
      be shown: later than due where quiet hours or a pause hold it back, and absent where they \
      cover its window. Days off and days away have no prompts. With --tips: day, tip, title, \
      action, why, claim, because; with --why reason, as “coach tip --why” has it.
      """
  )

  @Option(help: "The first day: today, yesterday, tomorrow or YYYY-MM-DD.") var from = "today"
  @Option(help: "How many days, up to 3660.") var days = 3
  @Option(help: "Another zone than the system's, such as Europe/Berlin.") var zone: String?
  @Flag(help: "Show the tips that would come, if nothing were answered.") var tips = false
  @Flag(help: "With --tips: say why each would come.") var why = false
  @Option(help: "With --tips: draw from this instead of your own seed.") var seed: String?
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
    let coach = try workspace.coach()
    let dates = (0..<days).map { first.adding(days: $0) }
    for advice in outlook.advice(at: workspace.now) { Output.complain("\(advice)") }
    if json {
      let moments = dates.flatMap { coach.momentsAhead(on: $0, for: outlook).inOrder }
      return try Output.json(moments.map { View($0, outlook.zone) })
    }
    for date in dates { show(date, coach, outlook, workspace.phrases) }
    for slot in outlook.schedule.slots where slot.when == nil {
      Output.wrapped("\(workspace.phrases.slot(slot.name)) sleeps: its time is not set.")
    }
  }

  private func show(_ day: CivilDate, _ coach: Coach, _ outlook: Outlook, _ phrases: Phrases) {
    let changes = outlook.calendar.clockChanges(on: day)
    let moments = coach.momentsAhead(on: day, for: outlook).inOrder
    let rest = coach.rest(on: day, for: outlook.schedule)
    if moments.isEmpty, rest == nil, changes.isEmpty { return }
    Output.heading("\(day) \(day.weekday.shortName)")
    for change in changes { Output.wrapped(words(for: change), indent: 2) }
    if let rest { Output.wrapped(rest == .away ? "Away." : "A day off.", indent: 2) }
    for moment in moments { show(moment, outlook.zone, phrases) }
  }

  private func show(_ moment: Moment, _ zone: Zone, _ phrases: Phrases) {
    let from = zone.civil(at: moment.due)
    let until = zone.civil(at: moment.until)
    let night = from.date == moment.id.day ? "" : "\(from.date) "
    let hush =
      switch moment.opens {
      case nil: "; quiet until its window is over"
      case moment.due?: ""
      case let opens?: "; quiet until \(zone.civil(at: opens).time)"
      }
    let carries = moment.carries.joined(separator: ", ")
    let title = phrases.slot(moment.id.slot)
    Output.wrapped("\(night)\(from.time)–\(until.time)  \(title): \(carries)\(hush)", indent: 2)
  }

  private func words(for change: Zone.Change) -> String {
    let way = change.before < change.after ? "forward" : "back"
    return "The clocks go \(way), from \(change.before.time) to \(change.after.time)."
  }

  private func showTips(from first: CivilDate, in workspace: Workspace) throws(Failure) {
    let ahead = TipsAhead(workspace: workspace, seed: seed, isReasoned: why)
    let views = try ahead.views(from: first, days: days)
    if json { return try Output.json(views) }
    for view in views { view.show(workspace.phrases) }
  }

  struct View: Encodable {
    var prompt: String
    var slot: String
    var day: String
    var due: String
    var until: String
    var opens: String?
    var carries: [String]

    init(_ moment: Moment, _ zone: Zone) {
      prompt = moment.id.description
      slot = moment.id.slot
      day = moment.id.day.description
      due = zone.timestamp(moment.due)
      until = zone.timestamp(moment.until)
      opens = moment.opens.map(zone.timestamp)
      carries = moment.carries
    }
  }
}

extension [Moment] {
  fileprivate var inOrder: [Moment] { sorted { $0.due < $1.due } }
}
