import Coaching
import TestSupport
import Testing

/// 23 November 2026 is a Monday, so 27 and 28 are a Friday and a Saturday.
@Suite struct QuietHoursTests {
  static let weeks = Case.table(
    """
    before they begin it is not quiet
      23:00..07:00; 23T22:59:59 => none
    at their first second it is
      23:00..07:00; 23T23:00 => 24T07:00
    over midnight they are still those that began the evening before
      23:00..07:00; 24T06:59:59 => 24T07:00
    their end is no quiet hour
      23:00..07:00; 24T07:00 => none
    within a day they end on it
      12:00..13:00; 23T12:30 => 23T13:00
    without spans it is never quiet
      23T03:00 => none
    the days are those on which they begin
      Fri,Sat 23:30..09:00; 27T23:30 => 28T09:00
    on the morning after, too
      Fri,Sat 23:30..09:00; 29T08:59:59 => 29T09:00
    not on the morning before
      Fri,Sat 23:30..09:00; 27T08:00 => none
    not on the evening after
      Fri,Sat 23:30..09:00; 29T23:45 => none
    a range of days
      Mon..Fri 22:30..07:00; 27T22:30 => 28T07:00
    the days around a range are none of them
      Mon..Fri 22:30..07:00; 28T22:30 => none
    each night has its own
      Mon..Thu,Sun 22:30..07:00; Fri,Sat 23:30..09:00; 28T05:00 => 28T09:00
    and the next has the other
      Mon..Thu,Sun 22:30..07:00; Fri,Sat 23:30..09:00; 30T05:00 => 30T07:00
    two that meet are one
      22:00..00:00; 00:00..06:00; 23T22:00 => 24T06:00
    two that overlap are one
      13:00..15:00; 14:00..16:00; 23T13:30 => 23T16:00
    written in the other order, too
      14:00..16:00; 13:00..15:00; 23T13:30 => 23T16:00
    one within another changes nothing
      13:00..18:00; 14:00..15:00; 23T14:30 => 23T18:00
    two that do not meet are two
      13:00..14:00; 15:00..16:00; 23T13:30 => 23T14:00
    a span of a second less than a day leaves one
      07:00..06:59:59; 23T07:00 => 24T06:59:59
    a day that is all quiet ends with it
      Sat 00:00..12:00; Sat 12:00..00:00; 28T00:00 => 29T00:00
    where no hour is free they end after a week
      00:00..12:00; 12:00..00:00; 23T10:00 => 30T12:00
    also where they overlap
      04:00..03:59; 03:00..05:00; 23T10:00 => 1T03:59
    """
  )

  @Test(arguments: weeks)
  func `Spans begin on their days, and those that meet are one`(_ row: Case) throws {
    let spans = try row.given.dropLast().map { try #require(QuietHours.Interval($0), "\($0)") }
    let end = QuietHours(spans).end(
      at: try PlanFixture.instant(try #require(row.given.last)),
      in: .utc
    )
    #expect(end.map(PlanFixture.text) ?? "none" == row.expected, "\(row.rule)")
  }

  /// In Berlin 29 March 2026 has no 02:00 to 03:00, and 25 October has it twice.
  static let changes = Case.table(
    """
    where their end is put past they end after the gap
      22:30..02:30; 2026-03-29T01:59:59+01:00 => 2026-03-29T03:00:00+02:00
    where their begin is put past they begin after the gap
      02:30..07:00; 2026-03-29T03:00:00+02:00 => 2026-03-29T07:00:00+02:00
    and not before it
      02:30..07:00; 2026-03-29T01:59:59+01:00 => none
    a span within the gap is none
      02:15..02:45; 2026-03-29T03:00:00+02:00 => none
    a night in spring is an hour shorter
      22:30..07:00; 2026-03-28T22:30:00+01:00 => 2026-03-29T07:00:00+02:00
    a night in autumn is an hour longer
      22:30..07:00; 2026-10-24T22:30:00+02:00 => 2026-10-25T07:00:00+01:00
    where they begin twice they begin at the first
      02:30..07:00; 2026-10-25T02:30:00+02:00 => 2026-10-25T07:00:00+01:00
    and go on when the clock shows an earlier time again
      02:30..07:00; 2026-10-25T02:10:00+01:00 => 2026-10-25T07:00:00+01:00
    not before the first
      02:30..07:00; 2026-10-25T02:29:59+02:00 => none
    where they end twice they end at the second
      22:30..02:30; 2026-10-25T02:29:00+02:00 => 2026-10-25T02:30:00+01:00
    and have not ended at the first
      22:30..02:30; 2026-10-25T02:30:00+02:00 => 2026-10-25T02:30:00+01:00
    at the second they have
      22:30..02:30; 2026-10-25T02:30:00+01:00 => none
    a span within the fold lasts through both of its passes
      02:15..02:45; 2026-10-25T02:50:00+02:00 => 2026-10-25T02:45:00+01:00
    """
  )

  @Test(arguments: changes)
  func `A change of the clocks breaks no quiet hours`(_ row: Case) throws {
    let berlin = try TestZones.zone("Europe/Berlin")
    let spans = try row.given.dropLast().map { try #require(QuietHours.Interval($0), "\($0)") }
    let time = try #require(row.given.last)
    let instant = try #require(Instant(rfc3339: time))
    let end = QuietHours(spans).end(at: instant, in: berlin)
    #expect(end.map(berlin.timestamp) ?? "none" == row.expected, "\(row.rule)")
  }

  @Test func `However many spans there are, a week is looked at and no more`() throws {
    let monday = try PlanFixture.instant("23T10:00")
    let texts = (0..<24).map { hour in
      "\(CivilTime(secondOfDay: hour * 3600))..\(CivilTime(secondOfDay: (hour + 1) * 3600))"
    }
    let hours = QuietHours(try texts.map { try #require(QuietHours.Interval($0), "\($0)") })
    let end = try #require(hours.end(at: monday, in: .utc))
    #expect(PlanFixture.text(end) == "30T11:00")
  }

  static let same: [(text: String, plain: String)] = [
    ("22:30 .. 07:00", "22:30..07:00"), ("22:30:00..7:00", "22:30..07:00"),
    ("22：30..07：00", "22:30..07:00"), ("Mon..Sun 22:30..07:00", "22:30..07:00"),
    ("Fri,Sat  23:30..09:00", "Fri,Sat 23:30..09:00"),
    ("sat,fri 23:30..09:00", "Fri,Sat 23:30..09:00"),
    ("Friday,Saturday 23:30..09:00", "Fri,Sat 23:30..09:00"),
    ("Fri, Sat 23:30..09:00", "Fri,Sat 23:30..09:00"),
    ("Fri ,Sat 23:30..09:00", "Fri,Sat 23:30..09:00"),
    ("10:30 pm..7 am", "22:30..07:00"), ("Fri,Sat 11:30 pm..9am", "Fri,Sat 23:30..09:00"),
    ("22:30..24:00", "22:30..00:00"), ("24:00..07:00", "00:00..07:00"),
    ("2230..700", "22:30..07:00"),
    ("Mon..Wed,Thu,Fri 22:30..07:00", "Mon..Fri 22:30..07:00"),
  ]

  @Test(arguments: same)
  func `A span may be written in several ways`(text: String, plain: String) throws {
    let span = try #require(QuietHours.Interval(text))
    #expect(span == QuietHours.Interval(plain))
  }

  @Test(arguments: [
    "", "..", "22:30", "22:30..", "..07:00", "22:30.07:00", "22:30...07:00", "22:30..07:00..",
    "22:30..22:30", "22:30..24:10", "Fri 24:00..07:00",
    "22:60..07:00", "22:30-07:00", "22:30..seven",
    "Fri", "Fri 22:30", "Fry 22:30..07:00", "Fri, 22:30..07:00", "Fri Sat 22:30..07:00",
    "22:30..Fri 07:00", "Fri..22:30..07:00", "5 22:30..07:00", "2026-11-27 22:30..07:00",
    "Fri 2026-11-27 22:30..07:00", "daily 22:30..07:00", "Fri 22:30..07:00 UTC",
  ])
  func `What is no span of the clock is refused`(_ text: String) {
    #expect(QuietHours.Interval(text) == nil)
  }
}
