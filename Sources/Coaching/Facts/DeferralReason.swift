/// Why a prompt waits inside its window.
public enum DeferralReason: String, CaseIterable, Sendable {
  /// Quiet hours.
  case quiet
  /// The person paused the coach.
  case paused
  /// Another prompt came a short time before.
  case near
  /// The person's screen is locked.
  case locked
  /// The person's session is not in front: somebody else's is, or none.
  case inactive
  /// Nobody has touched the machine for some time.
  case idle
  /// Something holds the screen: a film, or what the person presents.
  case presenting
  /// The desktop takes no notifications: do not disturb.
  case inhibited
  /// The person is in the middle of something; it waits for a break.
  case busy

  /// Whether it is for the person's not being there, or not being free.
  public var isOfPresence: Bool {
    switch self {
    case .quiet, .paused, .near: false
    case .locked, .inactive, .idle, .presenting, .inhibited, .busy: true
    }
  }
}
