import TestSupport
import Testing

@testable import CivilCalendar

@Suite("CivilDateTime")
struct CivilDateTimeTests {
  @Test(
    "the seconds of a clock go both ways",
    arguments: [
      ("1970-01-01T00:00:00", 0), ("1969-12-31T23:59:59", -1),
      ("2026-11-22T07:30:00", 1_795_332_600),
      ("0000-01-01T00:00:00", -62_167_219_200), ("9999-12-31T23:59:59", 253_402_300_799),
    ]
  )
  func seconds(text: String, seconds: Int) throws {
    let civil = try civil(text)
    #expect(civil.clockSeconds == seconds)
    #expect(CivilDateTime(clockSeconds: seconds) == civil)
    #expect(civil.description == text)
  }

  @Test("out of the calendar's range it is the first or the last second")
  func range() {
    #expect(CivilDateTime(clockSeconds: .min).description == "0000-01-01T00:00:00")
    #expect(CivilDateTime(clockSeconds: .max).description == "9999-12-31T23:59:59")
  }

  @Test("the date counts before the time")
  func order() throws {
    #expect(try civil("2026-11-22T23:00:00") < civil("2026-11-23T01:00:00"))
    #expect(try civil("2026-11-22T01:00:00") < civil("2026-11-22T23:00:00"))
  }
}
