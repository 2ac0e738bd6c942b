import Coaching
import TestSupport
import Testing

/// A Monday.
private let monday = CivilDate(dayNumber: 20_780)

@Suite struct SleepMeasureTests {
  private func days(
    _ times: [String?],
    from first: Int = 0,
    by target: String?
  ) throws -> [HabitDay] {
    let aim = Aim(try target.map { .by(try time($0)) } ?? .unset)
    return try times.enumerated().map { index, text in
      var day = HabitDay(
        day: monday.adding(days: first + index),
        state: .unknown,
        brought: .skipped,
        aim: aim
      )
      guard let text else { return day }
      let answer = try time(text)
      day.answer = .timeOfDay(answer)
      if let target {
        let isOnTime = Lateness(of: answer, after: try time(target)).isOnTime()
        day.state = isOnTime ? .done : .missed
      }
      return day
    }
  }

  private func energy(_ points: [Int?], from first: Int = 0) -> [HabitDay] {
    points.enumerated().map { index, points in
      var day = HabitDay(
        day: monday.adding(days: first + index),
        state: .unknown,
        brought: .skipped,
        aim: Aim(.unset)
      )
      day.answer = points.map(Answer.scale)
      return day
    }
  }

  private func measure(
    _ lightsOut: [HabitDay],
    _ getUp: [HabitDay] = [],
    energy: [HabitDay] = [],
    through last: Int
  ) -> SleepMeasure {
    Diary(
      lightsOut: lightsOut,
      getUp: getUp,
      energy: energy,
      zone: .utc,
      freeWeekdays: [.saturday, .sunday],
      last: monday.adding(days: last)
    ).measure
  }

  private let week = ["23:00", "23:30", "00:15", "01:00", "22:45", "23:45", "00:30"]

  @Test func `A week of evenings has a middle, a spread and a lateness`() throws {
    let end = measure(try days(week, by: "23:30"), through: 7).lightsOut
    #expect(end.nights == 7)
    #expect(end.mean.value?.description == "23:49")
    #expect(isNear(try #require(end.deviationMinutes.value), 45.244, 5e-4))
    // −30, 0, 45, 90, −45, 15 and 60.
    #expect(isNear(try #require(end.lateMinutes.value), 135.0 / 7, 1e-9))
    #expect(end.onTime == 4)
  }

  @Test func `Of fewer nights it says how many are missing`() throws {
    let end = measure(try days(Array(week.prefix(5)), by: "23:30"), through: 7).lightsOut
    #expect(end.mean == .missing(.nights(2)))
    #expect(end.deviationMinutes == .missing(.nights(2)))
    #expect(end.lateMinutes == .missing(.nights(2)))
    let none = measure([], through: 7)
    #expect(none.lightsOut.mean == .missing(.nights(7)))
    #expect(none.regularity == .missing(.nights(6)))
    #expect(none.jetlag == .missing(.nights(5)))
    #expect(none.energy == .missing(.days(14)))
  }

  @Test func `Without a target of one's own nothing is late`() throws {
    let end = measure(try days(week, by: nil), through: 7).lightsOut
    #expect(end.mean.value != nil)
    #expect(end.lateMinutes == .missing(.target))
    #expect(end.onTime == 0)
  }

  @Test func `Only the last four weeks are looked at`() throws {
    let old = try days(Array(repeating: "20:00", count: 10), by: "23:00")
    let new = try days(Array(repeating: "23:00", count: 28), from: 10, by: "23:00")
    let end = measure(old + new, through: 38).lightsOut
    #expect(end.nights == 28)
    #expect(end.mean.value?.description == "23:00")
  }

  @Test func `Six nights with both ends make five days to compare`() throws {
    let evenings = try days(Array(repeating: "23:00", count: 6), by: nil)
    let mornings = try days(Array(repeating: "07:00", count: 6), from: 1, by: nil)
    let settled = measure(evenings, mornings, through: 6)
    #expect(settled.regularity.value?.index == 100)
    #expect(settled.isProvisional)
    let short = measure(Array(evenings.prefix(5)), mornings, through: 6)
    #expect(short.regularity == .missing(.nights(1)))
  }

  @Test func `Sleep after midnight belongs to its evening, and the weekend is told by the morning`()
    throws
  {
    // Monday to Thursday from 23:45, Friday and Saturday from 01:00 until 09:30.
    let evenings = try days(["23:45", "23:45", "23:45", "23:45", "01:00", "01:00"], by: nil)
    let mornings = ["06:30", "06:30", "06:30", "06:30", "09:30", "09:30"]
    let measure = measure(evenings, try days(mornings, from: 1, by: nil), through: 6)
    let jetlag = try #require(measure.jetlag.value)
    #expect(isNear(jetlag.hours, 2.125, 1e-9))
    #expect(jetlag.workNights == 4)
    #expect(jetlag.freeNights == 2)
    #expect(jetlag.free.description == "05:15")
    #expect(measure.regularity.value.map { $0.differentSeconds } == Int64(75 + 180) * 60)
  }

  @Test func `Energy stands beside the evening before it, from seven of each on`() throws {
    let early = Array(repeating: "23:00", count: 7)
    let late = Array(repeating: "00:30", count: 7)
    let evenings = try days(early + late, by: "23:00")
    let points = [7, 8, 6, 7, 7, 8, 7, 5, 6, 6, 5, 7, 5, 6]
    let both = measure(evenings, energy: energy(points, from: 1), through: 14)
    let energies = try #require(both.energy.value)
    #expect(isNear(energies.comparison.difference, 1.4285714, 5e-8))
    #expect(isNear(energies.onTimeMean, 50.0 / 7, 1e-9))
    #expect([both.onTimeDays, both.lateDays] == [7, 7])
    let few = measure(evenings, energy: energy(Array(points.dropLast()), from: 1), through: 14)
    #expect(few.energy == .missing(.days(1)))
    #expect([few.onTimeDays, few.lateDays] == [7, 6])
  }
}
