/// A time zone as a value: how far from UTC its clocks stand at each instant.
///
/// It is made of the bytes of a TZif file (RFC 9636), never of the process's own zone, so that
/// one program can reckon in several, and a test in any.
public struct Zone: Equatable, Sendable {
  /// What the zone is called, such as `Europe/Berlin`; the file does not say, so the caller does.
  public let name: String

  private let table: ZoneTable

  /// Coordinated Universal Time, always offset 0.
  public static let utc = Zone(name: "UTC", table: .utc)

  /// The zone in the bytes of a TZif file, versions 1 to 4.
  ///
  /// - Parameters:
  ///   - name: what to call it.
  ///   - tzif: the whole file.
  /// - Throws: `ZoneError` where the bytes are no TZif file, or are cut short or damaged.
  public init(name: String, tzif: [UInt8]) throws(ZoneError) {
    self.init(name: name, table: try TZifFile.table(name: name, bytes: tzif))
  }

  /// The zone of a POSIX string as `TZ` may have it: `CET-1CEST,M3.5.0,M10.5.0/3`, `<+03>-3`.
  ///
  /// - Parameter posix: The string, which is its name too; nil where it is none.
  public init?(posix: String) {
    guard let rule = try? ZoneRule(posix: Array(posix.utf8)[...]) else { return nil }
    let table = ZoneTable(firstOffset: rule.standard, changes: [], offsets: [], rule: rule)
    self.init(name: posix, table: table)
  }

  private init(name: String, table: ZoneTable) {
    self.name = name
    self.table = table
  }

  /// The same zone under another of its names.
  func named(_ name: String) -> Zone {
    Zone(name: name, table: table)
  }

  /// The stretch without a clock change that holds a second since 1970.
  func span(at seconds: Int) -> ZoneSpan {
    table.span(at: seconds)
  }

  /// Seconds east of UTC at an instant, -89,999...93,599.
  public func offset(at instant: Instant) -> Int {
    table.span(at: Int(instant.seconds)).offset
  }

  /// What calendar and clock show at an instant; fractions of a second are cut off.
  ///
  /// Before year 0 and after year 9999 it is the first or the last second of that range.
  public func civil(at instant: Instant) -> CivilDateTime {
    CivilDateTime(clockSeconds: Int(instant.seconds) + offset(at: instant))
  }

  /// Seconds east of UTC where no clock changes in the days around an instant; nil where one does.
  ///
  /// - Parameters:
  ///   - instant: The instant in question.
  ///   - days: For how many days of 24 hours before and after it no clock may change.
  /// - Returns: The offset as `offset(at:)` gives it.
  public func steadyOffset(at instant: Instant, withinDays days: Int) -> Int? {
    let (second, reach) = (Int(instant.seconds), days * CivilTime.secondsInDay)
    let span = table.span(at: second)
    return span.start < second - reach && second + reach < span.end ? span.offset : nil
  }

  /// How often a clock shows a certain date and time.
  public enum Reading: Equatable, Sendable {
    /// At this instant only.
    case once(Instant)
    /// Never, because the clock was put forward past it; the first instant after the gap.
    case gap(Instant)
    /// Twice, because the clock was put back over it.
    case fold(first: Instant, second: Instant)
  }

  /// At which instants the clock shows this date and time.
  public func reading(of civil: CivilDateTime) -> Reading {
    let clock = civil.clockSeconds
    let near = table.span(at: clock)
    let reach = ZoneTable.reachSeconds
    // Far from any change, nothing else can show it.
    if near.start < clock - 2 * reach, clock + 2 * reach < near.end {
      return .once(instant(clock - near.offset))
    }
    return readingNearChange(clock)
  }

  private func readingNearChange(_ clock: Int) -> Reading {
    // Every instant that can show it lies here; the walk starts where the clock is behind it.
    var start = clock - ZoneTable.reachSeconds
    let end = clock + ZoneTable.reachSeconds
    var first: Int?
    var afterGap: Int?
    while true {
      let span = table.span(at: start)
      let candidate = clock - span.offset
      if candidate >= start, candidate < span.end {
        if let first { return .fold(first: instant(first), second: instant(candidate)) }
        first = candidate
      }
      if afterGap == nil, start + span.offset > clock { afterGap = start }
      guard span.end <= end else { break }
      start = span.end
    }
    if let first { return .once(instant(first)) }
    return .gap(instant(afterGap ?? start))
  }

  /// The instant we take a date and time for: of two the first, of none the first after the gap.
  public func instant(of civil: CivilDateTime) -> Instant {
    switch reading(of: civil) {
    case .once(let instant), .gap(let instant), .fold(first: let instant, second: _): instant
    }
  }

  /// Whether the calendar ever showed this date.
  ///
  /// Apia went from 29 to 31 December 2011: the day between never was.
  public func has(_ date: CivilDate) -> Bool {
    let midnight = CivilDateTime(date: date, time: CivilTime(secondOfDay: 0))
    guard case .gap(let after) = reading(of: midnight) else { return true }
    return civil(at: after).date == date
  }

  /// The instant in the form of RFC 3339, in whole seconds: `2025-03-28T07:30:00+01:00`.
  ///
  /// The offset is always numeric, `+00:00` for UTC. RFC 3339 has no seconds in it: where a zone
  /// kept local mean time, they are cut off and the time is written to match, so that the string
  /// still names the same instant.
  public func timestamp(_ instant: Instant) -> String {
    let (civil, offset) = stamp(instant)
    return "\(civil)\(offset)"
  }

  /// The same with microseconds where it has them: `2025-03-28T07:30:00.250000+01:00`.
  ///
  /// - Parameters:
  ///   - instant: The instant.
  ///   - mark: What stands between the date and the time; a space is easier to read.
  /// - Returns: The text.
  public func exactTimestamp(_ instant: Instant, between mark: String = "T") -> String {
    let (civil, offset) = stamp(instant)
    let rest = Int(instant.microseconds - instant.seconds * 1_000_000)
    let fraction = rest == 0 ? "" : ".\(rest.padded(to: 6))"
    return "\(civil.date)\(mark)\(civil.time.fullDescription)\(fraction)\(offset)"
  }

  /// What a clock shows, with an offset of whole minutes.
  private func stamp(_ instant: Instant) -> (civil: CivilDateTime, offset: String) {
    let minutes = offset(at: instant) / 60
    let civil = CivilDateTime(clockSeconds: Int(instant.seconds) + minutes * 60)
    return (civil, Zone.offset(minutes: minutes))
  }

  /// How far a clock is from UTC, as RFC 3339 writes it: `+01:00`.
  ///
  /// - Parameter minutes: Minutes east of UTC.
  /// - Returns: The text.
  public static func offset(minutes: Int) -> String {
    let (hour, minute) = abs(minutes).quotientAndRemainder(dividingBy: 60)
    return "\(minutes < 0 ? "-" : "+")\(hour.padded(to: 2)):\(minute.padded(to: 2))"
  }

  private func instant(_ seconds: Int) -> Instant {
    Instant(seconds: Int64(seconds))
  }
}
