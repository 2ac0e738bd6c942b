import Coaching
import TestSupport
import Testing

/// When a promise is reminded of; the slots of the day have their say in between.
@Suite struct RemindTests {
  private static let done = "passed morning/23 answered; passed offer/23 answered"

  static let reminders = Case.table(
    """
    it comes a little before its reserve begins
      DONE; promised 1 23T17:00 2h; 23T14:45 => begins promise-1/23, looks 23T17:30
    before that there is nothing, and it is what is looked for
      DONE; promised 1 23T17:00 2h; 23T14:44 => looks 23T14:45
    without a reserve it comes a little before its time
      DONE; promised 1 23T17:00; 23T16:45 => begins promise-1/23, looks 23T17:30
    it stays until it is due
      DONE; promised 1 23T17:00 2h; prompted promise-1/23; 23T16:59:59 => \
    appears promise-1/23, looks 23T17:00
    then it is over
      DONE; promised 1 23T17:00 2h; prompted promise-1/23; 23T17:00 => \
    settles promise-1/23, looks 23T17:30
    kept, it leaves the screen
      DONE; promised 1 23T17:00 2h; prompted promise-1/23; kept 1 at 23T15:00; 23T15:00 => \
    settles promise-1/23, looks 23T17:30
    kept before, it never comes
      DONE; promised 1 23T17:00 2h; kept 1 at 23T10:00; 23T14:45 => looks 23T17:30
    what was kept by mistake is open again
      DONE; promised 1 23T17:00 2h; kept 1; undone 4; 23T14:45 => \
    begins promise-1/23, looks 23T17:30
    taken back, it never comes
      DONE; promised 1 23T17:00 2h; undone 3; 23T14:45 => looks 23T17:30
    at another time it comes once more, and the first leaves the screen
      DONE; promised 1 23T17:00 2h; prompted promise-1/23; moved 1 23T16:00; 23T15:45 => \
    begins promise-1-2/23, settles promise-1/23, looks 23T17:30
    late, it comes as long as it is not due
      DONE; promised 1 23T17:00 2h; 23T16:59 => begins promise-1/23, looks 23T17:30
    made inside its reserve, it comes halfway
      DONE; promised 1 23T17:00 8h at 23T13:00; 23T15:00 => \
    begins promise-1/23, looks 23T17:30
    without a time there is no reminder
      DONE; promised 1 never; 23T14:00 => looks 23T17:30
    in quiet hours it comes before they begin
      DONE; quiet 16:00..18:00; promised 1 23T17:00; 23T15:45 => \
    begins promise-1/23, looks 23T17:30
    quiet hours that meet are one
      DONE; quiet 16:00..18:00; quiet 15:00..16:00; promised 1 23T17:00; 23T14:45 => \
    begins promise-1/23, looks 23T17:30
    made in them, it waits for their end where there is time
      DONE; quiet 14:00..16:00; promised 1 23T17:00 2h at 23T14:05; 23T15:32 => \
    waits promise-1/23 23T16:00, looks 23T16:00
    where there is none, nothing is said
      DONE; quiet 14:00..18:00; promised 1 23T17:00 2h at 23T14:05; 23T16:00 => looks 23T17:30
    in a pause it waits
      DONE; paused 23T15:30; promised 1 23T17:00 2h; 23T14:45 => \
    waits promise-1/23 23T15:30, looks 23T15:30
    for the early morning it comes before the wind-down of the evening
      DONE; passed work/23 answered; quiet 23:00..07:00; promised 1 24T06:00; 23T22:15 => \
    begins promise-1/23, looks 23T22:30
    what the evening could not say, the next day says
      DONE; passed work/23 answered; passed rest/23 answered; promised 1 24T12:00 10h; \
    24T05:00 => begins promise-1/24, looks 24T07:30
    what one day said, the next does not
      DONE; passed work/23 answered; passed rest/23 answered; promised 1 24T12:00 13h; \
    prompted promise-1/23; 24T05:00 => settles promise-1/23, looks 24T07:30
    made in the night of a day that ended, it waits for the end of that
      asking work; DONE; passed work/23 answered; passed rest/23 answered; \
    promised 1 23T23:50 1h at 23T18:00; 23T22:35 => looks 23T23:00
    and comes then
      asking work; DONE; passed work/23 answered; passed rest/23 answered; \
    promised 1 23T23:50 1h at 23T18:00; 23T23:00 => begins promise-1/23, looks 24T04:00
    for a day off it comes in the afternoon before
      DONE; off Tue 00:00; promised 1 24T12:00; 23T16:00 => begins promise-1/23, looks 23T17:30
    for a day without a time the list of that day is enough
      lists; DONE; promised 1 23T17:00 day at 22T09:00; 23T16:45 => looks 23T17:30
    without a list it comes before the evening
      DONE; promised 1 23T17:00 day at 22T09:00; 23T16:45 => begins promise-1/23, looks 23T17:30
    with a reserve it comes before that begins
      lists; DONE; promised 1 23T17:00 2h day at 22T09:00; 23T14:45 => \
    begins promise-1/23, looks 23T17:30
    made after the list of its day it comes too
      lists; DONE; promised 1 23T17:00 day at 23T08:00; 23T16:45 => \
    begins promise-1/23, looks 23T17:30
    on a day away nothing is said
      DONE; away 23 23; promised 1 23T17:00; 23T16:45 => looks 24T04:00
    """
    .replacing("DONE", with: done)
  )

  @Test(arguments: reminders)
  func `A promise is reminded of`(_ row: Case) throws { try row.checkPlan() }
}
