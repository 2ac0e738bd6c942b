/// What a channel or the ledger could not do, in words for a person.
public struct Trouble: Error, Equatable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}

/// A place where prompts are shown.
public struct Channel {
  public var name: String
  /// Whether showing the same card again leaves one card there.
  public var isRepeatable: Bool
  /// Throws when the place cannot be reached now, before anything is written down about it.
  public var reach: () throws(Trouble) -> Void
  public var show: (Card) throws(Trouble) -> Void
  /// Takes prompts that are answered or over off the screen; those already gone are no error.
  public var settle: ([PromptID]) throws(Trouble) -> Void

  public init(
    name: String,
    isRepeatable: Bool,
    reach: @escaping () throws(Trouble) -> Void = {},
    show: @escaping (Card) throws(Trouble) -> Void,
    settle: @escaping ([PromptID]) throws(Trouble) -> Void = { _ in }
  ) {
    self.name = name
    self.isRepeatable = isRepeatable
    self.reach = reach
    self.show = show
    self.settle = settle
  }
}

/// Everything outside the core that a session needs.
public struct World {
  public var now: () -> Instant
  public var outlook: () -> Outlook
  /// The fold of the facts around a civil day.
  public var recall: (CivilDate) throws(Trouble) -> Coach
  /// Writes facts down, all or none; on return they are on disk.
  public var record: ([Draft]) throws(Trouble) -> Void
  /// Sets the one timer to an instant.
  public var wake: (Instant) -> Void
  public var channels: () -> [Channel]
  /// Hears what happened, for the journal.
  public var notice: (Notice) -> Void

  public init(
    now: @escaping () -> Instant,
    outlook: @escaping () -> Outlook,
    recall: @escaping (CivilDate) throws(Trouble) -> Coach,
    record: @escaping ([Draft]) throws(Trouble) -> Void,
    wake: @escaping (Instant) -> Void,
    channels: @escaping () -> [Channel],
    notice: @escaping (Notice) -> Void
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
public enum Notice: Equatable, Sendable {
  case prompted(Prompted, lateSeconds: Int64)
  case shown(PromptID, channel: String)
  case channelFailed(PromptID, channel: String, Trouble)
  case passed(PromptID, Passing)
  case deferred(PromptID, Hush)
  case paused(until: Instant)
  case away(through: CivilDate)
  /// The person does not react: it is spoken every so many days only.
  case backedOff(everyDays: Int)
  /// The clock stands before any time at which it can have been set.
  case clockNotSet
  case answered(question: String, day: CivilDate)
  case settled(PromptID, Plan.Settled.Reason)
  case ledgerFailed(Trouble)
  case next(Plan.Next?)
}
