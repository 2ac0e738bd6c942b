extension DesktopState {
  /// Who shows notifications.
  enum Server: Equatable {
    /// Nothing is heard yet.
    case unknown
    /// There is no bus, and why.
    case unreachable(String)
    /// Nobody has the name on the bus; perhaps because nobody was called yet.
    case absent
    /// It is asked what it can do, or, where nobody was there, is started by that.
    case asked(NotificationServer?, turn: Int)
    /// It is there, and has not said what it can do.
    case mute(NotificationServer)
    case ready(NotificationServer, Capabilities)
  }
}

extension DesktopState.Server {
  /// Which server it is; nil where none is known to be there.
  var id: NotificationServer? {
    switch self {
    case .unknown, .unreachable, .absent: nil
    case .asked(let id, _): id
    case .mute(let id), .ready(let id, _): id
    }
  }
}
