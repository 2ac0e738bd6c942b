internal import Coaching

/// What a server says of what was sent to it.
extension DesktopState {
  mutating func answered(
    _ id: UInt32?,
    by server: NotificationServer,
    _ turn: Int
  ) -> [Action] {
    guard server == self.server.id else { return [] }
    guard let prompt = post(turn: turn)?.prompt else {
      // What was settled meanwhile has no place on the screen, unless another took it over.
      guard let id, shown(id) == nil else { return [] }
      return [.close(NotificationNumber(server: server, id: id))]
    }
    if case .withdrawn? = post(prompt)?.place {
      remove(prompt)
      return id.map { [.close(NotificationNumber(server: server, id: $0))] } ?? []
    }
    guard let id else { return fail([prompt], "The notification server gave it no number.") }
    let isKnown = post(prompt)?.isKnown == true
    change(prompt) { post in
      post.place = .shown
      post.number = NotificationNumber(server: server, id: id)
      post.isKnown = true
    }
    return isKnown ? [] : [.report(.shown(prompt))]
  }

  mutating func refused(_ why: String, _ turn: Int) -> [Action] {
    guard let post = post(turn: turn) else { return [] }
    if case .withdrawn = post.place {
      remove(post.prompt)
      return []
    }
    return fail([post.prompt], "The notification server refused it: \(why)")
  }

  /// Waits no longer for an answer, which may come all the same.
  mutating func waitedLong(_ turn: Int) -> [Action] {
    guard let post = post(turn: turn), case .sent(let server, _) = post.place else { return [] }
    change(post.prompt) { $0.place = .late(at: server, turn: turn) }
    return [.report(.failed([post.prompt], Self.lateness))]
  }

  static let lateness = WorldError(
    "The notification server has not answered in \(patienceSeconds) s.",
    isAwaited: true
  )
}
