import Text

/// A time of day for each day of the week; on some of them there may be none.
public struct WeeklyTimes: Equatable, Sendable, CustomStringConvertible {
  /// From Monday on.
  private var times: [CivilTime?] = Weekday.allCases.map { _ in nil }

  /// The same on every day.
  public init(_ time: CivilTime) {
    times = Weekday.allCases.map { _ in time }
  }

  /// Reads `23:00`, or times with their days: `Mon..Fri 23:00` and `Sat,Sun 00:30`.
  ///
  /// - Parameter texts: What is written; a day may be named once only.
  public init?(_ texts: [String]) {
    for text in texts {
      let words = text.tightLists.split(separator: " ")
      let named = words.count > 1 ? WeekdaySet(String(words[0])) : nil
      let typed = words.dropFirst(named == nil ? 0 : 1).joined(separator: " ")
      guard let time = CivilTime(typed: typed) else { return nil }
      let weekdays = named ?? .all
      for day in Weekday.allCases where weekdays.contains(day) {
        guard times[day.rawValue - 1] == nil else { return nil }
        times[day.rawValue - 1] = time
      }
    }
    if usual == nil { return nil }
  }

  public func time(on weekday: Weekday) -> CivilTime? { times[weekday.rawValue - 1] }

  /// The first that there is.
  public var usual: CivilTime? { times.lazy.compactMap { $0 }.first }

  private var isSame: Bool { times.allSatisfy { $0 != nil && $0 == times[0] } }

  /// As it is written, in parts with “; ” between them.
  public var description: String {
    if isSame, let usual { return "\(usual)" }
    return groups(times.map { time in time.map { ($0, 0) } })
      .map { "\($0.days) \($0.time)" }.joined(separator: "; ")
  }

  /// The days of the week that have the same time.
  private func groups(
    _ moved: [(time: CivilTime, days: Int)?]
  ) -> [(time: CivilTime, days: WeekdaySet)] {
    var groups: [(time: CivilTime, days: WeekdaySet)] = []
    for (weekday, entry) in zip(Weekday.allCases, moved) {
      guard let entry else { continue }
      let index = groups.firstIndex { $0.time == entry.time } ?? groups.count
      if index == groups.count { groups.append((entry.time, WeekdaySet())) }
      groups[index].days.insert(weekday.adding(days: entry.days))
    }
    return groups
  }
}

// MARK: - On the calendar

extension WeeklyTimes {
  /// The moments some minutes from these times, as expressions: one where all days are alike.
  ///
  /// - Parameter minutes: Below 0 before them.
  /// - Returns: The expressions.
  public func moments(adding minutes: Int) -> [CalendarExpression] {
    moments(adding: minutes, nextDateBefore: 0)
  }

  /// The same for times of evenings, which go on until noon of the next date.
  ///
  /// - Parameter minutes: Below 0 before them.
  /// - Returns: The expressions.
  public func eveningMoments(adding minutes: Int) -> [CalendarExpression] {
    moments(adding: minutes, nextDateBefore: 12)
  }

  /// A time before an hour lies on the date after its day.
  private func moments(adding minutes: Int, nextDateBefore hour: Int) -> [CalendarExpression] {
    if isSame, let usual { return [CalendarExpression(at: usual.adding(seconds: minutes * 60))] }
    let moved = times.map { time -> (CivilTime, Int)? in
      guard let time else { return nil }
      let seconds = time.secondOfDay + minutes * 60 + (time.hour < hour ? 86_400 : 0)
      let days = (seconds + 7 * 86_400) / 86_400 - 7
      return (CivilTime(secondOfDay: seconds - days * 86_400), days)
    }
    return groups(moved).map { CalendarExpression(at: $0.time, on: $0.days) }
  }
}

extension Weekday {
  /// The day of the week some days later.
  public func adding(days: Int) -> Weekday {
    Weekday.allCases[((rawValue - 1 + days) % 7 + 7) % 7]
  }
}

extension CalendarExpression {
  /// The expression of one time on every date of some days of the week.
  fileprivate init(at time: CivilTime, on weekdays: WeekdaySet) {
    let every = CalendarExpression(at: time)
    self.init(weekdays: weekdays, date: every.date, time: every.time, zone: nil)
  }
}
