package import Application
import Coaching
import Configuration

/// How the coach is, as a person reads it.
package struct StatusPage {
  private let status: StatusReport
  private let daemon: StatusView.Daemon
  private let workspace: Workspace

  package init(status: StatusReport, daemon: StatusView.Daemon, workspace: Workspace) {
    self.status = status
    self.daemon = daemon
    self.workspace = workspace
  }

  package func page() -> Page {
    var page = Page()
    let configuration = workspace.configuration
    let zone = workspace.context.zone
    let waiting = status.waiting.map(\.id)
    let rows: [(name: String, value: String)] = [
      ("daemon", running),
      ("configuration", Self.words(of: configuration)),
      ("ledger", "\(workspace.paths.ledger), \(status.factCount.facts)"),
      ("spool", workspace.paths.spool),
      ("zone", zone.name),
      ("language", "\(configuration.language.rawValue), \(workspace.teaching.tips.count) tips"),
      ("waiting", waiting.isEmpty ? "nothing" : waiting.joined(separator: ", ")),
      ("next", next(zone)),
    ]
    for (name, value) in rows + extras + silences {
      page.line(name, columns: 15, value)
    }
    let unknown = status.unknownCount
    if unknown > 0 {
      let (were, kept) = unknown == 1 ? ("was", "it is") : ("were", "they are")
      page.words("\(unknown.facts) \(were) written by a newer version; \(kept) kept.")
    }
    return page
  }

  private func next(_ zone: Zone) -> String {
    guard let next = status.next else { return "nothing within a week" }
    return "\(next.id), \(next.words(zone.timestamp(next.at), workspace.phrases))"
  }

  private static func words(of configuration: Configuration) -> String {
    if let trouble = configuration.refusal ?? configuration.missing {
      guard let standIn = configuration.standIn else { return "\(trouble); the defaults hold" }
      return "\(trouble). \(standIn.words)"
    }
    return configuration.file ?? "none, the defaults hold; “coach setup” writes one"
  }

  private var running: String {
    guard daemon.running else { return "not running; start it with: systemctl --user start coach" }
    return "running\(daemon.pid.map { ", process \($0)" } ?? "")"
  }

  private var extras: [(name: String, value: String)] {
    let phrases = workspace.phrases
    var rows = [(name: "extras", value: status.extras.words(phrases))]
    if let reason = status.extras.reason(phrases) { rows.append((name: "", value: reason)) }
    return rows
  }

  private var silences: [(name: String, value: String)] {
    let zone = workspace.context.zone
    let silent = status.silent.map { ("silent", $0.words(workspace.phrases)) }
    let paused = status.pausedUntil.map { until in
      ("paused", "until \(zone.timestamp(until)); “coach resume” ends it")
    }
    let away = status.awayThrough.map { ("away", "through \($0); “coach resume” ends it") }
    let less = status.backOff.map { backOff in
      let since = backOff.lastSign.map { " since \($0)" } ?? ""
      let what = "nothing came back\(since); next on \(backOff.next), any answer ends it"
      return ("says less", what)
    }
    return [silent, paused, away, less].compactMap(\.self)
  }
}
