import Application
import Channels
import Coaching
import Configuration
import Files
import Systemd

/// Where prompts can appear on this machine, for this person.
struct Surroundings {
  let settings: Settings
  let paths: Paths

  /// Each channel there is, the wanted ones in their order first.
  var channels: [Settings.ChannelName] {
    settings.channels + Settings.ChannelName.allCases.filter { !settings.channels.contains($0) }
  }

  /// What each channel would do here.
  func reports() -> [ChannelReport] { channels.map(report) }

  private func report(_ channel: Settings.ChannelName) -> ChannelReport {
    guard settings.channels.contains(channel) else { return off(channel) }
    switch channel {
    case .desktop: return desktop
    case .terminal: return terminal
    case .spool:
      let mutt = ("command", "mutt -f \(paths.spool)")
      return ChannelReport("spool", .well, Saying("channel-spool", mutt))
    case .command:
      let program = settings.command.words.first ?? ""
      let says = Saying("channel-command", ("program", program.printable))
      return ChannelReport("command", .well, says)
    }
  }

  func off(_ channel: Settings.ChannelName) -> ChannelReport {
    ChannelReport(channel.rawValue, .off, Saying("channel-off"))
  }

  // MARK: - The desktop

  private var desktop: ChannelReport {
    guard let bus = try? BusInquiry(SessionBus.address) else {
      return ChannelReport("desktop", .amiss, Saying("channel-no-bus"))
    }
    let server = Desktop.object.name
    if bus.process(of: server) == nil, !bus.canStart(server) {
      let says = Saying("channel-no-server")
      return ChannelReport("desktop", .amiss, says)
    }
    let name = ("name", Surroundings.serverName(on: bus))
    return ChannelReport("desktop", .well, Saying("channel-desktop", name))
  }

  /// What the notification server calls itself; one that is not there yet is started for it.
  static func serverName(on bus: BusInquiry) -> Saying {
    let said = (bus.ask(Desktop.object.call("GetServerInformation")) ?? []).map { value -> String in
      if case .text(let text) = value { text } else { "" }
    }
    guard let name = said.first, !name.isEmpty else { return Saying("a-notification-server") }
    return "\(name) \(said.count > 2 ? said[2] : "")".trimmed.printable.saying
  }

  // MARK: - The terminals

  private var terminal: ChannelReport {
    do {
      try Terminals().channel().reach()
      return ChannelReport("terminal", .well, Saying("channel-terminal"))
    } catch {
      return ChannelReport("terminal", .amiss, error.description)
    }
  }
}
