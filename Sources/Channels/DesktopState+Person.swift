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
    change(action.prompt) { $0.view = Notification.View(action) }
    if case .ask(let question, let prompt) = action {
      return closing + [.report(.asked(options(for: question, of: prompt)))]
    }
    // Who only wanted to look is still to be asked.
    if case .open = action, post(action.prompt)?.card?.asks.isEmpty == false,
      let sent = send(action.prompt)
    {
      return closing + sent + [.report(.did(action))]
    }
    guard action.turnsPage else { return closing + [.report(.did(action))] }
    if post(action.prompt)?.card != nil, let sent = send(action.prompt) { return closing + sent }
    // From before we were started anew: the next look says what it is about.
    change(action.prompt) { $0.place = .lost }
    return closing + [.report(.did(action))]
  }

  /// What can be done with a prompt in a window of its own.
  private func options(for question: String?, of prompt: PromptID) -> AnswerOptions {
    guard case .ready(_, let capabilities) = server, let card = post(prompt)?.card,
      question == nil || Notification.asked(of: card, question) != nil
    else {
      let isWritten = question != nil
      return AnswerOptions(prompt: prompt, question: question, isWritten: isWritten, options: [])
    }
    let asked = question == nil ? nil : Notification.asked(of: card, question)
    return NotificationButtons(card, asked, on: capabilities).options
  }

  /// The body was clicked, which does what leads on; what has nothing to lead to is put away by it.
  mutating func opened(_ id: UInt32) -> [Action] {
    guard let post = shown(id), case .ready(_, let capabilities) = server else { return [] }
    guard let card = post.card else {
      // From before we were started anew, and its server closes it: it is shown again.
      change(post.prompt) { $0.place = .lost }
      return []
    }
    let content = post.content ?? Notification(card, for: capabilities, view: post.view)
    return content.opens.map { invoked($0, id) } ?? []
  }

  mutating func replied(_ text: String, _ id: UInt32) -> [Action] {
    guard let post = shown(id), let card = post.card else { return [] }
    let asked = Notification.asked(of: card, post.view.question)
    guard let asked, asked.choices.isEmpty, !card.forms.contains(asked) else { return [] }
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

extension NotificationAction {
  /// Whether it only shows other buttons.
  var turnsPage: Bool {
    switch self {
    case .more, .range: true
    case .answer, .ask, .close, .snooze, .notNow, .open: false
    }
  }
}

extension Notification.View {
  /// What is seen after something was done.
  init(_ action: NotificationAction) {
    switch action {
    case .more(let question, let first, _):
      self.init(question: question, page: first.map(Page.rest) ?? .first)
    case .range(let range, let question, _): self.init(question: question, page: .range(range))
    case .answer, .ask, .close, .snooze, .notNow, .open: self.init()
    }
  }
}
