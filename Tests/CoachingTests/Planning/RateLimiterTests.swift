import TestSupport
import Testing

@testable import Coaching

/// How much is said in a day, and how far apart.
@Suite struct RateLimiterTests {
  static let counts = Case.table(
    """
    three a day, and the fourth is passed with its own reason
      limits 3 1s; slot lunch 13:00; prompted morning/23; prompted offer/23; prompted lunch/23; \
    23T17:30 => \
    settles morning/23, settles offer/23, settles lunch/23, limit work/23, looks 23T22:30
    the bell for lights-out is none of the three
      limits 3 1s; prompted morning/23; prompted offer/23; prompted work/23; 23T22:30 => \
    begins rest/23, hides work/23, settles morning/23, settles offer/23, looks 23T23:30
    and takes none of the three from the others
      limits 3 1s; slot late 23:30; prompted morning/23; prompted offer/23; prompted rest/23; \
    passed work/23 answered; 23T23:30 => settles morning/23, settles offer/23, settles rest/23, \
    day-ended late/23, looks 24T04:00
    where it asks something it is one of them
      limits 1 1s; slot last 22:40; asking last; prompted morning/23; passed offer/23 limit; \
    passed work/23 limit; prompted rest/23; 23T22:40 => \
    appears rest/23, settles morning/23, limit last/23, looks 23T23:30
    the prompts of the day before are of another day
      limits 1 1s; prompted offer/22; prompted rest/22; since 15T04:00; 23T07:30 => \
    begins morning/23 asks sleep, settles offer/22, settles rest/22, looks 23T10:30
    what is too many is not missed, though nobody was there
      limits 1 1s; prompted morning/23; 23T14:00 => \
    settles morning/23, limit offer/23, looks 23T17:30
    nor is it told of
      limits 1 1s; prompted morning/23; passed offer/23 limit; passed work/23 limit; 23T22:30 => \
    begins rest/23, settles morning/23, looks 24T04:00
    allowed more, it comes in its window
      limits 4 1s; passed offer/23 limit; prompted morning/23; 23T11:00 => \
    begins offer/23 asks offer help, appears morning/23, looks 23T11:30
    what was answered before it came is none of them
      limits 1 1s; answered sleep 22; passed morning/23 answered; 23T10:30 => \
    begins offer/23 asks offer help, looks 23T17:30
    """
  )

  static let distances = Case.table(
    """
    what comes too soon after another waits until the span is over
      limits 3 90min; prompted morning/23 at 23T10:00; 23T10:30 => \
    appears morning/23, waits offer/23 23T11:30, looks 23T11:30
    and comes then
      limits 3 90min; prompted morning/23 at 23T10:00; 23T11:30 => \
    begins offer/23 asks offer help, settles morning/23, looks 23T17:30
    where its window is over before, it is passed with its own reason
      limits 3 90min; window offer 30min; prompted morning/23 at 23T10:00; 23T10:30 => \
    appears morning/23, near offer/23, looks 23T11:30
    where its window ends with the span, too
      limits 3 90min; window offer 1h; prompted morning/23 at 23T10:00; 23T10:30 => \
    appears morning/23, near offer/23, looks 23T11:30
    a window that ends with the day's messages is no longer than they
      limits 3 90min; passed morning/23 answered; prompted offer/23 at 23T21:30; \
    window offer 20h; 23T21:40 => settles offer/23, near work/23, looks 23T22:30
    what was to come when the day's messages had ended was not too near
      limits 9 90min; slot late 23:00; prompted morning/23; prompted offer/23; prompted rest/23; \
    prompted work/23 at 23T22:10; 23T23:00 => appears rest/23, hides work/23, settles morning/23, \
    settles offer/23, day-ended late/23, looks 23T23:30
    of two that could begin at once the first does
      limits 3 90min; 23T11:00 => \
    begins morning/23 asks sleep, waits offer/23 23T12:30, looks 23T12:30
    the bell for lights-out waits for nobody
      limits 3 90min; prompted morning/23; prompted offer/23; prompted work/23 at 23T22:00; \
    23T22:30 => begins rest/23, hides work/23, settles morning/23, settles offer/23, looks 23T23:30
    and nobody for it
      limits 3 90min; slot late 22:40; asking late; prompted morning/23; prompted offer/23; \
    passed work/23 answered; prompted rest/23 at 23T22:30; 23T22:40 => begins late/23 asks energy, \
    appears rest/23, settles morning/23, settles offer/23, looks 23T23:30
    what the person put off comes back when they said
      limits 3 90min; prompted morning/23 at 23T07:30; prompted offer/23 at 23T10:30; \
    snoozed morning/23 23T11:00; 23T11:00 => appears morning/23, appears offer/23, looks 23T13:30
    another keeps its distance from that
      limits 3 90min; prompted morning/23 at 23T07:30; snoozed morning/23 23T10:20; 23T10:30 => \
    appears morning/23, waits offer/23 23T11:50, looks 23T11:50
    what a clock decided that ran ahead keeps nobody away
      limits 3 90min; prompted morning/23 at 25T10:00; 23T10:30 => \
    begins offer/23 asks offer help, appears morning/23, looks 23T11:30
    what was too near to the end of its window was not missed
      limits 3 90min; window offer 1h; prompted morning/23 at 23T10:15; 23T12:00 => \
    settles morning/23, near offer/23, looks 23T17:30
    what could have come after the span was
      limits 3 90min; prompted morning/23 at 23T10:15; 23T13:30 => \
    settles morning/23, off offer/23, looks 23T17:30
    without a distance two begin at once
      limits 3 0; 23T11:00 => \
    begins morning/23 asks sleep, begins offer/23 asks offer help, looks 23T17:30
    """
  )

  @Test(arguments: counts) func `A day has so many prompts at most`(_ row: Case) throws {
    try row.checkPlan()
  }

  @Test(arguments: distances) func `Prompts keep their distance`(_ row: Case) throws {
    try row.checkPlan()
  }

  @Test func `What the person asked to be reminded of comes, however much was said`() throws {
    var scene = try PlanFixture()
    for given in ["limits 1 90min", "prompted morning/23 at 23T10:00"] { try scene.happened(given) }
    for until in ["23T11:00", "23T13:00"] {
      let due = try PlanFixture.instant("23T10:30")
      let id = PromptID(slot: "promise-1", day: PlanFixture.day("23"))
      let reminder = PromptContent(id: id, due: due, until: try PlanFixture.instant(until))
      let planner = Planner(scene.coach, scene.context, at: due)
      let limited = planner.limited([(id, .begins(reminder))], by: RateLimiter(planner))
      let begins = limited.filter { if case .begins = $0.verdict { true } else { false } }
      #expect(begins.map(\.id) == [id] && limited.count == 1, "\(until)")
    }
  }

  /// What comes next at an instant.
  static let next = Case.table(
    """
    what is too many is not announced
      limits 1 1s; prompted morning/23; 23T08:00 => rest/23 23T22:30
    what has to wait is announced for then
      limits 3 4h; prompted morning/23 at 23T07:30; 23T08:00 => offer/23 23T11:30
    what waits already is, too
      limits 3 90min; prompted morning/23 at 23T10:00; 23T10:30 => offer/23 23T11:30
    """
  )

  @Test(arguments: next) func `What comes next keeps to the limits`(_ row: Case) throws {
    var scene = try PlanFixture()
    for given in row.given.dropLast() { try scene.happened(given) }
    let now = try #require(row.given.last)
    let next = try #require(try scene.plan(now).next)
    #expect("\(PlanFixture.text(next.id)) \(PlanFixture.text(next.at))" == row.expected)
  }
}
