/// The last days of a habit together, held against what is meant in so many days.
///
/// The one place that says how far some days reach a goal, and whether that is enough: strength,
/// weeks, map, review and suggestion all ask it. A day that does not count is not added, as though
/// it had never been.
public struct GoalWindow: Equatable, Sendable {
  public private(set) var frequency: Frequency
  public private(set) var goal: HabitStrength.Goal
  /// What these days brought together.
  public private(set) var sum: DecimalNumber = 0
  private let isDoubled: Bool
  /// What every day brought.
  private var amounts: [DecimalNumber] = []
  /// The first day that counted the same thing.
  private var unitFrom = 0
  /// The first day for which this was meant; 0 where it always was.
  private var meantFrom = 0
  /// How far the days before that reached what was meant then, from 0 to 1.
  private var credit = 0.0

  /// - Parameters:
  ///   - frequency: How often it is meant.
  ///   - goal: What it counts.
  ///   - isDoubled: Whether two rounds of days are looked at together, so that a weekly habit may
  ///     move from Monday to Sunday and back; only for what is done or not, and not daily.
  public init(_ frequency: Frequency, goal: HabitStrength.Goal, isDoubled: Bool = false) {
    self.frequency = frequency
    self.goal = goal
    self.isDoubled = isDoubled
  }

  /// How many days are looked at together, from 1.
  public var days: Int {
    goal == .times && frequency.isEveryDay ? 1 : frequency.days * rounds
  }

  /// What is meant in them: so many times, or a sum.
  public var meant: DecimalNumber {
    switch goal {
    case .times: frequency.isEveryDay ? 1 : DecimalNumber(frequency.times * rounds)
    case .atLeast(let number), .atMost(let number): number
    }
  }

  private var rounds: Int { isDoubled && goal == .times && !frequency.isEveryDay ? 2 : 1 }

  /// How many of the days belong to what is meant now.
  private var daysMeant: Int { min(days, amounts.count - meantFrom) }

  /// What those brought.
  private var sumMeant: DecimalNumber {
    meantFrom == 0 || daysMeant == days ? sum : amounts.suffix(daysMeant).reduce(0, +)
  }

  /// How far the days reach what is meant, from 0 to 1.
  ///
  /// Days before another goal count as far as they reached what was meant then: nothing is judged
  /// by what was not yet meant.
  public var share: Double {
    switch goal {
    case .times, .atLeast:
      if meant <= 0 { return 1 }
      let plain = sum.value / meant.value
      if meantFrom == 0 || daysMeant == days { return min(1, max(0, plain)) }
      let before = credit * Double(min(days - daysMeant, meantFrom)) / Double(days)
      return min(1, max(0, plain, sumMeant.value / meant.value + before))
    case .atMost(let target) where target > 0:
      return min(1, max(0, 1 - (sumMeant - target).value / target.value))
    case .atMost:
      return sumMeant > 0 ? 0 : 1
    }
  }

  /// Whether the days were enough; nil where they are too few to say so.
  public var isReached: Bool? {
    let isWhole = daysMeant == days
    switch goal {
    case .times, .atLeast:
      return sum >= meant ? true : isWhole ? false : nil
    case .atMost(let target):
      return sumMeant > target ? false : isWhole ? true : nil
    }
  }

  /// Adds the next day that counts.
  ///
  /// - Parameter amount: What it brought; below 0 it takes away.
  public mutating func add(_ amount: DecimalNumber) {
    amounts.append(amount)
    sum = sum + amount
    let gone = amounts.count - 1 - days
    if gone >= unitFrom { sum = sum - amounts[gone] }
  }

  /// Goes on with what is meant from the next day on.
  public mutating func change(to frequency: Frequency, goal: HabitStrength.Goal) {
    if frequency == self.frequency, goal == self.goal { return }
    if !amounts.isEmpty {
      credit = share
      meantFrom = amounts.count
      if !goal.isCounted(like: self.goal) { unitFrom = amounts.count }
    }
    self.frequency = frequency
    self.goal = goal
    sum = amounts.suffix(min(days, amounts.count - unitFrom)).reduce(0, +)
  }
}

extension HabitStrength.Goal {
  /// Whether two goals count the same thing, so that the days of both can be added.
  fileprivate func isCounted(like other: HabitStrength.Goal) -> Bool {
    (self == .times) == (other == .times)
  }
}

extension Frequency {
  /// Whether every day is one to do it on: 1 in 1 as well as 7 in 7.
  public var isEveryDay: Bool { times == days }
}
