internal import Coaching

/// What the person does with what is on the screen.
extension DesktopState {
  mutating func closed(
    _ id: UInt32,
    isByPerson: Bool,
    at now: Instant
  ) -> [Action] {
    guard let post = shown(id), post.place == .shown else { return [] }
    change(post.prompt) { $0.place = .away(since: now) }
    return [.report(.putAway(post.prompt, isByPerson: isByPerson))]
  }

  /// A button was pressed, of one of ours or of one from before we were started anew.
  mutating func invoked(_ action: NotificationAction, _ id: UInt32) -> [Action] {
    let closing = finish(action.prompt, in: id)
    if case .ask(let question, let prompt) = action {
      change(prompt) { $0.asking = question }
      return closing + (send(prompt) ?? [])
    }
    change(action.prompt) { $0.asking = nil }
    return closing + [.report(.did(action))]
  }

  mutating func replied(_ text: String, _ id: UInt32) -> [Action] {
    guard let post = shown(id), let card = post.card else { return [] }
    let asked = Notification.asked(of: card, post.asking)
    guard let asked, asked.choices.isEmpty else { return [] }
    return finish(post.prompt, in: id)
      + [.report(.replied(text, question: asked.question, post.prompt))]
  }

  /// Closes a notification; not every server does so by itself, and some only in part.
  private mutating func finish(_ prompt: PromptID, in id: UInt32) -> [Action] {
    guard let server = server.id else { return [] }
    var numbers = [NotificationNumber(server: server, id: id)]
    // One from before we were started anew, of which we know another number.
    if let other = post(prompt)?.number, other.server == server, other.id != id {
      numbers.append(other)
    }
    change(prompt) { post in
      post.place = .done
      post.number = nil
    }
    return numbers.map(Action.close)
  }
}
