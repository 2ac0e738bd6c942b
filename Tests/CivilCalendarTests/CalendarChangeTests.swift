import CivilCalendar
import TestSupport
import Testing

/// Our own rule where the clocks change, in tables; systemd's is another.
@Suite("Calendar expressions where the clocks change")
struct CalendarChangeTests {
  /// From the zone's civil time `from` on, the next occurrences, written as RFC 3339.
  private func occurrences(
    _ text: String,
    in name: String,
    from: String,
    count: Int
  ) throws -> [String] {
    let zone = try TestZones.zone(name)
    let expression = try CalendarExpression(text)
    var instant = Instant(microseconds: zone.instant(of: try civil(from)).microseconds - 1)
    return try (0..<count).map { _ in
      instant = try #require(expression.next(after: instant, in: zone))
      return zone.timestamp(instant)
    }
  }

  /// Cases of three lines: the rule; the zone, the expression and the time; what is expected.
  private static func cases(_ text: String) -> [Case] {
    let lines = text.split(separator: "\n")
    return stride(from: 0, to: lines.count - 2, by: 3).map { index in
      let given = lines[index + 1].split(separator: ";").map { $0.drop { $0 == " " } }
      return Case(
        rule: String(lines[index]),
        given: given.map { String($0) },
        expected: String(lines[index + 2])
      )
    }
  }

  @Test(
    "hours that are named happen once a day: after a gap, at the first of a fold",
    arguments: Self.cases(
      """
      Europe/Berlin, spring: the first instant after the gap
      Europe/Berlin; 02:30; 2025-03-29T12:00:00
      2025-03-30T03:00:00+02:00 2025-03-31T02:30:00+02:00
      Europe/Berlin, spring: two in the gap are one
      Europe/Berlin; 02:15,45; 2025-03-29T12:00:00
      2025-03-30T03:00:00+02:00 2025-03-31T02:15:00+02:00
      Europe/Berlin, spring: one in the gap and one at its end are one
      Europe/Berlin; 2,3:00; 2025-03-29T12:00:00
      2025-03-30T03:00:00+02:00 2025-03-31T02:00:00+02:00
      Europe/Berlin, spring: an hour and all its minutes are in the gap
      Europe/Berlin; 02:*; 2025-03-29T12:00:00
      2025-03-30T03:00:00+02:00 2025-03-31T02:00:00+02:00
      Europe/Berlin, spring: the fraction of a second goes with the gap
      Europe/Berlin; 02:30:15.25; 2025-03-29T12:00:00
      2025-03-30T03:00:00+02:00 2025-03-31T02:30:15+02:00
      Europe/Berlin, spring: on a weekday that is named
      Europe/Berlin; Sun 02:30; 2025-03-24T12:00:00
      2025-03-30T03:00:00+02:00 2025-04-06T02:30:00+02:00
      Europe/Berlin, spring: not on one that is not
      Europe/Berlin; Mon..Sat 02:30; 2025-03-29T12:00:00
      2025-03-31T02:30:00+02:00 2025-04-01T02:30:00+02:00
      Europe/Berlin, autumn: the first of the two
      Europe/Berlin; 02:30; 2025-10-25T12:00:00
      2025-10-26T02:30:00+02:00 2025-10-27T02:30:00+01:00
      Europe/Berlin, autumn: from between the two on, the next day
      Europe/Berlin; 02:30; 2025-10-26T02:45:00
      2025-10-27T02:30:00+01:00 2025-10-28T02:30:00+01:00
      Europe/Berlin, autumn: all of an hour once, then the next
      Europe/Berlin; 2..3:0/30; 2025-10-26T02:00:00
      2025-10-26T02:00:00+02:00 2025-10-26T02:30:00+02:00 2025-10-26T03:00:00+01:00
      America/Santiago: the day without a midnight has its daily
      America/Santiago; daily; 2025-09-06T00:00:00
      2025-09-06T00:00:00-04:00 2025-09-07T01:00:00-03:00 2025-09-08T00:00:00-03:00
      America/Santiago: weekly on it
      America/Santiago; Sun; 2025-09-01T00:00:00
      2025-09-07T01:00:00-03:00 2025-09-14T00:00:00-03:00
      America/Santiago, autumn: an hour before midnight comes back
      America/Santiago; 23:30; 2025-04-05T12:00:00
      2025-04-05T23:30:00-03:00 2025-04-06T23:30:00-04:00
      Australia/Lord_Howe, spring: half an hour
      Australia/Lord_Howe; 02:15; 2025-10-04T12:00:00
      2025-10-05T02:30:00+11:00 2025-10-06T02:15:00+11:00
      Australia/Lord_Howe, autumn: half an hour
      Australia/Lord_Howe; 01:45; 2025-04-05T12:00:00
      2025-04-06T01:45:00+11:00 2025-04-07T01:45:00+10:30
      Europe/Dublin, whose summer is its standard time
      Europe/Dublin; 01:30; 2025-03-29T12:00:00
      2025-03-30T02:00:00+01:00 2025-03-31T01:30:00+01:00
      Europe/Dublin, autumn
      Europe/Dublin; 01:30; 2025-10-25T12:00:00
      2025-10-26T01:30:00+01:00 2025-10-27T01:30:00+00:00
      Pacific/Apia: the day that never was has none
      Pacific/Apia; 07:30; 2011-12-29T00:00:00
      2011-12-29T07:30:00-10:00 2011-12-31T07:30:00+14:00
      Pacific/Apia: nor a date of it
      Pacific/Apia; Fri 07:30; 2011-12-24T00:00:00
      2012-01-06T07:30:00+14:00 2012-01-13T07:30:00+14:00
      Africa/Cairo, spring at midnight
      Africa/Cairo; 00:30; 2025-04-24T12:00:00
      2025-04-25T01:00:00+03:00 2025-04-26T00:30:00+03:00
      Africa/Cairo, autumn at midnight: the evening comes back
      Africa/Cairo; 23:30; 2025-10-30T12:00:00
      2025-10-30T23:30:00+03:00 2025-10-31T23:30:00+02:00
      America/St_Johns, old rule: one minute past midnight
      America/St_Johns; 00:00; 2010-11-06T12:00:00
      2010-11-07T00:00:00-02:30 2010-11-08T00:00:00-03:30
      America/St_Johns, old rule, spring: one minute past midnight is the first in the gap
      America/St_Johns; 0:0..1; 2010-03-13T12:00:00
      2010-03-14T00:00:00-03:30 2010-03-14T01:01:00-02:30
      Asia/Beirut: midnight to one
      Asia/Beirut; daily; 2025-03-29T00:00:00
      2025-03-29T00:00:00+02:00 2025-03-30T01:00:00+03:00 2025-03-31T00:00:00+03:00
      """
    )
  )
  func named(row: Case) throws {
    let expected = row.expected.split(separator: " ").map(String.init)
    let found = try occurrences(
      row.given[1],
      in: row.given[0],
      from: row.given[2],
      count: expected.count
    )
    #expect(found == expected)
  }

  @Test(
    "hours that are a wildcard run evenly: nothing more at a gap, through both passes of a fold",
    arguments: Self.cases(
      """
      Europe/Berlin, spring: nothing is added
      Europe/Berlin; *:30; 2025-03-30T01:00:00
      2025-03-30T01:30:00+01:00 2025-03-30T03:30:00+02:00
      Europe/Berlin, spring: two hours apart by the clock
      Europe/Berlin; 0/2:30; 2025-03-30T00:30:00
      2025-03-30T00:30:00+01:00 2025-03-30T04:30:00+02:00
      Europe/Berlin, spring: the end of the gap is a full hour
      Europe/Berlin; hourly; 2025-03-30T01:00:00
      2025-03-30T01:00:00+01:00 2025-03-30T03:00:00+02:00
      Europe/Berlin, spring: every hour is the same as *
      Europe/Berlin; 0..23:30; 2025-03-30T01:00:00
      2025-03-30T01:30:00+01:00 2025-03-30T03:30:00+02:00
      Europe/Berlin, autumn: both passes
      Europe/Berlin; *:30; 2025-10-26T02:30:00
      2025-10-26T02:30:00+02:00 2025-10-26T02:30:00+01:00 2025-10-26T03:30:00+01:00
      Europe/Berlin, autumn: a repetition over the day, both passes
      Europe/Berlin; 0/2:00; 2025-10-26T00:00:01
      2025-10-26T02:00:00+02:00 2025-10-26T02:00:00+01:00 2025-10-26T04:00:00+01:00
      Europe/Berlin, autumn: a repetition from one o'clock on is named hours
      Europe/Berlin; 1/1:00; 2025-10-26T01:00:00
      2025-10-26T01:00:00+02:00 2025-10-26T02:00:00+02:00 2025-10-26T03:00:00+01:00
      Europe/Berlin, autumn: some hours are named hours
      Europe/Berlin; 1..22:00; 2025-10-26T01:00:00
      2025-10-26T01:00:00+02:00 2025-10-26T02:00:00+02:00 2025-10-26T03:00:00+01:00
      Australia/Lord_Howe, autumn: half an hour twice
      Australia/Lord_Howe; *:0/30; 2025-04-06T01:30:00
      2025-04-06T01:30:00+11:00 2025-04-06T01:30:00+10:30 2025-04-06T02:00:00+10:30
      Australia/Lord_Howe, spring: half an hour is missing
      Australia/Lord_Howe; *:0/15; 2025-10-05T01:45:00
      2025-10-05T01:45:00+10:30 2025-10-05T02:30:00+11:00
      America/Santiago, autumn: the last hour of the day comes back
      America/Santiago; Sat *:00; 2025-04-05T22:00:00
      2025-04-05T22:00:00-03:00 2025-04-05T23:00:00-03:00 2025-04-05T23:00:00-04:00
      Pacific/Apia: a day is missing
      Pacific/Apia; *:00; 2011-12-29T23:00:00
      2011-12-29T23:00:00-10:00 2011-12-31T00:00:00+14:00
      Europe/Dublin, autumn: both passes
      Europe/Dublin; *:30; 2025-10-26T01:00:00
      2025-10-26T01:30:00+01:00 2025-10-26T01:30:00+00:00 2025-10-26T02:30:00+00:00
      """
    )
  )
  func even(row: Case) throws {
    try named(row: row)
  }

  @Test(
    "what a clock change has to do with an occurrence is known",
    arguments: [
      ("02:30", "2025-03-30T00:00:00", "gap 2025-03-30T02:30:00"),
      ("02:15,45", "2025-03-30T00:00:00", "gap 2025-03-30T02:15:00"),
      ("03:00", "2025-03-30T00:00:00", "-"), ("*:00", "2025-03-30T02:00:00", "-"),
      ("02:30", "2025-10-26T00:00:00", "first"), ("*:30", "2025-10-26T02:15:00", "first"),
      ("*:00", "2025-10-26T02:30:00", "second"), ("03:00", "2025-10-26T00:00:00", "-"),
      ("02:30", "2025-10-27T00:00:00", "-"),
    ]
  )
  func shift(text: String, from: String, expected: String) throws {
    let zone = try TestZones.zone("Europe/Berlin")
    let expression = try CalendarExpression(text)
    let start = zone.instant(of: try civil(from))
    let next = try #require(expression.next(after: start, in: zone))
    let shift =
      switch expression.shift(at: next, in: zone) {
      case .gap(let named): "gap \(named)"
      case .first: "first"
      case .second: "second"
      case nil: "-"
      }
    #expect(shift == expected)
  }

  @Test("the changes of a zone's clocks are found one after the other")
  func changes() throws {
    let zone = try TestZones.zone("Europe/Berlin")
    var last = zone.instant(of: try civil("2024-12-01T00:00:00"))
    let end = zone.instant(of: try civil("2025-10-26T03:00:00"))
    var found: [String] = []
    while let change = zone.change(after: last, through: end) {
      found.append("\(change.before) \(change.after)")
      last = change.instant
    }
    #expect(
      found == [
        "2025-03-30T02:00:00 2025-03-30T03:00:00", "2025-10-26T03:00:00 2025-10-26T02:00:00",
      ]
    )
    #expect(Zone.utc.change(after: .distantPast, through: .distantFuture) == nil)
  }
}
