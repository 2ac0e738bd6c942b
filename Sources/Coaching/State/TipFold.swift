extension Coach {
  /// What the person said about a tip, and on which day.
  public struct TipRating: Equatable, Sendable {
    public var tip: String
    public var day: CivilDate
    public var rating: Rating

    public init(tip: String, day: CivilDate, rating: Rating) {
      self.tip = tip
      self.day = day
      self.rating = rating
    }
  }

  /// How a tip of a civil day was chosen.
  public struct RecordedChoice: Equatable, Sendable {
    public var chosen: TipChosen
    public var day: CivilDate
  }

  /// What is remembered from before the days that are folded, beside when tips were told.
  public struct PriorState: Equatable, Sendable {
    public var verdicts: [TipRating]
    public var muted: [String]
    public var seed: String?
    /// The last fact by the person, whichever day it belongs to.
    public var sign: LastActivity?
    /// Days since then on which something was asked: the first of them, and the last.
    public var inVain: [CivilDate]
    /// What was answered and given in the weeks before.
    public var past: [Past] = []
    /// The step of the programme at which the person was.
    public var step: Int?
    /// When each spaced question was last asked.
    public var asked: [Asked] = []
    /// The last answers to each spaced question, in the order in which they were given.
    public var answers: [Given] = []
    /// The promises and notes that are still open.
    public var entries: Entries
    /// What the person put in their own words, oldest first.
    public var ownWords: [OwnWords] = []

    public init(
      verdicts: [TipRating] = [],
      muted: [String] = [],
      seed: String? = nil,
      sign: LastActivity? = nil,
      inVain: [CivilDate] = [],
      entries: Entries = Entries()
    ) {
      self.verdicts = verdicts
      self.muted = muted
      self.seed = seed
      self.sign = sign
      self.inVain = inVain
      self.entries = entries
    }

    /// How many of the days on which something was asked tell all there is to know: the most that
    /// make a difference, and that of the sign itself.
    public static let inVainCount = 9

    /// How many civil days before those that are folded matter to the balance of giving.
    public static let pastDays = 21
  }

  /// For how many civil days a verdict is remembered: by then it has lost 98 % of its weight.
  public static let verdictDays = 540

  /// For how many civil days after it was due, or made, an open promise is remembered.
  public static let entryDays = 400

  /// How the tip of a civil day was chosen; nil when nobody wrote it down.
  public func choice(of tip: String, on day: CivilDate) -> TipChosen? {
    choices.last { $0.day == day && $0.chosen.tip == tip }?.chosen
  }
}

extension Coach {
  mutating func applyChoice(_ fact: Fact) {
    switch fact.event {
    case .told(let tip): told.append(TipShown(tip: tip, day: fact.day))
    case .chosen(let chosen): choices.append(RecordedChoice(chosen: chosen, day: fact.day))
    case .rated(let tip, let rating):
      verdicts.append(TipRating(tip: tip, day: fact.day, rating: rating))
    case .muted(let tip): if !muted.contains(tip) { muted.append(tip) }
    case .unmuted(let tip): muted.removeAll { $0 == tip }
    case .hesitated(let hesitated):
      if let tip = hesitated.tip { told.append(TipShown(tip: tip, day: fact.day, isRemedy: true)) }
      hesitations.append(Hesitation(hesitated: hesitated, day: fact.day, at: fact.instant))
    default: break
    }
    if fact.event.isByPerson { marks.append(fact) }
  }

  /// Makes it as though the person had not done it; what was muted is muted anew, in their order.
  mutating func takeBackChoice(_ id: String) {
    guard let place = marks.firstIndex(where: { $0.id == id }) else { return }
    let fact = marks.remove(at: place)
    switch fact.event {
    case .rated(let tip, let rating):
      verdicts.removeLast(TipRating(tip: tip, day: fact.day, rating: rating))
    case .muted, .unmuted:
      muted = mutedBefore
      let rest = marks
      marks = rest.filter { !$0.event.isMuting }
      for fact in rest where fact.event.isMuting { applyChoice(fact) }
    case .hesitated(let hesitated):
      if let tip = hesitated.tip {
        told.removeLast(TipShown(tip: tip, day: fact.day, isRemedy: true))
      }
      hesitations.removeLast(Hesitation(hesitated: hesitated, day: fact.day, at: fact.instant))
    default: break
    }
  }
}

extension Event {
  /// Whether it says what is to be heard or asked no more, or again.
  fileprivate var isMuting: Bool {
    switch self {
    case .muted, .unmuted: true
    default: false
    }
  }
}

extension Array where Element: Equatable {
  /// Removes the last that is equal to an element.
  fileprivate mutating func removeLast(_ element: Element) {
    if let place = lastIndex(of: element) { remove(at: place) }
  }
}
