/// The hours in which the coach says nothing.
public struct QuietHours: Equatable, Sendable {
  /// A span of the clock that begins on certain days of the week.
  public struct Interval: Equatable, Sendable {
    let weekdays: WeekdaySet
    public let from: CivilTime
    /// When it ends: on the next day where this is not after `from`.
    public let until: CivilTime

    /// From one time of day until another, on every day; nil where the two are the same.
    public init?(from: CivilTime, until: CivilTime) {
      self.init(weekdays: .all, from: from, until: until)
    }

    init?(weekdays: WeekdaySet, from: CivilTime, until: CivilTime) {
      guard from != until else { return nil }
      self.weekdays = weekdays
      self.from = from
      self.until = until
    }

    /// Reads `22:30..07:00` or `Fri,Sat 23:30..09:00`: the days are those on which it begins.
    public init?(_ text: String) {
      let pieces = text.tightLists.split(separator: ".", omittingEmptySubsequences: false)
      guard pieces.count >= 3, pieces[pieces.count - 2].isEmpty,
        let until = CivilTime(typed: pieces[pieces.count - 1].trimmed)
      else { return nil }
      let begin = pieces.dropLast(2).joined(separator: ".").split(separator: " ")
      let named = begin.count > 1 ? WeekdaySet(String(begin[0])) : nil
      let typed = begin.dropFirst(named == nil ? 0 : 1).joined(separator: " ")
      // The midnight at the end of a day is the next one's, on which it would begin.
      guard let from = CivilTime(typed: typed), named == nil || !CivilTime.isDaysEnd(typed)
      else { return nil }
      self.init(weekdays: named ?? .all, from: from, until: until)
    }

    /// The instants that it covers when it begins on a civil date; nil where it does not.
    ///
    /// Where the clock is put back over one of its ends, it begins at the first and ends at the
    /// second of the two, so that no hour that is shown twice breaks it.
    ///
    /// - Parameters:
    ///   - date: The civil date on which it would begin.
    ///   - zone: Where its clock hangs.
    ///   - offset: Seconds east of UTC where that clock does not change in the days around.
    /// - Returns: The instants, from its first on.
    fileprivate func covers(
      _ date: CivilDate,
      in zone: Zone,
      steady offset: Int?
    ) -> Range<Instant>? {
      guard weekdays.contains(date.weekday) else { return nil }
      let last = until <= from ? date.adding(days: 1) : date
      let (first, over) = (
        CivilDateTime(date: date, time: from), CivilDateTime(date: last, time: until)
      )
      if let offset {
        let (begin, end) = (first.instant(east: offset), over.instant(east: offset))
        return begin < end ? begin..<end : nil
      }
      let begin = zone.instant(of: first)
      let end: Instant
      switch zone.reading(of: over) {
      case .once(let only), .gap(let only): end = only
      case .fold(_, let second): end = second
      }
      return begin < end ? begin..<end : nil
    }
  }

  public var spans: [Interval]

  public init(_ spans: [Interval] = []) {
    self.spans = spans
  }

  /// No hours.
  public static let none = QuietHours()

  /// The instant at which the quiet around an instant ends; nil when it is not quiet then.
  ///
  /// Spans that meet or overlap are one. Where they leave no hour free it is the end of a week.
  public func end(at instant: Instant, in zone: Zone) -> Instant? {
    var end = instant
    // Each round but the last passes the end of a span, and a week has no more of them.
    for _ in 0...(spans.count * 8) {
      guard let next = endOfSpans(at: end, in: zone) else { break }
      end = next
      if end > instant.adding(seconds: 7 * 86_400) { break }
    }
    return end > instant ? end : nil
  }

  /// The instant at which the quiet around an instant began; nil when it is not quiet then.
  ///
  /// Spans that meet or overlap are one; where they leave no hour free it is a week before.
  public func begin(at instant: Instant, in zone: Zone) -> Instant? {
    var begin: Instant?
    var probe = instant
    while probe > instant.adding(seconds: -7 * 86_400),
      let earlier = covering(probe, in: zone).map(\.lowerBound).min()
    {
      begin = earlier
      probe = Instant(microseconds: earlier.microseconds - 1)
    }
    return begin
  }

  /// The latest end of the spans that cover an instant.
  private func endOfSpans(at instant: Instant, in zone: Zone) -> Instant? {
    covering(instant, in: zone).map(\.upperBound).max()
  }

  /// The spans that cover an instant.
  private func covering(_ instant: Instant, in zone: Zone) -> [Range<Instant>] {
    if spans.isEmpty { return [] }
    let today = zone.civil(at: instant).date
    // With a day to spare on either side of the dates below.
    let steady = zone.steadyOffset(at: instant, withinDays: 4)
    var covering: [Range<Instant>] = []
    // A clock that was put back or forward over midnight shows a neighbouring date.
    for offset in -2...1 {
      for span in spans {
        guard let covered = span.covers(today.adding(days: offset), in: zone, steady: steady),
          covered.contains(instant)
        else { continue }
        covering.append(covered)
      }
    }
    return covering
  }
}

extension QuietHours.Interval {
  /// From the person's lights-out until their get-up, evening by evening; none where either is
  /// unset.
  public static func nights(_ lightsOut: WeeklyTimes, _ getUp: WeeklyTimes) -> [QuietHours.Interval]
  {
    var nights: [(from: CivilTime, until: CivilTime, days: WeekdaySet)] = []
    for evening in Weekday.allCases {
      let morning = evening.adding(days: 1)
      guard let from = lightsOut.time(on: evening), let until = getUp.time(on: morning) else {
        continue
      }
      let begins = from.hour < 12 ? morning : evening
      let index = nights.firstIndex { $0.from == from && $0.until == until } ?? nights.count
      if index == nights.count { nights.append((from, until, WeekdaySet())) }
      nights[index].days.insert(begins)
    }
    return nights.compactMap {
      QuietHours.Interval(weekdays: $0.days, from: $0.from, until: $0.until)
    }
  }
}
