import Application
import ArgumentParser
import Coaching
import Pages

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how the coach is: the service, where things lie, what comes next.",
    discussion: """
      JSON: daemon {running, pid}, configuration (or configurationMissing: why), ledger, \
      facts, unknownFacts, spool, zone, language, tips, waiting, next {prompt, at}, extras (as \
      “coach extra” has them), and while it holds: pausedUntil, awayThrough, silent (off, \
      quiet or no-channel: why nothing is ever said), backOff {lastSign, next}, when the \
      person does not react.
      """
  )

  @Flag(help: "Print JSON.") var json = false
  @Option(parsing: .unconditional, help: "Print what a status bar reads: waybar.") var format:
    Format?

  /// The status bars whose form is known.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case waybar
  }

  func validate() throws {
    guard !json || format == nil else {
      throw ValidationError("--format is another JSON than --json; say one of them.")
    }
  }

  func run() throws {
    let workspace = try Workspace()
    let coach = try workspace.coach()
    let status = try workspace.status(coach)
    let holder = DaemonLock.holder(of: workspace.paths.lock)
    if format == .waybar {
      let bar = Waybar(status, isRunning: holder != nil, coach, workspace)
      return try Output.json(bar, isOneLine: true)
    }
    let daemon = StatusView.Daemon(holder)
    if json { return try Output.json(StatusView(status, daemon, workspace)) }
    Output.read(StatusPage(status: status, daemon: daemon, workspace: workspace).page())
  }
}
