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
    case .shown(let prompt): session?.shown(prompt, on: "desktop")
    case .failed(let prompts, let trouble): session?.failed(prompts, on: "desktop", trouble)
    case .came: session?.came("desktop")
    case .did(let deed): take(deed)
    case .replied(let text, let question, let prompt):
      take(.answer(text, question: question, prompt: prompt), isWritten: true)
    }
  }

  /// Takes what the person did on the desktop, as a command would; what cannot be taken is asked
  /// again, where it still is to be.
  ///
  /// - Parameters:
  ///   - deed: What they did; the prompt has left the screen by now.
  ///   - isWritten: Whether it holds their own words.
  private func take(_ deed: NotificationAction, isWritten: Bool = false) {
    do {
      try workspace().take(deed)
      look()
    } catch {
      // What was written is the person's own, and no matter for the journal.
      let isRefused = isWritten && error.code == .data
      let why = isRefused ? "it is no answer to that question" : error.message
      chronicle.warn("What was done on the desktop with \(deed.prompt) was not taken: \(why)")
      look()
      desktop?.restore(deed.prompt)
    }
  }
}

extension Workspace {
  /// How long a prompt is put off where nobody says for how long.
  static let snoozeSeconds: Int64 = 15 * 60

  /// Writes down what the person did with a prompt on the desktop.
  ///
  /// - Throws: When there is no such prompt, or its question does not take the answer.
  func take(_ deed: NotificationAction) throws(CommandError) {
    let id = deed.prompt
    guard try coach(around: id.day).prompt(id) != nil else {
      throw CommandError(.data, "“\(id.description.printable)” was never asked")
    }
    switch deed {
    case .answer(let typed, let name, _):
      guard let question = teaching.question(name) else {
        throw CommandError(.data, "there is no question “\(name.printable)” any more")
      }
      let day = question.answerDay(askedOn: id.day)
      _ = try record(typed, to: question, day: day, from: "desktop")
    case .snooze: try putOff(id, until: now.adding(seconds: Workspace.snoozeSeconds))
    case .notNow: try putOff(id, until: calendar.end(of: id.day))
    case .ask: break
    }
  }

  /// Puts a prompt off; where it would not come back it is gone for its day, as it can be.
  private func putOff(_ id: PromptID, until: Instant) throws(CommandError) {
    let end = calendar.end(of: id.day)
    guard now < end else { throw CommandError(.data, "\(id.day) is over") }
    let back = try coach(around: id.day).comesBack(id, snoozedUntil: until, for: outlook)
    try record(.snoozed(id, until: back == nil ? end : until), on: id.day)
  }
}
