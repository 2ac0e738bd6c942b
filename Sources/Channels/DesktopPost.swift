internal import Coaching

extension DesktopState {
  /// A card and what became of it on the screen.
  struct Post {
    enum Place: Equatable {
      /// Asked for again as soon as a server is there.
      case waiting
      /// The server has it, and has not answered.
      case sent(to: NotificationServer, turn: Int)
      /// It has not answered for so long that nobody waits for it any more.
      case late(at: NotificationServer, turn: Int)
      /// It is not to be shown any more, which can be done once its number is known.
      case withdrawn(from: NotificationServer, turn: Int)
      /// It has it, and its answer cannot be heard: the connection that asked is gone.
      case unanswered(by: NotificationServer)
      case shown
      /// It was shown, and the server that did is gone, or we were.
      case lost
      /// It has left the screen by itself, or the person has put it away.
      case away(since: Instant?)
      /// The person has done something with it.
      case done
    }

    let prompt: PromptID
    /// Nil until it is seen again after we were started anew.
    var card: Card?
    var place: Place
    /// What the server calls it; nil as long as that is unknown.
    var number: NotificationNumber?
    var content: Notification?
    /// Whether the session knows that it was shown.
    var isKnown = false
    /// What the person has asked to see of it.
    var view = Notification.View()
  }
}

extension DesktopState.Post {
  /// Whether the session takes it to be on its way.
  var isUnderway: Bool {
    switch place {
    case .waiting, .sent: !isKnown
    case .late, .withdrawn, .unanswered, .shown, .lost, .away, .done: false
    }
  }

  /// What is kept in mind of it once it is not to be shown any more; nil where nothing has to be.
  func withdrawn(from server: NotificationServer?) -> Self? {
    var left = Self(prompt: prompt, place: place)
    switch place {
    case .sent(let server, let turn), .late(let server, let turn):
      left.place = .withdrawn(from: server, turn: turn)
    case .shown where number == nil:
      guard let server else { return nil }
      left.place = .unanswered(by: server)
    case .withdrawn, .unanswered: break
    case .waiting, .shown, .lost, .away, .done: return nil
    }
    return left
  }

  /// What a process after us has to know of it, where this server is there.
  func note(on server: NotificationServer?) -> NotificationStore.Entry? {
    switch place {
    case .shown where number == nil:
      // Its number is as unknown to whoever comes next.
      return server.map { .init(server: $0, .unanswered, prompt) }
    case .sent(let server, _), .late(let server, _), .withdrawn(let server, _):
      if let number, number.server == server {
        return NotificationStore.Entry(server: server, .shown(number.id), prompt)
      }
      return NotificationStore.Entry(server: server, .unanswered, prompt)
    case .unanswered(let server):
      return NotificationStore.Entry(server: server, .unanswered, prompt)
    case .away(let since):
      return number.map { .init(server: $0.server, .away($0.id, since: since), prompt) }
    case .waiting, .shown, .lost, .done:
      return number.map { .init(server: $0.server, .shown($0.id), prompt) }
    }
  }
}

extension DesktopState.Post.Place {
  /// Which answer tells its number.
  var turn: Int? {
    switch self {
    case .sent(_, let turn), .late(_, let turn), .withdrawn(_, let turn): turn
    case .waiting, .unanswered, .shown, .lost, .away, .done: nil
    }
  }

  /// Which answer is waited for.
  var waitedFor: Int? {
    switch self {
    case .sent(_, let turn), .withdrawn(_, let turn): turn
    case .waiting, .late, .unanswered, .shown, .lost, .away, .done: nil
    }
  }

  /// Whether nobody waits for its answer, though one may come.
  var isGivenUp: Bool {
    switch self {
    case .late, .withdrawn: true
    case .waiting, .sent, .unanswered, .shown, .lost, .away, .done: false
    }
  }
}
