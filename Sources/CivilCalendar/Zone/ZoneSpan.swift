/// A stretch of real time between two clock changes, in seconds since 1970.
struct ZoneSpan: Equatable, Sendable {
  /// Its first second; `Int.min` where no change comes before.
  var start: Int
  /// The first second after it; `Int.max` where no change follows.
  var end: Int
  /// Seconds east of UTC.
  var offset: Int

  /// Its first instant; nil where no change comes before.
  var startMicroseconds: Int? { Self.microseconds(start) }

  /// The first instant after it; nil where no change follows.
  var endMicroseconds: Int? { Self.microseconds(end) }

  /// Whether an instant, in microseconds, is before its end.
  func holds(_ microseconds: Int) -> Bool {
    endMicroseconds.map { microseconds < $0 } ?? true
  }

  /// Nil beyond the years ±290,000, where no clock change matters.
  private static func microseconds(_ seconds: Int) -> Int? {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    return overflow ? nil : product
  }
}
