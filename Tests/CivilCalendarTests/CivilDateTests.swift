import CivilCalendar
import Testing

@Suite("CivilDate")
struct CivilDateTests {
  @Test("every day from 0000 to 9999 follows the one before it, and comes back from its number")
  func everyDay() {
    var (year, month, day) = (0, 1, 1)
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var wrong = 0
    // 0000-01-01 was a Saturday, 719,528 days before 1970-01-01.
    var weekday = 6
    for number in -719_528...2_932_896 {
      let date = CivilDate(dayNumber: number)
      if date != CivilDate(year: year, month: month, day: day) || date.dayNumber != number
        || date.weekday.rawValue != weekday
      {
        wrong += 1
      }
      weekday = weekday % 7 + 1
      let leap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      day += 1
      if day > lengths[month - 1] + (leap && month == 2 ? 1 : 0) { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
    #expect(wrong == 0)
    #expect(year == 10_000)
  }

  @Test(
    "known days have their weekday",
    arguments: [
      ("1900-01-01", .monday), ("1970-01-01", .thursday), ("2000-02-29", .tuesday),
      ("2011-12-30", .friday), ("2026-11-22", .sunday), ("2100-12-31", .friday),
    ] as [(String, Weekday)]
  )
  func weekdays(text: String, weekday: Weekday) throws {
    let date = try #require(CivilDate(text))
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test(
    "only YYYY-MM-DD of a day that exists is read",
    arguments: [
      "", "2026-11-2", "2026-1-22", "26-11-22", "2026-11-022", "2026/11/22", "2026-11-22 ",
      " 2026-11-22", "2026-11-22T", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31",
      "2025-02-29", "1900-02-29", "-001-01-01", "+026-11-22", "２026-11-22", "2026-1１-2",
    ]
  )
  func refused(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test("adding days saturates at the ends of the calendar")
  func adding() throws {
    let date = try #require(CivilDate("2024-02-28"))
    #expect(date.adding(days: 1).description == "2024-02-29")
    #expect(date.adding(days: 2).description == "2024-03-01")
    #expect(date.adding(days: -59).description == "2023-12-31")
    #expect(date.adding(days: .max).description == "9999-12-31")
    #expect(date.adding(days: .min).description == "0000-01-01")
    #expect(date.days(until: date.adding(days: 366)) == 366)
    #expect(date.adding(days: 7).days(until: date) == -7)
    #expect(date < date.adding(days: 1) && date.adding(days: 307) < date.adding(days: 308))
  }
}
