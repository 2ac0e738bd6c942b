import Application
import ArgumentParser
import Channels
import Coaching
import Configuration
import Machine
import Pages

struct Circles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "circles",
    abstract: "Show whom your offers of help were for; what is blank is an invitation.",
    discussion: """
      An answer to “help” may name whom it was for: coach check help taken --circle colleague. \
      Your own circles go into [profile] circles, those you want to hear nothing of into \
      circles-off. A bar says welcome/offered.

      JSON: first, last, circles [{circle, title, offers, welcomed}] with the blank ones, unnamed \
      (offers that named nobody).
      """
  )

  @Option(
    parsing: .unconditional,
    help: "The last day: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var asOf = "today"
  @Option(parsing: .unconditional, help: "How many days, up to 10000.", transform: Typed.number)
  var days = 30
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...10_000).contains(days) else {
      throw ValidationError.said("use-days", ("most", "10000"), ("number", "\(days)"))
    }
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips, orDefaults: json)
    let last = try workspace.pastDay(asOf)
    let first = last.adding(days: 1 - days)
    let map = try workspace.circleMap(from: first, through: last)
    let phrases = workspace.phrases
    if json { return try Output.json(CirclesView(map, phrases, on: first...last)) }
    let ends = phrases.ends(of: first...last, seenOn: workspace.today)
    let span = [("first", ends.first), ("last", ends.last)]
    Output.read(map.page(phrases, under: phrases("circles-of", span[0], span[1])))
  }
}
