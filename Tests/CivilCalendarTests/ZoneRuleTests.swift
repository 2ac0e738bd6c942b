import TestSupport
import Testing

@testable import CivilCalendar

@Suite("Zone rules")
struct ZoneRuleTests {
  private func rule(_ text: String) throws -> ZoneRule {
    try ZoneRule(posix: Array(text.utf8)[...])
  }

  @Test(
    "a rule changes the clocks at its two moments of a year",
    arguments: [
      // Rule, year, begin and end of its summer time in UTC, both offsets.
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2025-03-30T01:00:00", "2025-10-26T01:00:00", 3600, 7200),
      ("EST5EDT,M3.2.0,M11.1.0", "2025-03-09T07:00:00", "2025-11-02T06:00:00", -18_000, -14_400),
      ("EST5EDT", "2025-03-09T07:00:00", "2025-11-02T06:00:00", -18_000, -14_400),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2025-10-26T01:00:00", "2025-03-30T01:00:00", 3600, 0),
      (
        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2025-03-30T01:00:00", "2025-10-26T01:00:00", -7200,
        -3600
      ),
      (
        "EET-2EEST,M3.4.4/50,M10.4.4/50", "2025-03-29T00:00:00", "2025-10-24T23:00:00", 7200, 10_800
      ),
      (
        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2025-10-04T15:30:00", "2025-04-05T15:00:00",
        37_800, 39_600
      ),
      ("AAA0BBB,J60/0,J300/0", "2024-03-01T00:00:00", "2024-10-26T23:00:00", 0, 3600),
      ("AAA0BBB,J59/0,J300/0", "2024-02-28T00:00:00", "2024-10-26T23:00:00", 0, 3600),
      ("AAA0BBB,59/0,299/0", "2024-02-29T00:00:00", "2024-10-25T23:00:00", 0, 3600),
      ("AAA0BBB,59/0,299/0", "2025-03-01T00:00:00", "2025-10-26T23:00:00", 0, 3600),
      ("AAA0BBB,M2.5.4/167,M12.5.3/-167", "2024-03-06T23:00:00", "2024-12-18T00:00:00", 0, 3600),
      (
        "AAA+1:02:03BBB+0:00:01,J1/1:02:03,J2/0", "2025-01-01T02:04:06", "2025-01-02T00:00:01",
        -3723, -1
      ),
    ]
  )
  func changes(text: String, begin: String, end: String, standard: Int, summer: Int) throws {
    let rule = try rule(text)
    let begins = try civil(begin).clockSeconds
    let ends = try civil(end).clockSeconds
    #expect(rule.offset(at: begins - 1) == standard)
    #expect(rule.offset(at: begins) == summer)
    #expect(rule.offset(at: ends - 1) == summer)
    #expect(rule.offset(at: ends) == standard)
    #expect(rule.change(after: begins - 1) == begins)
    #expect(rule.change(after: ends - 1) == ends)
  }

  @Test("summer time for ever has no hour of standard time at New Year")
  func forEver() throws {
    let rule = try rule("EST5EDT,0/0,J365/25")
    for second in stride(from: -2_208_988_800, to: 4_133_980_800, by: 3600) {
      if rule.offset(at: second) != -14_400 { Issue.record("\(second)") }
    }
  }

  @Test(
    "the next change is found over New Year, also where hours move it into another year",
    arguments: [
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2025-12-31T12:00:00", "2026-03-29T01:00:00"),
      ("AAA0BBB,J1/-167,J1/-99", "2025-12-30T00:00:00", "2026-12-25T01:00:00"),
      ("AAA0BBB,J364/167,J365/167", "2026-01-01T00:00:00", "2026-01-05T23:00:00"),
    ]
  )
  func next(text: String, after: String, expected: String) throws {
    let change = try rule(text).change(after: civil(after).clockSeconds)
    #expect(change == (try civil(expected).clockSeconds))
  }

  @Test("summer time that ends as it begins is none")
  func never() throws {
    let rule = try rule("AAA0BBB,100/2,100/3")
    let change = try civil("2025-04-11T02:00:00").clockSeconds
    #expect([-1, 0, 1].map { rule.offset(at: change + $0) } == [0, 0, 0])
  }

  @Test("a rule without summer time never changes", arguments: [("<+03>-3", 10_800), ("UTC0", 0)])
  func fixed(text: String, offset: Int) throws {
    #expect(try rule(text).offset(at: 1_750_000_000) == offset)
    #expect(try rule(text).change(after: 0) == nil)
  }

  @Test(
    "anything else is refused at its byte",
    arguments: [
      ("", 0), ("CE-1", 2), ("CET", 3), ("CET-", 4), ("CET25", 3), ("<+03-3", 6), ("<+3>-3", 3),
      ("CET-1:60", 6), ("CET-1CEST,", 10), ("CET-1CEST,M3.5.0", 16), ("CET-1CEST,M0.5.0,J1", 11),
      ("CET-1CEST,M3.6.0,J1", 13), ("CET-1CEST,M3.0.0,J1", 13), ("CET-1CEST,M3.5.7,J1", 15),
      ("CET-1CEST,M3-5.0,J1", 12), ("CET-1CEST,J0,J1", 11), ("CET-1CEST,J366,J1", 11),
      ("CET-1CEST,366,J1", 10), ("CET-1CEST,J1/168,J2", 13), ("CET-1CEST,J1,J2x", 15),
      ("CET99999999999999999999", 3),
    ]
  )
  func refused(text: String, place: Int) {
    let refusal = #expect(throws: ZoneRule.Refusal.self) { try rule(text) }
    #expect(refusal?.byteOffset == place)
  }
}

extension ZoneRule {
  fileprivate func offset(at seconds: Int) -> Int {
    span(at: seconds).offset
  }

  fileprivate func change(after seconds: Int) -> Int? {
    let end = span(at: seconds).end
    return end == .max ? nil : end
  }
}
