import Coaching
import TestSupport
import Testing

/// What is planned, given the quiet hours, what happened before, and when it is.
@Suite struct PlanTests {
  static let windows = Case.table(
    """
    before its moment a prompt is still to come
      23T07:29:59 => looks 23T07:30
    at its moment it begins
      23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    after being off it begins late, inside its window
      23T10:29 => begins morning/23 asks sleep, looks 23T10:30
    two begin in the order of their moments
      23T11:29 => begins morning/23 asks sleep, begins offer/23 asks offer help, looks 23T17:30
    at the window's end it is missed, and told of by the next
      23T11:30 => begins offer/23 asks offer help tells morning/23, off morning/23, looks 23T17:30
    what is missed alone waits for a prompt to tell of it
      prompted offer/23; 23T13:30 => settles offer/23, off morning/23, looks 23T17:30
    what has begun does not begin again
      prompted morning/23; 23T08:00 => appears morning/23, looks 23T10:30
    it looks again when what is shown is over
      prompted offer/23; prompted morning/23; 23T11:00 => \
    appears offer/23, appears morning/23, looks 23T11:30
    what is over is taken away
      prompted morning/23; prompted offer/23; 23T11:30 => \
    appears offer/23, settles morning/23, looks 23T13:30
    until 04:00 it is the day before
      prompted rest/23; prompted work/23; prompted offer/23; prompted morning/23; 24T03:59 => \
    settles rest/23, settles work/23, settles offer/23, settles morning/23, looks 24T04:00
    on a Saturday no work ends
      prompted offer/28; prompted morning/28; passed rest/27 off at 28T04:00; 28T17:30 => \
    settles offer/28, settles morning/28, looks 28T22:30
    """
  )

  static let quiet = Case.table(
    """
    in quiet hours a prompt waits for their end
      quiet 23:00..08:00; 23T07:30 => waits morning/23 23T08:00, looks 23T08:00
    the end of quiet hours is no quiet hour
      quiet 23:00..08:00; 23T08:00 => begins morning/23 asks sleep, looks 23T10:30
    quiet hours run over midnight
      quiet 22:45..08:00; prompted rest/23; prompted work/23; passed morning/23 answered; \
    passed offer/23 answered; 23T22:50 => hides rest/23, hides work/23, looks 23T23:30
    a prompt that quiet hours cover to its window's end is missed
      quiet 10:00..13:30; prompted morning/23; 23T10:30 => \
    hides morning/23, quiet offer/23, looks 23T11:30
    what will be held back is looked at when it is due, to say so
      quiet 10:00..12:00; prompted morning/23; 23T09:00 => appears morning/23, looks 23T10:30
    what was shown stays, and appears nowhere else
      quiet 08:30..09:30; prompted morning/23; 23T09:00 => hides morning/23, looks 23T09:30
    """
  )

  static let dayEnd = Case.table(
    """
    a second before the wind-down the day goes on
      passed morning/23 off; passed offer/23 off; 23T22:29:59 => \
    begins work/23 asks energy tells morning/23 offer/23, looks 23T22:30
    the wind-down ends the day's messages
      passed morning/23 answered; passed offer/23 answered; 23T22:30 => \
    begins rest/23 tells work/23, day-ended work/23, looks 24T04:00
    after the wind-down nothing appears where it was not
      prompted rest/23; prompted work/23; prompted offer/23; prompted morning/23; 23T22:45 => \
    appears rest/23, hides work/23, settles offer/23, settles morning/23, looks 23T23:30
    """
  )

  static let answers = Case.table(
    """
    what is answered before does not come
      prompted morning/23; answered offer 23; answered help 23; 23T10:30 => \
    appears morning/23, answered offer/23, looks 23T11:30
    half an answer leaves the other half to be asked
      prompted morning/23; answered offer 23; 23T10:30 => \
    begins offer/23 asks help, appears morning/23, looks 23T11:30
    the answer of another day is none
      prompted morning/23; answered offer 22; 23T10:30 => \
    begins offer/23 asks offer help, appears morning/23, looks 23T11:30
    sleep is asked about the evening before
      answered sleep 22; 23T07:30 => begins morning/23, looks 23T10:30
    sleep of this evening answers tomorrow's question
      answered sleep 23; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    what is answered is taken away
      prompted offer/23; passed morning/23 answered; answered offer 23; answered help 23; \
    23T10:40 => settles offer/23, looks 23T17:30
    an answer taken back is asked again
      answered sleep 22; undone 1; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    a prompt that was answered is not begun when the answer is taken back
      prompted morning/23; passed offer/23 answered; 23T10:40 => \
    appears morning/23, looks 23T11:30
    without a tip nobody asks whether it was done
      passed morning/23 answered; passed offer/23 answered; 23T17:30 => \
    begins work/23 asks energy, looks 23T22:30
    a tip that was told is asked about
      told a 23; passed morning/23 answered; passed offer/23 answered; 23T17:30 => \
    begins work/23 asks energy done, looks 23T22:30
    """
  )

  static let accounts = Case.table(
    """
    what was missed is told of by the next prompt
      passed morning/23 off; 23T11:30 => \
    begins offer/23 asks offer help tells morning/23, looks 23T17:30
    and by no other
      prompted offer/23 telling morning/23; passed morning/23 off; 23T17:30 => \
    begins work/23 asks energy, settles offer/23, looks 23T22:30
    what was answered was not missed
      passed morning/23 answered; 23T10:30 => begins offer/23 asks offer help, looks 23T17:30
    given up too early by a clock that ran ahead, it comes in its window
      passed morning/23 off; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    so does what was given up for quiet hours that are others now
      passed morning/23 quiet; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    what came after all was not missed
      passed morning/23 off; prompted morning/23; 23T10:30 => \
    begins offer/23 asks offer help, appears morning/23, looks 23T11:30
    given up a second time, it is written down once
      quiet 10:00..13:30; passed offer/23 off; prompted morning/23; 23T10:30 => \
    hides morning/23, looks 23T11:30
    a slot of today was not missed on the days before
      passed rest/22 off at 23T05:00; since 15T04:00; 23T07:30 => \
    begins morning/23 asks sleep tells rest/22, looks 23T10:30
    what nobody was there to see since the last fact was missed
      passed rest/22 off at 22T23:30; since 15T04:00; 23T13:30 => \
    off morning/23, off offer/23, looks 23T17:30
    """
  )

  @Test(arguments: windows) func `A prompt has a window`(_ row: Case) throws {
    try row.checkPlan()
  }

  @Test(arguments: quiet) func `In quiet hours nothing is said`(_ row: Case) throws {
    try row.checkPlan()
  }

  @Test(arguments: dayEnd) func `The wind-down is the last word of a day`(_ row: Case) throws {
    try row.checkPlan()
  }

  @Test(arguments: answers) func `What is answered is not asked`(_ row: Case) throws {
    try row.checkPlan()
  }

  @Test(arguments: accounts) func `Each prompt has one account`(_ row: Case) throws {
    try row.checkPlan()
  }
}
