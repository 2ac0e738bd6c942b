import CivilCalendar
import Testing

@Suite("CivilTime")
struct CivilTimeTests {
  @Test(
    "a time is read with one or two digits of hours, and full-width as well",
    arguments: [
      ("7:30", "07:30"), ("07:30", "07:30"), ("23:59:59", "23:59:59"), ("0:00", "00:00"),
      ("07:30:00", "07:30"), ("07:30:15", "07:30:15"),
      ("23：40", "23:40"), ("２３：４０", "23:40"),
      ("７:05", "07:05"),
    ]
  )
  func read(text: String, written: String) {
    #expect(CivilTime(text)?.description == written)
  }

  @Test(
    "anything else is no time",
    arguments: [
      "", "7", "24:00", "07:60", "07:30:60", "7:3", "007:30", "07:030", "07:30:0", "7:30:00",
      "07:30:00:00", " 07:30", "07:30 ", "-7:30", "07.30", ":30", "07:", "07:30:",
      "99999999999999999999:00",
      "٠٧:٣٠", "0730", "07::30",
    ]
  )
  func refused(text: String) {
    #expect(CivilTime(text) == nil)
  }

  @Test("seconds of the day go both ways, and are taken modulo a day")
  func secondOfDay() {
    for second in 0..<86_400 where CivilTime(secondOfDay: second).secondOfDay != second {
      Issue.record("\(second)")
    }
    #expect(CivilTime(secondOfDay: 86_400).description == "00:00")
    #expect(CivilTime(secondOfDay: -1).description == "23:59:59")
    #expect(CivilTime(secondOfDay: .min) == CivilTime(secondOfDay: .min % 86_400))
  }

  @Test("adding wraps at midnight and never overflows")
  func adding() throws {
    let time = try #require(CivilTime(hour: 23, minute: 30))
    #expect(time.adding(seconds: 3600).description == "00:30")
    #expect(time.adding(seconds: -86_400) == time)
    #expect(time.adding(seconds: .max).secondOfDay == (84_600 + Int.max % 86_400) % 86_400)
    #expect(time.adding(seconds: 60) > time && time.adding(seconds: 1800) < time)
  }

  @Test("numbers no clock shows are refused")
  func numbers() {
    #expect(CivilTime(hour: 24, minute: 0) == nil)
    #expect(CivilTime(hour: -1, minute: 0) == nil)
    #expect(CivilTime(hour: 0, minute: 60) == nil)
    #expect(CivilTime(hour: 0, minute: 0, second: 60) == nil)
    #expect(CivilTime(hour: 23, minute: 59, second: 59)?.secondOfDay == 86_399)
  }
}
