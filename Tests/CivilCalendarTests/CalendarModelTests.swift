import TestSupport
import Testing

@testable import CivilCalendar

/// The rule for clock changes once more, written as it is said and without any speed.
///
/// It knows nothing of masks, spans and jumps: it tries every minute.
private struct PlainCalendar {
  var expression: CalendarExpression
  var zone: Zone

  /// The first occurrence after an instant, if it is within three days.
  func next(after instant: Instant) -> Instant? {
    let found = expression.time.isEven ? shown(after: instant) : named(after: instant)
    return found.first { $0 > instant }
  }

  /// Every minute of real time at which the clock shows what matches.
  private func shown(after instant: Instant) -> [Instant] {
    let first = instant.seconds / 60 * 60
    return stride(from: first, through: first + 3 * 86_400, by: 60).lazy
      .map { Instant(seconds: $0) }.filter { matches(zone.civil(at: $0)) }
  }

  /// Every minute of the civil days around that matches, put where the rule puts it.
  private func named(after instant: Instant) -> [Instant] {
    let today = zone.civil(at: instant).date
    let dates = (-2...4).map { today.adding(days: $0) }.filter { zone.has($0) }
    var found: [Instant] = []
    for date in dates where matches(date) {
      for minute in 0..<1440 {
        let civil = CivilDateTime(date: date, time: CivilTime(secondOfDay: minute * 60))
        guard matches(civil) else { continue }
        switch zone.reading(of: civil) {
        case .once(let only): found.append(only)
        case .gap(let after): found.append(after)
        case .fold(let first, _): found.append(first)
        }
      }
    }
    return found.sorted()
  }

  private func matches(_ civil: CivilDateTime) -> Bool {
    has(expression.time.hour, civil.time.hour) && has(expression.time.minute, civil.time.minute)
      && civil.time.second == 0 && matches(civil.date)
  }

  private func matches(_ date: CivilDate) -> Bool {
    let day = expression.date.day
    let length = CivilDate.daysIn(month: date.month, year: date.year)
    let isDay: Bool
    if case .dayFromEnd = day.field {
      isDay = day.parts.isEmpty || day.parts.contains { fromEnd($0, length + 1 - date.day) }
    } else {
      isDay = has(day, date.day)
    }
    return isDay && has(expression.date.year, date.year) && has(expression.date.month, date.month)
      && expression.weekdays.contains(date.weekday)
  }

  private func has(_ list: CalendarList, _ value: Int) -> Bool {
    list.parts.isEmpty
      || list.parts.contains { part in
        value == part.start
          || part.step > 0 && value > part.start && value <= part.stop ?? .max
            && (value - part.start) % part.step == 0
      }
  }

  /// From the end, a range is counted from its far end, and a repetition runs to the month's end.
  private func fromEnd(_ part: CalendarPart, _ value: Int) -> Bool {
    let far = part.stop ?? part.start
    let near = part.stop == nil ? (part.step > 0 ? 1 : part.start) : part.start
    return value <= far && value >= near && (far - value) % max(part.step, 1) == 0
  }
}

@Suite("Calendar expressions against the rule as it is said")
struct CalendarModelTests {
  @Test("around every kind of clock change the next elapse is what the rule says")
  func nearChanges() throws {
    var generator = CalendarGenerator(seed: 3)
    let names = TestZones.names()
    var answered = 0
    for _ in 0..<2000 {
      let zone = try TestZones.zone(generator.random.pick(names))
      // From 1973 on every clock is whole minutes from UTC.
      let start = Instant(seconds: Int64(94_694_400 + generator.random.below(2_000_000_000)))
      let end = start.adding(seconds: 3_000_000_000)
      guard let change = zone.change(after: start, through: end) else { continue }
      let shift = Int64(generator.random.below(72 * 3600) - 36 * 3600)
      let after = change.instant.adding(seconds: shift)
      guard let expression = try? CalendarExpression(generator.inMinutes()) else { continue }
      let expected = PlainCalendar(expression: expression, zone: zone).next(after: after)
      let found = expression.next(after: after, in: zone)
      if expected != nil { answered += 1 }
      // The plain calendar looks no further than some days.
      let isFar = expected == nil && found ?? .distantFuture > after.adding(seconds: 2 * 86_400)
      if found != expected, !isFar {
        let instants = [after, found, expected].map { $0.map(zone.timestamp) ?? "-" }
        Issue.record("\(expression), \(zone.name): after, found, expected \(instants)")
      }
    }
    #expect(answered > 500, "\(answered)")
  }

  /// The search holds a clock that is put back against the span before it, and no further.
  @Test("no clock is put back over more than the time since it was last put anywhere")
  func changesAreApart() throws {
    var changes = 0
    for name in TestZones.names() {
      let zone = try TestZones.zone(name)
      var last = Instant(seconds: -5_000_000_000)
      let end = Instant(seconds: 7_258_118_400)
      while let change = zone.change(after: last, through: end) {
        changes += 1
        let moved = abs(change.after.clockSeconds - change.before.clockSeconds)
        if change.instant < last.adding(seconds: Int64(moved)) {
          Issue.record("\(name) at \(zone.timestamp(change.instant))")
        }
        last = change.instant
      }
    }
    #expect(changes > 100_000, "\(changes)")
  }
}
