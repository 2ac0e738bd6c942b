/// What waited for the person, and the nights in which the machine did not see them.
struct DeferralFold: Fold {
  /// What was made to wait, in the order in which that was written down.
  private(set) var deferrals: [Coach.DeferredPrompt] = []
  /// When the machine saw the person last in an evening, and first the morning after.
  private(set) var nights: [Coach.Night] = []

  mutating func apply(_ fact: Fact) {
    switch fact.event {
    case .deferred(let id, let why):
      deferrals.append(Coach.DeferredPrompt(id: id, why: why, at: fact.instant))
    case .unseen(let from, let until):
      nights.append(Coach.Night(day: fact.day, from: from, until: until))
    default: break
    }
  }

  /// None of it is the person's, and so nothing can be taken back.
  mutating func takeBack(_ fact: String, at instant: Instant) {}
}

extension Coach {
  /// A prompt that was made to wait, why, and since when that is written down.
  public struct DeferredPrompt: Equatable, Sendable {
    public var id: PromptID
    public var why: DeferralReason
    public var at: Instant
  }

  /// A night in which the machine did not see the person.
  public struct Night: Equatable, Sendable {
    /// The civil day of its evening.
    public var day: CivilDate
    public var from: CivilTime
    public var until: CivilTime
  }

  /// Whether it is written down that a prompt waited for this.
  func isDeferred(_ id: PromptID, _ why: DeferralReason) -> Bool {
    deferrals.contains { $0.id == id && $0.why == why }
  }
}
