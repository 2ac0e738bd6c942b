/// How far the facts reach, and when the person last did something.
///
/// No fold of what stands: whoever takes something back was there, and what they take back was
/// written down all the same.
struct Activity: Equatable, Sendable {
  /// The instant of the first fact; nil before there is one.
  private(set) var since: Instant?
  /// What the clock said when the first fact was written, which it may have turned back since.
  private(set) var begun: Instant?
  /// The identifier of the first fact.
  var seed: String?
  /// The last fact by the person.
  private(set) var sign: Coach.LastActivity?
  /// Days before those that are folded on which something was asked since then.
  private(set) var inVainBefore: [CivilDate]
  /// The number of facts of a kind this version does not know.
  private(set) var unknownCount = 0
  /// The sequence of the last fact; 0 before there is one.
  private(set) var lastSequence: Int64 = 0

  init(since: Instant?, memory: Coach.PriorState) {
    self.since = since
    begun = since
    seed = memory.seed
    sign = memory.sign
    inVainBefore = memory.inVain
  }

  /// Takes note of who did it; of a fact that is not folded, only that counts.
  mutating func hear(of fact: Fact) {
    begun = begun ?? fact.instant
    guard fact.event.isByPerson, fact.sequence > sign?.sequence ?? 0 else { return }
    sign = Coach.LastActivity(sequence: fact.sequence, instant: fact.instant)
    inVainBefore = []
  }

  mutating func apply(_ fact: Fact) {
    hear(of: fact)
    since = min(since ?? fact.instant, fact.instant)
    lastSequence = max(lastSequence, fact.sequence)
    seed = seed ?? fact.id
    if case .unknown = fact.event { unknownCount += 1 }
  }
}
