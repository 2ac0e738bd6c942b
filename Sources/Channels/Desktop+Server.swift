internal import Coaching
public import Systemd

// MARK: - Who is there

extension Desktop {
  /// Hears how it stands with the bus.
  public func busChanged(_ state: Bus.State) {
    startOver()
    switch state {
    case .connected:
      absence = nil
      // A bus that goes meanwhile tells so itself.
      try? bus.askOwner(of: Desktop.name) { [weak self] owner in self?.found(owner) }
    case .absent(let error):
      absence = "\(error)"
      fail(waiting, WorldError("There is no session bus: \(error).", isAwaited: true))
    }
  }

  /// Whatever was asked before is void, and what was shown is shown no more.
  private func startOver() {
    turn += 1
    owner = nil
    capabilities = nil
    isAsked = false
    tried = []
    for index in posts.indices {
      switch posts[index].place {
      case .shown: posts[index].place = .lost
      case .sending: posts[index].place = posts[index].isKnown ? .lost : .waiting
      case .late: posts[index].place = .lost
      case .waiting, .lost, .found, .away, .done: break
      }
    }
    posts.removeAll { $0.place == .lost && !$0.isKnown }
  }

  private func found(_ owner: String?) {
    if let owner { return ownerChanged(to: owner) }
    // Perhaps nobody is there because nobody was called yet.
    if !waiting.isEmpty { askCapabilities() }
  }

  /// Hears that another server has the name, or none.
  func ownerChanged(to name: String?) {
    let owner = identity(name)
    if owner == self.owner { return }
    let cut = posts.filter { $0.place == .sending }.map(\.prompt)
    startOver()
    self.owner = owner
    if !cut.isEmpty { fail(cut, WorldError("The notification server went away over it.")) }
    if owner != nil || !waiting.isEmpty { askCapabilities() }
  }

  /// A server by its bus and its unique name there: another bus gives its names anew, and the
  /// numbers of the old one's server may be somebody else's.
  private func identity(_ name: String?) -> String? { name.map { "\(bus.id ?? "")\($0)" } }

  var waiting: [PromptID] { posts.filter { $0.place == .waiting }.map(\.prompt) }

  /// Asks the server what it can do; one that is not there is started, where the bus knows how.
  func askCapabilities() {
    if isAsked { return }
    let turn = turn
    do {
      try call("GetCapabilities", []) { [weak self] answer in
        guard let self, turn == self.turn else { return }
        isAsked = false
        switch answer {
        case .success(let values): came(Capabilities(values.first?.texts ?? []))
        case .failure(let error): nobodyCame(error)
        }
      }
      isAsked = true
    } catch {
      // Without a connection yet: it is asked when there is one.
    }
  }

  private func came(_ capabilities: Capabilities) {
    self.capabilities = capabilities
    tried = []
    let mine = leftovers.filter { $0.owner == owner }
    leftovers = []
    for entry in mine { close(entry.id) }
    for prompt in waiting { send(prompt) }
    report(.came)
  }

  private func nobodyCame(_ error: CallError) {
    let prompts = waiting
    tried += prompts
    let isThere = owner != nil
    let what =
      isThere ? "The notification server does not answer" : "No notification server is there"
    nobody = "\(what): \(error.description.printable)"
    fail(prompts, WorldError(nobody, isAwaited: !isThere))
  }

  /// Gives up cards for now; those that were on the screen before stay to be shown again.
  func fail(_ prompts: [PromptID], _ trouble: WorldError) {
    for prompt in prompts { change(prompt) { $0.place = .lost } }
    posts.removeAll { prompts.contains($0.prompt) && !$0.isKnown }
    if !prompts.isEmpty { report(.failed(prompts, trouble)) }
  }

  func call(
    _ member: String,
    _ arguments: [Value],
    withinSeconds limit: Int? = Desktop.patienceSeconds,
    _ handler: @escaping (Result<[Value], CallError>) -> Void
  ) throws(SystemdError) {
    let call = Call(
      destination: Desktop.name,
      path: Desktop.path,
      interface: Desktop.name,
      member: member,
      arguments: arguments
    )
    try bus.call(call, withinSeconds: limit, handler)
  }
}

// MARK: - What is heard

extension Desktop {
  /// Listens to the server while there is a reason to.
  func listen() {
    if posts.isEmpty == heard.isEmpty { return }
    if posts.isEmpty {
      for subscription in heard { bus.ignore(subscription) }
      heard = []
      return
    }
    heard = [
      hear("ActionInvoked") { [unowned self] values in
        guard let id = values.first?.count, let key = values.last?.text else { return }
        invoked(key, of: id)
      },
      hear("NotificationReplied") { [unowned self] values in
        guard let id = values.first?.count, let text = values.last?.text else { return }
        replied(text, to: id)
      },
      hear("NotificationClosed") { [unowned self] values in
        guard let id = values.first?.count, let post = shown(id) else { return }
        if post.place == .shown { change(post.prompt) { $0.place = .away } }
      },
    ]
  }

  /// Hears a signal of the server.
  ///
  /// dunst and others tell it to us alone, which anybody else on the bus could do as well.
  private func hear(_ member: String, _ handler: @escaping ([Value]) -> Void) -> Subscription {
    let signal = Signal(
      sender: Desktop.name,
      path: Desktop.path,
      interface: Desktop.name,
      member: member
    )
    return bus.listen(to: signal, hearsWhispers: true) { [unowned self] message in
      if message.isDirected, identity(message.sender) != owner { return }
      if let values = try? message.values() { handler(values) }
    }
  }

  func shown(_ id: UInt32) -> Post? {
    posts.first { $0.id == id && $0.owner == owner }
  }

  /// A button was pressed, of one of ours or of somebody else's.
  private func invoked(_ key: String, of id: UInt32) {
    guard let deed = NotificationAction(key: key) else { return }
    done(with: deed.prompt, in: id)
    if case .ask(let question, let prompt) = deed {
      change(prompt) { $0.asking = question }
      return send(prompt)
    }
    change(deed.prompt) { $0.asking = nil }
    report(.did(deed))
  }

  /// Closes a notification; not every server does so by itself, and some only in part.
  private func done(with prompt: PromptID, in id: UInt32) {
    close(id)
    // One from before we were started anew, of which we know another number.
    if let post = post(prompt), let other = post.id, post.owner == owner, other != id {
      close(other)
    }
    change(prompt) { post in
      post.place = .done
      post.id = nil
    }
  }

  private func replied(_ text: String, to id: UInt32) {
    guard let post = shown(id), let card = post.card else { return }
    let asked = Notification.asked(of: card, post.asking)
    guard let asked, asked.choices.isEmpty else { return }
    done(with: post.prompt, in: id)
    report(.replied(text, question: asked.question, post.prompt))
  }
}
