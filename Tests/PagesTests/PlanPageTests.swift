import Application
import Coaching
import Pages
import TestSupport
import Testing

/// What the plan says of moments that have come.
@Suite struct PlanPageTests {
  @Test(arguments: [
    (PassReason.missedOff, "  07:30–11:30 Morning: sleep; over: the machine was off"),
    (.missedAbsent, "  07:30–11:30 Morning: sleep; over: you were not there"),
    (.dayEnded, "  07:30–11:30 Morning: sleep; comes after the day's messages have ended"),
  ])
  func `A window that is over is no quiet one, and no clock shows seconds`(
    _ why: PassReason,
    _ shown: String
  ) throws {
    let workspace = try PersonFixture(.english).workspace
    var ahead = try workspace.daysAhead(from: workspace.today, count: 1)
    let due = workspace.calendar.start(of: workspace.today).adding(seconds: 3 * 3600 + 1825)
    var moment = try #require(ahead.days[0].moments.first { $0.id.slot == "morning" })
    (moment.due, moment.until) = (due, due.adding(seconds: 4 * 3600))
    (moment.opens, moment.passing, moment.carries) = (nil, why, ["sleep"])
    ahead.days[0].moments = [moment]
    let lines = Terminal(width: 88, isPlain: true).lines(of: ahead.page(in: workspace))
    #expect(lines.contains(shown), "\(lines)")
  }
}
