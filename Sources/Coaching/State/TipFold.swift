/// Which tips were told and how they were chosen, and what the person said about them.
struct TipFold: Fold {
  /// Every tip that was told, oldest first.
  private(set) var told: [Coach.TipShown]
  /// What the person said about tips, oldest first.
  private(set) var verdicts: [Coach.TipRating]
  /// The tips that are not to be told any more, and what is not to be asked.
  private(set) var muted: [String]
  /// How the tips around now were chosen, oldest first.
  private(set) var choices: [Coach.RecordedChoice] = []
  /// The tips and questions that were muted before the days that are folded.
  private let mutedBefore: [String]
  /// What the person did about tips around now.
  private var acts: [Fact] = []

  init(told: [Coach.TipShown], _ memory: Coach.PriorState) {
    self.told = told
    verdicts = memory.verdicts
    muted = memory.muted
    mutedBefore = memory.muted
  }

  mutating func apply(_ fact: Fact) {
    switch fact.event {
    case .told(let tip): told.append(Coach.TipShown(tip: tip, day: fact.day))
    case .chosen(let chosen): choices.append(Coach.RecordedChoice(chosen: chosen, day: fact.day))
    case .rated(let tip, let rating):
      verdicts.append(Coach.TipRating(tip: tip, day: fact.day, rating: rating))
      acts.append(fact)
    case .muted, .unmuted:
      mute(fact.event)
      acts.append(fact)
    case .hesitated(let hesitated):
      guard let tip = hesitated.tip else { return }
      told.append(Coach.TipShown(tip: tip, day: fact.day, isRemedy: true))
      acts.append(fact)
    default: break
    }
  }

  mutating func takeBack(_ fact: String, at instant: Instant) {
    guard let place = acts.firstIndex(where: { $0.id == fact }) else { return }
    let act = acts.remove(at: place)
    switch act.event {
    case .rated(let tip, let rating):
      verdicts.removeLast(Coach.TipRating(tip: tip, day: act.day, rating: rating))
    case .hesitated(let hesitated):
      guard let tip = hesitated.tip else { return }
      told.removeLast(Coach.TipShown(tip: tip, day: act.day, isRemedy: true))
    default:
      // One may be muted twice: what is left of that is done anew, in its order.
      muted = mutedBefore
      for act in acts { mute(act.event) }
    }
  }

  private mutating func mute(_ event: Event) {
    switch event {
    case .muted(let tip): if !muted.contains(tip) { muted.append(tip) }
    case .unmuted(let tip): muted.removeAll { $0 == tip }
    default: break
    }
  }
}

extension Coach {
  /// The last day on which a tip was told.
  public struct TipShown: Equatable, Sendable {
    public var tip: String
    public var day: CivilDate
    /// Whether it was told to a person who hesitated, and so is not the tip of the day.
    public var isRemedy: Bool

    public init(tip: String, day: CivilDate, isRemedy: Bool = false) {
      self.tip = tip
      self.day = day
      self.isRemedy = isRemedy
    }
  }

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

  /// For how many civil days a verdict is remembered: by then it has lost 98 % of its weight.
  public static let verdictDays = 540

  /// For how many civil days after it was due, or made, an open promise is remembered.
  public static let entryDays = 400

  /// How the tip of a civil day was chosen; nil when nobody wrote it down.
  public func choice(of tip: String, on day: CivilDate) -> TipChosen? {
    choices.last { $0.day == day && $0.chosen.tip == tip }?.chosen
  }
}

extension Array where Element: Equatable {
  /// Removes the last that is equal to an element.
  fileprivate mutating func removeLast(_ element: Element) {
    if let place = lastIndex(of: element) { remove(at: place) }
  }
}
