import CivilCalendar
import Testing

@Suite("Instant")
struct InstantTests {
  @Test(
    "whole seconds are rounded down, before 1970 as well",
    arguments: [
      (0, 0), (999_999, 0), (1_000_000, 1), (-1, -1), (-1_000_000, -1), (-1_000_001, -2),
    ] as [(Int64, Int64)]
  )
  func floor(microseconds: Int64, seconds: Int64) {
    #expect(Instant(microseconds: microseconds).seconds == seconds)
  }

  @Test("adding seconds keeps the fraction and saturates at both ends")
  func adding() {
    #expect(Instant(microseconds: 5).adding(seconds: 2).microseconds == 2_000_005)
    #expect(Instant.distantFuture.adding(seconds: 1) == .distantFuture)
    #expect(Instant.distantPast.adding(seconds: -1) == .distantPast)
    #expect(Instant(seconds: 0).adding(seconds: .max) == .distantFuture)
    #expect(Instant(seconds: 0).adding(seconds: .min) == .distantPast)
    #expect(Instant(seconds: .min) == .distantPast)
  }

  @Test("earlier is less")
  func order() {
    #expect(Instant(seconds: -1) < Instant(seconds: 0))
    #expect(Instant.distantPast < Instant(microseconds: 0))
    #expect(Instant(microseconds: 0) < Instant.distantFuture)
  }
}
