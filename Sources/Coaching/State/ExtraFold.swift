/// What was given beyond the basics around now.
struct ExtraFold: Fold {
  /// In the order in which they were written down.
  private(set) var extras: [Coach.GivenExtra] = []

  mutating func apply(_ fact: Fact) {
    guard case .extra(let extra) = fact.event else { return }
    extras.append(Coach.GivenExtra(fact: fact, extra: extra))
  }

  mutating func takeBack(_ fact: String, at instant: Instant) {
    extras.removeAll { $0.fact.id == fact }
  }
}

extension Coach {
  /// An extra that stands.
  public struct GivenExtra: Equatable, Sendable {
    public var fact: Fact
    public var extra: Extra
    public var day: CivilDate { fact.day }
  }

  /// What was given in the seven days through a civil day.
  public func extraUse(through day: CivilDate, of budget: ExtraBudget) -> ExtraUse {
    var use = ExtraUse(budget: budget)
    for given in extras where !given.extra.isDropped {
      if (day.adding(days: -6)...day).contains(given.day) { use.add(given.extra) }
    }
    return use
  }

  /// From which civil day on something is left of a budget that is used up; nil where there always
  /// is, and where it never will be.
  public func extrasAgain(after day: CivilDate, of budget: ExtraBudget) -> CivilDate? {
    guard extraUse(through: day, of: budget).isUsedUp else { return nil }
    return (1...7).map { day.adding(days: $0) }
      .first { !extraUse(through: $0, of: budget).isUsedUp }
  }
}

extension Coach {
  /// How an extra was taken, and on which civil day the person said so.
  public struct Landing: Equatable, Sendable {
    public var isWelcome: Bool
    public var day: CivilDate
  }

  /// How an extra was taken; nil while that is open, and for one that was dropped.
  ///
  /// An answer is about the last one before it, and corrects what was said with it.
  public func landing(of given: GivenExtra) -> Landing? {
    if given.extra.isDropped { return nil }
    let next = extras.first { !$0.extra.isDropped && $0.fact.sequence > given.fact.sequence }
    let answers = answers.filter { answer in
      answer.answered.question == Extra.lookBack && answer.fact.sequence > given.fact.sequence
        && next.map { answer.fact.sequence < $0.fact.sequence } ?? true
    }
    if let last = answers.last, case .yesNo(let isWelcome) = last.answered.answer {
      return Landing(isWelcome: isWelcome, day: last.day)
    }
    return given.extra.landed.map { Landing(isWelcome: $0, day: given.day) }
  }

  /// The last extra, where nothing was said with it of how it was taken.
  var lastOpenExtra: GivenExtra? {
    extras.last { !$0.extra.isDropped }.flatMap { $0.extra.landed == nil ? $0 : nil }
  }
}
