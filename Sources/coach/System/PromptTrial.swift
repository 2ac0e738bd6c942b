import Application
import Channels
import Coaching
import Configuration
import Glibc
import Machine
import Systemd

/// A test prompt, brought by every channel that the person wants.
///
/// The service has no part in it: it is brought now, whatever the hour, and nothing of it is
/// written down.
struct PromptTrial {
  let workspace: Workspace

  private var surroundings: Surroundings {
    Surroundings(settings: workspace.configuration.settings, paths: workspace.paths)
  }

  /// Shows it everywhere.
  func run() -> [ChannelReport] { surroundings.channels.map(show) }

  private func show(_ channel: Settings.ChannelName) -> ChannelReport {
    guard workspace.configuration.settings.channels.contains(channel) else {
      return surroundings.off(channel)
    }
    switch channel {
    case .desktop: return onDesktop
    case .terminal: return by(Terminals().channel(), Saying("trial-terminal"))
    case .spool:
      let spool = Spool(directory: workspace.paths.spool, person: Environment.user)
      let mutt = ("command", "mutt -f \(workspace.paths.spool)")
      return by(spool.channel(), Saying("trial-spool", mutt))
    case .command: return byProgram
    }
  }

  private func by(_ channel: Channel, _ says: Saying) -> ChannelReport {
    do {
      try channel.reach()
      try channel.show(card)
      return ChannelReport(channel.name, .well, says)
    } catch {
      return ChannelReport(channel.name, .amiss, error.description)
    }
  }

  private var card: Card {
    workspace.teaching.testCard(
      at: workspace.now,
      on: workspace.today,
      zone: workspace.context.zone
    )
  }

  // MARK: - The desktop

  /// Not with our name as a desktop has it: some take a notification off the screen with the
  /// program that sent it, and this one ends now.
  private var onDesktop: ChannelReport {
    let name = "desktop"
    guard let bus = try? BusInquiry(SessionBus.address) else {
      return ChannelReport(name, .amiss, Saying("channel-no-bus"))
    }
    let call = Desktop.object.call(
      "Notify",
      [
        .text("Coach"), .count(0), .text(""), .text(card.subject),
        .text(workspace.phrases("test-body")), .texts([]),
        .table([Value.Entry("urgency", .byte(1))]), .int(-1),
      ]
    )
    guard bus.ask(call) != nil else {
      return ChannelReport(name, .amiss, Saying("trial-not-shown"))
    }
    let server = ("name", Surroundings.serverName(on: bus))
    return ChannelReport(name, .well, Saying("trial-desktop", server))
  }

  // MARK: - The person's program

  private var byProgram: ChannelReport {
    let command = workspace.configuration.settings.command
    let name = Saying("quoted", ("text", (command.words.first ?? "").printable))
    do {
      let loop = try Loop()
      var failure: String?
      let channel = CommandChannel(loop) { news in
        // An answer to what was not asked is none.
        if case .failure(_, let what) = news { failure = what }
      }
      try channel.channel(command, zone: workspace.context.zone).show(card)
      while !channel.isIdle { try loop.turn(milliseconds: 100) }
      if let failure { return ChannelReport("command", .amiss, failure) }
      return ChannelReport("command", .well, Saying("trial-command", ("name", name)))
    } catch {
      return ChannelReport("command", .amiss, "\(error)")
    }
  }
}
