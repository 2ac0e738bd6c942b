internal import Coaching
internal import Systemd

extension Desktop {
  /// Sends a card to the server that is there, in the place of what it shows of the same prompt.
  func send(_ prompt: PromptID) {
    guard let capabilities, let post = post(prompt), let card = post.card else { return }
    let content = Notification(card, for: capabilities, asking: post.asking)
    let replaced = post.owner == owner ? post.id ?? 0 : 0
    turns += 1
    let (turn, owner) = (turns, owner)
    change(prompt) { post in
      post.place = .sending
      post.content = content
      post.turn = turn
      post.patience = try? bus.after(seconds: Int64(Desktop.patienceSeconds)) { [weak self] in
        self?.grewLate(prompt, turn)
      }
    }
    do {
      let arguments = content.arguments(replacing: replaced)
      // Whenever the answer comes, it says what is on the screen.
      try call("Notify", arguments, withinSeconds: nil) { [weak self] answer in
        guard let self, owner == self.owner else { return }
        sent(prompt, turn, answer)
      }
    } catch {
      change(prompt) { $0.place = $0.isKnown ? .lost : .waiting }
    }
  }

  /// Waits no longer for an answer, which may come all the same.
  private func grewLate(_ prompt: PromptID, _ turn: Int) {
    guard let post = post(prompt), post.turn == turn, post.place == .sending else { return }
    change(prompt) { $0.place = .late }
    report(.failed([prompt], Desktop.lateness))
  }

  static let lateness = WorldError(
    "The notification server has not answered in \(patienceSeconds) s.",
    isAwaited: true
  )

  private func sent(_ prompt: PromptID, _ turn: Int, _ answer: Result<[Value], CallError>) {
    let post = post(prompt).flatMap { $0.turn == turn ? $0 : nil }
    switch answer {
    case .success(let values):
      guard let id = values.first?.count else {
        if post != nil { fail([prompt], WorldError("The notification server gave it no number.")) }
        return
      }
      // What was settled meanwhile has no place on the screen, unless another took it over.
      guard let post else { return shown(id) == nil ? close(id) : () }
      let isLate = post.place == .late && !post.isKnown
      change(prompt) { post in
        post.place = isLate ? .found : .shown
        post.id = id
        post.owner = owner
        post.patience = nil
      }
      if isLate { return adopt(prompt, id) }
      change(prompt) { $0.isKnown = true }
      if !post.isKnown { report(.shown(prompt)) }
    case .failure(let error):
      let said = error.description.printable
      if post != nil { fail([prompt], WorldError("The notification server refused it: \(said)")) }
    }
  }

  /// Asks whether what is on the screen by now is still wanted there, and closes it where not.
  private func adopt(_ prompt: PromptID, _ id: UInt32) {
    report(.came)
    if post(prompt)?.place == .shown { return report(.shown(prompt)) }
    close(id)
    posts.removeAll { $0.prompt == prompt && $0.place == .found }
  }

  /// Closes a notification; one that is closed already is what was asked for.
  func close(_ id: UInt32) {
    try? call("CloseNotification", [.count(id)]) { _ in }
  }
}
