/// A length of time as a person said it: its months and days are of the calendar, its seconds are
/// seconds.
public struct SpanPhrase: Equatable, Sendable {
  public var months = 0
  public var days = 0
  public var seconds: Int64 = 0

  public init(months: Int = 0, days: Int = 0, seconds: Int64 = 0) {
    self.months = months
    self.days = days
    self.seconds = seconds
  }

  /// Ten years: what is longer was not meant.
  static let longestDays = 3653

  /// All of it in seconds, a month as thirty days; nil where it is nothing, or too long.
  public var total: Int64? {
    let days = Int64(months) * 30 + Int64(days)
    let all = days * 86_400 + seconds
    return all >= 1 && all <= Int64(SpanPhrase.longestDays) * 86_400 ? all : nil
  }

  /// The instant that lies so far from another.
  ///
  /// - Parameters:
  ///   - now: From where.
  ///   - zone: Whose days and months they are.
  ///   - sign: -1 for before.
  /// - Returns: The instant.
  public func instant(from now: Instant, in zone: Zone, sign: Int = 1) -> Instant {
    let seconds = seconds * Int64(sign)
    if days == 0, months == 0 { return now.adding(seconds: seconds) }
    let local = zone.civil(at: now)
    let date = date(from: local.date, sign: sign)
    return zone.instant(of: CivilDateTime(date: date, time: local.time)).adding(seconds: seconds)
  }

  /// The day that lies so far from another.
  public func date(from day: CivilDate, sign: Int = 1) -> CivilDate {
    let moved = day.adding(months: months * sign)
    return moved.adding(days: days * sign)
  }
}

extension CivilDate {
  /// The same day of another month, or its last where it has no such day.
  fileprivate func adding(months: Int) -> CivilDate {
    if months == 0 { return self }
    let all = year * 12 + month - 1 + months
    let (year, month) = (all / 12, all % 12 + 1)
    let days = stride(from: day, to: 27, by: -1).lazy + [min(day, 28)]
    return days.compactMap { CivilDate(year: year, month: month, day: $0) }.first ?? self
  }
}
