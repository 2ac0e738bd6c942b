/// The search for an occurrence in a zone; all numbers are microseconds.
extension CalendarPattern {
  /// No clock is further from UTC.
  private static let reach = ZoneTable.reachSeconds * 1_000_000

  /// How many spans between clock changes are looked at, at most.
  ///
  /// A jump comes to within a day of the next match, and no clock changes more than a few times
  /// in one; only a damaged file lists thousands.
  private static let spansLimit = 10_000

  /// The first occurrence that is after an instant.
  func first(after instant: Int64, in zone: Zone) -> Instant? {
    guard hasDays else { return nil }
    // Outside of these is no civil date: the year 0, and the year 2200 with a day to spare.
    let earliest = -62_167_305_600_000_000
    let latest = 7_258_204_800_000_000
    guard instant < Int64(latest) else { return nil }
    var from = max(Int(instant), earliest) + 1
    for _ in 0..<Self.spansLimit {
      let span = zone.span(at: CivilDate.floorDivide(from, 1_000_000))
      switch isEven ? even(from: from, in: span) : fixed(from: from, in: span, of: zone) {
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
    let match = next(from: from + offset)
    if let match, span.holds(match - offset) { return .at(match - offset) }
    guard let end = span.endMicroseconds else { return .never }
    // A clock that is put back soon can show again what lies behind; later it cannot.
    if end - from <= 2 * Self.reach { return .later(end) }
    guard let match else { return .never }
    return .later(max(end, match - 2 * Self.reach))
  }

  /// Hours that are named: each civil time once.
  private func fixed(from: Int, in span: ZoneSpan, of zone: Zone) -> Step {
    let offset = span.offset * 1_000_000
    var reading = from + offset
    if let start = span.startMicroseconds, from - start <= Self.reach {
      let shown = start + zone.span(at: span.start - 1).offset * 1_000_000
      if from == start, match(inGapFrom: shown, to: reading) != nil { return .at(from) }
      // What the clock has shown before it was put back is not due again.
      reading = max(reading, shown)
    }
    guard let match = next(from: reading) else { return .never }
    if span.holds(match - offset) { return .at(match - offset) }
    guard let end = span.endMicroseconds else { return .never }
    return .later(max(end, match - Self.reach))
  }

  /// The first reading that matches where the clock was put past it just before an occurrence.
  func named(inGapBefore occurrence: Instant, in zone: Zone) -> CivilDateTime? {
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
      guard let match = next(from: from), match < end else { return nil }
      let day = CivilDate.floorDivide(match, Self.microsecondsInDay)
      let midnight = day * Self.microsecondsInDay
      let nextMidnight = midnight + Self.microsecondsInDay
      if midnight < start || nextMidnight > end { return match }
      from = nextMidnight
    }
    return nil
  }
}
