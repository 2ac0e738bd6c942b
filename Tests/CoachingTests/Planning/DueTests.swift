import Coaching
import TestSupport
import Testing

/// 23 November 2026 is a Monday; the person's day starts at 04:00.
@Suite struct DueTests {
  static let times = Case.table(
    """
    a time is today's
      17:00; 23T15:00 => 23T17:00
    after midnight it is still the evening before
      01:30; 23T23:50 => 24T01:30
    today without a time is its evening
      today; 23T15:00 => 23T18:00 day
    in the evening it is its end
      today; 23T19:00 => 23T23:59 day
    today at a time
      Today 17:00; 23T15:00 => 23T17:00
    tomorrow
      tomorrow; 23T15:00 => 24T18:00 day
    tomorrow at a time
      tomorrow 09:15; 23T15:00 => 24T09:15
    after midnight tomorrow is the day that begins this morning
      tomorrow 09:15; 24T00:40 => 24T09:15
    a weekday
      fri; 23T15:00 => 27T18:00 day
    a weekday at a time
      Friday 15:00; 23T15:00 => 27T15:00
    today's weekday with a time still to come is today
      mon 16:00; 23T15:00 => 23T16:00
    today's weekday with a time that has passed is next week's
      mon 14:00; 23T15:00 => 30T14:00
    a date
      2026-11-25; 23T15:00 => 25T18:00 day
    a date with a time
      2026-11-25 09:00; 23T15:00 => 25T09:00
    in a span
      in 2h; 23T15:00 => 23T17:00
    in days, at the same time of day
      in 3d; 23T15:00 => 26T15:00
    in weeks
      in 2w; 23T15:00 => 7T15:00
    a span alone
      24h; 23T15:00 => 24T15:00
    the end of a day
      24:00; 23T15:00 => 24T00:00
    the end of another day
      Fri 24:00; 23T15:00 => 28T00:00
    as people say it in other lands
      tomorrow 9 am; 23T15:00 => 24T09:00
    a date and a time in one
      2026-11-25T09:00; 23T15:00 => 25T09:00
    in days, in words
      in 3 days; 23T15:00 => 26T15:00
    """
  )

  @Test(arguments: times)
  func `What is due is due when a person means it`(_ row: Case) throws {
    let context = try PlanFixture().context
    let due = try context.due(row.given[0], after: try PlanFixture.instant(row.given[1]))
    let text = PlanFixture.text(due.at) + (due.isWholeDay ? " day" : "")
    #expect(text == row.expected, "\(row.rule)")
  }

  @Test(arguments: [("26", 3), ("30", 4), ("30", 5), ("30", 7)])
  func `What is due in some days by itself is so on a day that is neither off nor off work`(
    _ day: String,
    _ days: Int
  ) throws {
    var scene = try PlanFixture()
    scene.profile.offHours = [.saturday, .sunday]
    try scene.happened("off Fri 00:00")
    let due = scene.context.usualDue(inDays: days, after: try PlanFixture.instant("23T15:00"))
    #expect(
      due
        == Due(
          at: try PlanFixture.instant("\(day)T18:00"),
          clock: CivilDateTime(date: PlanFixture.day(day), time: CivilTime(secondOfDay: 64_800))
        )
    )
  }

  @Test func `Where every day is off, it is due all the same`() throws {
    var scene = try PlanFixture()
    try scene.happened("off *-*-* 00:00")
    let due = scene.context.usualDue(inDays: 3, after: try PlanFixture.instant("23T15:00"))
    #expect(PlanFixture.text(due.at) == "26T18:00")
  }

  @Test func `In days is civil over a change of the clocks`() throws {
    var context = try PlanFixture().context
    context.zone = try TestZones.zone("Europe/Berlin")
    let before = try #require(Instant(rfc3339: "2026-03-28T12:00:00+01:00"))
    let due = try context.due("in 1d", after: before)
    #expect(context.zone.timestamp(due.at) == "2026-03-29T12:00:00+02:00")
  }

  @Test(
    arguments: [
      ("14:59", .duePassed), ("today 14:59", .duePassed), ("2026-11-22", .duePassed),
      ("2026-11-23 15:00", .duePassed), ("", .noTime), ("soon", .noTime),
      ("in", .noTime), ("in soon", .noTime), ("25:00", .noTime),
      ("fri 25:00", .noTime), ("fri mon", .noTime), ("2026-02-30", .noTime),
      ("today 15:00 16:00", .noTime),
    ] as [(String, UntilError.Reason)]
  )
  func `What is no time, or has passed, is refused with what would do`(
    _ text: String,
    _ why: UntilError.Reason
  ) throws {
    let context = try PlanFixture().context
    let now = try PlanFixture.instant("23T15:00")
    let error = #expect(throws: UntilError.self) { try context.due(text, after: now) }
    #expect(error?.reason == why)
    #expect(error?.typed == text)
  }
}
