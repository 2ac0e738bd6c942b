import Application
import ArgumentParser
import Coaching
import Machine
import Pages

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how the coach is: the service, where things lie, what comes next.",
    discussion: """
      JSON: daemon {running, pid}, configuration (or configurationMissing: why; where the file is \
      refused, configurationRefused: why, and configurationStandIn: last-good, partly or \
      defaults), ledger, \
      facts, unknownFacts, spool, zone, language, tips, waiting, next {prompt, at}, extras (as \
      “coach extra” has them), and while it holds: pausedUntil, awayThrough, silent (off, \
      quiet or no-channel: why nothing is ever said), backOff {lastSign, next}, when the \
      person does not react.
      """
  )

  @Flag(help: "Print JSON.") var json = false
  @Option(parsing: .unconditional, help: "Print what a status bar reads: waybar, text.") var format:
    Format?

  /// The status bars whose form is known.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case waybar
    /// One that shows a line as it is: the number alone, and none where nothing waits.
    case text
  }

  func validate() throws {
    guard !json || format == nil else {
      throw ValidationError.said("use-format")
    }
  }

  func run() throws {
    let holder = DaemonLock.holder(of: Paths().lock)
    if let format {
      let bar = Status.bar(isRunning: holder != nil)
      switch format {
      case .waybar: try Output.json(bar, isOneLine: true)
      case .text: Output.read(bar.line)
      }
      return
    }
    let workspace = try Workspace(orDefaults: json)
    let coach = try workspace.coach()
    let status = try workspace.status(coach)
    let daemon = StatusView.Daemon(holder)
    if json { return try Output.json(StatusView(status, daemon, workspace)) }
    Output.read(StatusPage(status: status, daemon: daemon, workspace: workspace).page())
  }

  /// A bar that gets nothing shows nothing: it is told what is wrong instead.
  private static func bar(isRunning: Bool) -> Waybar {
    do {
      let workspace = try Workspace(orDefaults: true)
      let coach = try workspace.coach()
      return Waybar(try workspace.status(coach), isRunning: isRunning, coach, workspace)
    } catch {
      Output.complain(error)
      return Waybar(trouble: error.spoken)
    }
  }
}
