import Coaching
import Testing

/// Channels that interrupt the person, and say only later what became of a card.
@Suite struct SessionLaterTests {
  private let id: PromptID

  init() throws {
    id = try #require(PromptID("morning/2026-11-23"))
  }

  private func desk() throws -> RecordingWorld {
    let desk = try RecordingWorld("23T07:30")
    desk.channels = [
      RecordingWorld.Place("desktop", .confirmed),
      RecordingWorld.Place("terminal", .interrupting),
    ]
    return desk
  }

  /// What was done that is neither the clock's nor the beginning's.
  private func done(_ desk: RecordingWorld) -> [String] {
    desk.done().filter { !$0.hasPrefix("wake") && !$0.contains("told") && !$0.contains("prompted") }
  }

  @Test func `What a channel takes on is written down when it says so, and asked for once`() throws
  {
    let desk = try desk()
    var session = desk.session
    session.look()
    #expect(done(desk) == ["desktop shows morning/23"])
    session.look()
    #expect(done(desk) == [])
    session.shown(id, on: "desktop")
    #expect(done(desk) == ["writes shown morning/23 desktop", "desktop renews morning/23"])
    session.shown(id, on: "desktop")
    #expect(done(desk).filter { $0.hasPrefix("writes") } == [])
  }

  @Test func `What fails later goes to the next channel, and to that alone`() throws {
    let desk = try desk()
    var session = desk.session
    session.look()
    _ = desk.done()
    session.failed([id], on: "desktop", WorldError("refused"))
    #expect(
      done(desk) == [
        "says desktop failed", "writes shown morning/23 terminal", "terminal shows morning/23",
      ]
    )
    desk.now = try PlanFixture.instant("23T07:40")
    session.came("desktop")
    #expect(done(desk) == [])
  }

  @Test func `What fails later is tried again after ever longer pauses`() throws {
    let desk = try desk()
    desk.channels.removeLast()
    var session = desk.session
    session.look()
    for (time, next) in [("07:30", "07:31"), ("07:31", "07:33"), ("07:33", "07:37")] {
      desk.now = try PlanFixture.instant("23T\(time)")
      session.look()
      _ = desk.done()
      session.failed([id], on: "desktop", WorldError("refused"))
      session.look()
      #expect(desk.log.last == "wake 23T\(next)")
      #expect(!desk.log.contains("desktop shows morning/23"))
    }
    session.came("desktop")
    #expect(desk.log.contains("desktop shows morning/23"))
  }

  @Test func `What is not there is awaited, and not tried by the clock`() throws {
    let desk = try desk()
    desk.channels.removeLast()
    desk.failing = ["await reach desktop"]
    var session = desk.session
    session.look()
    #expect(desk.done().suffix(2) == ["says desktop is awaited", "wake 23T10:30"])
    session.look()
    #expect(done(desk) == [])
    desk.failing = []
    session.came("desktop")
    #expect(done(desk) == ["desktop shows morning/23"])
  }

  @Test func `Of channels that interrupt, one is enough`() throws {
    let desk = try desk()
    desk.channels.insert(RecordingWorld.Place("spool", .kept), at: 1)
    desk.failing = ["await reach desktop"]
    var session = desk.session
    session.look()
    #expect(
      done(desk) == [
        "says desktop is awaited", "spool shows morning/23", "writes shown morning/23 spool",
        "writes shown morning/23 terminal", "terminal shows morning/23",
      ]
    )
    desk.failing = []
    session.came("desktop")
    #expect(done(desk) == [])
  }

  @Test func `What was put off before it was confirmed leaves the screen, and comes back`() throws {
    let desk = try desk()
    var session = desk.session
    session.look()
    try desk.scene.happened("snoozed morning/23 23T07:45 at 23T07:30")
    _ = desk.done()
    session.shown(id, on: "desktop")
    #expect(done(desk) == ["desktop settles morning/23", "says morning/23 is snoozed"])
    desk.now = try PlanFixture.instant("23T07:45")
    session.look()
    #expect(done(desk) == ["desktop shows morning/23"])
  }
}
