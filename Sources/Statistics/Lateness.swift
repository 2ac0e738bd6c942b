public import CivilCalendar

/// How much later a time of day was than the person's own target.
public struct Lateness: Equatable, Comparable, Sendable {
  /// Above −720 and up to 720; below 0 it was early.
  public var minutes: Double

  public init(of time: CivilTime, after target: CivilTime) {
    // In whole seconds, so that exactly as late as is allowed is in time.
    let day = CivilTime.secondsInDay
    let later = (time.secondOfDay - target.secondOfDay + day) % day
    minutes = Double(later > day / 2 ? later - day : later) / 60
  }

  /// On time is at most this much late unless the person says otherwise; early is never a fault.
  ///
  /// The best class of Huang et al. 2020 (doi 10.1016/j.jacc.2019.12.054) ends here, used as a
  /// width and for nothing else.
  public static let onTimeMinutes = 30

  public func isOnTime(within tolerance: Int = onTimeMinutes) -> Bool {
    minutes <= Double(tolerance)
  }

  public static func < (left: Lateness, right: Lateness) -> Bool { left.minutes < right.minutes }
}
