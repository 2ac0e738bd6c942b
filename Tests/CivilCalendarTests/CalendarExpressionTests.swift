import CivilCalendar
import TestSupport
import Testing

@Suite("CalendarExpression")
struct CalendarExpressionTests {
  @Test(
    "its first occurrence follows our rule where the clocks change",
    arguments: [
      // Zone, expression, from (inclusive), before, occurrence; times are UTC, `-` is none.
      ("UTC", "07:30", "2025-03-28T07:30:00", "2025-03-29T07:30:00", "2025-03-28T07:30:00+00:00"),
      ("UTC", "07:30", "2025-03-28T07:30:01", "2025-03-29T07:30:00", "-"),
      ("UTC", "07:30", "2025-03-28T07:30:01", "2025-03-29T07:30:01", "2025-03-29T07:30:00+00:00"),
      ("UTC", "07:30", "2025-03-28T07:30:00", "2025-03-28T07:30:00", "-"),
      (
        "UTC", "Mon..Fri 07:30", "2025-03-28T07:30:01", "2025-04-10T00:00:00",
        "2025-03-31T07:30:00+00:00"
      ),
      ("UTC", "Sun 07:30", "2025-03-31T00:00:00", "2025-04-06T07:30:00", "-"),
      (
        "Europe/Berlin", "02:30", "2025-03-29T12:00:00", "2025-03-31T00:00:00",
        "2025-03-30T03:00:00+02:00"
      ),
      (
        "Europe/Berlin", "02:30", "2025-03-30T01:00:00", "2025-03-31T00:00:00",
        "2025-03-30T03:00:00+02:00"
      ),
      (
        "Europe/Berlin", "02:30", "2025-10-25T12:00:00", "2025-10-27T00:00:00",
        "2025-10-26T02:30:00+02:00"
      ),
      ("Europe/Berlin", "02:30", "2025-10-26T00:30:01", "2025-10-27T00:00:00", "-"),
      (
        "America/Santiago", "00:00", "2025-09-06T12:00:00", "2025-09-08T00:00:00",
        "2025-09-07T01:00:00-03:00"
      ),
      ("America/Santiago", "23:30", "2025-04-06T02:30:01", "2025-04-07T00:00:00", "-"),
      (
        "Pacific/Apia", "07:30", "2011-12-29T17:30:01", "2011-12-31T17:30:01",
        "2011-12-31T07:30:00+14:00"
      ),
      ("Pacific/Apia", "Fri 07:30", "2011-12-24T00:00:00", "2012-01-05T00:00:00", "-"),
      (
        "Pacific/Apia", "00:00", "2011-12-29T10:00:01", "2011-12-31T00:00:00",
        "2011-12-31T00:00:00+14:00"
      ),
      (
        "America/St_Johns", "00:00", "2010-11-07T02:29:00", "2010-11-07T02:45:00",
        "2010-11-07T00:00:00-02:30"
      ),
      (
        "America/Nuuk", "Sat 23:30", "2050-03-27T01:00:00", "2050-03-27T02:00:00",
        "2050-03-27T00:00:00-01:00"
      ),
    ]
  )
  func first(
    name: String,
    text: String,
    from: String,
    before: String,
    expected: String
  ) throws {
    let zone = try TestZones.zone(name)
    let start = Zone.utc.instant(of: try civil(from))
    let end = Zone.utc.instant(of: try civil(before))
    let found = try CalendarExpression(text).first(in: zone, from: start, before: end)
    #expect(found.map(zone.timestamp) ?? "-" == expected)
  }

  @Test("the whole of time is no trap, and a span that ends before it starts is empty")
  func ends() throws {
    let expression = try CalendarExpression("Mon 07:30")
    let first = expression.first(in: .utc, from: .distantPast, before: .distantFuture)
    #expect(first.map(Zone.utc.timestamp) == "0000-01-03T07:30:00+00:00")
    #expect(expression.first(in: .utc, from: .distantFuture, before: .distantPast) == nil)
    let late = Instant(seconds: 260_000_000_000)
    #expect(expression.first(in: .utc, from: late, before: .distantFuture) == nil)
  }

  @Test("an expression of every kind happens once on each date it names, in every year's changes")
  func everyDay() throws {
    let zone = try TestZones.zone("Europe/Berlin")
    let expression = try CalendarExpression("02:30")
    var from = zone.instant(of: try civil("2020-01-01T00:00:00"))
    let end = zone.instant(of: try civil("2030-01-01T00:00:00"))
    var count = 0
    while let next = expression.first(in: zone, from: from, before: end) {
      count += 1
      from = next.adding(seconds: 1)
    }
    #expect(count == 3653)
  }
}
