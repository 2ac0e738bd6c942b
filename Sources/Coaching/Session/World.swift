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

/// Everything outside the core that a session needs.
public struct World {
  public var now: () -> Instant
  public var context: () -> PlanningContext
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
    context: @escaping () -> PlanningContext,
    recall: @escaping (CivilDate) throws(WorldError) -> Coach,
    record: @escaping ([Draft]) throws(WorldError) -> Void,
    wake: @escaping (Instant) -> Void,
    channels: @escaping () -> [Channel],
    notice: @escaping (SessionEvent) -> Void
  ) {
    self.now = now
    self.context = context
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
