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

  /// Sleep on workdays; on free days = the middle of both, and how much later the second is.
  static let weeks = Case.table(
    """
    Later and longer on free days.
    23:45-06:30; 01:00-09:30 = 03:07:30 05:15 2.125
    The same on all days.
    22:30-06:30; 22:30-06:30 = 02:30 02:30 0
    Far later on free days.
    23:00-06:00; 03:00-12:00 = 02:30 07:30 5
    """
  )

  @Test(arguments: weeks)
  func `A week of workdays and free days`(_ week: Case) throws {
    let nights = try week.given.map { try sleep(Substring($0)) }
    let expected = week.expected.split(separator: " ").map(String.init)
    for (night, text) in zip(nights, expected) {
      #expect(isNear(night.middle, try hours(text), 0.5 / 3600), "\(night.middle) for \(text)")
    }
    let jetlag = SocialJetlag.jetlag(work: nights[0].middle, free: nights[1].middle)
    #expect(isNear(jetlag, try #require(Double(expected[2])), 1e-9), "\(jetlag)")
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
      let onset = try hours(onset)
      let ours = SocialJetlag.Sleep(onset: onset, end: onset + duration).middle
      #expect(isNear(ours, try hours(middle), 1e-9), "\(onset)")
    }
  }
}
