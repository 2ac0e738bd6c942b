import Coaching
import TestSupport
import Testing

@Suite struct SnoozeTests {
  static let snoozes = Case.table(
    """
    it leaves the screen
      prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; 23T08:00 => \
    snoozed morning/23, looks 23T08:30
    it stays away until its time
      prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; 23T08:29:59 => \
    snoozed morning/23, looks 23T08:30
    at its time it comes back
      prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; 23T08:30 => \
    appears morning/23, looks 23T10:30
    it has its whole window again
      prompted morning/23; passed offer/23 answered; snoozed morning/23 23T11:00 at 23T10:00; \
    23T14:59:59 => appears morning/23, looks 23T15:00
    and no more than that
      prompted morning/23; passed offer/23 answered; snoozed morning/23 23T11:00 at 23T10:00; \
    23T15:00 => settles morning/23, looks 23T17:30
    but not beyond its day
      passed morning/23 answered; passed offer/23 answered; passed work/23 answered; \
    prompted rest/23; snoozed rest/23 24T03:30 at 23T23:00; 24T03:59 => \
    appears rest/23, looks 24T04:00
    with its day it is over
      passed morning/23 answered; passed offer/23 answered; passed work/23 answered; \
    prompted rest/23; snoozed rest/23 24T03:30 at 23T23:00; 24T04:00 => \
    settles rest/23, looks 24T07:30
    a window that reaches into the next day is not shortened
      slot night 02:00; passed night/22 dropped; passed morning/23 answered; \
    passed offer/23 answered; passed work/23 answered; prompted rest/23; prompted night/23; \
    snoozed night/23 24T02:30 at 24T02:00; 24T05:00 => \
    hides night/23, settles rest/23, looks 24T06:00
    put off again, it waits for the later time
      prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; \
    snoozed morning/23 23T09:30 at 23T08:10; 23T08:30 => snoozed morning/23, looks 23T09:30
    put off again, it comes back for the sooner time
      prompted morning/23; snoozed morning/23 23T09:30 at 23T08:00; \
    snoozed morning/23 23T08:30 at 23T08:10; 23T08:30 => appears morning/23, looks 23T10:30
    answered meanwhile, it is taken away
      prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; answered sleep 22; 23T08:10 => \
    settles morning/23, looks 23T10:30
    answered meanwhile, it never returns
      prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; answered sleep 22; 23T08:30 => \
    settles morning/23, looks 23T10:30
    after the wind-down it appears nowhere
      passed morning/23 answered; passed offer/23 answered; prompted work/23; prompted rest/23; \
    snoozed work/23 23T22:45 at 23T22:00; 23T22:45 => \
    hides work/23, appears rest/23, looks 23T23:30
    in quiet hours it appears nowhere
      quiet 08:15..09:00; prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; \
    23T08:30 => hides morning/23, looks 23T09:00
    it appears at their end
      quiet 08:15..09:00; prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; \
    23T09:00 => appears morning/23, looks 23T10:30
    in a pause it appears nowhere
      paused 23T09:00; prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; 23T08:30 => \
    hides morning/23, looks 23T09:00
    on a day of rest it does not come back
      away 23 23; prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; 23T08:30 => \
    rest morning/23, looks 24T04:00
    taken back, it comes back now
      prompted morning/23; snoozed morning/23 23T10:00 at 23T08:00; undone 2 at 23T08:05; \
    23T08:05 => appears morning/23, looks 23T10:30
    taken back, its window begins then
      passed offer/23 answered; prompted morning/23; snoozed morning/23 23T10:00 at 23T08:00; \
    undone 3 at 23T08:05; 23T12:00 => appears morning/23, looks 23T12:05
    taken back when it had come back, it came back then
      passed offer/23 answered; prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; \
    undone 3 at 23T09:00; 23T12:00 => appears morning/23, looks 23T12:30
    what was put off before is not taken back
      prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; \
    snoozed morning/23 23T09:30 at 23T08:10; undone 2 at 23T08:20; 23T08:30 => \
    snoozed morning/23, looks 23T09:30
    what never came is not put off
      snoozed morning/23 23T09:00; 23T07:30 => begins morning/23 asks sleep, looks 23T10:30
    """
  )

  @Test(arguments: snoozes)
  func `A prompt that is put off comes back once, on its day`(_ row: Case) throws {
    try row.checkPlan()
  }

  /// The last that is given is the prompt, and until when it is put off.
  static let returns = Case.table(
    """
    it comes back when it is told to
      prompted morning/23; morning/23 23T09:00 => 23T09:00
    in quiet hours it comes back at their end
      quiet 08:30..09:30; morning/23 23T09:00 => 23T09:30
    in a pause it comes back at its end
      paused 23T09:30; morning/23 23T09:00 => 23T09:30
    until its day ends it comes back
      rest/23 24T03:59 => 24T03:59
    after its day it does not
      rest/23 24T04:00 => never
    where quiet hours last until its day ends it does not
      quiet 23:00..07:00; rest/23 23T23:30 => never
    before the wind-down it comes back
      work/23 23T22:29 => 23T22:29
    after the wind-down it does not
      work/23 23T22:30 => never
    where quiet hours last until the wind-down it does not
      quiet 21:00..22:30; work/23 23T21:30 => never
    on a day of rest it does not
      away 23 23; morning/23 23T09:00 => never
    """
  )

  @Test(arguments: returns)
  func `Nothing is put off until it would not be seen`(_ row: Case) throws {
    var scene = try PlanFixture()
    for given in row.given.dropLast() { try scene.happened(given) }
    let words = try #require(row.given.last).split(separator: " ").map(String.init)
    let back = scene.coach.comesBack(
      try PlanFixture.prompt(words[0]),
      snoozedUntil: try PlanFixture.instant(words[1]),
      for: scene.context
    )
    #expect(back.map(PlanFixture.text) ?? "never" == row.expected, "\(row.rule)")
  }

  /// The last that is given is when it is asked.
  static let waiting = Case.table(
    """
    what is on the screen can be put off
      prompted morning/23 at 23T07:30; prompted offer/23 at 23T10:30; 23T11:00 => \
    morning/23 offer/23
    nothing that is over or answered
      prompted morning/23 at 23T07:30; prompted offer/23 at 23T10:30; answered offer 23; \
    answered help 23; 23T11:30 => none
    what is put off can be put off again, and came last when it comes back
      prompted morning/23 at 23T07:30; prompted offer/23 at 23T10:30; \
    snoozed morning/23 23T11:10 at 23T10:40; 23T11:00 => offer/23 morning/23
    nothing on a day of rest
      prompted morning/23 at 23T07:30; away 23 23; 23T11:00 => none
    """
  )

  @Test(arguments: waiting)
  func `What waits can be put off, the last that came first`(_ row: Case) throws {
    var scene = try PlanFixture()
    for given in row.given.dropLast() { try scene.happened(given) }
    let now = try PlanFixture.instant(try #require(row.given.last))
    let ids = scene.coach.snoozable(at: now, for: scene.context).map {
      PlanFixture.text($0.prompted.id)
    }
    #expect(ids.isEmpty ? row.expected == "none" : ids.joined(separator: " ") == row.expected)
  }

  @Test func `A card says when its prompt came back, and a prompt that never left has none`() throws
  {
    var scene = try PlanFixture()
    try scene.happened("prompted morning/23")
    let id = try PlanFixture.prompt("morning/23")
    func card() throws -> Card {
      let prompt = try #require(scene.coach.prompt(id))
      return PlanFixture.teaching.card(for: prompt, coach: scene.coach, zone: .utc)
    }
    #expect(try card().back == nil)
    #expect(try PlanFixture.text(card().at) == "23T04:00")
    try scene.happened("snoozed morning/23 23T08:30 at 23T08:00")
    #expect(try card().back.map(PlanFixture.text) == "23T08:30")
    #expect(try PlanFixture.text(card().at) == "23T08:30")
    #expect(try card().local.time == CivilTime("08:30"))
  }
}
