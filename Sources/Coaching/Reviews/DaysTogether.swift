/// What some days of a habit brought together, beside what is meant in so many.
///
/// Of what is meant in more days than are looked at, and of a number in some days, this is what a
/// person reads: a day of it says nothing, and stands for the days before it as well.
public struct DaysTogether: Equatable, Sendable {
  public var sum: DecimalNumber
  public var meant: DecimalNumber
  /// Whether it is to be no more than that.
  public var staysSmall: Bool

  /// From 0 to 1, as the strength of the habit has it.
  public var share: Double {
    if !staysSmall { return meant <= 0 ? 1 : min(1, max(0, sum.value / meant.value)) }
    if meant <= 0 { return sum > 0 ? 0 : 1 }
    return min(1, max(0, 1 - (sum - meant).value / meant.value))
  }

  /// In figures: `8/10`, or `5/≤4` of what is to stay small.
  public var figures: String { "\(sum)/\(staysSmall ? "≤" : "")\(meant)" }

  /// The same with what is counted behind it: `8.5/10 km`.
  public func figures(in unit: String?) -> String { unit.map { "\(figures) \($0)" } ?? figures }
}

extension HabitMeasure {
  /// What the days brought that end with one.
  ///
  /// - Parameters:
  ///   - last: The day.
  ///   - span: How many days are looked at, from 1.
  /// - Returns: It; nil where the days of so many say for themselves what became of them, or where
  ///   nothing is known of these.
  public func together(through last: CivilDate, in span: Int) -> DaysTogether? {
    let aim = habit.aim
    guard aim.target != .unset, !aim.isDaily, aim.isSum || aim.frequency.days > span else {
      return nil
    }
    let first = last.adding(days: 1 - aim.frequency.days)
    let days = days.filter { (first...last).contains($0.day) }
    if !days.contains(where: { $0.window == .done || $0.window == .missed }) { return nil }
    let sum = days.reduce(DecimalNumber(0)) { sum, day in
      day.state == .excused ? sum : sum + (day.answer.flatMap(aim.amount) ?? 0)
    }
    switch aim.target {
    case .atLeast(let number): return DaysTogether(sum: sum, meant: number, staysSmall: false)
    case .atMost(let number): return DaysTogether(sum: sum, meant: number, staysSmall: true)
    default:
      let times = DecimalNumber(aim.frequency.times)
      return DaysTogether(sum: sum, meant: times, staysSmall: false)
    }
  }
}
