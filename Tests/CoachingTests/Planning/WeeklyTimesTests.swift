import Coaching
import Testing

/// The person's own times, by the day of the week.
@Suite struct WeeklyTimesTests {
  private func times(_ texts: String...) throws -> WeeklyTimes { try #require(WeeklyTimes(texts)) }

  @Test func `Times are read and written with their days`() throws {
    let texts = [
      ["23:00"], ["Mon..Fri 23:00", "Sat,Sun 00:30"], ["Fri 23:30"],
      ["Sun..Thu 22:00"],
    ]
    let written = texts.map { WeeklyTimes($0)?.description }
    #expect(
      written == [
        "23:00", "Mon..Fri 23:00; Sat,Sun 00:30", "Fri 23:30", "Mon..Thu,Sun 22:00",
      ]
    )
    #expect(try times("Mon..Sun 23:00") == WeeklyTimes(["23:00"]))
    for bad in [[], ["Mon"], ["23:00", "23:00"], ["Mon 23:00", "Mon 22:00"], ["a b 23:00"]] {
      #expect(WeeklyTimes(bad) == nil, "\(bad)")
    }
  }

  @Test func `A reminder comes before each evening's own time`() throws {
    let times = try times("Mon..Thu 23:00", "Fri,Sat 00:20")
    let moments = times.eveningMoments(adding: -30).map(\.description)
    #expect(moments == ["Mon..Thu *-*-* 22:30:00", "Fri,Sat *-*-* 23:50:00"])
    let later = times.eveningMoments(adding: 0).map(\.description)
    #expect(later == ["Mon..Thu *-*-* 23:00:00", "Sat,Sun *-*-* 00:20:00"])
    let mornings = times.moments(adding: -30).map(\.description)
    #expect(mornings == ["Mon..Thu *-*-* 22:30:00", "Thu,Fri *-*-* 23:50:00"])
    let same = try self.times("00:10").eveningMoments(adding: -30)
    #expect(same.map(\.description) == ["*-*-* 23:40:00"])
  }

  @Test func `A slot with several moments comes once a day, at the first`() throws {
    var slot = try PlanFixture.slot("rest", "Mon..Thu 22:30", hours: 1, [])
    slot.alsoWhen = [try CalendarExpression("Fri,Sat 23:50"), try CalendarExpression("Sat 21:00")]
    let calendar = DayCalendar(zone: .utc, dayStarts: CivilTime(secondOfDay: 4 * 3600))
    let due = (23...29).map { number in
      slot.due(on: PlanFixture.day("\(number)"), in: calendar).map(PlanFixture.text) ?? "none"
    }
    #expect(
      due == [
        "23T22:30", "24T22:30", "25T22:30", "26T22:30", "27T23:50", "28T21:00", "none",
      ]
    )
  }

  @Test func `Nights are quiet from each evening's lights-out until its own morning`() throws {
    let lightsOut = try times("Mon..Fri 23:00", "Sat 00:30")
    let getUp = try times("Mon..Fri 06:30", "Sat,Sun 09:00")
    let nights = QuietHours(QuietHours.Interval.nights(lightsOut, getUp))
    let end = { (time: String) in
      nights.end(at: try PlanFixture.instant(time), in: .utc).map(PlanFixture.text)
    }
    #expect(try end("23T23:00") == "24T06:30")
    #expect(try end("27T23:30") == "28T09:00")
    #expect(try end("28T23:30") == nil)
    #expect(try end("29T00:30") == "29T09:00")
    // No lights-out is set for Sunday.
    #expect(try end("29T23:30") == nil)
    #expect(try end("30T03:00") == nil)
  }

  @Test func `Lateness is judged by the person's own tolerance`() throws {
    let target = try #require(CivilTime("23:00"))
    let late = try #require(CivilTime("23:20"))
    let strict = Aim(.by(target, tolerance: 15))
    #expect(Aim(strict.description) == strict)
    #expect(strict.description == "by 23:00 +15 1/1")
    for (aim, state) in [(Aim(.by(target)), DayState.done), (strict, .missed)] {
      let entry = HabitHistory.Entry(
        sequence: 1,
        day: PlanFixture.day("23"),
        answer: .timeOfDay(late),
        aim: aim
      )
      let days = HabitDays(
        Habit(PlanFixture.question("sleep", .timeOfDay), aim),
        HabitHistory(entries: [entry]),
        through: PlanFixture.day("23"),
        today: PlanFixture.day("23")
      )
      #expect(days.days.map(\.state) == [state])
    }
  }
}
