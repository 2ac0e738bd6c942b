import Coaching
import TestSupport
import Testing

/// 23 November 2026 is a Monday; the person's day starts at 04:00.
@Suite struct UntilTests {
  static let ends = Case.table(
    """
    a span is counted from now
      2h; 23T15:00 => 23T17:00
    in seconds, over midnight, over a month's end
      7d 10h 30s; 23T15:00 => 1T01:00:30
    in weeks, which are days at the same time of day
      1w; 23T15:00 => 30T15:00
    until tomorrow is until the next day starts
      until tomorrow; 23T15:00 => 24T04:00
    after midnight the next day starts this morning
      until tomorrow; 24T00:40 => 24T04:00
    when the day has just begun it is the next one
      until tomorrow; 24T04:00 => 25T04:00
    tomorrow at a time
      until tomorrow 08:00; 23T15:00 => 24T08:00
    tomorrow at a time, before this day started
      until tomorrow 08:00; 24T00:40 => 24T08:00
    a time that is still to come is today's
      until 15:01; 23T15:00 => 23T15:01
    a time that has passed is tomorrow's
      until 14:59; 23T15:00 => 24T14:59
    now is tomorrow's
      until 15:00; 23T15:00 => 24T15:00
    an hour may have one digit
      until 9:30; 23T15:00 => 24T09:30
    a weekday begins when the day does
      until Thursday; 23T15:00 => 26T04:00
    today's weekday is next week's
      until Monday; 23T15:00 => 30T04:00
    a weekday with a time still to come is today
      until Monday 16:00; 23T15:00 => 23T16:00
    a weekday with a time
      until Fri 08:00; 23T15:00 => 27T08:00
    a date begins when the day does
      until 2026-11-25; 23T15:00 => 25T04:00
    a date with a time
      until 2026-11-25 18:30; 23T15:00 => 25T18:30
    midnight is the end of a day, too
      until 24:00; 23T15:00 => 24T00:00
    as people say it in other lands
      until 11:30 pm; 23T15:00 => 23T23:30
    as people type it
      until tomorrow 8.15; 23T15:00 => 24T08:15
    words may be in capitals
      Until Tomorrow; 23T15:00 => 24T04:00
    """
  )

  @Test(arguments: ends)
  func `An end is what a person means by it`(_ row: Case) throws {
    let context = try PlanFixture().context
    let end = try context.instant(row.given[0], after: try PlanFixture.instant(row.given[1]))
    #expect(PlanFixture.text(end) == row.expected, "\(row.rule)")
  }

  @Test func `An end lies in the person's zone, after a gap where the clock is put past it`() throws
  {
    var context = try PlanFixture().context
    context.zone = try TestZones.zone("Europe/Berlin")
    let evening = try #require(Instant(rfc3339: "2026-03-28T21:00:00+01:00"))
    for (text, end) in [
      ("until tomorrow", "2026-03-29T04:00:00+02:00"), ("12h", "2026-03-29T10:00:00+02:00"),
      ("until 02:30", "2026-03-29T03:00:00+02:00"),
      ("until Sun 09:00", "2026-03-29T09:00:00+02:00"),
      ("until tomorrow 02:30", "2026-03-29T03:00:00+02:00"),
    ] {
      #expect(context.zone.timestamp(try context.instant(text, after: evening)) == end, "\(text)")
    }
  }

  private func refusal(_ text: String, at time: String = "23T15:00") throws -> UntilError.Reason? {
    let context = try PlanFixture().context
    let now = try PlanFixture.instant(time)
    do throws(UntilError) {
      _ = try context.instant(text, after: now)
      return nil
    } catch {
      #expect(error.typed == text)
      return error.reason
    }
  }

  @Test(arguments: ["", "soon", "2", "-2h", "0s", "tomorrow", "15:00", "Monday", "11y"])
  func `What is no span is refused`(_ text: String) throws {
    #expect(try refusal(text) == .noWait)
  }

  @Test(arguments: [
    "until", "until soon", "until 2h", "until tomorrow soon", "until Mon Tue",
    "until tomorrow 08:00 sharp", "until 2026-02-31x", "until 15:00 Europe/Berlin",
  ])
  func `What is no end is refused`(_ text: String) throws {
    #expect(try refusal(text) == .noEnd)
  }

  @Test func `An end that has passed is refused`() throws {
    for (text, time) in [
      ("until 2020-01-01", "23T15:00"), ("until 2026-11-23", "23T15:00"),
      ("until 2026-11-23 14:59", "23T15:00"), ("until tomorrow 00:30", "24T00:40"),
    ] {
      #expect(try refusal(text, at: time) == .endPassed)
    }
  }
}
