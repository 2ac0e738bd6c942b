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
