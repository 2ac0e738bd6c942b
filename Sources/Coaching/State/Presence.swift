/// Whether the person is there, as far as their session tells.
public struct Presence: Equatable, Sendable {
  /// What a person does at the terminals to which prompts go.
  public enum Terminal: Equatable, Sendable {
    /// One of them is at a shell's prompt: that is the break between two things.
    case atPrompt
    /// Something runs at all of them.
    case busy
  }

  /// Why nothing is to come between the person and what they do; nil where they are there.
  public var hindrance: DeferralReason?
  /// When they last came back: unlocked the screen, or touched what had been idle.
  public var back: Instant?
  /// How long a prompt waits for that while they are there, in seconds.
  public var patienceSeconds: Int64
  /// Whether they were away when last asked for, where nobody tells when they come back.
  public var isAway: Bool
  /// What they were found by then.
  public var awayReason = DeferralReason.idle
  /// What they do at the terminals; nil where prompts go elsewhere.
  public var terminal: Terminal?

  /// How long a prompt waits for a break where nothing else is configured, in seconds.
  public static let usualPatienceSeconds: Int64 = 15 * 60

  public init(
    hindrance: DeferralReason? = nil,
    back: Instant? = nil,
    patienceSeconds: Int64 = Presence.usualPatienceSeconds,
    isAway: Bool = false,
    terminal: Terminal? = nil
  ) {
    self.hindrance = hindrance
    self.back = back
    self.patienceSeconds = patienceSeconds
    self.isAway = isAway
    self.terminal = terminal
  }
}
