/// What a channel or the ledger could not do, in words for a person.
public struct WorldError: Error, Equatable, Sendable, CustomStringConvertible {
  public var description: String
  /// Whether the place is not there yet, and is looked at again when it comes: to try again by the
  /// clock would be for nothing.
  public var isAwaited: Bool

  public init(_ description: String, isAwaited: Bool = false) {
    self.description = description
    self.isAwaited = isAwaited
  }
}

/// A place where prompts are shown.
public struct Channel {
  public var name: String
  /// Whether showing the same card again leaves one card there.
  public var isRepeatable: Bool
  /// Whether it comes between the person and what they do: of such channels the first one that
  /// can be reached shows a prompt, and no other.
  public var interrupts: Bool
  /// Whether `show` only takes a card on: it is shown when the session hears so by `shown`, which
  /// must not come before `show` has returned.
  public var isConfirmedLater: Bool
  /// Whether the person wants prompts there; where not, those that it has shown are taken off.
  public var isWanted = true
  /// Throws when the place cannot be reached now, before anything is written down about it.
  public var reach: () throws(WorldError) -> Void
  public var show: (Card) throws(WorldError) -> Void
  /// Takes prompts that are answered or over off the screen; those already gone are no error.
  public var settle: ([PromptID]) throws(WorldError) -> Void
  /// Makes a card that it has shown equal to this one, unless the person has put it away; nil
  /// where what was shown stays as it was.
  public var renew: ((Card) -> Void)?

  public init(
    name: String,
    isRepeatable: Bool,
    interrupts: Bool = false,
    isConfirmedLater: Bool = false,
    reach: @escaping () throws(WorldError) -> Void = {},
    show: @escaping (Card) throws(WorldError) -> Void,
    settle: @escaping ([PromptID]) throws(WorldError) -> Void = { _ in },
    renew: ((Card) -> Void)? = nil
  ) {
    self.name = name
    self.isRepeatable = isRepeatable
    self.interrupts = interrupts
    self.isConfirmedLater = isConfirmedLater
    self.renew = renew
    self.reach = reach
    self.show = show
    self.settle = settle
  }
}

/// Everything outside the core that a session needs.
public struct World {
  public var now: () -> Instant
  public var outlook: () -> PlanningContext
  /// The fold of the facts around a civil day.
  public var recall: (CivilDate) throws(WorldError) -> Coach
  /// Writes facts down, all or none; on return they are on disk.
  public var record: ([Draft]) throws(WorldError) -> Void
  /// Sets the one timer to an instant.
  public var wake: (Instant) -> Void
  public var channels: () -> [Channel]
  /// Hears what happened, for the journal.
  public var notice: (SessionEvent) -> Void

  public init(
    now: @escaping () -> Instant,
    outlook: @escaping () -> PlanningContext,
    recall: @escaping (CivilDate) throws(WorldError) -> Coach,
    record: @escaping ([Draft]) throws(WorldError) -> Void,
    wake: @escaping (Instant) -> Void,
    channels: @escaping () -> [Channel],
    notice: @escaping (SessionEvent) -> Void
  ) {
    self.now = now
    self.outlook = outlook
    self.recall = recall
    self.record = record
    self.wake = wake
    self.channels = channels
    self.notice = notice
  }
}

/// Something that happened while looking.
public enum SessionEvent: Equatable, Sendable {
  case prompted(PromptContent, lateSeconds: Int64)
  case shown(PromptID, channel: String)
  case channelFailed(PromptID, channel: String, WorldError)
  /// A channel is not there yet, and shows the prompt when it comes.
  case channelAwaited(PromptID, channel: String, WorldError)
  case passed(PromptID, PassReason)
  /// A prompt waits, at the latest until an instant where that is known.
  case deferred(PromptID, DeferralReason, until: Instant?)
  case paused(until: Instant)
  case away(through: CivilDate)
  /// The person does not react: it is spoken every so many days only.
  case backedOff(everyDays: Int)
  /// The clock stands before any time at which it can have been set.
  case clockNotSet
  case answered(question: String, day: CivilDate)
  case settled(PromptID, Plan.SettledPrompt.Reason)
  case ledgerFailed(WorldError)
}
