import Coaching
import Testing

/// A channel that the person takes out of their list, and perhaps puts in again.
@Suite struct SessionUnwantedTests {
  private let id: PromptID

  init() throws {
    id = try #require(PromptID("morning/2026-11-23"))
  }

  private func desk() throws -> RecordingWorld {
    let desk = try RecordingWorld("23T07:30")
    desk.channels = [
      RecordingWorld.Place("desktop", .confirmed),
      RecordingWorld.Place("spool", .kept),
    ]
    return desk
  }

  private func done(_ desk: RecordingWorld) -> [String] {
    desk.done().filter { !$0.hasPrefix("wake") }
  }

  /// A session whose prompt is on the desktop.
  private func shown(_ desk: RecordingWorld) -> Session {
    var session = desk.session
    session.look()
    session.shown(id, on: "desktop")
    _ = desk.done()
    return session
  }

  @Test func `A prompt leaves a channel that is wanted no more, and comes back with it`() throws {
    let desk = try desk()
    var session = shown(desk)
    desk.channels[0].isWanted = false
    session.look()
    #expect(
      done(desk) == [
        "desktop settles morning/23", "says morning/23 is unwanted",
        "writes not morning/23 desktop",
      ]
    )
    session.look()
    #expect(done(desk) == [])
    desk.channels[0].isWanted = true
    session.look()
    #expect(done(desk) == ["desktop shows morning/23"])
    session.shown(id, on: "desktop")
    _ = desk.done()
    desk.channels[0].isWanted = false
    session.look()
    #expect(done(desk).first == "desktop settles morning/23")
  }

  @Test func `It goes to the next that interrupts, and what was not confirmed goes too`() throws {
    let desk = try desk()
    desk.channels.append(RecordingWorld.Place("terminal", .interrupting))
    var session = desk.session
    session.look()
    _ = desk.done()
    desk.channels[0].isWanted = false
    session.look()
    #expect(
      done(desk) == [
        "writes shown morning/23 terminal", "terminal shows morning/23",
        "desktop settles morning/23", "says morning/23 is unwanted",
      ]
    )
    session.shown(id, on: "desktop")
    #expect(done(desk) == [])
  }

  @Test func `A new session takes it off as well, and what was answered before it began`() throws {
    let desk = try desk()
    try desk.scene.happened("answered energy 23")
    _ = shown(desk)
    desk.channels[0].isWanted = false
    var session = desk.session
    session.look()
    #expect(done(desk) == ["desktop settles morning/23", "writes not morning/23 desktop"])
    try desk.scene.happened("shown morning/23 desktop")
    try desk.scene.happened("snoozed morning/23 23T07:45 at 23T07:30")
    session = desk.session
    session.look()
    #expect(done(desk).filter { $0.hasPrefix("desktop") } == ["desktop settles morning/23"])
    session.look()
    #expect(done(desk) == [])
  }

  @Test func `What cannot be written then is written next`() throws {
    let desk = try desk()
    var session = shown(desk)
    desk.channels[0].isWanted = false
    desk.failing = ["record"]
    session.look()
    #expect(done(desk) == ["desktop settles morning/23", "says morning/23 is unwanted"])
    desk.failing = []
    session.look()
    #expect(done(desk) == ["writes not morning/23 desktop"])
  }

  @Test func `Only what is wanted is waited for, or goes before another`() throws {
    let desk = try desk()
    desk.scene.presence = Presence(hindrance: .locked)
    desk.channels[1].isWanted = false
    var session = desk.session
    session.look()
    #expect(done(desk) == ["writes morning/23 waits: locked", "says morning/23 waits: locked"])
  }
}
