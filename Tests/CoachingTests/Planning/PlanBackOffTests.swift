import Coaching
import TestSupport
import Testing

/// What is planned for a person who does not react.
@Suite struct PlanBackOffTests {
  static let plans = Case.table(
    """
    the first day in vain goes on
      since 22T04:00; prompted morning/23; 23T10:30 => \
    begins offer/23 asks offer help, appears morning/23, looks 23T11:30
    on the day after nothing is said, and that is its account
      since 21T04:00; prompted offer/22; 23T07:30 => \
    settles offer/22, backed-off morning/23, looks 23T10:30
    what is held back is not missed, whatever else was
      since 20T04:00; prompted offer/21; quiet 07:00..12:00; prompted morning/23; 23T10:30 => \
    hides morning/23, settles offer/21, backed-off offer/23, looks 23T11:30
    nor told of
      since 19T04:00; prompted offer/20; passed offer/21 backed-off; passed morning/22 backed-off; \
    passed offer/22 backed-off; passed rest/22 backed-off at 23T03:00; 23T07:30 => \
    begins morning/23 asks sleep, settles offer/20, looks 23T10:30
    on the day that has its turn all is one prompt
      since 20T04:00; prompted offer/21; prompted morning/23; \
    passed rest/22 backed-off at 23T04:00; 23T10:30 => \
    appears morning/23, settles offer/21, backed-off offer/23, looks 23T11:30
    the first that can be shown
      since 20T04:00; prompted offer/21; passed rest/22 backed-off at 23T04:00; 23T11:00 => \
    begins morning/23 asks sleep, settles offer/21, backed-off offer/23, looks 23T17:30
    though the first of the day was over
      since 20T04:00; prompted offer/21; passed morning/23 off at 23T12:00; 23T12:30 => \
    begins offer/23 asks offer help tells morning/23, settles offer/21, looks 23T17:30
    the bell for lights-out is held back too
      since 20T04:00; prompted offer/21; passed work/23 backed-off at 23T18:00; 23T22:30 => \
    settles offer/21, backed-off rest/23, looks 24T04:00
    at a sign of life what was held back comes in its window
      since 21T04:00; prompted offer/22; passed morning/23 backed-off; \
    answered energy 22 at 23T09:00; 23T09:00 => \
    begins morning/23 asks sleep, settles offer/22, looks 23T10:30
    a day of rest is accounted for as that
      since 21T04:00; prompted offer/22; away 23 23; 23T11:30 => \
    settles offer/22, away morning/23, looks 24T04:00
    in quiet hours a day that has its turn waits
      since 20T04:00; prompted offer/21; passed rest/22 backed-off at 23T04:00; \
    quiet 07:00..09:00; 23T07:30 => settles offer/21, waits morning/23 23T09:00, looks 23T09:00
    """
  )

  @Test(arguments: plans) func `Who does not react hears less`(_ row: Case) throws {
    try row.checkPlan()
  }

  /// What comes next at an instant, and which moments of some days are to come.
  @Test func `It is said when the next prompt comes, and which are held back`() throws {
    var scene = try PlanFixture()
    for given in ["since 19T04:00", "prompted offer/20", "prompted morning/22"] {
      try scene.happened(given)
    }
    let now = try PlanFixture.instant("23T12:00")
    let next = try #require(scene.coach.plan(at: now, for: scene.context).next)
    #expect("\(PlanFixture.text(next.id)) \(PlanFixture.text(next.at))" == "morning/24 24T07:30")
    let moments = scene.coach.moments(
      from: PlanFixture.day("24"),
      days: 5,
      at: now,
      for: scene.context
    )
    let coming = moments.filter { $0.passing == nil }.map { PlanFixture.text($0.id) }
    #expect(coming == ["morning/24", "morning/26", "morning/28"])
    #expect(moments.filter { $0.passing == .backedOff }.count == moments.count - 3)
  }

  @Test func `The journal says it once, and again when it becomes rarer`() throws {
    let desk = try RecordingWorld("23T07:30")
    try desk.scene.happened("since 19T04:00")
    try desk.scene.happened("prompted offer/22")
    var session = desk.session
    session.look()
    #expect(desk.done().filter { $0.hasPrefix("says every") } == ["says every 2 days"])
    desk.now = try PlanFixture.instant("23T10:30")
    session.look()
    #expect(desk.done().filter { $0.hasPrefix("says every") }.isEmpty)
    for day in [18, 19, 20, 21] { try desk.scene.happened("prompted offer/\(day)") }
    session.look()
    #expect(desk.done().filter { $0.hasPrefix("says every") } == [])
  }
}
