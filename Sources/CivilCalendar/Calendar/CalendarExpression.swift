/// A calendar expression of systemd.time(7): `Mon..Fri 07:30`, `*-*~01 12:00 Europe/Berlin`.
///
/// The grammar is systemd's; what it means where the clocks change is not, see
/// `next(after:in:)`.
public struct CalendarExpression: Equatable, CustomStringConvertible, Sendable {
  /// What it is made of, which never changes: slots and questions are handed about with theirs far
  /// more often than these are asked for a time.
  private final class Parts: Equatable, Sendable {
    let zone: Zone?
    let weekdays: WeekdaySet
    let date: CalendarDateLists
    let time: CalendarTimeLists
    let pattern: CalendarPattern

    init(weekdays: WeekdaySet, date: CalendarDateLists, time: CalendarTimeLists, zone: Zone?) {
      self.zone = zone
      self.weekdays = weekdays
      self.date = date
      self.time = time
      pattern = CalendarPattern(weekdays: weekdays, date: date, time: time)
    }

    static func == (left: Parts, right: Parts) -> Bool {
      left === right
        || left.zone == right.zone && left.weekdays == right.weekdays && left.date == right.date
          && left.time == right.time
    }
  }

  private let parts: Parts

  /// The zone it names; nil where it is for any zone.
  public var zone: Zone? { parts.zone }
  var weekdays: WeekdaySet { parts.weekdays }
  var date: CalendarDateLists { parts.date }
  var time: CalendarTimeLists { parts.time }
  /// The same once more, made for searching.
  var pattern: CalendarPattern { parts.pattern }

  /// Reads an expression.
  ///
  /// - Parameters:
  ///   - text: the expression, without space before or after it.
  ///   - zone: the zone of a name, which may stand at the end; nil where there is none. `UTC` is
  ///     never asked for.
  /// - Throws: `CalendarError`, which names the character and what is accepted there.
  public init(
    _ text: String,
    zone: @escaping (String) -> Zone? = { _ in nil }
  ) throws(CalendarError) {
    var parser = CalendarParser(text, zone: zone)
    self = try parser.expression()
  }

  /// The expression of one time on every date from one day of the week through another.
  public init(
    at time: CivilTime,
    from first: Weekday = .monday,
    through last: Weekday = .sunday
  ) {
    self.init(
      weekdays: WeekdaySet(from: first, through: last),
      date: CalendarDateLists(),
      time: CalendarTimeLists(
        hour: .exactly(.hour, time.hour),
        minute: .exactly(.minute, time.minute),
        second: .exactly(.second, time.second * 1_000_000)
      ),
      zone: nil
    )
  }

  init(weekdays: WeekdaySet, date: CalendarDateLists, time: CalendarTimeLists, zone: Zone?) {
    parts = Parts(weekdays: weekdays, date: date, time: time, zone: zone)
  }

  /// The normalized form, as `systemd-analyze calendar` writes it: `Mon..Fri *-*-* 07:30:00`.
  public var description: String {
    let dateAndTime = "\(date.description) \(time.description)"
    let whole = weekdays == .all ? dateAndTime : "\(weekdays) \(dateAndTime)"
    return zone.map { "\(whole) \($0.name)" } ?? whole
  }
}
