/// A moment at which the clocks of a zone are put forward or back.
public struct ClockShift: Equatable, Sendable {
  public var at: Instant
  /// The last second that the clock shows before it.
  public var before: CivilDateTime
  /// What the clock shows next.
  public var after: CivilDateTime

  /// Whether the clock is put forward: some times of the day do not exist.
  public var isForward: Bool { before < after }
}

extension DayCalendar {
  /// The moments of a civil day at which the clocks change, in order.
  public func clockShifts(on day: CivilDate) -> [ClockShift] {
    let end = self.end(of: day)
    var shifts: [ClockShift] = []
    var from = start(of: day)
    // No zone has ever changed twice within an hour.
    while from < end {
      let until = min(from.adding(seconds: 3600), end)
      if zone.offset(at: from) != zone.offset(at: until) {
        let at = change(after: from, through: until)
        shifts.append(
          ClockShift(
            at: at,
            before: zone.civil(at: at.adding(seconds: -1)),
            after: zone.civil(at: at)
          )
        )
      }
      from = until
    }
    return shifts
  }

  /// The first instant with the offset that an hour ends with: halves the hour until it is found.
  private func change(after start: Instant, through end: Instant) -> Instant {
    let offset = zone.offset(at: start)
    var (low, high) = (start.seconds, end.seconds)
    while high - low > 1 {
      let middle = (low + high) / 2
      if zone.offset(at: Instant(seconds: middle)) == offset { low = middle } else { high = middle }
    }
    return Instant(seconds: high)
  }
}
