public import CivilCalendar
import RealModule

/// Times of day as places on a circle, where 23:50 and 00:10 have midnight between them.
///
/// Each time is an angle `a = 2π t / 24`; with `C` the mean of their cosines and `S` of their
/// sines, `R = √(C² + S²)`, the mean is `atan2(S, C)` and the deviation `√(−2 ln R)` (Mardia and
/// Jupp, Directional Statistics, 2000, chapter 2), both as hours.
public struct CircularMean: Equatable, Sendable {
  public private(set) var count = 0
  private var cosines = 0.0
  private var sines = 0.0

  public init() {}

  public init(_ times: [CivilTime]) {
    for time in times { add(time) }
  }

  /// Hours, any number; 25 is 1.
  public init(hours: [Double]) {
    for hour in hours { add(hours: hour) }
  }

  public mutating func add(_ time: CivilTime) {
    add(hours: time.hours)
  }

  public mutating func add(hours: Double) {
    count += 1
    let angle = 2 * Double.pi * hours / 24
    cosines += Double.cos(angle)
    sines += Double.sin(angle)
  }

  /// How close together the times are: 1 where they are all the same, 0 where they have no middle;
  /// nil without times.
  public var concentration: Double? {
    if count == 0 { return nil }
    let length = (cosines * cosines + sines * sines).squareRoot() / Double(count)
    // Rounding must not make the deviation the root of a negative number.
    return min(1, length)
  }

  /// Below this, the middle of the times says nothing.
  public static let leastConcentration = 0.1

  /// The mean in hours, from 0 to below 24; nil where the times have no middle.
  public var meanHours: Double? {
    guard let concentration, concentration >= CircularMean.leastConcentration else { return nil }
    return Clock24.hours(Double.atan2(y: sines, x: cosines) * 24 / (2 * Double.pi))
  }

  /// The mean to the minute; nil where the times have no middle.
  public var mean: CivilTime? {
    meanHours.map(CivilTime.init(hours:))
  }

  /// The circular standard deviation in hours; nil where the times have no middle.
  public var deviationHours: Double? {
    guard let concentration, concentration >= CircularMean.leastConcentration else { return nil }
    return (-2 * Double.log(concentration)).squareRoot() * 24 / (2 * Double.pi)
  }
}

extension CivilTime {
  /// The hours since midnight, from 0 to below 24.
  public var hours: Double { Double(secondOfDay) / 3600 }

  /// The time to the minute that is so many hours after midnight; 23:59:59.99 is midnight.
  public init(hours: Double) {
    self.init(secondOfDay: Int((hours * 60).rounded()) * 60)
  }
}

/// Hours on the face of a clock of 24.
public enum Clock24 {
  /// The hours from 0 to below 24.
  public static func hours(_ hours: Double) -> Double {
    let rest = hours.truncatingRemainder(dividingBy: 24)
    // A tiny negative number and 24 are 24 again, which is 0.
    let positive = rest < 0 ? rest + 24 : rest
    return positive < 24 ? positive : 0
  }

  /// A difference by the shorter way round, above −12 and up to 12 hours.
  ///
  /// Half the circle is as far either way; it is taken as later.
  public static func difference(_ hours: Double) -> Double {
    let wrapped = Clock24.hours(hours + 12) - 12
    return wrapped == -12 ? 12 : wrapped
  }
}
