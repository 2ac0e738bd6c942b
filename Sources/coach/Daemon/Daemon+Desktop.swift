import Application
import Channels
import Coaching
import Machine
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
    case .asked(let options): open(options)
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
    case .did, .asked, .replied, .putAway: nil
    }
  }

  /// Takes what the person did on the desktop, as a command would; what cannot be taken is asked
  /// again, where it still is to be.
  ///
  /// - Parameter deed: What they did; the prompt has left the screen by now.
  func take(_ deed: NotificationAction) {
    if case .open(let prompt) = deed { return openReport(of: prompt) }
    do {
      let workspace = try workspace(from: .desktop)
      do {
        try workspace.take(deed.act, on: deed.prompt)
      } catch {
        let why = DaemonLog.reason(error)
        chronicle.warn("What was done on the desktop with \(deed.prompt) was not taken: \(why)")
        let said = workspace.refusal(of: deed.act, on: deed.prompt, error)
        desktop?.restore(deed.prompt, saying: said)
      }
    } catch {
      chronicle.warn("What was done on the desktop was not taken: \(error.english)")
      desktop?.restore(deed.prompt)
    }
    look()
  }

  /// Lets the person answer in a window of its own; closed without an answer, the prompt comes
  /// back.
  private func open(_ asked: AnswerOptions) {
    let closed = { [unowned self] (trouble: String?) in
      if let trouble { chronicle.warn("\(asked.prompt) has no window for its answer: \(trouble)") }
      desktop?.restore(asked.prompt, unfolding: asked.question)
      look()
    }
    do throws(CommandError) {
      let workspace = try workspace(from: .desktop)
      let sheet = try workspace.sheet(asking: asked.question, on: asked.prompt)
      try CommandError.ofSystem { () throws(SystemdError) in
        try answerWindow?.open(sheet, asked) { [unowned self] said in
          switch said {
          case .action(let action): take(action)
          case .nothing(let trouble): closed(trouble)
          }
        }
      }
    } catch {
      closed(error.english)
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
    case .close(let closing, _): .close(closing)
    case .ask, .more, .range, .open: .ask
    }
  }
}
