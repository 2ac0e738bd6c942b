import CivilCalendar
import TestSupport
import Testing

/// What each part of the grammar elapses at, where no clock changes; dates are those of UTC.
@Suite("The next elapse of calendar expressions")
struct CalendarNextTests {
  private func occurrences(_ text: String, from: String, count: Int) throws -> [String] {
    let expression = try CalendarExpression(text)
    var instant = Zone.utc.instant(of: try civil(from))
    return (0..<count).map { _ in
      guard let next = expression.next(after: instant, in: .utc) else { return "never" }
      instant = next
      let fraction = next.microseconds - next.seconds * 1_000_000
      return "\(Zone.utc.civil(at: next))" + (fraction == 0 ? "" : "+\(fraction)")
    }
  }

  /// After 2026-01-01 at noon, a Thursday; at midnight.
  @Test(
    "dates",
    arguments: [
      ("*-*~01", "2026-01-31 2026-02-28 2026-03-31 2026-04-30"),
      ("*-02~01", "2026-02-28 2027-02-28 2028-02-29"),
      ("*-02~03", "2026-02-26 2027-02-26 2028-02-27"),
      ("*-*~28", "2026-01-04 2026-02-01 2026-03-04"),
      ("Mon *-05~07/1", "2026-05-25 2027-05-31 2028-05-29"),
      ("*-*~3..5", "2026-01-27 2026-01-28 2026-01-29 2026-02-24"),
      ("*-*~3..7/2", "2026-01-25 2026-01-27 2026-01-29 2026-02-22"),
      ("*-02~7/3", "2026-02-22 2026-02-25 2026-02-28 2027-02-22"),
      ("*-*~1,10", "2026-01-22 2026-01-31 2026-02-19"),
      ("Fri *-*~1..7", "2026-01-30 2026-02-27 2026-03-27"),
      ("*-*-10/10", "2026-01-10 2026-01-20 2026-01-30 2026-02-10"),
      ("*-*-1..9/4", "2026-01-05 2026-01-09 2026-02-01"),
      ("*-*-29/2", "2026-01-29 2026-01-31 2026-03-29"),
      ("*-3/4-1", "2026-03-01 2026-07-01 2026-11-01 2027-03-01"),
      ("*-2..8/3-1", "2026-02-01 2026-05-01 2026-08-01 2027-02-01"),
      ("2020/5-1-1", "2030-01-01 2035-01-01 2040-01-01"),
      ("2020..2035/5-1-1", "2030-01-01 2035-01-01 never"),
      ("*-*-1,15", "2026-01-15 2026-02-01 2026-02-15"),
      ("*-1,2-30,31", "2026-01-30 2026-01-31 2027-01-30"),
      ("*-*-31,30,2", "2026-01-02 2026-01-30 2026-01-31 2026-02-02"),
      ("2026,2028-12,6-5", "2026-06-05 2026-12-05 2028-06-05 2028-12-05 never"),
      ("Mon,Thu", "2026-01-05 2026-01-08 2026-01-12"),
      ("Mon *-*-1..7", "2026-01-05 2026-02-02 2026-03-02"),
      ("Fri *-*-13", "2026-02-13 2026-03-13 2026-11-13"),
      ("Sat..Sun *-2-28..29", "2026-02-28 2027-02-28 2032-02-28"),
      ("27-3-4", "2027-03-04 never"), ("69-1-1", "2069-01-01 never"), ("70-1-1", "never"),
      ("99..27-1-1", "2027-01-01 never"), ("0..40/13-1-1", "2039-01-01 never"),
      ("*-02-29", "2028-02-29 2032-02-29 2036-02-29"),
      ("2096/4-02-29", "2096-02-29 2104-02-29"),
      ("Tue *-02-29", "2028-02-29 2056-02-29 2084-02-29 2124-02-29"),
      ("2100-02-29", "never"), ("2199-12-31", "2199-12-31 never"),
      ("*-02-30", "never"), ("*-4,6,9,11-31", "never"), ("2030-1-1 UTC", "2030-01-01 never"),
      ("quarterly", "2026-04-01 2026-07-01 2026-10-01 2027-01-01"),
      ("semiannually", "2026-07-01 2027-01-01"), ("yearly", "2027-01-01 2028-01-01"),
      ("weekly", "2026-01-05 2026-01-12"), ("monthly", "2026-02-01 2026-03-01"),
    ]
  )
  func dates(text: String, expected: String) throws {
    let dates = expected.split(separator: " ").map { $0 == "never" ? "never" : "\($0)T00:00:00" }
    #expect(try occurrences(text, from: "2026-01-01T12:00:00", count: dates.count) == dates)
  }

  /// After 2026-01-01T12:00:00.
  @Test(
    "times",
    arguments: [
      ("12:00", "02T12:00:00"), ("12:0:1", "01T12:00:01"), ("11,13:00", "01T13:00:00 02T11:00:00"),
      ("*:0/25", "01T12:25:00 01T12:50:00 01T13:00:00"),
      ("*:20/25", "01T12:20:00 01T12:45:00 01T13:20:00"),
      ("0/5:30", "01T15:30:00 01T20:30:00 02T00:30:00"),
      ("23..23:59:58..59", "01T23:59:58 01T23:59:59 02T23:59:58"),
      ("*:*:0/45", "01T12:00:45 01T12:01:00 01T12:01:45"),
      ("12:0..2:0..10/10", "01T12:00:10 01T12:01:00 01T12:01:10 01T12:02:00"),
      ("*:*:0/0.4", "01T12:00:00+400000 01T12:00:00+800000 01T12:00:01+200000"),
      ("*:*:59.7/0.1", "01T12:00:59+700000 01T12:00:59+800000 01T12:00:59+900000"),
      ("*:*:0.5,0.25,7", "01T12:00:00+250000 01T12:00:00+500000 01T12:00:07"),
      ("12:0:0.000001", "01T12:00:00+1 02T12:00:00+1"),
      ("minutely", "01T12:01:00 01T12:02:00"), ("hourly", "01T13:00:00 01T14:00:00"),
      ("daily", "02T00:00:00"),
    ]
  )
  func times(text: String, expected: String) throws {
    let times = expected.split(separator: " ").map { "2026-01-\($0)" }
    #expect(try occurrences(text, from: "2026-01-01T12:00:00", count: times.count) == times)
  }

  @Test(
    "why an expression does not elapse is known",
    arguments: [
      ("*-02-30", CalendarExpression.Never.noSuchDay), ("Mon *-4,6-31", .noSuchDay),
      ("Mon 2026-11-24", .noSuchWeekday), ("Mon 2100-02-28..29", .noSuchWeekday),
      ("2020-1-1", .past), ("@0", .past), ("2099..2100-2-29", .noSuchWeekday),
    ]
  )
  func never(text: String, expected: CalendarExpression.Never) throws {
    let expression = try CalendarExpression(text)
    let now = Instant(seconds: 1_764_000_000)
    #expect(expression.never(after: now, in: .utc) == expected)
    #expect(try CalendarExpression("2030-1-1").never(after: now, in: .utc) == nil)
  }

  @Test("it names the dates of its weekdays, months and days, whatever its time")
  func names() throws {
    let expression = try CalendarExpression("Mon..Fri *-12-24,25 07:30")
    let days = ["2026-12-24", "2026-12-25", "2027-12-25", "2026-12-26", "2026-11-24"]
    #expect(
      try days.map { expression.names(try #require(CivilDate($0))) }
        == [true, true, false, false, false]
    )
  }

  @Test("a time of RFC 3339 is read, and nothing else")
  func timestamps() {
    let table: [(String, Int64?)] = [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01t01:00:00.25+01:00", 250_000),
      ("1969-12-31T23:30:00-00:30", 0), ("1970-01-01T00:00:00.0000019Z", 1),
      ("1970-01-01", nil), ("1970-01-01T00:00Z", nil), ("1970-01-01T00:00:00", nil),
      ("1970-01-01T00:00:00.Z", nil), ("1970-01-01T00:00:60Z", nil),
      ("1970-01-01T00:00:00+1:00", nil), ("1970-01-01T00:00:00+01:00:00", nil),
      ("1970-13-01T00:00:00Z", nil), ("1970-01-01 00:00:00Z", nil), ("", nil), ("T", nil),
    ]
    for (text, expected) in table {
      #expect(Instant(rfc3339: text)?.microseconds == expected, "\(text)")
    }
  }
}
