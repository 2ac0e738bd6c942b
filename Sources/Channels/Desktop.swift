public import Coaching
public import Systemd

/// The person's notification server, whichever it is, by org.freedesktop.Notifications.
///
/// It is asked and never waited for: what became of a notification comes as a report, always in
/// a later turn of the loop.
public final class Desktop {
  /// What comes of showing, and of what was shown.
  public enum Report {
    /// A card that was to be shown is on the screen.
    case shown(PromptID)
    /// Cards that were to be shown are not.
    case failed([PromptID], WorldError)
    /// A server is there: what it does not show yet can be shown.
    case came
    case did(NotificationAction)
    /// The person wrote an answer, in a notification that is closed by now.
    case replied(String, question: String, PromptID)
  }

  /// A card and what became of it on the screen.
  struct Post {
    enum Place {
      /// Shown as soon as a server is there.
      case waiting
      /// The server has it, and has not answered.
      case sending
      /// It has not answered for so long that nobody waits for it any more.
      case late
      /// It did after all, and whether it is still wanted is yet to be seen.
      case found
      case shown
      /// It was shown, and the server that did is gone, or we were.
      case lost
      /// The person has put it away.
      case away
      /// The person has done something with it.
      case done
    }

    let prompt: PromptID
    /// Nil until it is seen again after we were started anew.
    var card: Card?
    var place: Place
    /// The number that the server gave it, and which server that is.
    var id: UInt32?
    var owner: String?
    var content: Notification?
    /// Whether the session knows that it was shown.
    var isKnown = false
    /// The question of which it only says how it is answered, once the person has asked for that.
    var asking: String?
    /// Which call it waits for.
    var turn = 0
    /// Ends the waiting for it.
    var patience: Source?
  }

  static let name = "org.freedesktop.Notifications"
  static let path = "/org/freedesktop/Notifications"
  /// How long a server may take, in seconds; one that is started for it takes the longest.
  static let patienceSeconds = 10

  let bus: Bus
  let report: (Report) -> Void
  private let memory: NotificationStore
  var posts: [Post] = [] {
    didSet {
      remember()
      listen()
    }
  }
  /// What is heard of the server while something of ours may be on its screen: it tells everybody
  /// of every program's notifications.
  var heard: [Subscription] = []
  /// Notifications to be closed once it is known whether their server is still there.
  var leftovers: [NotificationStore.Entry] = []
  /// Why there is no bus; nil where there is one, or will be in a moment.
  var absence: String?
  /// Which server is on the bus.
  var owner: String?
  /// What the server can do; nil until it has said so.
  var capabilities: Capabilities?
  var isAsked = false
  /// The prompts for which nobody was found who shows them.
  var tried: [PromptID] = []
  /// What was said of that.
  var nobody = ""
  /// Counts what makes the answers void that are still to come.
  var turn = 0
  /// Counts the notifications that were sent.
  var turns = 0

  /// A desktop that is reached over a bus which is still to be connected.
  ///
  /// - Parameters:
  ///   - bus: The person's bus; tell its changes to `busChanged`.
  ///   - file: Where to keep what is on the screen while we are started anew; nil for nowhere.
  ///   - report: Hears what becomes of what was shown.
  public init(_ bus: Bus, file: String?, report: @escaping (Report) -> Void) {
    self.bus = bus
    self.report = report
    memory = NotificationStore(file)
    posts = memory.entries().map { entry in
      Post(
        prompt: entry.prompt,
        place: entry.isAway ? .away : .lost,
        id: entry.id,
        owner: entry.owner,
        isKnown: true
      )
    }
    bus.watch(Desktop.name) { [unowned self] in ownerChanged(to: $0) }
    listen()
  }

  public func channel() -> Channel {
    Channel(
      name: "desktop",
      isRepeatable: true,
      interrupts: true,
      isConfirmedLater: true,
      show: { [unowned self] card throws(WorldError) in try show(card) },
      settle: { [unowned self] prompts in settle(prompts) },
      renew: { [unowned self] card in renew(card) }
    )
  }

  /// Shows a prompt again that the person has done something with which came to nothing.
  public func restore(_ prompt: PromptID) {
    change(prompt) { if $0.place == .done { $0.place = .lost } }
    send(prompt)
  }

  private func remember() {
    let shown = posts.compactMap { post -> NotificationStore.Entry? in
      guard let id = post.id, let owner = post.owner else { return nil }
      return NotificationStore.Entry(
        owner: owner,
        id: id,
        isAway: post.place == .away,
        prompt: post.prompt
      )
    }
    memory.keep(shown + leftovers)
  }

  func post(_ prompt: PromptID) -> Post? { posts.first { $0.prompt == prompt } }

  func change(_ prompt: PromptID, _ change: (inout Post) -> Void) {
    guard let index = posts.firstIndex(where: { $0.prompt == prompt }) else { return }
    change(&posts[index])
  }
}

// MARK: - What a session asks for

extension Desktop {
  private func show(_ card: Card) throws(WorldError) {
    if let absence {
      throw WorldError("There is no session bus: \(absence).", isAwaited: true)
    }
    if owner == nil, capabilities == nil, tried.contains(card.prompt) {
      throw WorldError(nobody, isAwaited: true)
    }
    let before = post(card.prompt)
    if before?.place == .late { throw Desktop.lateness }
    if before?.place == .found {
      return change(card.prompt) { post in
        post.place = .shown
        post.isKnown = true
      }
    }
    posts.removeAll { $0.prompt == card.prompt }
    posts.append(
      Post(prompt: card.prompt, card: card, place: .waiting, id: before?.id, owner: before?.owner)
    )
    if capabilities == nil { askCapabilities() } else { send(card.prompt) }
  }

  /// Shows what a card says now, where it is on the screen or has to be again.
  private func renew(_ card: Card) {
    change(card.prompt) { post in
      post.card = card
      if !card.asks.contains(where: { $0.question == post.asking }) { post.asking = nil }
    }
    guard let post = post(card.prompt) else {
      // Nothing is known of it but that it was shown: a button that is pressed says the rest.
      posts.append(Post(prompt: card.prompt, card: card, place: .away, isKnown: true))
      return
    }
    guard let capabilities else { return }
    switch post.place {
    case .waiting, .sending, .late, .found, .away: return
    case .lost: send(card.prompt)
    case .shown, .done:
      let content = Notification(card, for: capabilities, asking: post.asking)
      if let before = post.content, before != content { send(card.prompt) }
    }
  }

  /// Closes notifications; those that are not known to be there are no error.
  private func settle(_ prompts: [PromptID]) {
    for post in posts where prompts.contains(post.prompt) {
      guard let id = post.id, let owner = post.owner else { continue }
      if owner == self.owner {
        close(id)
      } else if self.owner == nil {
        let entry = NotificationStore.Entry(owner: owner, id: id, isAway: true, prompt: post.prompt)
        leftovers.append(entry)
      }
    }
    posts.removeAll { prompts.contains($0.prompt) }
  }
}
