public import CivilCalendar

/// Time in stretches that neither touch nor overlap, in order; in seconds since 1970.
public struct TimeRanges: Equatable, Sendable {
  public private(set) var ranges: [Range<Int64>] = []

  /// The time that any of these cover.
  public init(_ ranges: [Range<Int64>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound {
        let end = max(last.upperBound, range.upperBound)
        self.ranges[self.ranges.count - 1] = last.lowerBound..<end
      } else {
        self.ranges.append(range)
      }
    }
  }

  public var seconds: Int64 { ranges.reduce(0) { $0 + $1.upperBound - $1.lowerBound } }

  /// The same so many seconds earlier.
  func earlier(by seconds: Int64) -> TimeRanges {
    var moved = self
    moved.ranges = ranges.map { $0.lowerBound - seconds..<$0.upperBound - seconds }
    return moved
  }

  /// The time that is in both.
  func common(with other: TimeRanges) -> TimeRanges {
    var common: [Range<Int64>] = []
    var left = 0
    var right = 0
    while left < ranges.count, right < other.ranges.count {
      let both = ranges[left].clamped(to: other.ranges[right])
      if !both.isEmpty { common.append(both) }
      if ranges[left].upperBound < other.ranges[right].upperBound { left += 1 } else { right += 1 }
    }
    var result = self
    result.ranges = common
    return result
  }
}

/// How much one day sleeps and wakes like the next: the sleep regularity index of a diary.
///
/// `100 − 200 · D / T` (Phillips et al. 2017, doi 10.1038/s41598-017-03171-4) in exact intervals:
/// `T` is the time of which both it and 24 hours later are known, `D` the part of it that slept at
/// one of the two and not at the other. A diary has the naps and the waking that were said, which
/// is less than a wrist band sees, so its figure is not to be laid beside those of one.
public struct SleepRegularityIndex: Equatable, Sendable {
  /// A night of a diary.
  public struct Night: Equatable, Sendable {
    /// The civil day of its evening.
    public var day: CivilDate
    public var asleep: Range<Int64>

    /// A night from lights-out until get-up; nil where it does not end after it began, or lasts a
    /// day.
    public init?(day: CivilDate, lightsOut: Instant, getUp: Instant) {
      guard lightsOut < getUp, getUp < lightsOut.adding(seconds: SleepRegularityIndex.daySeconds)
      else {
        return nil
      }
      self.day = day
      asleep = lightsOut.seconds..<getUp.seconds
    }
  }

  /// The time that could be compared, in seconds.
  public var comparedSeconds: Int64
  /// The part of it that differed, in seconds.
  public var differentSeconds: Int64

  static let daySeconds: Int64 = 86_400
  /// With fewer days compared, `sleepreg` gives no figure, and neither do we.
  public static let leastDays = 5.0
  /// With fewer nights, a figure may still move much.
  public static let settledNights = 14

  public init(asleep: TimeRanges, known: TimeRanges) {
    let later = known.earlier(by: SleepRegularityIndex.daySeconds)
    let compared = known.common(with: later)
    let today = asleep.common(with: compared)
    let tomorrow = asleep.earlier(by: SleepRegularityIndex.daySeconds).common(with: compared)
    comparedSeconds = compared.seconds
    differentSeconds = today.seconds + tomorrow.seconds - 2 * today.common(with: tomorrow).seconds
  }

  /// The nights of a diary, each known from noon to noon; what no night tells of is not compared.
  public init(nights: [Night], in zone: Zone) {
    let known = nights.map { night in
      SleepRegularityIndex.noon(
        of: night.day,
        zone
      )..<SleepRegularityIndex.noon(of: night.day.adding(days: 1), zone)
    }
    self.init(asleep: TimeRanges(nights.map(\.asleep)), known: TimeRanges(known))
  }

  private static func noon(of day: CivilDate, _ zone: Zone) -> Int64 {
    let noon = CivilTime(secondOfDay: CivilTime.secondsInDay / 2)
    return zone.instant(of: CivilDateTime(date: day, time: noon)).seconds
  }

  /// The days compared; not always a whole number.
  public var comparedDays: Double {
    Double(comparedSeconds) / Double(SleepRegularityIndex.daySeconds)
  }

  /// From −100 to 100, where 100 is every day the same; nil where nothing could be compared.
  public var index: Double? {
    if comparedSeconds == 0 { return nil }
    return 100 - 200 * Double(differentSeconds) / Double(comparedSeconds)
  }
}
