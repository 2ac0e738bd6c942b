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
    case atLeast(DecimalNumber)
    /// A number that is to add up to no more.
    case atMost(DecimalNumber)
  }

  /// What a day brought.
  public enum Day: Equatable, Sendable {
    /// So much was done: 1 or 0 for a habit that counts times.
    case done(DecimalNumber)
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

  public let halfLifeDays: Double
  /// From 0 up to 1; what is meant to stay small starts at 1.
  public private(set) var score: Double
  /// What the score keeps of itself in a day, between 0 and 1.
  public private(set) var retention: Double
  /// The days that are looked at together; those that are skipped are none of them.
  private var window: GoalWindow

  public init(
    _ frequency: Frequency = .daily,
    goal: Goal = .times,
    halfLifeDays: Double = usualHalfLifeDays
  ) {
    window = GoalWindow(frequency, goal: goal, isDoubled: true)
    self.halfLifeDays = halfLifeDays
    score = if case .atMost = goal { 1 } else { 0 }
    retention = HabitStrength.retention(frequency, halfLifeDays: halfLifeDays)
  }

  public var frequency: Frequency { window.frequency }
  public var goal: Goal { window.goal }

  /// The days that are looked at together.
  ///
  /// For what is done or not, they are doubled where it is not daily, so that a weekly habit may
  /// move from Monday to Sunday and back.
  public var windowDays: Int { window.days }

  /// What is meant in those days: how often, or what sum.
  public var windowGoal: DecimalNumber { window.meant }

  /// What those days brought together.
  public var sum: DecimalNumber { window.sum }

  /// How far the last days reach the goal, from 0 to 1.
  public var share: Double { window.share }

  /// Feeds the next day.
  public mutating func add(_ day: Day) {
    guard case .done(let amount) = day else { return }
    window.add(amount)
    score = HabitStrength.next(after: score, share: window.share, retention: retention)
  }

  /// Goes on with another frequency or goal; what was reached so far stays.
  public mutating func change(to frequency: Frequency, goal: Goal) {
    if frequency == self.frequency, goal == self.goal { return }
    window.change(to: frequency, goal: goal)
    retention = HabitStrength.retention(frequency, halfLifeDays: halfLifeDays)
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
