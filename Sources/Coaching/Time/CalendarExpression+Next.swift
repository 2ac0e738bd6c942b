extension CalendarExpression {
  /// The first occurrence after an instant.
  ///
  /// Hours that are named stand for times of the day, and each happens once: inside a gap at the
  /// first instant after it, inside a fold at the first of the two; two that fall on one instant
  /// are one, and a date the zone never had has none. Hours that are a wildcard or a repetition
  /// over the whole day (`*`, `0/2`) run evenly in real time instead: it occurs whenever the clock
  /// shows what matches, in both passes of a fold, and a gap adds nothing.
  ///
  /// Where the clocks do not change it is what systemd answers, but that systemd loses one where a
  /// repetition without an end (`*-*-4/18`) runs over both its own unit and the one above it.
  ///
  /// - Parameters:
  ///   - instant: the occurrence is later than this, by a microsecond or more.
  ///   - zone: where the expression's clock hangs, unless it names a zone of its own.
  /// - Returns: nil where it never elapses again by the end of the year 2199, where systemd's
  ///   search ends too.
  public func next(after instant: Instant, in zone: Zone) -> Instant? {
    let search = CalendarSearch(
      pattern: pattern,
      isEven: time.isEven,
      zone: self.zone ?? zone
    )
    return search.first(from: instant.microseconds)
  }

  /// The first occurrence in a span of real time; nil where there is none.
  ///
  /// - Parameters:
  ///   - zone: where the expression's clock hangs, unless it names a zone of its own.
  ///   - start: the span's first instant.
  ///   - end: the first instant after the span.
  /// - Returns: the earliest occurrence that is not before `start` and is before `end`.
  public func first(in zone: Zone, from start: Instant, before end: Instant) -> Instant? {
    let (before, overflow) = start.microseconds.subtractingReportingOverflow(1)
    let next = next(after: overflow ? .distantPast : Instant(microseconds: before), in: zone)
    guard let next, next < end else { return nil }
    return next
  }

  /// Why an expression does not elapse any more.
  public enum Never: Equatable, Sendable {
    /// No month it names has a day it names: `*-02-30`.
    case noSuchDay
    /// No date it names falls on a weekday it names: `Mon 2026-11-24`.
    case noSuchWeekday
    /// Its last occurrence is past, or none was left by the clock changes.
    case past
  }

  /// Why it does not elapse after an instant.
  ///
  /// - Parameters:
  ///   - instant: from when on it should elapse.
  ///   - zone: as in `next(after:in:)`.
  /// - Returns: nil where it does.
  public func never(after instant: Instant, in zone: Zone) -> Never? {
    guard next(after: instant, in: zone) == nil else { return nil }
    guard pattern.hasDays else { return .noSuchDay }
    return pattern.next(from: .min) == nil ? .noSuchWeekday : .past
  }
}

/// One search for an occurrence; all its numbers are microseconds.
struct CalendarSearch {
  let pattern: CalendarPattern
  let isEven: Bool
  let zone: Zone

  /// No clock is further from UTC.
  private static let reach = ZoneTable.reachSeconds * 1_000_000

  /// How many spans between clock changes are looked at, at most.
  ///
  /// A jump comes to within a day of the next match, and no clock changes more than a few times
  /// in one; only a damaged file lists thousands.
  private static let spansLimit = 10_000

  /// The first occurrence that is after an instant.
  func first(from instant: Int64) -> Instant? {
    guard pattern.hasDays else { return nil }
    // Outside of these is no civil date: the year 0, and the year 2200 with a day to spare.
    let earliest = -62_167_305_600_000_000
    let latest = 7_258_204_800_000_000
    guard instant < Int64(latest) else { return nil }
    var from = max(Int(instant), earliest) + 1
    for _ in 0..<Self.spansLimit {
      let span = zone.span(at: CivilDate.floorDivide(from, 1_000_000))
      switch isEven ? even(from: from, in: span) : fixed(from: from, in: span) {
      case .at(let found): return Instant(microseconds: Int64(found))
      case .later(let next): from = next
      case .never: return nil
      }
    }
    return nil
  }

  private enum Step {
    case at(Int)
    /// Not in this span; the search goes on at an instant after it.
    case later(Int)
    case never
  }

  /// Hours that run evenly: what the clock shows while it does not change.
  private func even(from: Int, in span: ZoneSpan) -> Step {
    let offset = span.offset * 1_000_000
    let match = pattern.next(from: from + offset)
    if let match, span.holds(match - offset) { return .at(match - offset) }
    guard let end = span.endMicroseconds else { return .never }
    // A clock that is put back soon can show again what lies behind; later it cannot.
    if end - from <= 2 * Self.reach { return .later(end) }
    guard let match else { return .never }
    return .later(max(end, match - 2 * Self.reach))
  }

  /// Hours that are named: each civil time once.
  private func fixed(from: Int, in span: ZoneSpan) -> Step {
    let offset = span.offset * 1_000_000
    var reading = from + offset
    if let start = span.startMicroseconds, from - start <= Self.reach {
      let shown = start + zone.span(at: span.start - 1).offset * 1_000_000
      if from == start, match(inGapFrom: shown, to: reading) != nil { return .at(from) }
      // What the clock has shown before it was put back is not due again.
      reading = max(reading, shown)
    }
    guard let match = pattern.next(from: reading) else { return .never }
    if span.holds(match - offset) { return .at(match - offset) }
    guard let end = span.endMicroseconds else { return .never }
    return .later(max(end, match - Self.reach))
  }

  /// The first reading that matches where the clock was put past it just before an occurrence.
  func named(inGapBefore occurrence: Instant) -> CivilDateTime? {
    let span = zone.span(at: Int(occurrence.seconds))
    guard !isEven, let start = span.startMicroseconds, start == Int(occurrence.microseconds) else {
      return nil
    }
    let shown = start + zone.span(at: span.start - 1).offset * 1_000_000
    return match(inGapFrom: shown, to: start + span.offset * 1_000_000).map { match in
      CivilDateTime(clockSeconds: CivilDate.floorDivide(match, 1_000_000))
    }
  }

  /// The first reading that matches where the clock is put past it, on a date it shows a part of.
  private func match(inGapFrom start: Int, to end: Int) -> Int? {
    var from = start
    // A gap holds two whole days at the very most.
    for _ in 0..<3 {
      guard let match = pattern.next(from: from), match < end else { return nil }
      let day = CivilDate.floorDivide(match, CalendarPattern.microsecondsInDay)
      let midnight = day * CalendarPattern.microsecondsInDay
      let nextMidnight = midnight + CalendarPattern.microsecondsInDay
      if midnight < start || nextMidnight > end { return match }
      from = nextMidnight
    }
    return nil
  }
}
