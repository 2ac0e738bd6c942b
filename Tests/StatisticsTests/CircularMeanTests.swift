import CivilCalendar
import Statistics
import TestSupport
import Testing

/// Times of day against scipy.stats.circmean and circstd.
@Suite struct CircularMeanTests {
  struct Published: Sendable {
    var times: String
    var mean: String
    var hours: Double
    var concentration: Double
    var minutes: Double
  }

  static let tables = [
    Published(
      times: "23:00 23:30 00:15 01:00 22:45 23:45 00:30",
      mean: "23:49",
      hours: 23.821082,
      concentration: 0.98070271,
      minutes: 45.244
    ),
    Published(
      times: "23:50 00:10",
      mean: "00:00",
      hours: 0,
      concentration: 0.99904822,
      minutes: 10.002
    ),
    Published(
      times: "22:00 02:00",
      mean: "00:00",
      hours: 0,
      concentration: 0.86602540,
      minutes: 122.925
    ),
    Published(
      times: "06:30 06:30 06:45 07:00 06:30 09:00 08:30",
      mean: "07:14",
      hours: 7.240150,
      concentration: 0.96792643,
      minutes: 58.520
    ),
  ]

  @Test(arguments: tables)
  func `The middle of times of day, and how far they lie apart`(_ published: Published) throws {
    let times = try published.times.split(separator: " ").map { try time(String($0)) }
    let circular = CircularMean(times)
    #expect(circular.count == times.count)
    #expect(circular.mean?.description == published.mean)
    let hours = try #require(circular.meanHours)
    #expect(isNear(Clock24.difference(hours - published.hours), 0, 5e-7), "\(hours)")
    #expect(isNear(try #require(circular.concentration), published.concentration, 5e-9))
    let minutes = try #require(circular.deviationHours) * 60
    #expect(isNear(minutes, published.minutes, 5e-4), "\(minutes)")
  }

  @Test func `Hours have their middle as times do`() throws {
    let hours = [3, 3.25, 2.75, 3.5, 3, 5, 4.75]
    #expect(isNear(try #require(CircularMean(hours: hours).meanHours), 3.6020480114, 1e-9))
    let later = hours.map { $0 + 24 }
    #expect(isNear(try #require(CircularMean(hours: later).meanHours), 3.6020480114, 1e-9))
  }

  @Test func `Times without a middle have none`() throws {
    let opposite = CircularMean([try time("00:00"), try time("12:00")])
    #expect(isNear(try #require(opposite.concentration), 0, 1e-12))
    #expect(opposite.mean == nil)
    #expect(opposite.meanHours == nil)
    #expect(opposite.deviationHours == nil)
    let none = CircularMean()
    #expect(none.concentration == nil)
    #expect(none.mean == nil)
    #expect(none.deviationHours == nil)
  }

  @Test func `The same time again and again lies nowhere apart`() throws {
    for second in stride(from: 0, to: 86_400, by: 1777) {
      let same = Array(repeating: CivilTime(secondOfDay: second), count: 9)
      let deviation = try #require(CircularMean(same).deviationHours)
      #expect(deviation >= 0 && deviation < 1e-6, "\(same[0]): \(deviation)")
    }
  }

  @Test func `Just before midnight is midnight, not 24 o'clock`() {
    #expect(CircularMean(hours: [23.9999999]).mean?.description == "00:00")
    #expect(CircularMean(hours: [24]).meanHours == 0)
    #expect(Clock24.hours(-1e-18) == 0)
    #expect(Clock24.hours(-1) == 23)
    #expect(Clock24.hours(49.5) == 1.5)
  }

  static let late = Case.table(
    """
    Late on the same evening.
    23:45; 23:00 = 45
    Late, after midnight.
    00:20; 23:30 = 50
    Early is below zero.
    22:40; 23:30 = -50
    Early, before midnight.
    23:10; 00:00 = -50
    Half a day away either way counts as late.
    11:00; 23:00 = 720
    """
  )

  @Test(arguments: late)
  func `Lateness goes the shorter way round`(_ case: Case) throws {
    let lateness = Lateness(of: try time(`case`.given[0]), after: try time(`case`.given[1]))
    #expect(isNear(lateness.minutes, try #require(Double(`case`.expected)), 1e-9))
  }

  @Test func `On time is half an hour late at most, and early is never a fault`() throws {
    let target = try time("23:30")
    let times = ["20:00", "23:30", "00:00", "00:01", "02:00"]
    let onTime = try times.map { Lateness(of: try time($0), after: target).isOnTime() }
    #expect(onTime == [true, true, true, false, false])
    // As late as is allowed, to the minute, whatever a third of an hour is in binary.
    for late in 0...120 {
      let lateness = Lateness(of: target.adding(seconds: late * 60), after: target)
      #expect(lateness.isOnTime(within: late) && !lateness.isOnTime(within: late - 1), "\(late)")
    }
  }
}
