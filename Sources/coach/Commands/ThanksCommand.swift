import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

struct Thanks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thanks",
    abstract: "Count a thank-you that you gave or received; without a word, show the counts.",
    discussion: """
      EXAMPLES
        coach thanks received "for the lift"
        coach thanks given
        coach thanks received "for the soup" --day yesterday
        coach thanks                     the last 30 days

      It asks for no name and keeps no account between people. The counts are answers to the \
      questions thanks-given and thanks-received: “coach undo” takes the last one back.

      JSON: first, last, given, received.
      """
  )

  /// Which way a thank-you went.
  enum Way: String, ExpressibleByArgument, CaseIterable {
    case given
    case received

    init?(argument: String) {
      self.init(rawValue: Typed.meaning(argument, in: .thanks) ?? argument)
    }

    var thanks: Workspace.ThanksWay { self == .given ? .given : .received }
  }

  @Argument(help: "given or received.") var way: Way?
  @Argument(help: "What it was for, in your own words.", transform: Typed.text) var words:
    [String] = []
  @Option(
    parsing: .unconditional,
    help: "The day on which it was: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var day: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard way != nil || day == nil else {
      let command = ("command", "coach thanks received --day yesterday")
      throw ValidationError.said("use-thanks-day", command)
    }
  }

  private static let days = 30

  func run() throws {
    let workspace = try Workspace(.withoutTips, orDefaults: true)
    if let way {
      let day = try day.map { text throws(CommandError) in try workspace.dayOfAnswer(text) }
      try workspace.count(way.thanks, for: words.joined(separator: " "), on: day)
      if !json { Output.say(workspace.phrases("thanks-noted")) }
    }
    let days = workspace.today.adding(days: 1 - Thanks.days)...workspace.today
    let returns = try workspace.returns(from: days.lowerBound, through: days.upperBound)
    if json { return try Output.json(ThanksView(returns, on: days)) }
    let (given, received) = (String(returns.given), String(returns.received))
    Output.say(workspace.phrases("thanks-count", ("given", given), ("received", received)))
  }
}
