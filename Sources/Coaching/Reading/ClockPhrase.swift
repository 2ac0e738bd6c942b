/// A part of the day, which says which of two times on a clock of twelve hours is meant.
public enum DayPart: String, CaseIterable, Sendable {
  case am, pm
  /// 凌晨: the hours after midnight.
  case dawn
  case morning, noon, afternoon, evening, night
}

/// A time of day as a person said it.
public struct ClockPhrase: Equatable, Sendable {
  public var time: CivilTime
  /// Whether it lies on the date after the one that is named: 24:00, and 晚上十二點半.
  public var isNextDate = false
  /// Whether it is spoken as on a clock of twelve hours, and nothing says which half is meant.
  public var isOfTwelve = false

  public init(_ time: CivilTime, isNextDate: Bool = false, isOfTwelve: Bool = false) {
    self.time = time
    self.isNextDate = isNextDate
    self.isOfTwelve = isOfTwelve
  }

  /// A time on a clock, with the part of the day that was said beside it.
  ///
  /// - Parameters:
  ///   - hour: 0 to 24.
  ///   - minute: 0 to 59.
  ///   - second: 0 to 59.
  ///   - part: The part of the day; nil where none was said.
  ///   - isSpoken: Whether it was said in words, as people do who count by twelves.
  init?(hour: Int, minute: Int, second: Int = 0, part: DayPart?, isSpoken: Bool) {
    guard (0...24).contains(hour), hour < 24 || minute == 0 && second == 0 else { return nil }
    var meant: (hour: Int, isNextDate: Bool)? = (hour % 24, hour == 24)
    if let part { meant = ClockPhrase.hour(hour, in: part) }
    guard let meant, let time = CivilTime(hour: meant.hour, minute: minute, second: second) else {
      return nil
    }
    self.init(time, isNextDate: meant.isNextDate)
    isOfTwelve = part == nil && isSpoken && (1...12).contains(hour)
  }

  /// The hour of a clock of twelve, or of twenty-four where it fits, in a part of the day; nil
  /// where nobody would say so.
  private static func hour(_ hour: Int, in part: DayPart) -> (hour: Int, isNextDate: Bool)? {
    let (inFirstHalf, inSecondHalf) = ((hour % 24, false), (hour % 12 + 12, false))
    return switch (part, hour) {
    case (.am, 12), (.dawn, 12): (0, false)
    case (.am, 0...11), (.dawn, 0...8), (.morning, 1...11): inFirstHalf
    case (.noon, 11...13): inFirstHalf
    case (.noon, 1...2), (.pm, 1...12), (.afternoon, 1...12), (.evening, 4...11): inSecondHalf
    case (.afternoon, 13...23), (.evening, 16...23), (.night, 18...23): inFirstHalf
    case (.evening, 12), (.night, 12), (.night, 24): (0, true)
    case (.night, 0...4): (hour, true)
    case (.night, 5...11): inSecondHalf
    default: nil
    }
  }

  /// The same figures in the other half of the day.
  public var other: ClockPhrase { ClockPhrase(time.halfADayOn) }

  /// What a clock of twelve hours means where it is nearest to some times, or as it stands.
  ///
  /// - Parameter usual: The times that the person means, or gave of late.
  /// - Returns: The one of the two that is nearest; of two as near, the one that was said.
  public func nearest(to usual: [CivilTime]) -> ClockPhrase {
    guard isOfTwelve, !usual.isEmpty else { return self }
    let distance = { (time: CivilTime) in
      usual.map { abs(Lateness(of: time, after: $0).minutes) }.min() ?? 0
    }
    return distance(other.time) < distance(time) ? other : ClockPhrase(time)
  }

  /// What a clock of twelve hours means of what is to come: from 7 to 11 the morning, else the
  /// afternoon.
  public var ofWorkingHours: ClockPhrase {
    isOfTwelve && time.hour < 7 ? other : ClockPhrase(time, isNextDate: isNextDate)
  }
}
