extension CalendarExpression {
  /// The first occurrence after an instant.
  ///
  /// Hours that are named stand for times of the day, and each happens once: inside a gap at the
  /// first instant after it, inside a fold at the first of the two; two that fall on one instant
  /// are one, and a date the zone never had has none. Hours that are a wildcard or a repetition
  /// over the whole day (`*`, `0/2`) run evenly in real time instead: it occurs whenever the clock
  /// shows what matches, in both passes of a fold, and a gap adds nothing.
  ///
  /// Where the clocks do not change it is what systemd answers, but for this: systemd loses one
  /// where a repetition without an end (`*-*-4/18`) runs over both its own unit and the one above
  /// it, gives up after a thousand steps, knows nothing before 1970, and counts leap seconds in the
  /// zones under `right/`.
  ///
  /// - Parameters:
  ///   - instant: the occurrence is later than this, by a microsecond or more.
  ///   - zone: where the expression's clock hangs, unless it names a zone of its own.
  /// - Returns: nil where it never elapses again by the end of the year 2199, where systemd's
  ///   search ends too.
  public func next(after instant: Instant, in zone: Zone) -> Instant? {
    // Passed on and not held, as holding a zone would count its references at every call.
    if let own = self.zone { return pattern.first(after: instant.microseconds, in: own) }
    return pattern.first(after: instant.microseconds, in: zone)
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
