/// Whom the coach speaks to, in the person's own words; nothing of it is inferred.
public struct Profile: Equatable, Sendable {
  public var roles: [Tip.Role]
  public var circlesOff: [Tip.Circle]
  /// The weekdays on which off-hours tips may come.
  public var offHours: [Weekday]
  /// The highest level of the tips.
  public var level: Int
  /// How many value-added tips may come in seven days.
  public var extrasPerWeek: Int
  /// The obstacle that the person works on, 1 to 5.
  public var obstacle: Int?
  /// The person's own lights-out.
  public var lightsOut: WeeklyTimes?
  /// When they want to get up, by the mornings.
  public var getUp: WeeklyTimes?
  /// How much later is still on time, in minutes.
  public var toleranceMinutes = Lateness.onTimeMinutes
  /// The optional questions, and those for other roles, that the person wants to be asked.
  public var questions: [String] = []
  /// Whether the person listed posts, to be asked about them in turn.
  public var hasPosts = false
  /// The minutes and the money that extras may cost in seven days.
  public var extraMinutes: Int?
  public var extraMoney: Money?
  public var programme = Programme()
  /// What the person set out to do about questions.
  public var aims = PersonalTargets()

  public var extraBudget: ExtraBudget {
    ExtraBudget(count: extrasPerWeek, minutes: extraMinutes, money: extraMoney)
  }
  /// Circles of people that the person added, by their own names.
  public var circles: [String] = []

  public init(
    roles: [Tip.Role] = [],
    circlesOff: [Tip.Circle] = [],
    offHours: [Weekday] = [.saturday, .sunday],
    level: Int = 2,
    extrasPerWeek: Int = 1,
    obstacle: Int? = nil,
    lightsOut: WeeklyTimes? = nil
  ) {
    self.roles = roles
    self.circlesOff = circlesOff
    self.offHours = offHours
    self.level = level
    self.extrasPerWeek = extrasPerWeek
    self.obstacle = obstacle
    self.lightsOut = lightsOut
  }

  /// Whether a tip is for this person at all, and stands alone.
  public func fits(_ tip: Tip) -> Bool { tip.arc == nil && suits(tip) }

  /// Whether a tip is for this person, be it that it is told as a part of something.
  public func suits(_ tip: Tip) -> Bool {
    tip.level <= level
      && (tip.roles.isEmpty || tip.roles.contains { roles.contains($0) })
      && (tip.circle.map { !circlesOff.contains($0) } ?? true)
      && (tip.kind != .offHours || !offHours.isEmpty)
      && (tip.kind != .valueAdded || extrasPerWeek > 0)
  }
}

extension Profile {
  /// The circles of people there are for this person, the programme's first.
  public var circleNames: [String] {
    Tip.Circle.allCases.filter { !circlesOff.contains($0) }.map(\.rawValue) + circles
  }
}

extension Profile {
  /// Whether a question is asked of this person at all.
  public func hears(_ question: Question) -> Bool {
    let isChosen = questions.contains { $0 == question.id || $0 == question.check }
    if isChosen || hasPosts && question.about == .post { return true }
    return !question.isOptional
      && (question.roles.isEmpty || question.roles.contains { roles.contains($0) })
  }
}
