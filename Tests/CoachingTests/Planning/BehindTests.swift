import Testing

@testable import Coaching

/// What is overdue comes before any extra.
@Suite struct BehindTests {
  @Test func `A promise that is overdue withholds extras until it is closed`() throws {
    var scene = try PlanFixture()
    let isBehind = { (day: String) in
      scene.coach.isBehind(on: PlanFixture.day(day), for: scene.context)
    }
    try scene.happened("promised 1 23T17:00 at 22T09:00")
    #expect(!isBehind("23"))
    #expect(isBehind("24"))
    try scene.happened("kept 1 at 24T09:00")
    #expect(!isBehind("24"))
    try scene.happened("promised 2 never at 22T09:00")
    #expect(!isBehind("24"))
  }

  @Test func `An extra waits for it`() {
    var story = TipPrioritiesTests.begun()
    let day = Int64(TipPrioritiesTests.Story.first.dayNumber + 3)
    let due = Instant(seconds: day * 86_400 + 40_000)
    let entry = Entry(id: Entry.ID(.promise, 1), kind: "promise", text: "call", due: due)
    story.happened(.entered(entry), on: 3)
    #expect(!story.eligible(on: 4).contains("extra"))
    story.happened(.closed(entry.id, .released), on: 4)
    #expect(story.eligible(on: 4).contains("extra"))
  }
}
