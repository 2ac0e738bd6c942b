import Coaching
import TestSupport
import Testing

@Suite struct SlotOccurrenceTests {
  /// The last that is given is when it is asked.
  static let missed = Case.table(
    """
    what was missed can be answered for its day
      passed offer/22 off; 23T12:00 => offer 22, help 22
    sleep is for the evening before
      passed morning/23 off; 23T12:00 => sleep 22
    quiet hours and the end of the day make it missed too
      passed offer/22 quiet; passed work/23 day-ended; 24T03:00 => offer 22, help 22, energy 23
    what was answered, paused, dropped, or of a day of rest, was not missed
      passed offer/23 paused; passed offer/22 dropped; passed offer/21 away; \
    passed offer/20 day-off; passed offer/19 answered; 23T15:00 => none
    what was answered since is not asked
      passed offer/22 off; answered offer 22; 23T12:00 => help 22
    an answer taken back is asked again
      passed offer/22 off; answered offer 22; undone 2; 23T12:00 => offer 22, help 22
    the oldest day comes first, whenever it was written
      passed offer/22 off; passed offer/20 off; 23T12:00 => \
    offer 20, help 20, offer 22, help 22
    what was prompted after all was not missed
      passed offer/22 off; prompted offer/22; 23T12:00 => none
    what two prompts ask for one day is asked once
      again; passed offer/22 off; passed again/22 off; 23T12:00 => offer 22, help 22
    without a tip nobody asks whether it was done
      passed work/23 off; 24T03:00 => energy 23
    a tip that was told is asked about
      told a 23; passed work/23 off; 24T03:00 => energy 23, done 23
    on a day away nothing was missed
      passed offer/22 off; away 22 22; 23T12:00 => none
    on a day off nothing was missed
      passed offer/22 off; off Sun; 23T12:00 => none
    up to its limit back it is taken
      passed offer/16 off; 23T12:00 => offer 16, help 16
    beyond it it is not
      passed offer/15 off; 23T12:00 => none
    of a slot that is gone nothing is asked
      passed gone/22 off; 23T12:00 => none
    """
  )

  @Test(arguments: missed)
  func `What was missed can be answered while its limit lasts`(_ row: Case) throws {
    var scene = try PlanFixture()
    for given in row.given.dropLast() {
      if given == "again" {
        scene.slots.append(try PlanFixture.slot("again", "12:00", hours: 1, ["help", "offer"]))
      } else {
        try scene.happened(given)
      }
    }
    let now = try PlanFixture.instant(try #require(row.given.last))
    let missed = scene.coach.missedQuestions(at: now, for: scene.context)
      .map { "\($0.question.id) \($0.day.day)" }
    #expect(
      missed.isEmpty ? row.expected == "none" : missed.joined(separator: ", ") == row.expected
    )
  }

  /// The last that is given is the civil day, expected is when each prompt opens.
  static let opens = Case.table(
    """
    with nothing in the way each opens when it is due
      23 => morning 23T07:30, offer 23T10:30, work 23T17:30, rest 23T22:30
    on a Saturday no work ends
      28 => morning 28T07:30, offer 28T10:30, rest 28T22:30
    quiet hours put it off, or leave nothing of it
      quiet 07:00..09:00; quiet 10:00..13:30; 23 => \
    morning 23T09:00, offer never, work 23T17:30, rest 23T22:30
    so does a pause
      paused 23T13:30; 23 => morning never, offer never, work 23T17:30, rest 23T22:30
    a day of rest has none
      away 23 23; 23 => none
    a day off has none
      off Mon; 23 => none
    """
  )

  @Test(arguments: opens)
  func `A moment opens when it can first be shown`(_ row: Case) throws {
    var scene = try PlanFixture()
    for given in row.given.dropLast() { try scene.happened(given) }
    let day = PlanFixture.day(try #require(row.given.last))
    let moments = Planner(scene.coach, scene.context, at: Instant(seconds: 0)).moments(on: day).map
    { moment in
      "\(moment.id.slot) \(moment.opens.map(PlanFixture.text) ?? "never")"
    }
    #expect(
      moments.isEmpty ? row.expected == "none" : moments.joined(separator: ", ") == row.expected
    )
  }

  @Test func `Shown late, a moment lasts until its day ends`() throws {
    var scene = try PlanFixture()
    try scene.happened("late rest show")
    let untils = Planner(scene.coach, scene.context, at: Instant(seconds: 0))
      .moments(on: PlanFixture.day("23")).map(\.until)
    #expect(untils.map(PlanFixture.text) == ["23T11:30", "23T13:30", "23T23:30", "24T04:00"])
  }
}
