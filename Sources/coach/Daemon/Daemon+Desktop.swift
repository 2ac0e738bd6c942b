import Application
import Channels
import Coaching
import Systemd

/// What the person's desktop tells the daemon.
extension Daemon {
  /// The desktop, on a bus that is still to be connected.
  func openDesktop() throws(SystemdError) {
    if inTerminal { return }
    let bus = try Bus(SessionBus.address, loop: loop) { [unowned self] state in
      chronicle.sessionBusChanged(state)
      desktop?.busChanged(state)
      if let sessionBus { presence?.busChanged(state, sessionBus, isSystem: false) }
    }
    sessionBus = bus
    presence?.listen(on: bus, isSystem: false)
    desktop = Desktop(bus, file: SessionBus.screen) { [unowned self] in heard($0) }
  }

  private func heard(_ report: Desktop.Report) {
    switch report {
    case .shown(let prompt): saw(session?.shown(prompt, on: "desktop"))
    case .failed(let prompts, let trouble):
      saw(session?.failed(prompts, on: "desktop", trouble))
    case .came: saw(session?.came("desktop"))
    case .did(let deed): take(deed)
    case .replied(let text, let question, let prompt):
      take(.answer(text, question: question, prompt: prompt))
    }
  }

  /// Takes what the person did on the desktop, as a command would; what cannot be taken is asked
  /// again, where it still is to be.
  ///
  /// - Parameter deed: What they did; the prompt has left the screen by now.
  private func take(_ deed: NotificationAction) {
    do {
      try workspace(from: .desktop).take(deed.act, on: deed.prompt)
      look()
    } catch {
      let why = DaemonLog.reason(error)
      chronicle.warn("What was done on the desktop with \(deed.prompt) was not taken: \(why)")
      look()
      desktop?.restore(deed.prompt)
    }
  }
}

extension NotificationAction {
  /// What it does with its prompt.
  fileprivate var act: Workspace.PromptAct {
    switch self {
    case .answer(let typed, let question, _): .answer(typed, question: question)
    case .snooze: .snooze
    case .notNow: .notNow
    case .ask: .ask
    }
  }
}
