import Coaching
import Testing

/// What is put off leaves each channel once, and comes back to each once.
@Suite struct SessionSnoozeTests {
  /// What was done on the channels and said, of all that was.
  private func seen(_ desk: RecordingWorld) -> [String] {
    desk.done().filter { !$0.hasPrefix("wake") && !$0.hasPrefix("writes") }
  }

  /// A morning that was shown at 07:30 and put off at 08:00.
  private func snoozed(until back: String) throws -> (desk: RecordingWorld, session: Session) {
    let desk = try RecordingWorld("23T07:30")
    var session = desk.session
    session.look()
    #expect(seen(desk) == ["spool shows morning/23", "terminal shows morning/23"])
    desk.now = try PlanFixture.instant("23T08:00")
    try desk.scene.happened("snoozed morning/23 \(back) at 23T08:00")
    return (desk, session)
  }

  private static let left = [
    "spool settles morning/23", "says morning/23 is snoozed", "terminal settles morning/23",
    "says morning/23 is snoozed",
  ]

  @Test func `It is settled on each channel once, and shown again on each once`() throws {
    var (desk, session) = try snoozed(until: "23T08:30")
    session.look()
    #expect(desk.log.last == "wake 23T08:30")
    #expect(seen(desk) == Self.left)
    session.look()
    desk.now = try PlanFixture.instant("23T08:29")
    session.look()
    #expect(seen(desk) == [])
    desk.now = try PlanFixture.instant("23T08:30")
    session.look()
    let back = desk.done()
    #expect(
      back.dropFirst().dropLast() == [
        "spool shows morning/23", "writes shown morning/23 spool",
        "writes shown morning/23 terminal", "terminal shows morning/23",
      ]
    )
    session.look()
    #expect(seen(desk) == [])
  }

  @Test func `Put off a second time, it leaves and comes back a second time`() throws {
    var (desk, session) = try snoozed(until: "23T08:30")
    session.look()
    desk.now = try PlanFixture.instant("23T08:30")
    session.look()
    _ = desk.done()
    try desk.scene.happened("snoozed morning/23 23T09:30 at 23T08:30")
    session.look()
    #expect(seen(desk) == Self.left)
    desk.now = try PlanFixture.instant("23T09:30")
    session.look()
    #expect(seen(desk) == ["spool shows morning/23", "terminal shows morning/23"])
  }

  @Test func `Where nobody looked while it was away, it comes back all the same`() throws {
    var (desk, session) = try snoozed(until: "23T08:30")
    desk.now = try PlanFixture.instant("23T08:40")
    session.look()
    #expect(seen(desk) == ["spool shows morning/23", "terminal shows morning/23"])
  }

  @Test func `A new session settles what was settled without a word, and brings it back`() throws {
    let (desk, old) = try snoozed(until: "23T08:30")
    var before = old
    before.look()
    #expect(seen(desk) == Self.left)
    var session = desk.session
    session.look()
    #expect(seen(desk) == ["spool settles morning/23", "terminal settles morning/23"])
    session.look()
    #expect(seen(desk) == [])
    desk.now = try PlanFixture.instant("23T08:30")
    session.look()
    #expect(seen(desk) == ["spool shows morning/23", "terminal shows morning/23"])
    var another = desk.session
    another.look()
    #expect(seen(desk) == [])
  }

  @Test func `Answered meanwhile, it is taken off once and never comes back`() throws {
    var (desk, session) = try snoozed(until: "23T08:30")
    session.look()
    _ = desk.done()
    try desk.scene.happened("answered sleep 22")
    session.look()
    desk.now = try PlanFixture.instant("23T08:30")
    session.look()
    #expect(seen(desk).filter { $0.contains("shows") } == [])
  }

  @Test func `A channel that could not take it off is tried again, and takes it off once`() throws {
    var (desk, session) = try snoozed(until: "23T09:00")
    desk.failing = ["settle terminal"]
    session.look()
    #expect(seen(desk) == Self.left.prefix(2) + ["says terminal failed"])
    desk.failing = []
    desk.now = try PlanFixture.instant("23T08:01")
    session.look()
    #expect(seen(desk) == Self.left.suffix(2))
    session.look()
    #expect(seen(desk) == [])
  }

  @Test func `Away on its day, it leaves each channel once`() throws {
    let desk = try RecordingWorld("23T07:30")
    var session = desk.session
    session.look()
    _ = desk.done()
    try desk.scene.happened("away 23 23")
    session.look()
    #expect(
      seen(desk) == [
        "spool settles morning/23", "says morning/23 is rest", "terminal settles morning/23",
        "says morning/23 is rest",
      ]
    )
    session.look()
    #expect(seen(desk) == [])
  }
}
