import RealModule

/// How strong a habit is, from 0 up to 1: what was done, the recent more than what is long ago.
///
/// The score of Loop Habit Tracker, `score = score · m + x · (1 − m)` with `m = 0.5^(√f / H)`,
/// where `x` is how far a day reached the target, `f` the times a day and `H` the half-life in
/// days. It is fed day by day; a day that is fed twice or in another order is another history.
public struct HabitStrength: Equatable, Sendable {
  /// What a habit counts, and what of it is meant in the days of its frequency.
  public enum Goal: Equatable, Sendable {
    /// Done or not done, as often as the frequency says.
    case times
    /// A number that is to add up to so much.
    case atLeast(Int)
    /// A number that is to add up to no more.
    case atMost(Int)
  }

  /// What a day brought.
  public enum Day: Equatable, Sendable {
    /// So much was done: 1 or 0 for a habit that counts times.
    case done(Int)
    /// The day does not count: the score stays.
    case skipped
  }

  /// The half-life with which an unbroken daily run reaches 95 % on day 66: 15.27 days.
  ///
  /// Day 66 is the median of Lally et al. 2010 (doi 10.1002/ejsp.674); 18 to 254 is normal.
  public static let usualHalfLifeDays = halfLifeDays(reaching95PercentOn: 66)

  /// The half-life with which an unbroken daily run reaches 95 % on a day.
  public static func halfLifeDays(reaching95PercentOn day: Double) -> Double {
    day / Double.log2(20)
  }

  public private(set) var frequency: Frequency
  public private(set) var goal: Goal
  public let halfLifeDays: Double
  /// From 0 up to 1; what is meant to stay small starts at 1.
  public private(set) var score: Double
  /// What the score keeps of itself in a day, between 0 and 1.
  public private(set) var retention: Double
  /// What every day brought; the days that are skipped brought nothing.
  private var amounts: [Int] = []
  /// What the last days brought together, as many as the window is long.
  public private(set) var sum = 0

  public init(
    _ frequency: Frequency = .daily,
    goal: Goal = .times,
    halfLifeDays: Double = usualHalfLifeDays
  ) {
    self.frequency = frequency
    self.goal = goal
    self.halfLifeDays = halfLifeDays
    score = if case .atMost = goal { 1 } else { 0 }
    retention = HabitStrength.retention(frequency, halfLifeDays: halfLifeDays)
  }

  /// The days that are looked at together.
  ///
  /// For what is done or not, they are doubled where it is not daily, so that a weekly habit may
  /// move from Monday to Sunday and back.
  public var windowDays: Int { frequency.days * factor }

  /// How often it is meant in those days.
  public var windowTimes: Int { frequency.times * factor }

  private var factor: Int { goal == .times && frequency.times < frequency.days ? 2 : 1 }

  /// How far the last days reach the goal, from 0 to 1.
  public var share: Double {
    switch goal {
    case .times: min(1, Double(sum) / Double(windowTimes))
    case .atLeast(let target): target > 0 ? min(1, Double(sum) / Double(target)) : 1
    case .atMost(let target) where target > 0:
      min(1, max(0, 1 - Double(sum - target) / Double(target)))
    case .atMost: sum > 0 ? 0 : 1
    }
  }

  /// Feeds the next day.
  public mutating func add(_ day: Day) {
    var amount = 0
    if case .done(let done) = day { amount = max(0, done) }
    amounts.append(amount)
    sum += amount
    let gone = amounts.count - 1 - windowDays
    if gone >= 0 { sum -= amounts[gone] }
    if day != .skipped {
      score = HabitStrength.next(after: score, share: share, retention: retention)
    }
  }

  /// Goes on with another frequency or goal; what was reached so far stays.
  public mutating func change(to frequency: Frequency, goal: Goal) {
    if frequency == self.frequency, goal == self.goal { return }
    self.frequency = frequency
    self.goal = goal
    retention = HabitStrength.retention(frequency, halfLifeDays: halfLifeDays)
    sum = amounts.suffix(windowDays).reduce(0, +)
  }

  /// The score after one more day that reached a share of the goal.
  public static func next(after score: Double, share: Double, retention: Double) -> Double {
    score * retention + share * (1 - retention)
  }

  /// What a score keeps of itself in a day, between 0 and 1.
  public static func retention(
    _ frequency: Frequency,
    halfLifeDays: Double = usualHalfLifeDays
  ) -> Double {
    Double.pow(0.5, frequency.perDay.squareRoot() / halfLifeDays)
  }
}
