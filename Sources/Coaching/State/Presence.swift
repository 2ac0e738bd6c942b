/// Whether the person is there, as far as their session tells.
public struct Presence: Equatable, Sendable {
  /// Why nothing is to come between the person and what they do; nil where they are there.
  public var hindrance: DeferralReason?
  /// When they last came back: unlocked the screen, or touched what had been idle.
  public var back: Instant?
  /// How long a prompt waits for that while they are there, in seconds.
  public var patienceSeconds: Int64
  /// Whether they were away when last asked for, where nobody tells when they come back.
  public var isAway: Bool

  public init(
    hindrance: DeferralReason? = nil,
    back: Instant? = nil,
    patienceSeconds: Int64 = 45 * 60,
    isAway: Bool = false
  ) {
    self.hindrance = hindrance
    self.back = back
    self.patienceSeconds = patienceSeconds
    self.isAway = isAway
  }
}
