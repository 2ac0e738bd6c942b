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

  func heard(_ report: Desktop.Report) {
    switch report {
    case .did(let deed): take(deed)
    case .replied(let text, let question, let prompt):
      take(.answer(text, question: question, prompt: prompt))
    case .putAway(let prompt, let isByPerson):
      chronicle.putAway(prompt, isByPerson: isByPerson)
    case .shown, .failed, .came:
      // At the end nothing is shown any more: what is on the screen, the next process writes down.
      if isStopping { return }
      if isUp { saw(tellSession(report)) } else { early.append(report) }
    }
  }

  private func tellSession(_ report: Desktop.Report) -> Session.Seen? {
    switch report {
    case .shown(let prompt): session?.shown(prompt, on: "desktop")
    case .failed(let prompts, let trouble): session?.failed(prompts, on: "desktop", trouble)
    case .came(let prompts): session?.came("desktop", holding: prompts)
    case .did, .replied, .putAway: nil
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
      desktop?.restore(deed.prompt)
      look()
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
