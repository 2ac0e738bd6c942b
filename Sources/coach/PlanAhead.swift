import ArgumentParser
import Coaching

struct PlanAhead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what the coach would do on some days; writes nothing.",
    discussion: "JSON, a list: prompt, slot, day, due, until, carries."
  )

  @Option(help: "The first day: today, yesterday or YYYY-MM-DD.") var from = "today"
  @Option(help: "How many days, up to 3660.") var days = 3
  @Option(help: "Another zone than the system's, such as Europe/Berlin.") var zone: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...3660).contains(days) else {
      throw ValidationError("--days is to be from 1 to 3660, not \(days).")
    }
  }

  func run() throws {
    let workspace = try Workspace()
    let first = try workspace.day(from)
    var calendar = workspace.calendar
    if let zone { calendar.zone = try SystemZone.named(zone) }
    let schedule = workspace.outlook.schedule
    let moments = schedule.moments(from: first, days: days, in: calendar)
    if json { return try Output.json(moments.map { View($0, calendar.zone) }) }
    var day: CivilDate?
    for moment in moments {
      if day != moment.id.day {
        Output.heading("\(moment.id.day) \(moment.id.day.weekday.shortName)")
      }
      day = moment.id.day
      let title = workspace.phrases.slot(moment.id.slot)
      let from = calendar.zone.civil(at: moment.due).time
      let until = calendar.zone.civil(at: moment.until).time
      let carries = moment.carries.joined(separator: ", ")
      Output.wrapped("\(from)–\(until)  \(title): \(carries)", indent: 2)
    }
    if moments.isEmpty { Output.wrapped("No slot comes on these days.") }
    for slot in schedule.slots where slot.when == nil {
      Output.wrapped("\(workspace.phrases.slot(slot.name)) sleeps: its time is not set.")
    }
  }

  struct View: Encodable {
    var prompt: String
    var slot: String
    var day: String
    var due: String
    var until: String
    var carries: [String]

    init(
      _ moment: (id: PromptID, due: Instant, until: Instant, carries: [String]),
      _ zone: Zone
    ) {
      prompt = moment.id.description
      slot = moment.id.slot
      day = moment.id.day.description
      due = zone.timestamp(moment.due)
      until = zone.timestamp(moment.until)
      carries = moment.carries
    }
  }
}
