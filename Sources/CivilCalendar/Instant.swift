/// A point in real time, in microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// The range is that of `Int64`: some 292,000 years either way. Arithmetic saturates at its ends.
public struct Instant: Comparable, Hashable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  public var microseconds: Int64

  /// Earlier than every instant that can be written as a civil date.
  @inlinable public static var distantPast: Instant { Instant(microseconds: .min) }

  /// Later than every instant that can be written as a civil date.
  @inlinable public static var distantFuture: Instant { Instant(microseconds: .max) }

  /// The instant this many microseconds after 1970-01-01T00:00:00Z.
  @inlinable
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// The instant this many seconds after 1970-01-01T00:00:00Z, saturating.
  @inlinable
  public init(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    microseconds = overflow ? (seconds < 0 ? .min : .max) : product
  }

  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down, before 1970 as well.
  @inlinable public var seconds: Int64 {
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The instant this many seconds of real time later, saturating.
  @inlinable
  public func adding(seconds: Int64) -> Instant {
    let step = Instant(seconds: seconds).microseconds
    let (sum, overflow) = microseconds.addingReportingOverflow(step)
    return Instant(microseconds: overflow ? (step < 0 ? .min : .max) : sum)
  }

  @inlinable
  public static func < (earlier: Instant, later: Instant) -> Bool {
    earlier.microseconds < later.microseconds
  }

  @inlinable
  public static func == (left: Instant, right: Instant) -> Bool {
    left.microseconds == right.microseconds
  }
}
