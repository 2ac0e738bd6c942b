import CivilCalendar
import TestSupport
import Testing

@Suite struct DayCalendarTests {
  /// The zone, the civil day, and the changes of the clocks in it.
  static let changes: [(zone: String, day: String, changes: String)] = [
    ("Europe/Berlin", "2026-11-23", ""),
    // The day starts at 04:00, so a night belongs to the day before.
    ("Europe/Berlin", "2026-03-28", "2026-03-29T02:00 2026-03-29T03:00"),
    ("Europe/Berlin", "2026-03-29", ""),
    ("Europe/Berlin", "2026-10-24", "2026-10-25T03:00 2026-10-25T02:00"),
    ("America/Santiago", "2025-09-06", "2025-09-07T00:00 2025-09-07T01:00"),
    ("America/Santiago", "2025-09-07", ""),
    ("America/Santiago", "2026-04-04", "2026-04-05T00:00 2026-04-04T23:00"),
    ("Australia/Lord_Howe", "2026-04-04", "2026-04-05T02:00 2026-04-05T01:30"),
    ("Australia/Lord_Howe", "2026-10-03", "2026-10-04T02:00 2026-10-04T02:30"),
    ("Asia/Kathmandu", "2026-03-28", ""),
    // A whole civil day that never was.
    ("Pacific/Apia", "2011-12-29", "2011-12-30T00:00 2011-12-31T00:00"),
    ("UTC", "2026-03-29", ""),
  ]

  @Test(arguments: changes)
  func `A day knows the changes of its clocks`(zone: String, day: String, changes: String) throws {
    let calendar = DayCalendar(
      zone: try TestZones.zone(zone),
      dayStarts: CivilTime(secondOfDay: 4 * 3600)
    )
    let found = calendar.clockChanges(on: try #require(CivilDate(day))).map { change in
      "\(change.before.date)T\(change.before.time) \(change.after.date)T\(change.after.time)"
    }
    #expect(found.joined(separator: ", ") == changes)
  }

  @Test func `A change at the second at which a day starts is its day's before, and told once`()
    throws
  {
    let calendar = DayCalendar(
      zone: try TestZones.zone("Europe/Berlin"),
      dayStarts: CivilTime(secondOfDay: 3 * 3600)
    )
    let days = ["2026-03-28", "2026-03-29"].compactMap { CivilDate($0) }
    #expect(days.map { calendar.clockChanges(on: $0).count } == [1, 0])
  }
}
