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
      return ChannelReport("spool", .well, "a mail for each prompt: mutt -f \(paths.spool)")
    case .command:
      let program = settings.command.words.first ?? ""
      return ChannelReport("command", .well, "your own program, \(program.printable)")
    }
  }

  func off(_ channel: Settings.ChannelName) -> ChannelReport {
    ChannelReport(channel.rawValue, .off, "not wanted (“channels” in coach.toml)")
  }

  // MARK: - The desktop

  private var desktop: ChannelReport {
    guard let bus = try? BusInquiry(SessionBus.address) else {
      return ChannelReport("desktop", .amiss, "there is no session bus here")
    }
    let server = Desktop.object.name
    if bus.process(of: server) == nil, !bus.canStart(server) {
      let says = "there is no notification server here, so the other channels stand in"
      return ChannelReport("desktop", .amiss, says)
    }
    return ChannelReport("desktop", .well, "by \(Surroundings.serverName(on: bus))")
  }

  /// What the notification server calls itself; one that is not there yet is started for it.
  static func serverName(on bus: BusInquiry) -> String {
    let said = (bus.ask(Desktop.object.call("GetServerInformation")) ?? []).map { value -> String in
      if case .text(let text) = value { text } else { "" }
    }
    guard let name = said.first, !name.isEmpty else { return "a notification server" }
    return "\(name) \(said.count > 2 ? said[2] : "")".trimmed.printable
  }

  // MARK: - The terminals

  private var terminal: ChannelReport {
    do {
      try Terminals().channel().reach()
      let says = "in your terminals, where no desktop is; those at a shell's prompt first"
      return ChannelReport("terminal", .well, says)
    } catch {
      return ChannelReport("terminal", .amiss, error.description)
    }
  }
}
