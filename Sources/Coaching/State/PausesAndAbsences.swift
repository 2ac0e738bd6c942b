/// A time for which the person asked the coach to say nothing.
public struct PauseOrAbsence: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case pause(until: Instant)
    case away(from: CivilDate, through: CivilDate)
  }

  public var fact: Fact
  public var kind: Kind
  /// What the clock shows when a pause ends, where that is how it was said.
  public var clock: CivilDateTime?

  /// Puts the end of a pause where a zone's clocks show it.
  mutating func place(in zone: Zone) {
    if let clock { kind = .pause(until: zone.instant(of: clock)) }
  }

  /// Whether it is a pause that was asked for by an instant, and until when.
  ///
  /// A clock that was a little ahead when the person paused changes nothing; one that was years
  /// ahead must not silence the coach for years.
  fileprivate func pauseEnd(at instant: Instant) -> Instant? {
    guard case .pause(let until) = kind, fact.instant.adding(seconds: -86_400) <= instant
    else { return nil }
    return until
  }

  fileprivate var isPause: Bool {
    if case .pause = kind { true } else { false }
  }

  /// Whether the person is away on a civil day by this.
  fileprivate func covers(_ day: CivilDate) -> Bool {
    guard case .away(let first, let last) = kind else { return false }
    return first <= day && day <= last
  }
}

extension Coach {
  /// When the pause around an instant ends; nil when the coach is not paused then.
  ///
  /// The latest pause holds: “pause 2h” and then “pause 1h” is one hour.
  public func pauseEnd(at instant: Instant) -> Instant? {
    silences.last { $0.pauseEnd(at: instant) != nil }?.pauseEnd(at: instant)
      .flatMap { $0 > instant ? $0 : nil }
  }

  /// The civil day that a pause until an instant belongs to: that of its end or, where it replaces
  /// a longer one, that of the longer.
  ///
  /// A silence is remembered until its day has passed. What replaced it must not be forgotten
  /// before it, or it would hold again.
  public func day(ofPauseUntil until: Instant, in calendar: DayCalendar) -> CivilDate {
    let replaced = silences.filter(\.isPause).map(\.fact.day)
    return replaced.reduce(calendar.day(at: until), max)
  }

  /// The silences that hold at an instant of a civil day.
  public func silences(at instant: Instant, on day: CivilDate) -> [PauseOrAbsence] {
    silences.filter { silence in
      silence.covers(day) || silence.pauseEnd(at: instant).map { $0 > instant } == true
    }
  }

  /// Whether the person is away on a civil day.
  public func isAway(on day: CivilDate) -> Bool {
    silences.contains { $0.covers(day) }
  }

  /// The last of the days in a row on which the person is away; nil where that day is none.
  public func awayThrough(_ day: CivilDate) -> CivilDate? {
    var last: CivilDate?
    // Each round but the last takes in one more absence.
    for _ in 0...silences.count {
      let next = last?.adding(days: 1) ?? day
      guard let through = silences.filter({ $0.covers(next) }).map(\.through).max() else { break }
      last = through
    }
    return last
  }

  /// Why nothing is said on a civil day; nil where the coach may speak.
  public func rest(on day: CivilDate, for schedule: Schedule) -> PassReason? {
    if isAway(on: day) { return .away }
    return schedule.isOff(day) ? .dayOff : nil
  }

  /// Why nothing is said around an instant, and until when; nil where the coach may speak.
  ///
  /// A pause that ends in quiet hours, and quiet hours that end in a pause, are one.
  public func hush(at instant: Instant, for outlook: PlanningContext) -> QuietInterval? {
    var hush: QuietInterval?
    for _ in 0..<4 {
      let now = hush?.until ?? instant
      if let end = pauseEnd(at: now) {
        hush = QuietInterval(why: hush?.why ?? .paused, until: end)
      } else if let end = outlook.schedule.quiet.end(at: now, in: outlook.zone) {
        hush = QuietInterval(why: hush?.why ?? .quiet, until: end)
      } else {
        break
      }
    }
    return hush
  }
}

/// A time in which nothing is said, and why it began.
public struct QuietInterval: Equatable, Sendable {
  /// Quiet hours or a pause.
  public var why: DeferralReason
  /// The first instant at which the coach may speak again.
  public var until: Instant
}

extension PauseOrAbsence {
  /// The last civil day of an absence; for a pause, the first there is.
  fileprivate var through: CivilDate {
    if case .away(_, let last) = kind { last } else { CivilDate(dayNumber: .min) }
  }
}
