import Glibc
import TestSupport
import Testing

@testable import CivilCalendar

/// systemd's code answers the same questions; what the two disagree on is our fault, but for the
/// clock changes, where we differ on purpose.
///
/// `COACH_CALENDAR_SEED` replays a run, `COACH_CALENDAR_COUNT` makes it longer.
@Suite("Calendar expressions against systemd")
struct SystemdCalendarTests {
  /// How one question came out.
  private enum Outcome: Int, CaseIterable {
    case refusedByBoth
    /// Its next elapse is the same.
    case same
    /// It never elapses, say both.
    case neverByBoth
    /// Something about it is within a day of a clock change, where the rules differ: the question,
    /// or an answer; or a month on the way to ours begins at a midnight that the clocks skip.
    case nearChange
    /// systemd passed over an occurrence, as it does where a repetition runs over.
    case overrun
    /// systemd gave up its search.
    case gaveUp
  }

  @Test("acceptance, normalized form and next elapse are the same, but near clock changes")
  func differential() throws {
    let seed = number("COACH_CALENDAR_SEED") ?? UInt64.random(in: 0...999_999_999)
    let count = Int(number("COACH_CALENDAR_COUNT") ?? 50_000)
    let questions = try Self.questions(seed: seed, count: count)
    let answers = try SystemdCalendar.answers(to: questions)
    var zones = ZoneShelf()
    var tally = [Int](repeating: 0, count: Outcome.allCases.count)
    var shown = 0
    for (question, answer) in zip(questions, answers) {
      if let outcome = try outcome(question, answer, &zones) {
        tally[outcome.rawValue] += 1
      } else if shown < 20 {
        shown += 1
        let ours = try ours(question, &zones)
        Issue.record("\(question): systemd \(answer), ours \(ours); COACH_CALENDAR_SEED=\(seed)")
      } else {
        break
      }
    }
    let counts = Outcome.allCases.map { "\($0) \(tally[$0.rawValue])" }.joined(separator: ", ")
    print("COACH_CALENDAR_SEED=\(seed) COACH_CALENDAR_COUNT=\(count): \(counts)")
    // Not to be green by comparing nothing.
    let compared = tally[Outcome.same.rawValue]
    #expect(compared >= count * 2 / 5 && tally[0] > count / 50, "\(counts)")
    let known = tally[Outcome.gaveUp.rawValue] + tally[Outcome.overrun.rawValue]
    #expect(known <= count / 500, "\(counts)")
  }

  /// Grouped by zone, as changing it costs systemd more than an answer.
  private static func questions(seed: UInt64, count: Int) throws -> [SystemdCalendar.Question] {
    var generator = CalendarGenerator(seed: seed)
    let names = TestZones.names()
    try #require(names.count > 300, "the zones are not installed: install tzdata")
    var questions: [SystemdCalendar.Question] = []
    let perZone = 250
    while questions.count < count {
      let zone = generator.random.happens(1, in: 8) ? "UTC" : generator.random.pick(names)
      for _ in 0..<min(perZone, count - questions.count) {
        // Mostly our own time, else any from 1970 to a little after the year 2199.
        let seconds =
          generator.random.happens(7, in: 10)
          ? 1_577_836_800 + generator.random.below(631_152_000)
          : generator.random.below(7_262_000_000)
        let after = Int64(seconds) * 1_000_000
        let fraction = generator.random.happens(1, in: 2) ? 0 : generator.random.below(1_000_000)
        questions.append(
          SystemdCalendar.Question(
            zone: zone,
            after: after + Int64(fraction),
            expression: generator.expression()
          )
        )
      }
    }
    return questions
  }

  private func ours(
    _ question: SystemdCalendar.Question,
    _ zones: inout ZoneShelf
  ) throws -> SystemdCalendar.Answer {
    let zone = try zones.zone(question.zone)
    let expression: CalendarExpression
    do {
      expression = try CalendarExpression(question.expression) { TestZones.known($0) }
    } catch {
      return .refused
    }
    let next = expression.next(after: Instant(microseconds: question.after), in: zone)
    return .read(normalized: expression.description, next: next?.microseconds)
  }

  /// Nil where the two differ.
  private func outcome(
    _ question: SystemdCalendar.Question,
    _ theirs: SystemdCalendar.Answer,
    _ zones: inout ZoneShelf
  ) throws -> Outcome? {
    let ours = try ours(question, &zones)
    switch (ours, theirs) {
    case (.refused, .refused): return .refusedByBoth
    case (.read(let form, _), .gaveUp(let theirForm)):
      return isSame(form, theirForm) ? .gaveUp : nil
    case (.read(let form, let next), .read(let theirForm, let theirNext)):
      guard isSame(form, theirForm) else { return nil }
      let own = form.split(separator: " ").last.map(String.init) ?? ""
      let zone = try zones.zone(own == "UTC" || own == "Europe/Rome" ? own : question.zone)
      let instants = [question.after] + [next, theirNext].compactMap { $0 }
      if instants.contains(where: { zone.changesNear(Int($0 / 1_000_000)) }) { return .nearChange }
      if next == theirNext { return next == nil ? .neverByBoth : .same }
      guard let next else { return nil }
      if next < theirNext ?? .max, Self.lacksReset(from: question.after, to: next, zone) {
        return .nearChange
      }
      let expression = try CalendarExpression(question.expression) { TestZones.known($0) }
      let isOver =
        expression.runsOver(from: question.after, to: next, in: zone)
        || expression.runsOverChange(from: question.after, to: next, in: zone)
      return isOver && next < theirNext ?? .max ? .overrun : nil
    default: return nil
    }
  }

  /// Whether on the way to an answer a month begins at a midnight that does not exist.
  ///
  /// systemd's search starts each month and year afresh at its first midnight; where the clocks
  /// skip that, it takes the whole month for passed, and the whole year in January.
  private static func lacksReset(from start: Int64, to end: Int64, _ zone: Zone) -> Bool {
    var (year, month) = zone.civil(at: Instant(microseconds: start)).date.yearAndMonth
    let last = zone.civil(at: Instant(microseconds: end)).date.yearAndMonth
    while (year, month) <= last {
      if let first = CivilDate(year: year, month: month, day: 1) {
        let midnight = CivilDateTime(date: first, time: CivilTime(secondOfDay: 0))
        if zone.civil(at: zone.instant(of: midnight)) != midnight { return true }
      }
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return false
  }

  /// Whether the normalized forms are the same; systemd prints `0/1,0.5` as `*`.
  private func isSame(_ ours: String, _ theirs: String) -> Bool {
    guard ours != theirs, let place = ours.lastIndex(of: ":") else { return ours == theirs }
    let seconds = ours[place...].dropFirst()
    return seconds.contains("00/1,") && theirs.hasPrefix(ours[...place]) && theirs.contains("*")
  }

  private func number(_ name: String) -> UInt64? {
    unsafe getenv(name).flatMap { unsafe UInt64(String(cString: $0)) }
  }

  /// systemd loses an occurrence where a repetition without an end runs over; we do not.
  ///
  /// It resets the unit above, but not the repeated one if that unit runs over as well: 22 December
  /// and 18 days are taken for 9 January, and 4 January is passed over.
  @Test(
    "an occurrence is not passed over where a repetition runs over two units at once",
    arguments: [
      ("*-*-4/18 00:20", "2120-12-23T00:00:00", "2121-01-22T00:20:00", "2121-01-04T00:20:00"),
      ("2/17:05", "2025-01-31T20:00:00", "2025-02-01T19:05:00", "2025-02-01T02:05:00"),
      ("*:11/39:45", "2025-01-05T23:58:49", "2025-01-06T00:50:45", "2025-01-06T00:11:45"),
      ("10:9:17/25", "2025-01-05T10:09:50", "2025-01-06T10:09:17", "2025-01-06T10:09:17"),
      ("*:*:2/25", "2025-01-05T10:59:55", "2025-01-05T11:00:27", "2025-01-05T11:00:02"),
    ]
  )
  func overrun(text: String, after: String, theirs: String, ours: String) throws {
    let instant = Zone.utc.instant(of: try civil(after))
    let answers = try SystemdCalendar.answers(
      to: [.init(zone: "UTC", after: instant.microseconds, expression: text)]
    )
    let expression = try CalendarExpression(text)
    let expected = Zone.utc.instant(of: try civil(theirs)).microseconds
    #expect(answers == [.read(normalized: expression.description, next: expected)])
    let next = try #require(expression.next(after: instant, in: .utc))
    #expect(Zone.utc.civil(at: next) == (try civil(ours)))
    let isOver = expression.runsOver(from: instant.microseconds, to: next.microseconds, in: .utc)
    #expect(isOver || theirs == ours)
  }

  /// What runs over lands later, and past a clock change an hour beside its midnight.
  ///
  /// The 41st of October is taken for 9 November at 23:00, and 1 November is passed over; in UTC it
  /// is not.
  @Test("an occurrence is not passed over where a repetition runs over a clock change")
  func overrunPastChange() throws {
    let expression = try CalendarExpression("*-*-01/20,03")
    for (name, theirs) in [("America/New_York", "2021-11-03"), ("UTC", "2021-11-01")] {
      let zone = try TestZones.zone(name)
      let after = zone.instant(of: try civil("2021-10-30T09:00:00")).microseconds
      let question = SystemdCalendar.Question(
        zone: name,
        after: after,
        expression: expression.description
      )
      let expected = zone.instant(of: try civil("\(theirs)T00:00:00")).microseconds
      let answers = try SystemdCalendar.answers(to: [question])
      #expect(answers == [.read(normalized: "*-*-01/20,03 00:00:00", next: expected)])
      let next = try #require(expression.next(after: Instant(microseconds: after), in: zone))
      #expect(zone.civil(at: next) == (try civil("2021-11-01T00:00:00")))
      let isOver = expression.runsOverChange(from: after, to: next.microseconds, in: zone)
      #expect(isOver == (name != "UTC"))
    }
  }

  @Test(
    "near is a day before a clock change through a day after it",
    arguments: [
      ("Europe/Berlin", 1_743_296_400 - 86_401, false),
      ("Europe/Berlin", 1_743_296_400 - 86_400, true), ("Europe/Berlin", 1_743_296_400, true),
      ("Europe/Berlin", 1_743_296_400 + 86_399, true),
      ("Europe/Berlin", 1_743_296_400 + 86_400, false), ("UTC", 1_743_296_400, false),
    ]
  )
  func near(name: String, seconds: Int, expected: Bool) throws {
    #expect(try TestZones.zone(name).changesNear(seconds) == expected)
  }
}

/// Zones that have been read once.
struct ZoneShelf {
  private var zones: [String: Zone] = [:]

  mutating func zone(_ name: String) throws -> Zone {
    if let zone = zones[name] { return zone }
    let zone = try TestZones.zone(name)
    zones[name] = zone
    return zone
  }
}

extension Zone {
  /// Whether the clocks change within a day before or after a second since 1970.
  func changesNear(_ seconds: Int) -> Bool {
    var span = span(at: seconds - 86_400)
    while span.end <= seconds + 86_400 {
      let next = self.span(at: span.end)
      if next.offset != span.offset { return true }
      span = next
    }
    return false
  }
}

extension CalendarExpression {
  /// Whether a repetition without an end runs over two units at once between two instants.
  func runsOver(from start: Int64, to end: Int64, in zone: Zone) -> Bool {
    let from = zone.civil(at: Instant(microseconds: start + 1))
    let to = zone.civil(at: Instant(microseconds: end))
    let isNewHour = from.date != to.date || from.time.hour != to.time.hour
    let isNewMonth = (from.date.year, from.date.month) != (to.date.year, to.date.month)
    return date.day.isOpen && from.date.year != to.date.year || time.hour.isOpen && isNewMonth
      || time.minute.isOpen && from.date != to.date || time.second.isOpen && isNewHour
      // Of a fraction only the seconds are reset, so it runs over with the minute.
      || time.second.isOpen && time.second.parts.contains(where: \.hasFraction) && from != to
  }
}

extension CalendarExpression {
  /// Whether a repetition of days or months without an end runs over on the way, and lands behind a
  /// clock change.
  func runsOverChange(from start: Int64, to end: Int64, in zone: Zone) -> Bool {
    let from = zone.civil(at: Instant(microseconds: start + 1)).date
    let to = zone.civil(at: Instant(microseconds: end)).date
    let isNewMonth = (from.year, from.month) != (to.year, to.month)
    // A day can be the 31st and 30 more, a month the 12th and 11 more.
    let reach = date.month.isOpen && from.year != to.year ? 731 : 62
    guard reach > 62 || date.day.isOpen && isNewMonth else { return false }
    let offset = zone.offset(at: Instant(microseconds: start))
    return (1...reach).contains { day in
      zone.offset(at: Instant(microseconds: start + Int64(day) * 86_400_000_000)) != offset
    }
  }
}

extension CalendarList {
  fileprivate var isOpen: Bool { parts.contains { $0.step > 0 && $0.stop == nil } }
}

extension CivilDate {
  fileprivate var yearAndMonth: (year: Int, month: Int) { (year, month) }
}
