/// How a channel brings a card to the person: what that asks of whoever shows one there.
public enum Delivery {
  /// It is kept where the person looks when they like, and the same card again leaves one there: it
  /// is shown first and written down then, and killed in between it is shown again.
  case kept
  /// It is said once, where it comes between nothing: showing it twice would be seen twice, so it
  /// is written down first.
  case said
  /// It is said once, and comes between the person and what they do.
  case interrupting
  /// It comes between, and `show` only takes it on: the channel says later what became of it, by
  /// `Session.shown` or `failed`, which must not come before `show` has returned.
  ///
  /// `renew` makes a card that it has shown equal to another, unless the person has put it away.
  case confirmed(renew: (Card) -> Void)

  /// Whether it comes between the person and what they do: of such channels the first one that can
  /// be reached shows a prompt, and no other.
  public var interrupts: Bool {
    switch self {
    case .kept, .said: false
    case .interrupting, .confirmed: true
    }
  }
}

/// A place where prompts are shown.
public struct Channel {
  public var name: String
  public var delivery: Delivery
  /// Whether the person wants prompts there; where not, those that it has shown are taken off.
  public var isWanted = true
  /// Throws when the place cannot be reached now, before anything is written down about it.
  public var reach: () throws(WorldError) -> Void
  public var show: (Card) throws(WorldError) -> Void
  /// Takes prompts that are answered or over off the screen; those already gone are no error.
  public var settle: ([PromptID]) throws(WorldError) -> Void

  public init(
    name: String,
    _ delivery: Delivery,
    reach: @escaping () throws(WorldError) -> Void = {},
    show: @escaping (Card) throws(WorldError) -> Void,
    settle: @escaping ([PromptID]) throws(WorldError) -> Void = { _ in }
  ) {
    self.name = name
    self.delivery = delivery
    self.reach = reach
    self.show = show
    self.settle = settle
  }

  var interrupts: Bool { delivery.interrupts }
}
