/// By when a person means to do something.
public struct Due: Equatable, Sendable {
  public var at: Instant
  /// Where they named a day and no time of it: what the clocks show when it is due, in whichever
  /// zone the person is then.
  public var clock: CivilDateTime?

  public var isWholeDay: Bool { clock != nil }

  public init(at instant: Instant, clock: CivilDateTime? = nil) {
    at = instant
    self.clock = clock
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
    let words = text.lowercased().clockWords.flatMap(\.dateAndTime)
    guard let instant = due(words, after: now) else {
      throw UntilError(reason: .noTime, typed: text)
    }
    guard instant > now else {
      throw UntilError(reason: .duePassed, typed: text)
    }
    let isSpan = words[0] == "in" || TimeSpan.seconds(text) != nil
    let isWholeDay = words.count == 1 && !isSpan && CivilTime(typed: words[0]) == nil
    return Due(at: instant, clock: isWholeDay ? zone.civil(at: instant) : nil)
  }

  /// The day of what a person named no time for: some days from now, or the next on which they
  /// are neither off nor off work.
  public func usualDue(inDays days: Int, after now: Instant) -> Due {
    let first = calendar.day(at: now).adding(days: days)
    let day = (0..<14).map { first.adding(days: $0) }.first { day in
      !schedule.isOff(day) && !profile.offHours.contains(day.weekday)
    }
    let instant = end(of: day ?? first, after: now)
    return Due(at: instant, clock: zone.civil(at: instant))
  }

  /// The end of a day some days from now, as far as a person means it.
  private func due(inDays days: Int, after now: Instant) -> Instant {
    end(of: calendar.day(at: now).adding(days: days), after: now)
  }

  private func due(_ words: [String], after now: Instant) -> Instant? {
    let today = calendar.day(at: now)
    guard let first = words.first, words.count <= 3 else { return nil }
    if first == "in" { return end(of: words.dropFirst().joined(), after: now) }
    if let end = end(of: words.joined(), after: now) { return end }
    let isDaysEnd = words.last.map(CivilTime.isDaysEnd) ?? false
    let time = words.last.flatMap { CivilTime(typed: $0) }
    let at = { (time: CivilTime, date: CivilDate) in
      self.at(time, on: isDaysEnd ? date.adding(days: 1) : date)
    }
    guard words.count == (time == nil || words.count == 1 ? 1 : 2) else { return nil }
    // The end of today's date; after midnight that of the evening's.
    if words.count == 1, isDaysEnd { return at(CivilTime(secondOfDay: 0), today) }
    if words.count == 1, let time { return self.at(time, inDay: today) }
    switch first {
    case "today" where isDaysEnd: return at(CivilTime(secondOfDay: 0), today)
    case "today": return time.map { self.at($0, inDay: today) } ?? due(inDays: 0, after: now)
    case "tomorrow":
      return time.map { at($0, today.adding(days: 1)) } ?? due(inDays: 1, after: now)
    default:
      let on = { (day: CivilDate) in time.map { at($0, day) } ?? end(of: day, after: now) }
      if let date = CivilDate(first) { return on(date) }
      guard let weekday = Weekday(name: first) else { return nil }
      let days = (0...7).map { today.adding(days: $0) }.filter { $0.weekday == weekday }
      return days.map(on).first { $0 > now }
    }
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

extension String {
  /// A date and a time that stand together as `2027-03-28T05:00` are two words.
  fileprivate var dateAndTime: [String] {
    let parts = split(separator: "t", maxSplits: 1).map(String.init)
    return parts.count == 2 && CivilDate(parts[0]) != nil ? parts : [self]
  }
}
