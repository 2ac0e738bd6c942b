import Application
import ArgumentParser
import Coaching
import Machine
import Pages

struct PlanAhead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what the coach would do on some days; writes nothing.",
    discussion: """
      JSON, a list: prompt, slot, day, due, until, carries, opens, passes. “opens” is when it can \
      first be shown: later than due where quiet hours, a pause, another prompt or you hold it \
      back, and absent where it is not to be shown; “passes” then says why, unless it is quiet: \
      limit, near, backed-off, answered, day-ended, dropped, or off and absent where its window \
      is over. What is asked every so many days is foreseen as if it was asked on its days. Days \
      off and days away have no prompts. With --tips: day, tip, title, action, why, claim, \
      because; with --why reason, as “coach tip --why” has it.
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
      throw ValidationError.said("use-days", ("most", "3660"), ("number", "\(days)"))
    }
    guard tips || !why && seed == nil else {
      throw ValidationError.said("use-plan-tips")
    }
    guard !tips || zone == nil else {
      throw ValidationError.said("use-plan-zone")
    }
  }

  func run() throws {
    let workspace = try Workspace(orDefaults: json)
    let first = try workspace.day(from, .coming)
    if tips { return try showTips(from: first, in: workspace) }
    let zone = try zone.map { name throws(CommandError) in try SystemZone.named(name) }
    let ahead = try workspace.daysAhead(from: first, count: days, in: zone)
    for advice in ahead.context.advice(at: workspace.now) { Output.complain("\(advice)") }
    if json {
      return try Output.json(ahead.moments.map { MomentView($0, ahead.context.zone) })
    }
    Output.read(ahead.page(in: workspace))
  }

  private func showTips(from first: CivilDate, in workspace: Workspace) throws(CommandError) {
    let ahead = try workspace.tipsAhead(from: first, days: days, seed: seed)
    if json { return try Output.json(ahead.map { TipAheadView($0, isReasoned: why) }) }
    Output.read(TipsAheadPage(ahead, isReasoned: why).page(workspace.phrases))
  }
}
