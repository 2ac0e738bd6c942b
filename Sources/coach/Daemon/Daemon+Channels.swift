import Application
import Channels
import Coaching
import Configuration
import Machine

/// Where prompts appear.
extension Daemon {
  var channels: [Channel] {
    if inTerminal { return [StandardOutputChannel(descriptor: 1).channel()] }
    let names = configuration.settings.channels
    let wanted = names.compactMap { name in
      switch name {
      case .spool:
        Spool(
          directory: paths.spool,
          person: Environment.user,
          keepDays: configuration.settings.spool.keepDays,
          page: { [unowned self] card throws(WorldError) in try page(for: card) }
        ).channel()
      case .terminal: Terminals().channel()
      case .desktop: desktop?.channel()
      case .command: program?.channel(configuration.settings.command, zone: zone())
      }
    }
    guard !names.contains(.desktop), var left = desktop?.channel() else { return wanted }
    // What lies on the screen goes with its channel; mail, and what a terminal shows, is theirs.
    left.isWanted = false
    return wanted + [left]
  }
}
