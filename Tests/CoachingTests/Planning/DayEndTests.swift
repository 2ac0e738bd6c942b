import Coaching
import TestSupport
import Testing

/// What ends the day ends the day that the person lives, whenever that is and their day starts.
@Suite struct DayEndTests {
  /// Somebody with the three slots of the defaults, in UTC.
  private func context(
    lightsOut: String,
    getUp: String? = nil,
    dayStarts: String = "04:00",
    quiet: Bool = false
  ) throws -> PlanningContext {
    let lights = try times(lightsOut)
    let light = try #require(lights.usual)
    let bell = CalendarExpression(at: light.adding(seconds: -1800))
    let slots = [
      try PlanFixture.slot("morning", "07:30", hours: 4, ["tip"]),
      try PlanFixture.slot("offer", "10:30", hours: 3, ["offer"]),
      try PlanFixture.slot("work", "17:30", hours: 4, ["energy"]),
      Slot(
        name: "rest",
        when: bell,
        windowSeconds: 1800,
        late: .drop,
        carries: ["rest"],
        endsDay: true
      ),
    ]
    var profile = Profile(lightsOut: lights)
    profile.getUp = try getUp.map(times)
    var hours = QuietHours.none
    if quiet, let getUp = profile.getUp {
      hours = QuietHours(QuietHours.Interval.nights(lights, getUp))
    }
    return PlanningContext(
      schedule: Schedule(slots: slots, dayStarts: try time(dayStarts), quiet: hours),
      teaching: PlanFixture.teaching,
      zone: .utc,
      profile: profile
    )
  }

  private func times(_ texts: String) throws -> WeeklyTimes {
    try #require(WeeklyTimes(texts.split(separator: ";").map(String.init)))
  }

  /// The prompts of a week that a person who never answers is shown, with how often.
  private func shown(_ context: PlanningContext) throws -> [String: Int] {
    let start = try PlanFixture.instant("16T00:00")
    var coach = Coach(since: start.adding(seconds: -86_400))
    var (counts, sequence): ([String: Int], Int64) = ([:], 0)
    for step in 0..<(8 * 24 * 12) {
      let now = start.adding(seconds: Int64(step) * 300)
      let plan = coach.plan(at: now, for: context)
      var events = plan.begins.map(Event.prompted)
      events += plan.passed.map { Event.passed($0.id, $0.passing) }
      // Somebody who gives a sign of life hears of it every day.
      if !events.isEmpty { events.append(.rated(tip: "smile", .useful)) }
      for event in events {
        sequence += 1
        let day = context.calendar.day(at: now)
        coach.apply(
          Fact(
            sequence: sequence,
            id: "\(sequence)",
            instant: now,
            zone: "UTC",
            day: day,
            event: event
          )
        )
      }
      if step >= 24 * 12 { for prompt in plan.begins { counts[prompt.id.slot, default: 0] += 1 } }
    }
    return counts
  }

  static let hours = [
    "04:15", "04:30", "04:45", "09:00", "11:30", "12:00", "23:00", "00:30", "03:00",
  ]
  static let starts = ["04:00", "00:00", "06:00", "09:00", "12:00", "15:00", "20:00"]

  @Test(arguments: hours, starts)
  func `The day's messages come whenever the light goes out and the day starts`(
    _ lightsOut: String,
    _ dayStarts: String
  ) throws {
    let context = try context(lightsOut: lightsOut, dayStarts: dayStarts)
    let counts = try shown(context)
    // What is due while the bell rings, or in the night after it where the day has one, is not.
    for (slot, due) in [("morning", "07:30"), ("offer", "10:30"), ("work", "17:30")] {
      let after = Lateness(of: try time(due), after: try time(lightsOut)).minutes + 30
      let isNear = (0..<330).contains(after)
      if !isNear { #expect(counts[slot] ?? 0 >= 6, "\(slot): \(counts)") }
    }
    #expect(counts["rest"] ?? 0 >= 6, "\(counts)")
  }

  @Test func `What comes soon after an early end is the next day's, after a late one nobody's`()
    throws
  {
    let early = try shown(try context(lightsOut: "09:00"))
    #expect(early["offer"] ?? 0 >= 6, "\(early)")
    let late = try shown(try context(lightsOut: "09:00", dayStarts: "12:00"))
    #expect(late["offer"] ?? 0 == 0, "\(late)")
  }

  @Test(arguments: hours, starts)
  func `What is foreseen is what comes, and nothing else`(
    _ lightsOut: String,
    _ dayStarts: String
  ) throws {
    for getUp in [nil, try time(lightsOut).adding(seconds: 8 * 3600).description] {
      let context = try context(
        lightsOut: lightsOut,
        getUp: getUp,
        dayStarts: dayStarts,
        quiet: true
      )
      let counts = try shown(context)
      let days = (17...22).map { PlanFixture.day("\($0)") }
      let now = try PlanFixture.instant("16T00:00")
      let foreseen = days.flatMap { day in
        Coach().moments(from: day, days: 1, at: now, for: context)
      }.filter { $0.opens != nil }
      for slot in ["morning", "offer", "work"] {
        let expected = foreseen.count { $0.id.slot == slot }
        let came = counts[slot] ?? 0
        #expect(expected == 0 ? came == 0 : came >= expected, "\(slot): \(expected), \(counts)")
      }
    }
  }

  static let misfits: [(lightsOut: String, getUp: String?, starts: String, told: String?)] = [
    ("23:00", "07:00", "04:00", nil), ("23:00", nil, "04:00", nil), ("03:30", nil, "04:00", nil),
    ("09:00", nil, "12:00", nil), ("09:00", "17:00", "12:00", nil),
    ("09:00", nil, "04:00", "lights-out 09:00 beginning 04:00 12:00"),
    ("04:45", "13:00", "04:00", "lights-out 04:45 beginning 04:00 07:00"),
    ("12:00", nil, "04:00", "lights-out 12:00 beginning 04:00 15:00"),
    ("15:00", "23:00", "04:00", "lights-out 15:00 beginning 04:00 18:00"),
    ("19:00", "03:00", "04:00", "get-up 03:00 end 04:00 22:00"),
    ("22:00", "06:00", "15:00", "lights-out 22:00 beginning 15:00 01:00"),
    // Four nights of work: no hour is for all, and what is best for most is not complained of.
    (
      "Mon..Thu 09:30;Fri..Sun 01:00", "Tue..Fri 16:30;Sat,Sun,Mon 09:00", "04:00",
      "lights-out 09:30 beginning 04:00 12:00"
    ),
    ("Mon..Thu 09:30;Fri..Sun 01:00", "Tue..Fri 16:30;Sat,Sun,Mon 09:00", "12:00", nil),
    (
      "Mon,Tue 09:30;Wed..Sun 01:00", "Tue,Wed 16:30;Thu..Sun,Mon 09:00", "04:00", nil
    ),
  ]

  @Test(arguments: misfits)
  func `A day that starts at a wrong hour is told, with a better one`(
    _ row: (lightsOut: String, getUp: String?, starts: String, told: String?)
  ) throws {
    let context = try context(lightsOut: row.lightsOut, getUp: row.getUp, dayStarts: row.starts)
    let told = context.advice(at: try PlanFixture.instant("23T12:00")).compactMap { advice in
      if case .dayStartsWrong(let misfit) = advice { misfit } else { nil }
    }
    let words = told.map { misfit in
      let place = misfit.description.contains("beginning") ? "beginning" : "end"
      return "\(misfit.own.rawValue) \(misfit.time) \(place) \(misfit.dayStarts) \(misfit.proposed)"
    }
    #expect(words == (row.told.map { [$0] } ?? []))
    for misfit in told {
      let better = try self.context(
        lightsOut: row.lightsOut,
        getUp: row.getUp,
        dayStarts: "\(misfit.proposed)"
      )
      let again = better.advice(at: try PlanFixture.instant("23T12:00"))
      #expect(!again.contains { if case .dayStartsWrong = $0 { true } else { false } })
    }
  }

  @Test func `It is said in words that can be followed`() throws {
    let context = try context(lightsOut: "09:00")
    #expect(
      context.advice(at: try PlanFixture.instant("23T12:00")).map(\.description).contains(
        "lights-out 09:00 comes at the beginning of your day, which starts at 04:00; "
          + "set “day-starts” to 12:00"
      )
    )
  }
}
