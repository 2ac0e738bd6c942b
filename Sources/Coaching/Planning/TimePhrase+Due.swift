/// By when a person means to do something.
public struct Due: Equatable, Sendable {
  public var at: Instant
  /// Whether they named a day and no time of it.
  public var isWholeDay: Bool

  public init(at instant: Instant, isWholeDay: Bool) {
    at = instant
    self.isWholeDay = isWholeDay
  }
}

extension PlanningContext {
  /// The instant by which a person means to do something.
  ///
  /// - Parameters:
  ///   - text: `2026-12-31`, `today`, `tomorrow` or a day of the week, alone or with a time after
  ///     it; a time alone, today's; or `in 3d`. A day without a time ends at 18:00 or, once that
  ///     has passed, at 23:59: the program's choice.
  ///   - now: What it is counted from.
  /// - Returns: An instant after now.
  /// - Throws: `UntilError` where it is none of these, or has passed.
  public func due(_ text: String, after now: Instant) throws(UntilError) -> Due {
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard let instant = due(words, after: now) else {
      throw UntilError(description: "“\(text.printable)” is no time; \(PlanningContext.dueAccepts)")
    }
    guard instant > now else {
      let what = "“\(text.printable)” has passed: what is promised is still to come; "
      throw UntilError(description: what + PlanningContext.dueAccepts)
    }
    let isWholeDay = words.count == 1 && CivilTime(words[0]) == nil
    return Due(at: instant, isWholeDay: isWholeDay)
  }

  private static let dueAccepts =
    "say 17:00, tomorrow, Fri 15:00, 2026-12-31, 2026-12-31 09:00 or in 3d"

  /// The day of what a person named no time for: some days from now, or the next on which they
  /// are neither off nor off work.
  public func usualDue(inDays days: Int, after now: Instant) -> Due {
    let first = calendar.day(at: now).adding(days: days)
    let day = (0..<14).map { first.adding(days: $0) }.first { day in
      !schedule.isOff(day) && !profile.offHours.contains(day.weekday)
    }
    return Due(at: end(of: day ?? first, after: now), isWholeDay: true)
  }

  /// The end of a day some days from now, as far as a person means it.
  private func due(inDays days: Int, after now: Instant) -> Instant {
    end(of: calendar.day(at: now).adding(days: days), after: now)
  }

  private func due(_ words: [String], after now: Instant) -> Instant? {
    let today = calendar.day(at: now)
    guard let first = words.first, words.count <= 3 else { return nil }
    if first == "in" { return due(in: words.dropFirst().joined(), after: now) }
    let time = words.last.flatMap { CivilTime($0) }
    guard words.count == (time == nil || words.count == 1 ? 1 : 2) else { return nil }
    if words.count == 1, let time { return at(time, inDay: today) }
    switch first {
    case "today": return time.map { at($0, inDay: today) } ?? due(inDays: 0, after: now)
    case "tomorrow":
      return time.map { at($0, on: today.adding(days: 1)) } ?? due(inDays: 1, after: now)
    default:
      let on = { (day: CivilDate) in time.map { at($0, on: day) } ?? end(of: day, after: now) }
      if let date = CivilDate(first) { return on(date) }
      guard let weekday = Weekday(name: first) else { return nil }
      let days = (0...7).map { today.adding(days: $0) }.filter { $0.weekday == weekday }
      return days.map(on).first { $0 > now }
    }
  }

  /// In whole days it is civil: at the same time of day, whatever the clocks do in between.
  private func due(in span: String, after now: Instant) -> Instant? {
    guard let seconds = TimeSpan.seconds(span) else { return nil }
    guard seconds % 86_400 == 0 else { return now.adding(seconds: seconds) }
    let local = zone.civil(at: now)
    let date = local.date.adding(days: Int(seconds / 86_400))
    return zone.instant(of: CivilDateTime(date: date, time: local.time))
  }

  private func at(_ time: CivilTime, on date: CivilDate) -> Instant {
    zone.instant(of: CivilDateTime(date: date, time: time))
  }

  /// When a date ends for what is to be done on it.
  private func end(of date: CivilDate, after now: Instant) -> Instant {
    let evening = at(CivilTime(secondOfDay: 18 * 3600), on: date)
    return evening > now ? evening : at(CivilTime(secondOfDay: 86_340), on: date)
  }

  /// A time of a civil day, which may last until after midnight.
  private func at(_ time: CivilTime, inDay day: CivilDate) -> Instant {
    at(time, on: time < schedule.dayStarts ? day.adding(days: 1) : day)
  }
}
