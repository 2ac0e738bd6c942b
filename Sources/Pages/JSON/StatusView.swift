package import Application
import Coaching
import Configuration

/// How the coach is, as JSON.
package struct StatusView: Encodable {
  var daemon: Daemon
  var configuration: String?
  /// Why there is none, where a link leads nowhere.
  var configurationMissing: String?
  /// Why the file that is there is not in force.
  var configurationRefused: String?
  /// What is in force instead: `last-good`, `partly` or `defaults`.
  var configurationStandIn: String?
  var ledger: String
  var facts: Int
  /// Facts of the days around now that a newer version wrote.
  var unknownFacts: Int
  var spool: String
  var zone: String
  var language: String
  var tips: Int
  var waiting: [String]
  var next: SaidView?
  var pausedUntil: String?
  var awayThrough: String?
  var backOff: BackOffView?
  /// Why nothing is ever said; nil where something is.
  var silent: String?
  var extras: ExtrasView

  package struct Daemon: Encodable {
    var running: Bool
    var pid: Int?

    /// - Parameter holder: The process that holds the daemon's lock, 0 where it does not say which;
    ///   nil where none does.
    package init(_ holder: Int32?) {
      running = holder != nil
      pid = holder.flatMap { $0 > 0 ? Int($0) : nil }
    }
  }

  package init(_ status: StatusReport, _ daemon: Daemon, _ workspace: Workspace) {
    let zone = workspace.context.zone
    self.daemon = daemon
    configuration = workspace.configuration.file
    configurationMissing = workspace.configuration.missing?.description
    configurationRefused = workspace.configuration.refusal?.description
    configurationStandIn = workspace.configuration.standIn?.rawValue
    ledger = workspace.paths.ledger
    facts = status.factCount
    unknownFacts = status.unknownCount
    spool = workspace.paths.spool
    self.zone = zone.name
    language = workspace.configuration.language.rawValue
    tips = workspace.teaching.tips.count
    waiting = status.waiting.map(\.id)
    next = status.next.map { SaidView($0.id, at: $0.at, in: zone) }
    pausedUntil = status.pausedUntil.map(zone.timestamp)
    awayThrough = status.awayThrough?.description
    backOff = status.backOff.map(BackOffView.init)
    silent = status.silent?.rawValue
    extras = ExtrasView(status.extras)
  }
}
