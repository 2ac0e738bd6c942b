package import Coaching

/// When a calendar expression elapses, as often as was asked for.
package struct ElapseReport: Equatable {
  package let expression: CalendarExpression
  package let zone: Zone
  /// What comes after it is told.
  package let start: Instant
  package let times: [Instant]
  /// Why it does not elapse as often; nil where it does.
  package let never: CalendarExpression.Never?

  /// - Parameters:
  ///   - expression: The expression.
  ///   - zone: The zone in which it is meant; its own where it names one.
  ///   - start: The instant after which it is to elapse.
  ///   - count: How many times are wanted, 1 or more.
  package init(of expression: CalendarExpression, in zone: Zone, after start: Instant, count: Int) {
    var times: [Instant] = []
    var last = start
    while times.count < count, let next = expression.next(after: last, in: zone) {
      times.append(next)
      last = next
    }
    self.expression = expression
    self.zone = zone
    self.start = start
    self.times = times
    never = times.count < count ? expression.never(after: last, in: zone) : nil
  }
}
