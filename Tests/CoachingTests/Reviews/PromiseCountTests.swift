import Coaching
import Testing

/// What became of promises, for a review.
@Suite struct PromiseCountTests {
  @Test func `What is open at an instant is open or overdue, and what is closed later is open`()
    throws
  {
    var scene = try PlanFixture()
    for text in ["1 23T17:00", "2 22T17:00", "3 never", "4 22T18:00", "5 22T18:00"] {
      try scene.happened("promised \(text) at 22T09:00")
    }
    try scene.happened("promised 6 23T17:00 at 23T11:00")
    try scene.happened("kept 4 at 22T20:00")
    try scene.happened("kept 5 at 23T11:00")
    var count = PromiseCount()
    #expect(count.isEmpty)
    count.count(scene.coach.entries, openAt: try PlanFixture.instant("23T10:00"), in: .utc)
    #expect([count.open, count.overdue] == [2, 2])
    #expect(!count.isEmpty)
  }

  @Test(
    arguments: [
      ("promise-1", "Promise: call"), ("promise-9", "Number 9"), ("offer", "offer"),
      ("promise-2", "Promise: " + String(repeating: "x", count: 50) + "…"),
    ]
  )
  func `What reminds of a commitment is called by it`(_ slot: String, _ title: String) throws {
    var scene = try PlanFixture()
    try scene.happened("promised 1 never")
    let text = String(repeating: "x", count: 70)
    let long = Entry(id: Entry.ID(.promise, 2), kind: "promise", text: text)
    scene.apply(.entered(long), on: PlanFixture.day("23"), at: try PlanFixture.instant("23T09:00"))
    let phrases = Phrases(frames: [
      ("labelled", "{label}: {text}"), ("commitment-promise", "Promise"),
      ("reminder", "Number {number}"),
    ])
    #expect(phrases.title(of: slot, among: scene.coach.entries) == title)
  }
}
