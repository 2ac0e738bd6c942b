import Coaching

/// A place where cards appear, and which can be gone.
final class SimulatedChannel {
  enum Failure: CaseIterable {
    /// Nobody is there.
    case unreachable
    /// It is there, and takes no card.
    case refusing
    /// It takes the card, and fails after that; only where that does no harm.
    case failingLate
  }

  let name: String
  let isRepeatable: Bool
  var failure: Failure?
  /// Since when it has been there, by the person's clock.
  var healthySince: Instant
  /// The cards that lie here, and since when.
  private var cards: [PromptID: Instant] = [:]

  init(name: String, isRepeatable: Bool, since: Instant) {
    self.name = name
    self.isRepeatable = isRepeatable
    healthySince = since
  }

  /// Puts a card there; whether it is one more to be seen.
  func place(_ card: Card) -> Bool {
    let before = cards.updateValue(card.at, forKey: card.prompt)
    return !isRepeatable || before != card.at
  }
}
