import Coaching
import TestSupport
import Testing

/// Where the evenings of a person lie, by the clock.
@Suite struct EveningTests {
  /// What is said on 23 November at a time, and the evening that it is filed under.
  static let evenings: [(lightsOut: String?, starts: String, said: [(String, Int)])] = [
    (nil, "04:00", [("22T23:40", 22), ("23T00:40", 22), ("23T11:59", 22), ("23T12:00", 23)]),
    ("23:00", "04:00", [("22T23:40", 22), ("23T10:59", 22), ("23T11:00", 23), ("23T00:40", 22)]),
    ("11:30", "04:00", [("23T11:50", 22), ("23T12:10", 22), ("23T11:40", 22), ("23T23:20", 22)]),
    ("09:00", "12:00", [("23T09:10", 22), ("23T12:10", 22), ("23T20:59", 22), ("23T21:00", 23)]),
    ("12:00", "04:00", [("23T11:50", 22), ("23T12:10", 22)]),
    ("12:30", "15:00", [("23T11:50", 22), ("23T12:40", 22), ("23T15:20", 22)]),
    ("02:00", "06:00", [("23T02:30", 22), ("23T13:59", 22), ("23T14:00", 23)]),
    ("15:00", "18:00", [("23T14:00", 22), ("23T15:30", 22)]),
  ]

  @Test(arguments: evenings)
  func `The border between two evenings is twelve hours from lights-out`(
    _ row: (lightsOut: String?, starts: String, said: [(String, Int)])
  ) throws {
    let calendar = EveningCalendar(
      dayStarts: try time(row.starts),
      lightsOut: try row.lightsOut.map { WeeklyTimes(try time($0)) }
    )
    for (said, day) in row.said {
      let local = Zone.utc.civil(at: try PlanFixture.instant(said))
      let evening = calendar.evening(of: local)
      #expect(evening == PlanFixture.day("\(day)"), "\(said)")
      #expect(calendar.moment(of: local.time, in: evening) == local, "\(said)")
    }
  }

  @Test func `Each time of day lies in each evening once, and comes back from there`() throws {
    for hour in 0..<24 {
      for start in [0, 4, 9, 12, 18] {
        let calendar = EveningCalendar(
          dayStarts: CivilTime(secondOfDay: start * 3600),
          lightsOut: WeeklyTimes(CivilTime(secondOfDay: hour * 3600))
        )
        for minute in stride(from: 0, to: 1440, by: 30) {
          let time = CivilTime(secondOfDay: minute * 60)
          let day = PlanFixture.day("23")
          #expect(calendar.evening(of: calendar.moment(of: time, in: day)) == day)
        }
      }
    }
  }
}
