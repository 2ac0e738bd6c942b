import Application
import ArgumentParser
import Coaching
import Machine
import Pages

struct ExtraCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extra",
    abstract: "Note something you did beyond the basics, or dropped; show the week's budget.",
    discussion: """
      EXAMPLES
        coach extra "fruit for the meeting" --minutes 20 --cost 5
        coach extra "a cake" --day sunday
        coach extra --landed no          how the last one was taken
        coach extra "a second draft" --dropped
        coach extra                      what of the week's budget is used

      How the last one was taken is asked once, by the next prompt that begins an hour later or \
      after that. The budget is that of [extras] in the configuration, for seven days. “coach \
      undo” takes the last one back.

      JSON: count, perWeek, minutes, minutesPerWeek, money, moneyPerWeek, usedUp, again, extras \
      [{day, text, minutes, cost, landed, dropped}].
      """
  )

  @Argument(help: "What it was, in a few words.", transform: Typed.text) var text: String?
  @Option(parsing: .unconditional, help: "How many minutes it took.", transform: Typed.minutes)
  var minutes: Int?
  @Option(
    parsing: .unconditional,
    help: "What it cost, such as 5 or “5.50 EUR”.",
    transform: Typed.text
  ) var cost: String?
  @Option(parsing: .unconditional, help: "Whether it was welcome and in nobody's way: yes or no.")
  var landed: Truth?
  @Flag(help: "You thought better of it: that is a good outcome.") var dropped = false
  @Option(
    parsing: .unconditional,
    help: "The day on which it was: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var day: String?
  @Flag(help: "Print JSON.") var json = false

  enum Truth: String, ExpressibleByArgument, CaseIterable {
    case yes, no

    init?(argument: String) {
      self.init(rawValue: Typed.meaning(argument, in: .yesNo) ?? argument)
    }
  }

  func validate() throws {
    guard text != nil || minutes == nil && cost == nil && day == nil && !dropped else {
      throw ValidationError.said("use-extra", ("command", "coach extra \"…\""))
    }
    guard minutes.map((0...1440).contains) ?? true else {
      throw ValidationError.said("use-minutes", ("number", "\(minutes ?? 0)"))
    }
    guard !json || text == nil && landed == nil else {
      throw ValidationError.said("use-json-note")
    }
  }

  func run() throws {
    let workspace = try Workspace(orDefaults: true)
    if let text {
      let landed = landed.map { $0 == .yes }
      var said =
        SaidExtra(text, minutes: minutes, cost: cost, landed: landed, isDropped: dropped)
      said.day = try day.map { text throws(CommandError) in try workspace.pastDay(text) }
      let extra = try workspace.note(said)
      let week = workspace.extraWeek(try workspace.coach())
      Output.show(week.reply(to: extra, in: workspace))
    } else if let landed {
      let recorded = try workspace.sayLastExtra(isWelcome: landed == .yes)
      for line in recorded.said(in: workspace) { Output.say(line) }
    } else {
      let week = workspace.extraWeek(try workspace.coach())
      if json {
        try Output.json(ExtrasView(week))
      } else {
        Output.read(week.page(workspace.phrases))
      }
    }
  }
}
