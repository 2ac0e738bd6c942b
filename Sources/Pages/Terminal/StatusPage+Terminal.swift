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

  private var phrases: Phrases { workspace.phrases }

  private func stamp(_ instant: Instant) -> String {
    workspace.isEnglish ? workspace.context.zone.timestamp(instant) : workspace.moment(instant)
  }

  private func date(_ day: CivilDate) -> String { phrases.date(day, seenOn: workspace.today) }

  package func page() -> Page {
    var page = Page()
    let zone = workspace.context.zone
    let rows: [(name: String, value: String)] = [
      (phrases("status-daemon"), running),
      (phrases("status-configuration"), configured),
      (phrases("status-ledger"), ledger),
      (phrases("status-spool"), workspace.paths.spool),
      (phrases("status-zone"), zone.name),
      (phrases("status-language"), language),
      (phrases("status-waiting"), waiting),
      (phrases("status-next"), next),
    ]
    for (name, value) in rows + extras + silences {
      page.line(name, columns: 15, value)
    }
    let unknown = status.unknownCount
    if unknown == 1 { page.words(phrases("status-unknown-one")) }
    if unknown > 1 { page.words(phrases("status-unknown-many", ("count", String(unknown)))) }
    return page
  }

  private var ledger: String {
    let facts = phrases.facts(status.factCount)
    return phrases("status-facts", ("path", workspace.paths.ledger), ("facts", facts))
  }

  private var language: String {
    let count = String(workspace.teaching.tips.count)
    let language = workspace.configuration.language.rawValue
    return phrases("status-tips", ("language", language), ("count", count))
  }

  private var waiting: String {
    if status.waiting.isEmpty { return phrases("status-nothing") }
    let names = status.waiting.map { workspace.isEnglish ? $0.id : $0.wording.title }
    return names.joined(separator: phrases("list-comma"))
  }

  private var next: String {
    guard let next = status.next else { return phrases("status-no-next") }
    return phrases(
      "status-next-at",
      ("prompt", workspace.isEnglish ? next.id.description : phrases.slot(next.id.slot)),
      ("at", next.words(stamp(next.at), phrases))
    )
  }

  private var configured: String {
    let configuration = workspace.configuration
    guard let trouble = configuration.refusal ?? configuration.missing else {
      return configuration.file ?? phrases("status-no-file")
    }
    let standIn = phrases.words(for: configuration.standIn ?? .defaults)
    return phrases.joined([phrases.sentence("\(trouble)"), standIn])
  }

  private var running: String {
    guard daemon.running else {
      return phrases("status-stopped", ("command", "systemctl --user start coach"))
    }
    return daemon.pid.map { phrases("status-running-as", ("number", "\($0)")) }
      ?? phrases("status-running")
  }

  private var extras: [(name: String, value: String)] {
    var rows = [(name: phrases("status-extras"), value: status.extras.words(phrases))]
    if let reason = status.extras.reason(phrases) { rows.append((name: "", value: reason)) }
    return rows
  }

  private var silences: [(name: String, value: String)] {
    let silent = status.silent.map { (phrases("status-silent"), $0.words(phrases)) }
    let paused = status.pausedUntil.map { until in
      (phrases("status-paused"), phrases("status-until", ("stamp", stamp(until))))
    }
    let away = status.awayThrough.map { day in
      (phrases("status-away"), phrases("status-through", ("day", date(day))))
    }
    let less = status.backOff.map { backOff in
      let day = ("day", date(backOff.next))
      let what =
        backOff.lastSign.map { phrases("status-less-since", day, ("since", date($0))) }
        ?? phrases("status-less-words", day)
      return (phrases("status-less"), what)
    }
    return [silent, paused, away, less].compactMap(\.self)
  }
}
