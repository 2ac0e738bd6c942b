import Coaching
import TestSupport
import Testing

/// What is planned for a person who wants to be left alone.
@Suite struct PlanSilenceTests {
  static let pauses = Case.table(
    """
    in a pause a prompt waits for its end
      paused 23T09:00; 23T07:30 => waits morning/23 23T09:00, looks 23T09:00
    at the pause's end it begins
      paused 23T09:00; 23T09:00 => begins morning/23 asks sleep, looks 23T10:30
    a pause until its window's end leaves nothing to wait for
      paused 23T11:30; 23T07:30 => paused morning/23, looks 23T10:30
    a pause that held at the window's end excuses it, though nobody looked
      paused 23T12:00; 23T12:30 => \
    begins offer/23 asks offer help, paused morning/23, looks 23T17:30
    a pause asked for inside the window excuses it too
      paused 23T12:00 at 23T08:00; 23T12:30 => \
    begins offer/23 asks offer help, paused morning/23, looks 23T17:30
    a pause of a clock hours ahead excuses what it held at the end
      paused 23T12:00 at 24T08:00; 23T12:30 => \
    begins offer/23 asks offer help, paused morning/23, looks 23T17:30
    a pause that left some of the window excuses nothing
      paused 23T09:00; 23T12:00 => \
    begins offer/23 asks offer help tells morning/23, off morning/23, looks 23T17:30
    what was paused is not told of
      passed morning/23 paused; 23T11:30 => begins offer/23 asks offer help, looks 23T17:30
    the latest pause holds, where it is shorter
      paused 23T12:00; paused 23T09:00; 23T09:00 => begins morning/23 asks sleep, looks 23T10:30
    the latest pause holds, where it is longer
      paused 23T09:00; paused 23T10:00; 23T07:30 => waits morning/23 23T10:00, looks 23T10:00
    resumed, it begins
      paused 23T12:00; undone 1; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    resumed early, it begins though it was given up
      paused 23T12:00; passed morning/23 paused; undone 1; 23T10:00 => \
    begins morning/23 asks sleep, looks 23T10:30
    resumed after its window, it keeps its account
      paused 23T12:00; passed morning/23 paused; undone 1; 23T11:30 => \
    begins offer/23 asks offer help, looks 23T17:30
    resumed by a pause of no length, it begins
      paused 23T12:00; resumed at 23T08:00; 23T08:00 => \
    begins morning/23 asks sleep, looks 23T10:30
    resumed, it begins though the clock was put back since
      paused 23T12:00; resumed at 23T08:00; 23T07:45 => \
    begins morning/23 asks sleep, looks 23T10:30
    resumed by a clock that ran days ahead, it begins
      paused 23T12:00; resumed at 26T08:00; 23T07:30 => \
    begins morning/23 asks sleep, looks 23T10:30
    paused again after that, it waits
      paused 23T12:00; resumed at 23T08:00; paused 23T09:00 at 23T08:10; 23T08:30 => \
    waits morning/23 23T09:00, looks 23T09:00
    the resumption taken back, the pause holds again
      paused 23T10:00; resumed at 23T08:00; undone 2; 23T08:30 => \
    waits morning/23 23T10:00, looks 23T10:00
    the latest taken back, the one before it holds again
      paused 23T10:00; paused 23T09:00; undone 2; 23T09:00 => \
    waits morning/23 23T10:00, looks 23T10:00
    asked for by a clock days ahead, it silences nothing
      paused 26T12:00 at 25T12:00; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    asked for by a clock days ahead, it replaces no other
      paused 23T09:00; paused 26T12:00 at 25T12:00; 23T07:30 => \
    waits morning/23 23T09:00, looks 23T09:00
    asked for by a clock hours ahead, it holds
      paused 23T09:00 at 24T07:00; 23T07:30 => waits morning/23 23T09:00, looks 23T09:00
    what was shown stays, and appears nowhere else
      prompted morning/23; paused 23T09:00; 23T08:00 => hides morning/23, looks 23T09:00
    quiet hours that end in a pause are one with it
      quiet 07:00..08:00; paused 23T09:00; 23T07:30 => waits morning/23 23T09:00, looks 23T09:00
    a pause that ends in quiet hours is one with them
      quiet 08:00..09:00; paused 23T08:30; 23T07:30 => waits morning/23 23T09:00, looks 23T09:00
    """
  )

  static let rests = Case.table(
    """
    on a day away nothing begins
      away 23 23; 23T07:30 => looks 24T04:00
    once its window is over it has its account
      away 23 23; 23T11:30 => away morning/23, looks 24T04:00
    a day away lasts until the next day starts
      away 23 23; 24T03:59 => \
    away morning/23, away offer/23, away work/23, away rest/23, looks 24T04:00
    the first of several days is one of them
      away 23 25; 23T07:30 => looks 24T04:00
    the last of several days is one of them
      away 21 23; 23T07:30 => looks 24T04:00
    the day before is none of them
      away 24 25; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    the day after is none of them
      away 21 22; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    on a day off nothing begins
      off Mon; 23T07:30 => looks 24T04:00
    a day off has its account too
      off Mon; 23T11:30 => day-off morning/23, looks 24T04:00
    another day is no day off
      off Sat,Sun; off 2026-12-25; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    away on a day off is away
      off Mon; away 23 23; 23T11:30 => away morning/23, looks 24T04:00
    what was missed on a day away is not told of
      passed rest/22 off; away 22 22; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    what was missed on a day off is not told of
      passed rest/22 off; off Sun; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    what was missed on the day before an absence is
      passed rest/22 off; away 21 21; 23T07:30 => \
    begins morning/23 asks sleep tells rest/22, looks 23T10:30
    back early, what is in its window begins
      away 23 23; passed morning/23 away; undone 1; 23T12:00 => \
    begins offer/23 asks offer help, looks 23T17:30
    back on its day, what is in its window begins
      away 23 25; returned 23; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    back on a later day than its first, too
      away 21 25; returned 23; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    what was missed on the days before that is not told of
      passed rest/22 off; away 21 25; returned 23; 23T07:30 => \
    begins morning/23 asks sleep, looks 23T10:30
    the return taken back, the rest of it is away again
      away 21 25; returned 23; undone 2; 23T07:30 => looks 24T04:00
    of two absences one is taken back
      away 23 23; away 22 24; undone 1; 23T07:30 => looks 24T04:00
    what is on the screen leaves it
      prompted morning/23; away 23 23; 23T08:00 => rest morning/23, looks 24T04:00
    back early, it comes again
      prompted morning/23; away 23 23; undone 2; 23T08:00 => appears morning/23, looks 23T10:30
    """
  )

  static let late = Case.table(
    """
    to be shown late, it begins after its window
      late morning show; passed offer/23 answered; 23T12:00 => \
    begins morning/23 asks sleep, looks 23T17:30
    to be shown late, it begins until the day ends
      late rest show; passed morning/23 answered; passed offer/23 answered; \
    passed work/23 answered; 24T03:59 => begins rest/23, looks 24T04:00
    when the day has ended it is missed
      late rest show; passed morning/23 answered; passed offer/23 answered; \
    passed work/23 answered; 24T04:00 => off rest/23, looks 24T07:30
    shown late, it stays until the day ends
      late rest show; passed morning/23 answered; passed offer/23 answered; \
    passed work/23 answered; prompted rest/23; 24T03:59 => appears rest/23, looks 24T04:00
    to be shown late, it waits for the end of quiet hours as long
      late morning show; quiet 07:00..12:00; 23T10:00 => \
    waits morning/23 23T12:00, looks 23T10:30
    to be shown late, it ends with the day's messages all the same
      late morning show; passed offer/23 answered; passed work/23 answered; 23T22:30 => \
    begins rest/23 tells morning/23, day-ended morning/23, looks 24T04:00
    for the digest, it is missed and told of
      late morning digest; 23T11:30 => \
    begins offer/23 asks offer help tells morning/23, off morning/23, looks 23T17:30
    to be dropped, it still has its window
      late morning drop; 23T10:29 => begins morning/23 asks sleep, looks 23T10:30
    dropped, it is not told of
      late morning drop; 23T11:30 => \
    begins offer/23 asks offer help, dropped morning/23, looks 23T17:30
    dropped before, it is not told of either
      passed morning/23 dropped; 23T11:30 => begins offer/23 asks offer help, looks 23T17:30
    dropped for quiet hours
      late morning drop; quiet 07:00..12:00; 23T07:30 => dropped morning/23, looks 23T10:30
    dropped with the day's messages
      late work drop; passed morning/23 answered; passed offer/23 answered; 23T22:30 => \
    begins rest/23, dropped work/23, looks 24T04:00
    what was answered is not dropped
      late offer drop; prompted morning/23; answered offer 23; answered help 23; 23T10:30 => \
    appears morning/23, answered offer/23, looks 23T11:30
    what was paused is not dropped
      late morning drop; paused 23T11:30; 23T07:30 => paused morning/23, looks 23T10:30
    what rests is not dropped
      late morning drop; away 23 23; 23T11:30 => away morning/23, looks 24T04:00
    """
  )

  static let clocks = Case.table(
    """
    a clock that was not set says nothing
      starts 23T09:00; 23T08:59:59 => looks 24T04:00
    nor does it judge or take away
      starts 23T14:00; prompted offer/23; 23T13:30 => looks 24T04:00
    once it is set, what is in its window begins
      starts 23T09:00; 23T09:00 => begins morning/23 asks sleep, looks 23T10:30
    what a clock missed that ran ahead is not told of before its time
      passed rest/22 off at 25T08:00; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    when its time has come it is told of
      passed rest/22 off at 23T08:00; prompted morning/23; 23T10:30 => \
    begins offer/23 asks offer help tells rest/22, appears morning/23, looks 23T11:30
    and once only
      passed rest/22 off at 23T08:00; prompted morning/23 telling rest/22; 23T10:30 => \
    begins offer/23 asks offer help, appears morning/23, looks 23T11:30
    """
  )

  @Test(arguments: pauses) func `In a pause nothing is said`(_ row: Case) throws {
    try row.checkPlan()
  }

  @Test(arguments: rests) func `A day of rest neither counts nor nags`(_ row: Case) throws {
    try row.checkPlan()
  }

  @Test(arguments: late) func `What is late goes by its slot's policy`(_ row: Case) throws {
    try row.checkPlan()
  }

  @Test(arguments: clocks) func `A clock that is wrong tells nothing twice`(_ row: Case) throws {
    try row.checkPlan()
  }

  @Test func `The next moment is none that a pause covers or a day of rest has`() throws {
    for (given, next) in [
      ("paused 23T12:00", "offer/23 23T12:00"), ("away 23 24", "morning/25 25T07:30"),
      ("off Mon,Tue,Wed,Thu,Fri", "morning/28 28T07:30"),
      ("paused 24T07:30", "morning/24 24T07:30"),
    ] {
      var scene = try PlanFixture()
      try scene.happened(given)
      let found = try #require(try scene.plan("23T05:00").next, "\(given)")
      #expect("\(PlanFixture.text(found.id)) \(PlanFixture.text(found.at))" == next, "\(given)")
    }
  }
}
