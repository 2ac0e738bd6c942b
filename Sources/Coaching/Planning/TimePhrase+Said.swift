/// When something ends or is due that was said in words.
extension PlanningContext {
  /// When a silence or a wait ends.
  ///
  /// - Parameters:
  ///   - said: What a person said; a day without a time begins when the person's does.
  ///   - now: What it is counted from.
  ///   - weekStarts: The first day of a week.
  /// - Returns: An instant after now; nil where there is none.
  public func end(
    _ said: MomentPhrase,
    after now: Instant,
    weekStarts: Weekday = .monday
  ) -> Instant? {
    if said.way == .back { return nil }
    if let span = said.span, said.clock == nil { return coming(span, after: now) }
    let today = calendar.day(at: now)
    let clock = said.clock?.ofWorkingHours ?? said.part.map(\.beginning)
    if let span = said.span, let clock {
      return after(now, at(clock, on: span.date(from: today)))
    }
    guard let day = said.day else { return clock.flatMap { next($0, after: now) } }
    return days(day, from: today, weekStarts).lazy.map { date in
      clock.map { self.at($0, on: date) } ?? calendar.start(of: date)
    }.first { $0 > now }
  }

  /// When something is due.
  ///
  /// - Parameters:
  ///   - said: What a person said; a day without a time ends at 18:00, or else at 23:59.
  ///   - now: What it is counted from.
  ///   - weekStarts: The first day of a week.
  /// - Returns: An instant after now; nil where there is none.
  public func due(
    _ said: MomentPhrase,
    after now: Instant,
    weekStarts: Weekday = .monday
  ) -> Due? {
    if said.way == .back { return nil }
    let today = calendar.day(at: now)
    if let span = said.span, said.clock == nil {
      return coming(span, after: now).map { Due(at: $0) }
    }
    let clock = said.clock?.ofWorkingHours ?? said.part.map(\.end)
    if let span = said.span, let clock {
      return after(now, at(clock, on: span.date(from: today))).map { Due(at: $0) }
    }
    guard let day = said.day else {
      // A time alone is today's, as in “17:00”; before the day starts it is tonight's.
      let isLate = clock.map { !$0.isNextDate && $0.time < schedule.dayStarts } ?? false
      let date = isLate ? today.adding(days: 1) : today
      return clock.flatMap { after(now, at($0, on: date)) }.map { Due(at: $0) }
    }
    let dates = days(day, from: today, weekStarts)
    guard let clock else { return dates.lazy.compactMap { self.whole($0, after: now) }.first }
    return dates.lazy.map { self.at(clock, on: $0) }.first { $0 > now }.map { Due(at: $0) }
  }

  /// A day of which no time was said.
  private func whole(_ date: CivilDate, after now: Instant) -> Due? {
    for time in [CivilTime(secondOfDay: 18 * 3600), CivilTime(secondOfDay: 86_340)] {
      let instant = zone.instant(of: CivilDateTime(date: date, time: time))
      if instant > now { return Due(at: instant, clock: zone.civil(at: instant)) }
    }
    return nil
  }

  /// The dates that a day can be: a weekday of no week in particular is the next of its name.
  private func days(
    _ day: DayPhrase,
    from today: CivilDate,
    _ weekStarts: Weekday
  ) -> [CivilDate] {
    guard let first = day.day(from: today, .coming, weekStarts: weekStarts) else { return [] }
    if case .weekday(_, nil) = day { return [first, first.adding(days: 7)] }
    return [first]
  }

  private func coming(_ span: SpanPhrase, after now: Instant) -> Instant? {
    span.total == nil ? nil : span.instant(from: now, in: zone)
  }

  private func after(_ now: Instant, _ instant: Instant) -> Instant? {
    instant > now ? instant : nil
  }

  /// The next time that the clocks show a time.
  private func next(_ clock: ClockPhrase, after now: Instant) -> Instant? {
    let date = zone.civil(at: now).date
    return (-1...2).lazy.map { self.at(clock, on: date.adding(days: $0)) }.first { $0 > now }
  }

  private func at(_ clock: ClockPhrase, on date: CivilDate) -> Instant {
    let date = clock.isNextDate ? date.adding(days: 1) : date
    return zone.instant(of: CivilDateTime(date: date, time: clock.time))
  }
}

extension DayPart {
  /// When it ends for what is due in it; the program's choice.
  fileprivate var end: ClockPhrase {
    switch self {
    case .am, .dawn: ClockPhrase(CivilTime(secondOfDay: 8 * 3600))
    case .morning: ClockPhrase(CivilTime(secondOfDay: 12 * 3600))
    case .noon: ClockPhrase(CivilTime(secondOfDay: 13 * 3600))
    case .pm, .afternoon: ClockPhrase(CivilTime(secondOfDay: 18 * 3600))
    case .evening: ClockPhrase(CivilTime(secondOfDay: 22 * 3600))
    case .night: ClockPhrase(CivilTime(secondOfDay: 86_340))
    }
  }
}
