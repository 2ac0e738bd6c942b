public import Coaching
public import Systemd

/// The person's notification server, whichever it is, by org.freedesktop.Notifications.
///
/// It is asked and never waited for: what became of a notification comes as a report, always in
/// a later turn of the loop. What follows from what is `DesktopState`'s; here is the bus.
public final class Desktop {
  /// What comes of showing, and of what was shown.
  public enum Report: Equatable {
    /// A card is on the screen.
    case shown(PromptID)
    /// Cards that were to be shown are not.
    case failed([PromptID], WorldError)
    /// A server is there: what it does not show yet can be shown; what waited for it is shown only
    /// where it is given again.
    case came(holding: [PromptID])
    case did(NotificationAction)
    /// The person wants to answer in a window of its own.
    case asked(AnswerOptions)
    /// The person wrote an answer, in a notification that is closed by now.
    case replied(String, question: String, PromptID)
    /// A card has left the screen, by itself or by the person.
    case putAway(PromptID, isByPerson: Bool)
  }

  /// Whoever shows notifications.
  public static let object = BusObject(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications"
  )

  /// What the desktop knows us by: our .desktop file, and our icon.
  public static let application = "org.activeservice.Coach"

  private let bus: Bus
  private let report: (Report) -> Void
  private let store: NotificationStore
  private var state: DesktopState
  /// What ends the waiting for an answer, by its turn.
  private var patience: [(turn: Int, source: Source)] = []
  /// What is heard of the server while something of ours may be on its screen: it tells everybody
  /// of every program's notifications.
  private var heard: [Subscription] = []
  /// What is to be reported in a later turn of the loop, and what brings that.
  private var later: [Report] = []
  private var laterSource: Source?
  /// What to do once nothing is awaited any more.
  private var ending: (() -> Void)?
  private var endingLimit: Source?

  /// A desktop that is reached over a bus which is still to be connected.
  ///
  /// - Parameters:
  ///   - bus: The person's bus; tell its changes to `busChanged`.
  ///   - file: Where to keep what is on the screen while we are started anew; nil for nowhere.
  ///   - report: Hears what becomes of what was shown.
  public init(_ bus: Bus, file: String?, report: @escaping (Report) -> Void) {
    self.bus = bus
    self.report = report
    store = NotificationStore(file)
    state = DesktopState(store.entries())
    bus.watch(Desktop.object.name) { [unowned self] in handle(.owner(server($0))) }
    listen()
  }

  public func channel() -> Channel {
    Channel(
      name: "desktop",
      .confirmed { [unowned self] card in handle(.renew(card)) },
      show: { [unowned self] card throws(WorldError) in
        if let refusal = handle(.show(card)) { throw refusal }
      },
      settle: { [unowned self] prompts in handle(.settle(prompts)) }
    )
  }

  /// Whether a notification server is known to be there.
  public var isThere: Bool { state.server.id != nil }

  /// Hears how it stands with the bus.
  public func busChanged(_ state: Bus.State) {
    switch state {
    case .connected: handle(.busCame)
    case .absent(let error): handle(.busWent("\(error)"))
    }
  }

  /// Lets a prompt be shown again with the next look that wants it: the person has done something
  /// with it which came to nothing.
  ///
  /// - Parameters:
  ///   - prompt: The prompt.
  ///   - why: Why it came to nothing, in the person's language; nil where there is nothing to say.
  ///   - question: What they were to write an answer to, and did not: then they see what else they
  ///     can do.
  public func restore(
    _ prompt: PromptID,
    saying why: String? = nil,
    unfolding question: String? = nil
  ) {
    handle(.restore(prompt, saying: why, unfolding: question))
  }

  /// Goes on once the server has answered what it was sent, or after some seconds: an answer that
  /// nobody hears leaves a notification without its number.
  public func finish(withinSeconds limit: Int64, then end: @escaping () -> Void) {
    guard state.isAwaiting else { return end() }
    ending = end
    // Where nothing ends the waiting, nothing is waited for.
    endingLimit = try? bus.after(seconds: limit) { [weak self] in self?.finished() }
    if endingLimit == nil { finished() }
  }

  private func finished() {
    let end = ending
    ending = nil
    endingLimit = nil
    end?()
  }
}

// MARK: - Doing what the state says

extension Desktop {
  /// Tells the state what happened, and does what follows.
  ///
  /// - Returns: Why what was to be shown cannot be.
  @discardableResult
  private func handle(_ event: DesktopState.Event) -> WorldError? {
    let actions = state.on(event)
    // First: stopped before the answer comes, the next process knows that something was sent.
    store.keep(state.notes)
    listen()
    var refusal: WorldError?
    for action in actions {
      if case .refuse(let trouble) = action { refusal = trouble } else { perform(action) }
    }
    patience.removeAll { !state.isAwaiting(turn: $0.turn) }
    if ending != nil, !state.isAwaiting { finished() }
    return refusal
  }

  private func perform(_ action: DesktopState.Action) {
    switch action {
    case .refuse: break
    case .find:
      // A bus that goes meanwhile tells so itself.
      try? bus.askOwner(of: Desktop.object.name) { [weak self] owner in
        guard let self else { return }
        handle(.owner(server(owner)))
      }
    case .ask(let turn): ask(turn)
    case .notify(let content, let replaced, let server, let turn):
      notify(content, replacing: replaced, on: server, turn)
    case .close(let number):
      // One that is closed already is what was asked for.
      let call = call("CloseNotification", [.count(number.id)], of: number.server.name)
      try? bus.call(call, withinSeconds: DesktopState.patienceSeconds) { _ in }
    case .reportLater(let news):
      later.append(news)
      laterSource = laterSource ?? (try? bus.after(seconds: 0) { [weak self] in self?.reportNow() })
    case .report(let news):
      report(news)
      if case .came(let prompts) = news { handle(.planned(prompts)) }
    }
  }

  private func reportNow() {
    let news = later
    later = []
    laterSource = nil
    for news in news { report(news) }
  }

  private func ask(_ turn: Int) {
    let name = call("GetServerInformation", [], of: Desktop.object.name)
    let call = call("GetCapabilities", [], of: Desktop.object.name)
    do {
      // First, so that it is known by then; whoever does not say it is as others are.
      try bus.call(name, withinSeconds: DesktopState.patienceSeconds) { [weak self] answer in
        guard let name = (try? answer.get())?.first?.text else { return }
        self?.handle(.named(name, turn: turn))
      }
      try bus.call(call, withinSeconds: DesktopState.patienceSeconds) { [weak self] answer in
        switch answer {
        case .success(let values):
          self?.handle(.capable(values.first?.texts ?? [], turn: turn))
        case .failure(let error):
          self?.handle(.incapable(error.description.printable, turn: turn))
        }
      }
    } catch {
      handle(.unsent(turn: turn))
    }
  }

  private func notify(
    _ content: Notification,
    replacing replaced: UInt32,
    on server: NotificationServer,
    _ turn: Int
  ) {
    let seconds = Int64(DesktopState.patienceSeconds)
    if let source = try? bus.after(
      seconds: seconds,
      { [weak self] in self?.handle(.waitedLong(turn: turn)) }
    ) {
      patience.append((turn, source))
    }
    // Not to whoever has the name by then: another server would show it, and tell us of another.
    let call = call("Notify", content.arguments(replacing: replaced), of: server.name)
    do {
      // Whenever the answer comes, it says what is on the screen.
      try bus.call(call, withinSeconds: nil) { [weak self] answer in
        switch answer {
        case .success(let values):
          self?.handle(.answered(values.first?.count, by: server, turn: turn))
        case .failure(let error):
          self?.handle(.refused(error.description.printable, turn: turn))
        }
      }
    } catch {
      handle(.unsent(turn: turn))
    }
  }

  private func call(_ member: String, _ arguments: [Value], of destination: String) -> Call {
    BusObject(destination, Desktop.object.path).call(member, arguments, of: Desktop.object.name)
  }

  private func server(_ name: String?) -> NotificationServer? {
    name.map { NotificationServer(bus: bus.id ?? "", name: $0) }
  }
}

// MARK: - Hearing

extension Desktop {
  /// Listens to the server while there is a reason to.
  private func listen() {
    if state.isEmpty == heard.isEmpty { return }
    if state.isEmpty {
      for subscription in heard { bus.ignore(subscription) }
      heard = []
      return
    }
    heard = [
      hear("ActionInvoked") { [unowned self] values in
        guard let id = values.first?.count, let key = values.last?.text else { return }
        if key == Notification.body { handle(.opened(id)) }
        if let action = NotificationAction(key: key) { handle(.invoked(action, id)) }
      },
      hear("NotificationReplied") { [unowned self] values in
        guard let id = values.first?.count, let text = values.last?.text else { return }
        handle(.replied(text, id))
      },
      hear("NotificationClosed") { [unowned self] values in
        guard let id = values.first?.count else { return }
        // The specification's 2: dismissed by the person.
        let isByPerson = values.last?.count == 2
        let now = Instant(microseconds: Clock.realtime())
        handle(.closed(id, isByPerson: isByPerson, at: now))
      },
    ]
  }

  /// Hears a signal of the server.
  ///
  /// dunst and others tell it to us alone, which anybody else on the bus could do as well.
  private func hear(_ member: String, _ handler: @escaping ([Value]) -> Void) -> Subscription {
    bus.listen(to: Desktop.object.says(member), hearsWhispers: true) { [unowned self] message in
      if message.isDirected, server(message.sender) != state.server.id { return }
      if let values = try? message.values() { handler(values) }
    }
  }
}
