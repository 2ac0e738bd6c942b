internal import Coaching

/// What is known of the notification server and of our notifications on it, and what follows from
/// whatever happens.
///
/// *State + event → state + actions*: it does nothing by itself. `Desktop` tells it all that it
/// hears, keeps its `notes`, and then does what it is told.
///
/// **One prompt, one notification.** A server tells the number of a notification only in its
/// answer, which goes to the connection that asked. So it is noted before anything is sent:
///
/// - what is sent goes to one server by its unique name, never to whoever has taken its place;
/// - what was sent over a connection that is gone, ours or that of a process before us, counts as
///   shown as long as the same server is there (same bus, same unique name);
/// - a server that is another one shows nothing of it, and gets it anew.
///
/// The limit: of such a notification the number is unknown. A button of it is understood, since its
/// key names the prompt; but answered elsewhere it stays until the person puts it away, and where
/// the process was killed before the message had left, the desktop never shows it: better once too
/// few than twice. Where the server can replace by a name (dunst, mako, swaync and others) it is
/// sent once more under the same name, which leaves one and tells its number.
struct DesktopState {
  /// For whom nobody was found who shows it, and what was said of that.
  private struct Nobody {
    var why: String
    var prompts: [PromptID]
  }

  /// How long a server may take, in seconds; one that is started for it takes the longest.
  static let patienceSeconds = 10

  private(set) var server = Server.unknown
  private(set) var posts: [Post]
  /// Notifications to be closed once it is known whether their server is still there.
  private var leftovers: [NotificationStore.Entry] = []
  private var nobody: Nobody?
  /// What the server that was asked calls itself.
  private var serverName = ""
  /// Counts what is asked and sent.
  private var turns = 0

  init(_ notes: [NotificationStore.Entry] = []) {
    posts = notes.map { note in
      switch note.state {
      case .shown(let id):
        let number = NotificationNumber(server: note.server, id: id)
        return Post(prompt: note.prompt, place: .lost, number: number, isKnown: true)
      case .away(let id, let since):
        let number = NotificationNumber(server: note.server, id: id)
        let place = Post.Place.away(since: since)
        return Post(prompt: note.prompt, place: place, number: number, isKnown: true)
      case .unanswered: return Post(prompt: note.prompt, place: .unanswered(by: note.server))
      }
    }
  }

  /// What a process after us has to know.
  var notes: [NotificationStore.Entry] { posts.compactMap { $0.note(on: server.id) } + leftovers }

  /// Whether an answer is waited for by which something gets its number.
  var isAwaiting: Bool { posts.contains { $0.place.waitedFor != nil } }

  /// Whether the answer of a turn is waited for.
  func isAwaiting(turn: Int) -> Bool { posts.contains { $0.place.waitedFor == turn } }

  /// Whether something of ours may be on the screen.
  var isEmpty: Bool { posts.isEmpty }

  mutating func on(_ event: Event) -> [Action] {
    switch event {
    case .show(let card): show(card)
    case .renew(let card): renew(card)
    case .settle(let prompts): settle(prompts)
    case .restore(let prompt, let why, let asked): restore(prompt, saying: why, unfolding: asked)
    case .planned(let prompts): drop(prompts)
    case .busCame: busCame()
    case .busWent(let why): busWent(why)
    case .owner(let owner): ownerIs(owner)
    case .named(let name, let turn): named(name, turn)
    case .capable(let names, let turn): isReady(names, turn)
    case .incapable(let why, let turn): isMute(why, turn)
    case .unsent(let turn): unsent(turn)
    case .answered(let id, let server, let turn): answered(id, by: server, turn)
    case .refused(let why, let turn): refused(why, turn)
    case .waitedLong(let turn): waitedLong(turn)
    case .closed(let id, let isByPerson, let now): closed(id, isByPerson: isByPerson, at: now)
    case .invoked(let action, let id): invoked(action, id)
    case .opened(let id): opened(id)
    case .replied(let text, let id): replied(text, id)
    }
  }
}

// MARK: - What a session asks for

extension DesktopState {
  private mutating func show(_ card: Card) -> [Action] {
    if case .unreachable(let why) = server { return [.refuse(Self.unreachable(why))] }
    if server == .absent, let nobody, nobody.prompts.contains(card.prompt) {
      return [.refuse(WorldError(nobody.why, isAwaited: true))]
    }
    let before = post(card.prompt)
    switch before?.place {
    case .late: return [.refuse(Self.lateness)]
    case .withdrawn(let server, let turn):
      change(card.prompt) { post in
        post.card = card
        post.place = .sent(to: server, turn: turn)
      }
      return []
    case .unanswered(let holder):
      change(card.prompt) { $0.card = card }
      // Whether its server is still there is yet to be heard.
      guard case .ready(holder, _) = server else { return ask() }
      _ = stand(card.prompt)
      return [.reportLater(.shown(card.prompt))]
    case .shown where before?.number == nil:
      change(card.prompt) { $0.card = card }
      return [.reportLater(.shown(card.prompt))]
    default: break
    }
    posts.removeAll { $0.prompt == card.prompt }
    posts.append(
      Post(prompt: card.prompt, card: card, place: .waiting, number: before?.number)
    )
    return send(card.prompt) ?? ask()
  }

  /// Shows what a card says now, where it is on the screen or has to be again.
  private mutating func renew(_ card: Card) -> [Action] {
    change(card.prompt) { post in
      post.card = card
      // What was asked is answered: then it is another card.
      if let asked = post.view.question, Notification.asked(of: card, asked) == nil {
        post.view = Notification.View()
      }
    }
    guard let post = post(card.prompt) else {
      // Nothing is known of it but that it was shown: a button that is pressed says the rest.
      let place = Post.Place.away(since: nil)
      posts.append(Post(prompt: card.prompt, card: card, place: place, isKnown: true))
      return []
    }
    guard case .ready(_, let capabilities) = server else { return [] }
    switch post.place {
    case .waiting, .sent, .late, .withdrawn, .unanswered, .away: return []
    case .lost: return send(card.prompt) ?? []
    case .shown where post.number == nil:
      return capabilities.replacesByName ? send(card.prompt) ?? [] : []
    case .shown, .done:
      let content = Notification(card, for: capabilities, view: post.view)
      guard let before = post.content, before != content else { return [] }
      return send(card.prompt) ?? []
    }
  }

  /// Closes notifications; those that are not known to be there are no error.
  ///
  /// One whose number is not known cannot be closed, so it is kept in mind: the same prompt would
  /// be the second of two.
  private mutating func settle(_ prompts: [PromptID]) -> [Action] {
    var actions: [Action] = []
    for post in posts where prompts.contains(post.prompt) {
      if let number = post.number {
        if number.server == server.id {
          actions.append(.close(number))
        } else if server.id == nil {
          leftovers.append(.init(server: number.server, .shown(number.id), post.prompt))
        }
      }
      let left = post.withdrawn(from: server.id)
      posts.removeAll { $0.prompt == post.prompt }
      if let left { posts.append(left) }
    }
    return actions
  }

  /// A prompt is to be shown again, with the next look that wants it.
  private mutating func restore(
    _ prompt: PromptID,
    saying why: String?,
    unfolding question: String?
  ) -> [Action] {
    change(prompt) { post in
      if post.place == .done { post.place = .lost }
      if let question { post.view = Notification.View(question: question, page: .rest(0)) }
      post.view.reason = why
    }
    return []
  }

  /// What waited and is not wanted any more is not shown.
  private mutating func drop(_ prompts: [PromptID]) -> [Action] {
    posts.removeAll { prompts.contains($0.prompt) && $0.place == .waiting }
    return []
  }
}

// MARK: - Who is there

extension DesktopState {
  private mutating func busCame() -> [Action] {
    leaveServer()
    server = .unknown
    return [.find]
  }

  private mutating func busWent(_ why: String) -> [Action] {
    let cut = posts.filter(\.isUnderway).map(\.prompt)
    leaveServer()
    server = .unreachable(why)
    posts.removeAll { $0.place == .waiting }
    return cut.isEmpty ? [] : [.report(.failed(cut, Self.unreachable(why)))]
  }

  /// What was asked before is void, and what was shown is shown no more, as far as we can tell.
  private mutating func leaveServer() {
    nobody = nil
    for index in posts.indices {
      switch posts[index].place {
      case .shown where posts[index].number == nil:
        if let server = server.id { posts[index].place = .unanswered(by: server) }
      case .shown: posts[index].place = .lost
      case .withdrawn(let server, _): posts[index].place = .unanswered(by: server)
      case .sent(let server, _), .late(let server, _):
        let isNumbered = posts[index].number?.server == server
        posts[index].place = isNumbered ? .lost : .unanswered(by: server)
      case .waiting, .unanswered, .lost, .away, .done: break
      }
    }
  }

  private mutating func ownerIs(_ owner: NotificationServer?) -> [Action] {
    if let owner, owner == server.id { return [] }
    if owner == nil, server == .absent { return [] }
    // Somebody is being started.
    if owner == nil, case .asked(nil, _) = server { return [] }
    let cut = posts.filter { if case .sent = $0.place { true } else { false } }.map(\.prompt)
    posts.removeAll { $0.place.isGivenUp && !$0.isKnown }
    leaveServer()
    server = owner.map(Server.mute) ?? .absent
    let failed = fail(cut, "The notification server went away over it.")
    // Another server shows nothing of what this one had.
    for index in posts.indices {
      guard case .unanswered(let server) = posts[index].place, server != owner else { continue }
      posts[index].place = posts[index].isKnown ? .lost : .waiting
    }
    posts.removeAll { $0.place == .waiting && $0.card == nil }
    let isWaiting = posts.contains { $0.place == .waiting }
    return failed + (owner != nil || isWaiting ? ask() : [])
  }

  /// Asks the server what it can do; one that is not there is started, where the bus knows how.
  private mutating func ask() -> [Action] {
    switch server {
    case .unknown, .unreachable, .asked, .ready: return []
    case .absent: server = .asked(nil, turn: nextTurn())
    case .mute(let id): server = .asked(id, turn: nextTurn())
    }
    serverName = ""
    return [.ask(turn: turns)]
  }

  private mutating func named(_ name: String, _ turn: Int) -> [Action] {
    if case .asked(_, turn) = server { serverName = name }
    return []
  }

  private mutating func isReady(_ names: [String], _ turn: Int) -> [Action] {
    guard case .asked(let asked, turn) = server else { return [] }
    guard let id = asked else {
      // Somebody was started for it, who has a name by now.
      server = .unknown
      return [.find]
    }
    server = .ready(id, Capabilities(names, of: serverName))
    nobody = nil
    let mine = leftovers.compactMap { $0.server == id ? $0.number : nil }
    leftovers = []
    // The session plans anew: what waited so long may be to be said no more.
    let waiting = posts.filter { $0.place == .waiting }.map(\.prompt)
    let held = posts.filter { $0.place == .unanswered(by: id) }.map(\.prompt)
    let shown = held.filter { stand($0) }
    // First what is there: asked for what to show, the session would give it again.
    return mine.map(Action.close) + shown.map { .report(.shown($0)) }
      + [.report(.came(holding: waiting))]
  }

  /// Takes what was sent and not heard of to be on the screen; whether the session is yet to know.
  private mutating func stand(_ prompt: PromptID) -> Bool {
    let isKnown = post(prompt)?.isKnown == true
    change(prompt) { post in
      post.place = .shown
      post.isKnown = true
    }
    return !isKnown
  }

  private mutating func isMute(_ why: String, _ turn: Int) -> [Action] {
    guard case .asked(let id, turn) = server else { return [] }
    server = id.map(Server.mute) ?? .absent
    let isThere = id != nil
    let what =
      isThere ? "The notification server does not answer" : "No notification server is there"
    let prompts = posts.filter { $0.place == .waiting }.map(\.prompt)
    let tried = (nobody?.prompts ?? []) + prompts
    nobody = Nobody(why: "\(what): \(why)", prompts: tried)
    return fail(prompts, "\(what): \(why)", isAwaited: !isThere)
  }

  /// Gives up cards for now; those that were on the screen before stay to be shown again.
  mutating func fail(
    _ prompts: [PromptID],
    _ why: String,
    isAwaited: Bool = false
  ) -> [Action] {
    for prompt in prompts { change(prompt) { $0.place = .lost } }
    posts.removeAll { prompts.contains($0.prompt) && !$0.isKnown }
    let trouble = WorldError(why, isAwaited: isAwaited)
    return prompts.isEmpty ? [] : [.report(.failed(prompts, trouble))]
  }

  private static func unreachable(_ why: String) -> WorldError {
    WorldError("There is no session bus: \(why).", isAwaited: true)
  }
}

// MARK: - Sending

extension DesktopState {
  /// Sends a card to the server that is there, in the place of what it shows of the same prompt;
  /// nil where none is.
  mutating func send(_ prompt: PromptID) -> [Action]? {
    guard case .ready(let id, let capabilities) = server else { return nil }
    guard let post = post(prompt), let card = post.card else { return [] }
    var content = Notification(card, for: capabilities, view: post.view)
    let isByName = capabilities.takesOneName && capabilities.replacesByName
    let replaced = post.number?.server == id && !isByName ? post.number?.id ?? 0 : 0
    let turn = nextTurn()
    change(prompt) { post in
      post.place = .sent(to: id, turn: turn)
      post.content = content
    }
    // It was there until we were started anew, and the person has seen it come.
    content.isQuiet = post.place == .lost && replaced != 0 && capabilities.dropsOnExit
    return [.notify(content, replacing: replaced, on: id, turn: turn)]
  }

  private mutating func unsent(_ turn: Int) -> [Action] {
    if case .asked(let id, turn) = server { server = id.map(Server.mute) ?? .absent }
    guard let post = post(turn: turn) else { return [] }
    change(post.prompt) { $0.place = $0.isKnown ? .lost : .waiting }
    posts.removeAll { $0.place == .waiting && $0.card == nil }
    return []
  }
}

// MARK: - Finding

extension DesktopState {
  func post(_ prompt: PromptID) -> Post? { posts.first { $0.prompt == prompt } }

  func post(turn: Int) -> Post? { posts.first { $0.place.turn == turn } }

  func shown(_ id: UInt32) -> Post? {
    posts.first { $0.number?.id == id && $0.number?.server == server.id }
  }

  mutating func change(_ prompt: PromptID, _ change: (inout Post) -> Void) {
    guard let index = posts.firstIndex(where: { $0.prompt == prompt }) else { return }
    change(&posts[index])
  }

  mutating func remove(_ prompt: PromptID) { posts.removeAll { $0.prompt == prompt } }

  private mutating func nextTurn() -> Int {
    turns += 1
    return turns
  }
}
