import Coaching

/// A place where cards appear, and which can be gone.
final class SimulatedChannel {
  struct News {
    var prompt: PromptID
    var isShown: Bool
  }

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
  /// Whether it comes between the person and what they do.
  let interrupts: Bool
  /// Whether it says only later what became of a card, and tells when it is there again.
  let isConfirmedLater: Bool
  /// What it still has to say of the cards that it took on.
  var news: [News] = []
  /// Whether it has come back since it was last heard.
  var hasCome = false
  var failure: Failure?
  /// Whether it is in the person's list.
  var isWanted = true
  /// Since when it has been there, by the person's clock.
  var healthySince: Instant
  /// The cards that lie here, and since when.
  private var cards: [PromptID: Instant] = [:]

  init(
    name: String,
    isRepeatable: Bool,
    interrupts: Bool = false,
    isConfirmedLater: Bool = false,
    since: Instant
  ) {
    self.name = name
    self.isRepeatable = isRepeatable
    self.interrupts = interrupts
    self.isConfirmedLater = isConfirmedLater
    healthySince = since
  }

  /// Takes cards off.
  func clear(_ prompts: [PromptID]) {
    for id in prompts { cards[id] = nil }
  }

  /// Puts a card there; whether it is one more to be seen.
  func place(_ card: Card) -> Bool {
    let before = cards.updateValue(card.at, forKey: card.prompt)
    return !isRepeatable || before != card.at
  }
}
