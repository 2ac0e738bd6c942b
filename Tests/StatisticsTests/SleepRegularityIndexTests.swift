import CivilCalendar
import Statistics
import TestSupport
import Testing

/// A diary's regularity against `sleepreg` 1.3.5, run on nights made for it.
@Suite struct SleepRegularityIndexTests {
  private static let first = CivilDate(dayNumber: 20_000)

  /// Nights as hours after the midnight of their day, 31 for 07:00 of the next.
  private func regularity(_ nights: [(Double, Double)?]) throws -> SleepRegularityIndex {
    try regularity(nights, from: Self.first, in: .utc)
  }

  private func regularity(
    _ nights: [(Double, Double)?],
    from first: CivilDate,
    in zone: Zone
  ) throws -> SleepRegularityIndex {
    var diary: [SleepRegularityIndex.Night] = []
    for (offset, hours) in nights.enumerated() {
      guard let (down, up) = hours else { continue }
      let day = first.adding(days: offset)
      let instants = [down, up].map { hour in
        let minutes = Int((hour * 60).rounded())
        let date = day.adding(days: minutes / 1440)
        let time = CivilTime(secondOfDay: minutes % 1440 * 60)
        return zone.instant(of: CivilDateTime(date: date, time: time))
      }
      diary.append(
        try #require(
          SleepRegularityIndex.Night(day: day, lightsOut: instants[0], getUp: instants[1])
        )
      )
    }
    return SleepRegularityIndex(nights: diary, in: zone)
  }

  struct Published: Sendable, CustomStringConvertible {
    var description: String
    var nights: [(Double, Double)]
    var index: Double
    var differentHours: Double
  }

  typealias Hours = (Double, Double)

  private static func same(_ count: Int, _ down: Double = 23, _ up: Double = 31) -> [Hours] {
    Array(repeating: (down, up), count: count)
  }

  private static let early: Hours = (22, 30)
  private static let late: Hours = (26, 34)

  static let tables = [
    Published(description: "the same", nights: same(8), index: 100, differentHours: 0),
    Published(
      description: "one night an hour later",
      nights: same(3) + [(24, 32)] + same(4),
      index: 95.2380952381,
      differentHours: 4
    ),
    Published(
      description: "a weekend",
      nights: same(5, 23, 30) + same(2, 25, 33) + same(1, 23, 30),
      index: 88.0952380952,
      differentHours: 10
    ),
    Published(
      description: "to and fro",
      nights: [early, late, early, late, early, late, early, late],
      index: 33.3333333333,
      differentHours: 56
    ),
    Published(
      description: "half an hour later every night",
      nights: stride(from: 22.0, to: 26.0, by: 0.5).map { Hours($0, $0 + 8) },
      index: 91.6666666667,
      differentHours: 7
    ),
  ]

  @Test(arguments: tables)
  func `Nights are as regular as computed`(_ published: Published) throws {
    let regularity = try regularity(published.nights)
    let index = try #require(regularity.index)
    #expect(isNear(index, published.index, 5e-11), "\(index)")
    #expect(regularity.comparedSeconds == 168 * 3600)
    #expect(Double(regularity.differentSeconds) == published.differentHours * 3600)
    #expect(regularity.comparedDays == 7)
  }

  @Test func `A clock change moves sleep in real time`() throws {
    let rome = try TestZones.zone("Europe/Rome")
    let march = try #require(CivilDate("2026-03-25"))
    let spring = try regularity(Self.same(8), from: march, in: rome)
    #expect(isNear(try #require(spring.index), 97.6047904192, 5e-11))
    #expect(spring.comparedSeconds == 167 * 3600)
    #expect(spring.differentSeconds == 2 * 3600)
  }

  @Test func `Epochs are stretches too`() throws {
    let epochs = [0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 1]
    let asleep = epochs.enumerated().filter { $0.element == 1 }.map { epoch in
      Int64(epoch.offset) * 21_600..<Int64(epoch.offset + 1) * 21_600
    }
    let regularity = SleepRegularityIndex(
      asleep: TimeRanges(asleep),
      known: TimeRanges([0..<345_600])
    )
    #expect(isNear(try #require(regularity.index), 33.3333333333, 5e-11))
  }

  @Test func `What touches a night that nobody wrote down is not compared`() throws {
    let gap = try regularity([(23, 31), (23, 31), nil, (25, 33), (25, 33)])
    #expect(gap.comparedSeconds == 2 * 86_400)
    #expect(gap.index == 100)
    let alone = try regularity([(23, 31)])
    #expect(alone.index == nil)
    let apart = try regularity([(23, 31), nil, (23, 31), nil, (23, 31)])
    #expect(apart.index == nil)
    #expect(try regularity([]).index == nil)
  }

  @Test func `A night ends after it began, within a day`() {
    let now = Instant(seconds: 0)
    let ends: [Int64] = [-1, 0, 1, 86_399, 86_400]
    let nights = ends.map {
      SleepRegularityIndex.Night(day: Self.first, lightsOut: now, getUp: Instant(seconds: $0))
        != nil
    }
    #expect(nights == [false, false, true, true, false])
  }

  @Test func `Stretches that overlap or touch are one`() {
    let stretches = TimeRanges([10..<20, 0..<5, 5..<7, 12..<15, 18..<30, 40..<40])
    #expect(stretches.ranges == [0..<7, 10..<30])
    #expect(stretches.seconds == 27)
  }
}
