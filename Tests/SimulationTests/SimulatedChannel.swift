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

  /// How it brings a card.
  enum Kind {
    case kept
    case said
    /// It comes between, says only later what became of a card, and tells when it is there again.
    case confirmed
  }

  let name: String
  let kind: Kind
  /// What it still has to say of the cards that it took on.
  var news: [News] = []
  /// Whether it has come back since it was last heard.
  var hasCome = false
  /// Whether it is started for the next card, which it only holds until it is there.
  var isStarting = false
  /// What it holds.
  var held: [PromptID] = []
  var failure: Failure?
  /// Whether it is in the person's list.
  var isWanted = true
  /// Since when it has been there, by the person's clock.
  var healthySince: Instant
  /// The cards that lie here, and since when.
  private var cards: [PromptID: Instant] = [:]

  init(
    name: String,
    _ kind: Kind,
    since: Instant
  ) {
    self.name = name
    self.kind = kind
    healthySince = since
  }

  /// How a session has to do with it.
  var delivery: Delivery {
    switch kind {
    case .kept: .kept
    case .said: .said
    case .confirmed: .confirmed { _ in }
    }
  }

  /// Whether it comes between the person and what they do.
  var interrupts: Bool { delivery.interrupts }
  /// Whether showing the same card again leaves one card there.
  var isRepeatable: Bool { kind != .said }
  /// Whether it says only later what became of a card.
  var isConfirmedLater: Bool { kind == .confirmed }

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
