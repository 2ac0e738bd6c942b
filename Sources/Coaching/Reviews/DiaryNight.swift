/// A night of which it is known when the person lay down and got up again.
///
/// Lights-out and getting up are the ends of it. Where the person said in which stretches they
/// slept, these are what was slept of it, as far as they lie within.
public struct DiaryNight: Equatable, Sendable {
  /// The civil day of its evening.
  public var day: CivilDate
  /// From lights-out until getting up, in seconds since 1970.
  public var inBed: Range<Int64>
  /// When the person slept; in order.
  public var asleep: [Range<Int64>]
  /// Whether the person said in which stretches they slept.
  public var isTold: Bool
  /// What the clock showed when they fell asleep and when they awoke for good, in hours.
  public var onset: Double
  public var end: Double

  public var asleepSeconds: Int64 { asleep.reduce(0) { $0 + $1.upperBound - $1.lowerBound } }
  public var inBedSeconds: Int64 { inBed.upperBound - inBed.lowerBound }

  /// The middle between falling asleep and awaking for good, by the clock, in hours.
  public var middle: Double { SocialJetlag.Sleep(onset: onset, end: end).middle }
}

/// Puts nights together from what was said of them.
struct NightReader {
  let zone: Zone
  let evenings: EveningCalendar

  /// A night; nil where it is not known when it began or ended.
  ///
  /// - Parameters:
  ///   - day: The civil day of its evening.
  ///   - down: When the light went out.
  ///   - up: When the person got up.
  ///   - told: When they slept.
  /// - Returns: The night.
  func night(
    of day: CivilDate,
    down: CivilTime?,
    up: CivilTime?,
    told: [Stretch]?
  ) -> DiaryNight? {
    let bed = bed(of: day, down: down, up: up, told: told ?? [])
    if let told, let first = told.first, let last = told.last {
      let ranges = told.map(\.range)
      let within = bed.map { bed in ranges.map { $0.clamped(to: bed) }.filter { !$0.isEmpty } }
      let asleep = within ?? ranges
      if let begin = asleep.first?.lowerBound, let end = asleep.last?.upperBound {
        return DiaryNight(
          day: day,
          inBed: bed ?? begin..<end,
          asleep: asleep,
          isTold: true,
          onset: begin == first.range.lowerBound ? first.from.local.time.hours : hours(begin),
          end: end == last.range.upperBound ? last.until.local.time.hours : hours(end)
        )
      }
    }
    // What was said of other hours than those of the night is not believed of it.
    guard let bed, let down, let up else { return nil }
    return DiaryNight(
      day: day,
      inBed: bed,
      asleep: [bed],
      isTold: false,
      onset: down.hours,
      end: up.hours
    )
  }

  /// From lights-out until getting up; nil where one of both is not known.
  ///
  /// Who gave a night with the times of another zone lay down and got up by that one's clock.
  private func bed(
    of day: CivilDate,
    down: CivilTime?,
    up: CivilTime?,
    told: [Stretch]
  ) -> Range<Int64>? {
    guard let down, let up else { return nil }
    let first = told.first.flatMap { $0.from.local.time == down ? $0.from.instant : nil }
    let last = told.last.flatMap { $0.until.local.time == up ? $0.until.instant : nil }
    let begin = first ?? zone.instant(of: evenings.moment(of: down, in: day))
    let end = last ?? zone.instant(of: up, after: begin)
    let most = Stretch.mostSeconds
    guard begin < end, end.seconds - begin.seconds < most else { return nil }
    return begin.seconds..<end.seconds
  }

  private func hours(_ seconds: Int64) -> Double {
    zone.civil(at: Instant(seconds: seconds)).time.hours
  }
}

extension Zone {
  /// The first instant after another one at which a clock shows a time of day.
  public func instant(of time: CivilTime, after other: Instant) -> Instant {
    let date = civil(at: other).date
    let days = (0...2).map { instant(of: CivilDateTime(date: date.adding(days: $0), time: time)) }
    return days.first { $0 > other } ?? days[2]
  }

  /// The last instant not after another one at which a clock shows a time of day.
  public func instant(of time: CivilTime, through other: Instant) -> Instant {
    let date = civil(at: other).date
    let days = (-2...0).map { instant(of: CivilDateTime(date: date.adding(days: $0), time: time)) }
    return days.last { $0 <= other } ?? days[0]
  }
}
