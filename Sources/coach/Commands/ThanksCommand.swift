import Application
import ArgumentParser
import Coaching
import Configuration

struct Thanks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thanks",
    abstract: "Count a thank-you that you gave or received; without a word, show the counts.",
    discussion: """
      EXAMPLES
        coach thanks received "for the lift"
        coach thanks given
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

    var thanks: Workspace.ThanksWay { self == .given ? .given : .received }
  }

  @Argument(help: "given or received.") var way: Way?
  @Argument(help: "What it was for, in your own words.", transform: Typed.text) var words:
    [String] = []
  @Flag(help: "Print JSON.") var json = false

  private static let days = 30

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    if let way {
      try workspace.count(way.thanks, for: words.joined(separator: " "))
      if !json { Output.wrapped(workspace.phrases("thanks-noted")) }
    }
    let last = workspace.today
    let first = last.adding(days: 1 - Thanks.days)
    let returns = try workspace.returns(from: first, through: last)
    if json { return try Output.json(View(returns, first, last)) }
    Output.wrapped(
      workspace.phrases(
        "thanks-count",
        ("given", String(returns.given)),
        ("received", String(returns.received))
      )
    )
  }

  struct View: Encodable {
    var first: String
    var last: String
    var given: Int
    var received: Int

    init(_ returns: Reciprocity, _ first: CivilDate, _ last: CivilDate) {
      self.first = first.description
      self.last = last.description
      given = returns.given
      received = returns.received
    }
  }
}
