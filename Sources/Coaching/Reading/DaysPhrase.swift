/// Some days in a row that have a name of their own.
public enum DaysPhrase: String, CaseIterable, Sendable {
  case thisWeek = "this-week"
  case nextWeek = "next-week"
  case weekAfterNext = "week-after-next"
  case weekend
  /// The weekend after the coming one.
  case nextWeekend = "next-weekend"

  /// The days that are meant; of what has begun those that are left.
  ///
  /// - Parameters:
  ///   - today: The person's day.
  ///   - weekStarts: The first day of a week.
  /// - Returns: The first and the last of them.
  public func days(from today: CivilDate, weekStarts: Weekday) -> ClosedRange<CivilDate> {
    let week = { (number: Int) in
      let first = today.firstOfWeek(from: weekStarts).adding(days: 7 * number)
      return max(first, today)...first.adding(days: 6)
    }
    let sunday = today.firstOfWeek(from: .monday).adding(days: 6)
    switch self {
    case .thisWeek: return week(0)
    case .nextWeek: return week(1)
    case .weekAfterNext: return week(2)
    case .weekend: return max(sunday.adding(days: -1), today)...sunday
    case .nextWeekend: return sunday.adding(days: 6)...sunday.adding(days: 7)
    }
  }
}

extension Lexicon {
  /// Reads some days in a row: `next week`, 週末; or how many, from today on: `for three days`.
  ///
  /// - Parameters:
  ///   - typed: As a person types it.
  ///   - today: The person's day.
  ///   - weekStarts: The first day of a week.
  /// - Returns: The first and the last of them; nil for anything else.
  public func days(
    _ typed: String,
    from today: CivilDate,
    weekStarts: Weekday
  ) -> ClosedRange<CivilDate>? {
    if let named = meaning(of: typed, in: .week).flatMap(DaysPhrase.init) {
      return named.days(from: today, weekStarts: weekStarts)
    }
    guard let moment = moment(typed), let span = moment.span, span.seconds == 0,
      moment == MomentPhrase(span: span)
    else { return nil }
    let last = span.date(from: today).adding(days: -1)
    return today <= last ? today...last : nil
  }
}
