import Coaching
import TestSupport
import Testing

/// What comes next, and what is foreseen.
@Suite struct NextTests {
  static let nexts = Case.table(
    """
    what is put off is next when it comes back
      prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; 23T08:00 => \
    morning/23 23T08:30 put off
    what comes before that is next
      prompted morning/23; snoozed morning/23 23T11:00 at 23T08:00; 23T08:00 => offer/23 23T10:30
    put off into quiet hours, it comes back at their end
      quiet 08:15..09:00; prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; \
    23T08:00 => morning/23 23T09:00 put off
    what quiet hours cover is not next
      quiet 08:15..10:00; slot night 09:00; window night 30min; prompted morning/23; 23T08:30 => \
    offer/23 23T10:30
    answered, what was put off does not come back
      prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; answered sleep 22; 23T08:00 => \
    offer/23 23T10:30
    back, it is not next any more
      prompted morning/23; snoozed morning/23 23T08:30 at 23T08:00; 23T08:30 => offer/23 23T10:30
    what comes after the day's messages have ended is none
      slot night 23:00; passed morning/23 answered; passed offer/23 answered; \
    passed work/23 answered; 23T20:00 => rest/23 23T22:30
    not even when nothing else is left of the day
      slot night 23:00; passed morning/23 answered; passed offer/23 answered; \
    passed work/23 answered; prompted rest/23; 23T22:40 => morning/24 24T07:30
    """
  )

  @Test(arguments: nexts)
  func `Next`(_ row: Case) throws {
    var scene = try PlanFixture()
    for given in row.given.dropLast() { try scene.happened(given) }
    let time = try #require(row.given.last)
    let plan = try scene.plan(time)
    let next = try #require(plan.next)
    let words = [
      PlanFixture.text(next.id), PlanFixture.text(next.at), next.isPutOff ? "put off" : "",
    ]
    #expect(words.filter { !$0.isEmpty }.joined(separator: " ") == row.expected, "\(row.rule)")
  }

  /// The days on which some moments carry an item.
  private func days(of item: String, _ moments: [SlotOccurrence]) -> [String] {
    moments.filter { $0.carries.contains(item) }.map { PlanFixture.text($0.id) }
  }

  private func scene(every days: Int) throws -> PlanFixture {
    var scene = try PlanFixture()
    var bins = PlanFixture.question("bins", .yesNo)
    bins.every = .days(days)
    scene.teaching.questions.append(bins)
    for place in [1, 2] { scene.slots[place].carries.append("bins") }
    return scene
  }

  @Test func `A question of now and then is foreseen on its days, once on each`() throws {
    let scene = try scene(every: 3)
    let now = try PlanFixture.instant("23T05:00")
    let days = days(
      of: "bins",
      scene.coach.moments(from: PlanFixture.day("23"), days: 8, at: now, for: scene.context)
    )
    #expect(days == ["offer/23", "offer/26", "offer/29"])
  }

  @Test func `A day that is far is foreseen as if the time until then was lived`() throws {
    let scene = try scene(every: 14)
    let now = try PlanFixture.instant("23T05:00")
    let first = PlanFixture.day("23").adding(days: 200)
    let moments = scene.coach.moments(from: first, days: 30, at: now, for: scene.context)
    let asked = moments.filter { $0.carries.contains("bins") }.map(\.id.day)
    #expect(asked.map { PlanFixture.day("23").days(until: $0) } == [210, 224])
  }

  @Test func `What is put off is foreseen when it comes back, and is told of as that`() throws {
    var scene = try PlanFixture()
    try scene.happened("prompted morning/23")
    try scene.happened("snoozed morning/23 23T09:00 at 23T08:00")
    let now = try PlanFixture.instant("23T08:00")
    let moments = scene.coach.moments(
      from: PlanFixture.day("23"),
      days: 1,
      at: now,
      for: scene.context
    )
    let morning = try #require(moments.first { $0.id.slot == "morning" })
    #expect(morning.isPutOff)
    #expect(morning.opens == (try PlanFixture.instant("23T09:00")))
    #expect(morning.until == (try PlanFixture.instant("23T13:00")))
  }

  @Test func `Where the days begin at another hour from now on, nothing comes twice`() throws {
    var scene = try PlanFixture()
    scene.dayStarts = "08:00"
    try scene.happened("prompted morning/22 at 23T07:30")
    let before = try scene.plan("23T07:40")
    #expect(before.begins.isEmpty)
    scene.dayStarts = "04:00"
    let after = try scene.plan("23T07:41")
    #expect(after.begins.map(\.id).contains(PlanFixture.morning) == false)
    #expect(after.showing.map(\.prompted.id) == before.showing.map(\.prompted.id))
    // The next day is one of its own.
    #expect(try scene.plan("24T07:30").begins.map(\.id.day).contains(PlanFixture.day("24")))
  }
}

extension PlanFixture {
  fileprivate static let morning = PromptID(slot: "morning", day: day("23"))
}
