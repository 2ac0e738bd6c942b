/// The four steps: order in the day, wholehearted energy, a sincere offer, and the habit of it.
public struct Programme: Equatable, Sendable {
  public enum Mode: String, CaseIterable, Sendable {
    /// The next step is added when the person says that the last one stands.
    case stepByStep = "step-by-step"
    case allFour = "all-four"
  }

  public var mode = Mode.allFour
  /// The person's own if-then plan, in their words.
  public var moment: String?
  /// The person's own target for energy, from which the second step counts as done; without one it
  /// is not known, for the documents name no number.
  public var energyFrom: Int?

  public init() {}

  public static let steps = 1...4
}

extension Coach {
  /// The step of the programme at which the person is, 1 to 4.
  public func step(in programme: Programme) -> Int {
    programme.mode == .allFour ? Programme.steps.upperBound : lastStep
  }

  /// Whether the person has come to a step; what belongs to none is for everybody.
  func isReached(step: Int?, for profile: Profile) -> Bool {
    step.map { $0 <= self.step(in: profile.programme) } ?? true
  }
}

/// What of the four steps was done on a civil day; what is not known is nil.
public struct FourSteps: Equatable, Sendable {
  public var steps: [Bool?]

  public var score: Int { steps.filter { $0 == true }.count }
  public var known: Int { steps.filter { $0 != nil }.count }
}

extension Coach {
  /// What was done of the four steps on a civil day.
  ///
  /// The first step is the evening before, for a day begins with rest; the fourth is done where
  /// offers were made on more than half of the days of the week that had an occasion. That takes
  /// answers for four of the seven: the program's choice.
  public func fourSteps(on day: CivilDate, for context: PlanningContext) -> FourSteps {
    let rest = answer(to: Habit.sleep, on: day.adding(days: -1)).flatMap { given in
      isInTime(given.answered, on: given.day, for: context.profile)
    }
    let energy = answer(to: Habit.energy, on: day).flatMap { given in
      isWholehearted(given.answered, for: context.profile)
    }
    let week = (0..<7).map { offering(on: day.adding(days: -$0), by: context.teaching) }
    let idle = week.count { $0 == .noOccasion }
    let offered = week.count { $0 == .offered }
    let isKnown = idle + offered >= 4 && offered > 0
    return FourSteps(steps: [
      rest, energy, week[0] == .offered ? true : nil,
      isKnown ? offered * 2 > week.count - idle : nil,
    ])
  }

  /// The questions whose answers tell of the four steps.
  public static func questionsOfSteps(in teaching: Teaching) -> [String] {
    [Habit.sleep, Habit.energy] + offers(in: teaching).map(\.id)
  }

  private static func offers(in teaching: Teaching) -> [Question] {
    teaching.questions.filter { $0.kind == .outcome && $0.about != .tip }
  }

  private func isWholehearted(_ answered: Answered, for profile: Profile) -> Bool? {
    guard case .scale(let points) = answered.answer else { return nil }
    if case .atLeast(let target)? = answered.aim?.target { return DecimalNumber(points) >= target }
    return profile.programme.energyFrom.map { points >= $0 }
  }

  private enum Offering { case offered, noOccasion }

  /// Whether an offer was made or meant on a civil day; nil where that is not known.
  private func offering(on day: CivilDate, by teaching: Teaching) -> Offering? {
    let given = Coach.offers(in: teaching)
      .compactMap { answer(to: $0.id, on: day)?.answered.answer }
    if given.contains(where: { if case .outcome = $0 { true } else { false } }) { return .offered }
    return given.isEmpty ? nil : .noOccasion
  }
}
