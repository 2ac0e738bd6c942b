extension CalendarExpression {
  /// What a clock change has to do with an occurrence.
  public enum Shift: Equatable, Sendable {
    /// The clock was put past the time it names, the first of them where there are several.
    case gap(named: CivilDateTime)
    /// The clock shows its time twice, and this is the first.
    case first
    /// The clock shows its time twice, and this is the second.
    case second
  }

  /// What a clock change has to do with an occurrence.
  ///
  /// - Parameters:
  ///   - occurrence: one that `next(after:in:)` found.
  ///   - zone: as there.
  /// - Returns: nil where the clock shows its time once.
  public func shift(at occurrence: Instant, in zone: Zone) -> Shift? {
    let zone = self.zone ?? zone
    if let named = pattern.named(inGapBefore: occurrence, in: zone) { return .gap(named: named) }
    guard case .fold(let first, _) = zone.reading(of: zone.civil(at: occurrence)) else {
      return nil
    }
    return occurrence.seconds == first.seconds ? .first : .second
  }

  /// Whether it names a time on a civil date, whatever the clocks of a zone do there.
  public func names(_ date: CivilDate) -> Bool {
    pattern.matches(CivilDate.numbers(ofDay: date.dayNumber), dayNumber: date.dayNumber)
  }
}

extension Zone {
  /// A moment at which the clocks are put forward or back.
  public struct Change: Equatable, Sendable {
    /// The first instant by the new offset.
    public let instant: Instant
    /// What the clock would have shown then.
    public let before: CivilDateTime
    /// What it shows instead.
    public let after: CivilDateTime
  }

  /// The first change of the clocks in a span of real time.
  ///
  /// - Parameters:
  ///   - start: a change is later than this.
  ///   - end: a change is not later than this.
  /// - Returns: nil where the clocks do not change.
  public func change(after start: Instant, through end: Instant) -> Change? {
    var span = span(at: Int(start.seconds))
    // Each turn goes on to the next entry of the zone's table, or half a year on by its rule.
    while span.end <= Int(end.seconds) {
      let next = self.span(at: span.end)
      if next.offset != span.offset {
        return Change(
          instant: Instant(seconds: Int64(span.end)),
          before: CivilDateTime(clockSeconds: span.end + span.offset),
          after: CivilDateTime(clockSeconds: span.end + next.offset)
        )
      }
      span = next
    }
    return nil
  }
}
