import ArgumentParser
import Coaching
import Configuration
import Storage

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how the coach is: the service, where things lie, what comes next.",
    discussion: """
      JSON: daemon {running, pid}, configuration, ledger, facts, unknownFacts, spool, zone, \
      language, tips, waiting, next {prompt, at}, extras (as “coach extra” has them), and \
      while it holds: pausedUntil, awayThrough, silent (off, quiet or no-channel: why nothing is \
      ever said), backOff {lastSign, next}, when the person does not react.
      """
  )

  @Flag(help: "Print JSON.") var json = false
  @Option(help: "Print what a status bar reads: waybar.") var format: Format?

  /// The status bars whose form is known.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case waybar
  }

  func run() throws {
    let workspace = try Workspace()
    let coach = try workspace.coach()
    let view = try View(workspace, coach)
    if format == .waybar {
      return try Output.json(Waybar(view, coach, workspace), isOneLine: true)
    }
    if json { try Output.json(view) } else { view.show(in: workspace) }
  }

  struct View: Encodable {
    var daemon: Daemon
    var configuration: String?
    var ledger: String
    var facts: Int
    /// Facts of the days around now that a newer version wrote.
    var unknownFacts: Int
    var spool: String
    var zone: String
    var language: String
    var tips: Int
    var waiting: [String]
    var next: Today.View.Said?
    var pausedUntil: String?
    var awayThrough: String?
    var backOff: BackOffView?
    /// Why nothing is ever said; nil where something is.
    var silent: String?
    var extras: ExtrasView

    struct Daemon: Encodable {
      var running: Bool
      var pid: Int?
    }

    init(_ workspace: Workspace, _ coach: Coach) throws(CommandError) {
      let holder = DaemonLock.holder(of: workspace.paths.lock)
      let plan = coach.plan(at: workspace.now, for: workspace.outlook)
      daemon = Daemon(running: holder != nil, pid: holder.flatMap { $0 > 0 ? Int($0) : nil })
      configuration = workspace.configuration.file
      ledger = workspace.paths.ledger
      do {
        facts = try workspace.ledger.factCount
      } catch {
        throw CommandError(error)
      }
      unknownFacts = coach.unknownCount
      spool = workspace.paths.spool
      zone = workspace.outlook.zone.name
      language = workspace.configuration.language.rawValue
      tips = workspace.teaching.tips.count
      waiting = coach.openQuestions(at: workspace.now, for: workspace.outlook).map(\.id)
      next = plan.next.map { next in
        let at = workspace.outlook.zone.timestamp(next.at)
        return Today.View.Said(prompt: next.id.description, at: at)
      }
      pausedUntil = coach.pauseEnd(at: workspace.now).map(workspace.outlook.zone.timestamp)
      awayThrough = coach.awayThrough(workspace.today)?.description
      backOff = BackOffView(coach, at: workspace.now, for: workspace.outlook)
      silent = workspace.silence?.rawValue
      extras = ExtrasView(coach, workspace)
    }

    func show(in workspace: Workspace) {
      let rows: [(name: String, value: String)] = [
        (
          "daemon",
          daemon.running ? "running\(daemon.pid.map { ", process \($0)" } ?? "")" : stopped
        ),
        ("configuration", configuration ?? "none, the defaults hold; “coach setup” writes one"),
        ("ledger", "\(ledger), \(facts) facts"),
        ("spool", spool),
        ("zone", zone),
        ("language", "\(language), \(tips) tips"),
        ("waiting", waiting.isEmpty ? "nothing" : waiting.joined(separator: ", ")),
        ("next", next.map { "\($0.prompt), \($0.at)" } ?? "nothing within a week"),
      ]
      let phrases = workspace.phrases
      var last = [(name: "extras", value: extras.use(phrases))]
      if let reason = extras.reason(phrases) { last.append((name: "", value: reason)) }
      if let silent = silent.flatMap(MuteReason.init) {
        last.append((name: "silent", value: silent.words(phrases)))
      }
      for (name, value) in rows + last + silences {
        let margin = String(repeating: " ", count: 15 - name.count)
        Output.line(value, margin: name + margin)
      }
      if unknownFacts > 0 {
        Output.wrapped("\(unknownFacts) facts were written by a newer version; they are kept.")
      }
    }

    private var silences: [(name: String, value: String)] {
      let paused = pausedUntil.map { ("paused", "until \($0); “coach resume” ends it") }
      let away = awayThrough.map { ("away", "through \($0); “coach resume” ends it") }
      let less = backOff.map { backOff in
        let since = backOff.lastSign.map { " since \($0)" } ?? ""
        let what = "nothing came back\(since); next on \(backOff.next), any answer ends it"
        return ("says less", what)
      }
      return [paused, away, less].compactMap(\.self)
    }

    private var stopped: String { "not running; start it with: systemctl --user start coach" }
  }
}
