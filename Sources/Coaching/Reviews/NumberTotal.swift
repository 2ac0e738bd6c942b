/// What the numbers of some days came to: an exact sum, and its mean.
public struct NumberTotal: Equatable, Sendable {
  public private(set) var sum: DecimalNumber = 0
  /// On how many days a number was said.
  public private(set) var days = 0

  public init() {}

  /// What a day of these has, on the mean; nil where there is none.
  public var mean: Double? { days == 0 ? nil : sum.value / Double(days) }

  mutating func add(_ number: DecimalNumber) {
    sum = sum + number
    days += 1
  }
}

extension HabitMeasure {
  /// A week with what its numbers came to.
  public struct NumberWeek: Equatable, Sendable {
    /// Its first day.
    public var first: CivilDate
    public var total = NumberTotal()
  }

  /// What the numbers of some days came to; nil of a habit that takes none.
  ///
  /// What was answered while it was a count counts with the rest.
  public func total(from first: CivilDate, through last: CivilDate) -> NumberTotal? {
    guard habit.question.kind == .number else { return nil }
    var total = NumberTotal()
    guard let begin = days.first?.day, first <= last else { return total }
    let start = max(0, begin.days(until: first))
    let end = min(days.count - 1, begin.days(until: last))
    if start > end { return total }
    for day in days[start...end] {
      if let number = day.answer?.number { total.add(number) }
    }
    return total
  }

  /// The weeks that have numbers, in order; none of a habit that takes none.
  public var numberWeeks: [NumberWeek] {
    if habit.question.kind != .number { return [] }
    var weeks: [NumberWeek] = []
    for day in days {
      guard let number = day.answer?.number else { continue }
      let first = day.day.firstOfWeek(from: weekStarts)
      if weeks.last?.first != first { weeks.append(NumberWeek(first: first)) }
      weeks[weeks.count - 1].total.add(number)
    }
    return weeks
  }

  /// The last calendar weeks through a day, the oldest first, those without a number among them;
  /// those before the first answer are left out.
  public func lastNumberWeeks(_ count: Int, through last: CivilDate) -> [NumberWeek] {
    guard let begin = days.first?.day else { return [] }
    let current = last.firstOfWeek(from: weekStarts)
    let firsts = (1 - count...0).map { current.adding(days: $0 * Week.days) }
    return firsts.filter { $0.adding(days: Week.days) > begin }.map { first in
      let end = min(first.adding(days: Week.days - 1), last)
      return NumberWeek(first: first, total: total(from: first, through: end) ?? NumberTotal())
    }
  }
}
