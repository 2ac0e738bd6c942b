import CivilCalendar
import Statistics
import TestSupport
import Testing

/// Workdays beside free days against the R package `mctq`.
@Suite struct SocialJetlagTests {
  private func hours(_ text: String) throws -> Double {
    Double(try time(text).secondOfDay) / 3600
  }

  private func sleep(_ text: Substring) throws -> SocialJetlag.Sleep {
    let ends = text.split(separator: "-")
    return SocialJetlag.Sleep(onset: try hours(String(ends[0])), end: try hours(String(ends[1])))
  }

  static let weeks = Case.table(
    """
    Later and longer on free days.
    23:45-06:30 01:00-09:30 5 = 7.25 03:07:30 05:15 04:37:30 2.125 1.25 2.5
    The same on all days.
    22:30-06:30 22:30-06:30 5 = 8 02:30 02:30 02:30 0 0 0
    Four workdays.
    23:00-06:00 03:00-12:00 4 = 7.857142857 02:30 07:30 06:55:43 5 4 3.428571429
    """
  )

  @Test(arguments: weeks)
  func `A week of workdays and free days`(_ week: Case) throws {
    let given = week.given[0].split(separator: " ")
    let type = SocialJetlag(
      work: try sleep(given[0]),
      free: try sleep(given[1]),
      workDays: try #require(Int(given[2]))
    )
    let expected = week.expected.split(separator: " ").map(String.init)
    #expect(isNear(type.weekDuration, try #require(Double(expected[0])), 1e-9))
    let middles = [type.work.middle, type.free.middle, type.correctedMiddle]
    for (middle, text) in zip(middles, expected[1...3]) {
      #expect(isNear(middle, try hours(text), 0.5 / 3600), "\(middle) for \(text)")
    }
    let others = [type.jetlag, type.correctedJetlag, type.weeklyLoss]
    for (number, text) in zip(others, expected[4...6]) {
      #expect(isNear(number, try #require(Double(text)), 1e-9), "\(number) for \(text)")
    }
  }

  @Test func `What is slept to catch up is taken out of the middle`() throws {
    let weeks: [(String, Double, Double, Int, Double)] = [
      ("04:00", 6, 8, 5, 3 + 17.0 / 60 + 8.571429 / 3600),
      ("23:30", 7, 9, 3, 23 + 4.0 / 60 + 17.142857 / 3600), ("02:15", 9, 7, 5, 2.25),
    ]
    for (middle, work, free, days, expected) in weeks {
      let corrected = SocialJetlag.correctedMiddle(
        ofFree: try hours(middle),
        work: work,
        free: free,
        workDays: days
      )
      #expect(isNear(corrected, expected, 1e-9), "\(middle)")
    }
  }

  static let jetlags = Case.table(
    """
    Over midnight.
    23:00; 02:00 = 3
    Earlier on free days.
    05:00; 03:00 = -2
    By day.
    11:00; 18:30 = 7.5
    Far earlier.
    22:00; 17:30 = -4.5
    Back over midnight.
    04:30; 23:30 = -5
    Half a day is taken as later.
    00:00; 12:00 = 12
    From either side.
    12:00; 00:00 = 12
    """
  )

  @Test(arguments: jetlags)
  func `Social jetlag goes the shorter way round`(_ case: Case) throws {
    let work = try hours(`case`.given[0])
    let jetlag = SocialJetlag.jetlag(work: work, free: try hours(`case`.given[1]))
    #expect(isNear(jetlag, try #require(Double(`case`.expected)), 1e-9))
  }

  @Test func `The middle of sleep`() throws {
    let nights = [("22:00", 8.0, "02:00"), ("23:30", 8, "03:30"), ("04:15", 6.5, "07:30")]
    for (onset, duration, middle) in nights {
      let ours = SocialJetlag.middle(onset: try hours(onset), duration: duration)
      #expect(isNear(ours, try hours(middle), 1e-9), "\(onset)")
    }
  }

  @Test func `Sleep that is shorter on free days and ends later is compared by its ends`() {
    let work = SocialJetlag.Sleep(onset: 22, end: 6)
    let free = SocialJetlag.Sleep(onset: 25, end: 7.5)
    #expect(SocialJetlag(work: work, free: free, workDays: 5).correctedJetlag == 1.5)
    let early = SocialJetlag.Sleep(onset: 23, end: 5)
    #expect(SocialJetlag(work: work, free: early, workDays: 5).correctedJetlag == 1)
  }

  static let phases: [(middles: String, reference: Double?, hours: Double)] = [
    ("03:00 03:15 02:45 03:30 03:00 05:00 04:45", 3.5, 1.0811338115),
    ("03:00 03:15 02:45 03:30 03:00 05:00 04:45", nil, 1.0957017919),
    ("23:50 00:10 23:40", 0, 0.4868016044),
  ]

  @Test(arguments: phases)
  func `How far the middle of sleep moves`(
    _ phase: (middles: String, reference: Double?, hours: Double)
  ) throws {
    let middles = try phase.middles.split(separator: " ").map { try hours(String($0)) }
    let deviation = try #require(PhaseDeviation.hours(of: middles, around: phase.reference))
    #expect(isNear(deviation, phase.hours, 1e-9), "\(deviation)")
    if phase.reference == nil {
      #expect(isNear(try #require(CircularMean(hours: middles).meanHours), 3.6020480114, 1e-9))
    }
  }

  @Test func `One night does not move, and opposite ones have no place`() {
    #expect(PhaseDeviation.hours(of: [3]) == nil)
    #expect(PhaseDeviation.hours(of: [0, 12]) == nil)
  }

  @Test func `A diary night has its times in and out`() throws {
    let night = DiaryNight(
      intoBed: try time("22:30"),
      triedToSleep: try time("23:00"),
      latency: 20,
      awake: 15,
      lastAwakening: try time("06:30"),
      outOfBed: try time("06:45")
    )
    #expect(night.inBed == 495)
    #expect(night.asleep == 415)
    #expect(isNear(try #require(night.efficiency), 83.838384))
    var none = night
    none.outOfBed = none.intoBed
    #expect(none.efficiency == nil)
  }

  @Test func `Automaticity settles on a day`() {
    let curve = Automaticity(plateau: 30, rise: 25, rate: 0.05)
    #expect(isNear(curve.settledDay, 56.268214))
    #expect(isNear(curve.value(on: curve.settledDay), 0.95 * 30, 1e-9))
    #expect(isNear(Automaticity.rate(settledOn: 66), 0.0453898829, 1e-10))
  }
}
