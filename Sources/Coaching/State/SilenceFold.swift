/// When the person asked the coach to say nothing.
struct SilenceFold: Fold {
  /// The pauses and absences that stand, in the order of writing.
  private(set) var silences: [Fact] = []
  private(set) var absences = Absences()

  mutating func apply(_ fact: Fact) {
    switch fact.event {
    case .paused: silences.append(fact)
    case .away:
      silences.append(fact)
      absences.add(fact)
    default: break
    }
  }

  mutating func takeBack(_ fact: String, at instant: Instant) {
    guard let place = silences.firstIndex(where: { $0.id == fact }) else { return }
    silences.remove(at: place)
    absences.remove(fact)
  }

  /// Puts the ends of pauses that were said by the clock where a zone's clocks show them.
  mutating func place(in zone: Zone) {
    for place in silences.indices {
      guard case .paused(_, let clock?) = silences[place].event else { continue }
      silences[place].event = .paused(until: zone.instant(of: clock), clock: clock)
    }
  }

  /// When the pause around an instant ends; nil when the coach is not paused then.
  ///
  /// The latest pause holds: “pause 2h” and then “pause 1h” is one hour, and a resumption is none.
  func pauseEnd(at instant: Instant) -> Instant? {
    guard let last = silences.last(where: { $0.isPause && $0.counts(at: instant) }),
      case .paused(let until, _) = last.event, until > instant, !last.isResumption
    else { return nil }
    return until
  }
}

extension Fact {
  fileprivate var isPause: Bool {
    if case .paused = event { true } else { false }
  }

  /// Whether a pause has a say at an instant.
  ///
  /// A clock that was a little ahead when the person paused changes nothing; one that was years
  /// ahead must not silence the coach for years. What ends a pause silences nobody.
  fileprivate func counts(at moment: Instant) -> Bool {
    instant.adding(seconds: -86_400) <= moment || isResumption
  }
}

extension Coach {
  /// The civil day that a pause until an instant belongs to: that of its end or, where it replaces
  /// a longer one, that of the longer.
  ///
  /// A silence is remembered until its day has passed. What replaced it must not be forgotten
  /// before it, or it would hold again.
  public func day(ofPauseUntil until: Instant, in calendar: DayCalendar) -> CivilDate {
    silences.filter(\.isPause).map(\.day).reduce(calendar.day(at: until), max)
  }

  /// The civil day that a return on a day belongs to: that of the last absence, for the same
  /// reason; nil where the person is not away on that day.
  public func day(ofReturnOn day: CivilDate) -> CivilDate? {
    if !isAway(on: day) { return nil }
    return silences.filter { !$0.isPause }.map(\.day).reduce(day, max)
  }

  /// The last of the days in a row on which the person is away; nil where that day is none.
  public func awayThrough(_ day: CivilDate) -> CivilDate? {
    var last: CivilDate?
    // Each round but the last takes in one more absence.
    for _ in 0...absences.count {
      let next = last?.adding(days: 1) ?? day
      guard let through = absences.filter({ $0.contains(next) }).map(\.upperBound).max() else {
        break
      }
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
  public func hush(at instant: Instant, for context: PlanningContext) -> QuietInterval? {
    var hush: QuietInterval?
    for _ in 0..<4 {
      let now = hush?.until ?? instant
      if let end = pauseEnd(at: now) {
        hush = QuietInterval(why: hush?.why ?? .paused, until: end)
      } else if let end = context.schedule.quiet.end(at: now, in: context.zone) {
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
