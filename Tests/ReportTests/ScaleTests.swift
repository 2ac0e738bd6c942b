import Coaching
import Testing

@testable import Report

/// How places and labels on an axis are chosen.
@Suite struct ScaleTests {
  static let steps: [(range: Double, parts: Int, step: Double)] = [
    (0, 3, 1), (3, 3, 1), (4, 3, 2), (10, 3, 5), (16, 3, 10), (100, 4, 50), (1000, 4, 500),
  ]

  @Test(arguments: steps)
  func `A step is a round number`(range: Double, parts: Int, step: Double) {
    #expect(LinearScale.step(of: range, parts: parts) == step)
  }

  static let tops: [(largest: Double, high: Double, ticks: [Double])] = [
    (0, 1, [0, 1]), (1, 1, [0, 1]), (7, 10, [0, 5, 10]), (61, 100, [0, 50, 100]),
    (140, 150, [0, 50, 100, 150]),
  ]

  @Test(arguments: tops)
  func `An axis ends at a round number, with few marks`(
    largest: Double,
    high: Double,
    ticks: [Double]
  ) {
    let scale = LinearScale(upTo: largest)
    #expect(scale.high == high)
    #expect(scale.ticks(parts: 3) == ticks)
  }

  /// Where an axis of days has its labels; what is in brackets is left out on a telephone.
  static let axes: [(first: String, last: String, labels: String)] = [
    ("2026-11-16", "2026-11-22", "16 Nov, [17 Nov], 18 Nov, [19 Nov], 20 Nov, [21 Nov], 22 Nov"),
    ("2026-10-24", "2026-11-22", "26 Oct, 2 Nov, 9 Nov, 16 Nov"),
    ("2026-08-24", "2026-11-22", "Sep 2026, Oct, Nov"),
    (
      "2025-11-23", "2026-11-22",
      "[Dec], 2026, [Feb], Mar, [Apr], May, [Jun], Jul, [Aug], Sep, [Oct], Nov"
    ),
  ]

  @Test(arguments: axes)
  func `Labels stand where something of the calendar begins`(
    first: String,
    last: String,
    labels: String
  ) throws {
    let words = try Life(.new, days: 1).words
    let days = try #require(CivilDate(first))...(try #require(CivilDate(last)))
    let ticks = DayScale(days).ticks(words, weekStarts: .monday)
    let said = ticks.map { $0.isMinor ? "[\($0.label)]" : $0.label }.joined(separator: ", ")
    #expect(said == labels)
    #expect(ticks.count { !$0.isMinor } <= 7)
  }

  @Test func `Twenty years are labelled by years`() throws {
    let words = try Life(.new, days: 1).words
    let days = CivilDate(dayNumber: 13_000)...CivilDate(dayNumber: 20_300)
    let ticks = DayScale(days).ticks(words, weekStarts: .monday)
    #expect(ticks.count { !$0.isMinor } <= 7)
    #expect(ticks.allSatisfy { $0.label.count == 4 })
  }

  /// Times, and between which hours the clock is shown.
  static let clocks: [(times: [Double], low: Double, high: Double)] = [
    ([22.5, 31], 22, 32), ([-1, 7], -2, 8), ([9, 17], 8, 18), ([], 21, 32),
  ]

  @Test(arguments: clocks)
  func `A clock is shown in whole hours around the nights`(
    times: [Double],
    low: Double,
    high: Double
  ) {
    let scale = ClockScale(around: times)
    #expect(scale.low == low)
    #expect(scale.high == high)
    let ticks = scale.ticks(atMost: 9)
    #expect(ticks.count <= 10)
    #expect(ticks.allSatisfy { $0.label.hasSuffix(":00") })
  }

  @Test func `Times on both sides of midnight lie beside each other`() throws {
    let times = try ["23:50", "00:10"].map { try #require(CivilTime($0)) }
    let hours = times.map { ClockScale.hours($0, near: 0) }
    #expect(abs(hours[1] - hours[0] - 1.0 / 3) < 1e-9)
  }

  @Test func `A path is broken where something is not known`() {
    var trace = Trace()
    trace.line(through: [(x: 0, y: 0), (x: 10, y: 5), nil, (x: 30, y: 5), nil])
    #expect(trace.data == "M0 0l10 5M30 5h0")
  }
}
