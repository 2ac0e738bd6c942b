import Coaching
import Testing

/// What interrupts the person waits until they are there and, for a while, for a break.
@Suite struct PresenceTests {
  /// A desk with a spool and a desktop, and a person who is there.
  private func desk(_ time: String, _ presence: Presence = Presence()) throws -> RecordingWorld {
    let desk = try RecordingWorld(time)
    desk.channels = [
      RecordingWorld.Place("spool", .kept),
      RecordingWorld.Place("desktop", .interrupting),
    ]
    desk.scene.presence = presence
    return desk
  }

  private func shows(_ desk: RecordingWorld) -> [String] {
    desk.done().filter { $0.contains("shows") }
  }

  @Test func `Where nothing tells of the person nothing waits`() throws {
    let desk = try desk("23T07:30")
    desk.scene.presence = nil
    var session = desk.session
    session.look()
    #expect(shows(desk) == ["spool shows morning/23", "desktop shows morning/23"])
  }

  @Test(arguments: [DeferralReason.locked, .inactive, .idle, .presenting, .inhibited])
  func `What interrupts waits for what hinders it, the rest does not`(why: DeferralReason) throws {
    let desk = try desk("23T07:30", Presence(hindrance: why))
    var session = desk.session
    session.look()
    let done = desk.done()
    #expect(done.filter { $0.contains("shows") } == ["spool shows morning/23"])
    #expect(
      done.filter { $0.contains("waits") } == [
        "writes morning/23 waits: \(why)", "says morning/23 waits: \(why)",
      ]
    )
    // Once for each reason, in the ledger as in the journal.
    desk.now = try PlanFixture.instant("23T09:00")
    session.look()
    #expect(desk.done().filter { $0.contains("waits") || $0.contains("shows") } == [])
    desk.scene.presence = Presence(back: desk.now)
    session.look()
    #expect(shows(desk) == ["desktop shows morning/23"])
  }

  @Test func `A break after its moment is the moment`() throws {
    let desk = try desk("23T07:40", Presence(back: try PlanFixture.instant("23T07:29")))
    var session = desk.session
    session.look()
    let done = desk.done()
    #expect(done.contains("writes morning/23 waits: busy"))
    #expect(done.last == "wake 23T07:45")
    desk.now = try PlanFixture.instant("23T07:41")
    desk.scene.presence?.back = desk.now
    session.look()
    #expect(shows(desk) == ["desktop shows morning/23"])
  }

  @Test(arguments: [
    ("07:30", "08:15"), ("08:14", "08:15"), ("08:15", "09:30"), ("09:29", "09:30"),
  ])
  func `Who was away when asked for is asked for once more, and waited for half a window`(
    time: String,
    again: String
  ) throws {
    // Whoever wants no break waited for is away all the same.
    let away = Presence(back: try PlanFixture.instant("23T07:29"), patienceSeconds: 0, isAway: true)
    let desk = try desk("23T\(time)", away)
    var session = desk.session
    session.look()
    let done = desk.done()
    #expect(done.contains("writes morning/23 waits: idle"))
    #expect(done.last == "wake 23T\(again)")
    #expect(!done.contains("desktop shows morning/23"))
    desk.now = try PlanFixture.instant("23T09:30")
    session.look()
    #expect(shows(desk) == ["desktop shows morning/23"])
  }

  @Test(arguments: [("23T07:44", []), ("23T07:45", ["desktop shows morning/23"])])
  func `Nobody waits for a break for more than 15 minutes`(time: String, shown: [String]) throws {
    let desk = try desk("23T07:30")
    var session = desk.session
    session.look()
    _ = desk.done()
    desk.now = try PlanFixture.instant(time)
    session.look()
    #expect(shows(desk) == shown)
  }

  @Test func `What a clock decided that ran ahead waits for no break`() throws {
    let desk = try desk("23T07:00")
    try desk.scene.happened("prompted morning/23 at 23T07:30")
    var session = desk.session
    session.look()
    #expect(shows(desk).contains("desktop shows morning/23"))
  }

  @Test func `Half of a short window is left`() throws {
    let desk = try desk("23T22:30")
    let coach = desk.scene.coach
    for (time, shown) in [("22:44", false), ("22:45", true)] {
      let desk = try self.desk("23T\(time)", Presence(patienceSeconds: 45 * 60))
      desk.scene.coach = coach
      desk.scene.slots = [try PlanFixture.slot("rest", "22:30", hours: 1, ["rest"])]
      desk.scene.slots[0].windowSeconds = 30 * 60
      var session = desk.session
      session.look()
      #expect(shows(desk).contains("desktop shows rest/23") == shown, "\(time)")
    }
  }

  @Test(arguments: [("23T14:52:29", false), ("23T14:52:30", true)])
  func `A promise's reminder comes before its reserve begins`(time: String, isShown: Bool) throws {
    let desk = try desk(time)
    for given in ["passed morning/23 answered", "passed offer/23 answered"] {
      try desk.scene.happened(given)
    }
    // Due at 14:45, a quarter of an hour before its reserve.
    try desk.scene.happened("promised 1 23T17:00 2h")
    var session = desk.session
    session.look()
    #expect(shows(desk).contains("desktop shows promise-1/23") == isShown)
  }

  @Test(arguments: [("22:39:59", false), ("22:40", true)])
  func `What ends the day comes before the light is to be out`(time: String, isShown: Bool) throws {
    let desk = try desk("23T22:30", Presence(patienceSeconds: 45 * 60))
    desk.scene.profile.lightsOut = WeeklyTimes(["22:50"])
    var session = desk.session
    session.look()
    // Half of the time until then, whatever its window is.
    desk.now = try PlanFixture.instant("23T\(time)")
    session.look()
    #expect(shows(desk).contains("desktop shows rest/23") == isShown)
  }

  // MARK: - Terminals

  /// A person at terminals that tell no break, with a spool.
  private func terminals(_ time: String, _ terminal: Presence.Terminal) throws -> RecordingWorld {
    try desk(time, Presence(terminal: terminal))
  }

  @Test func `At a shell's prompt it comes at once`() throws {
    let desk = try terminals("23T07:30", .atPrompt)
    var session = desk.session
    session.look()
    #expect(shows(desk).contains("desktop shows morning/23"))
  }

  @Test func `Where something runs a prompt is looked for each minute, five times`() throws {
    let desk = try terminals("23T07:30", .busy)
    var session = desk.session
    session.look()
    let done = desk.done()
    #expect(done.contains("writes morning/23 waits: busy"))
    #expect(done.last == "wake 23T07:31")
    desk.now = try PlanFixture.instant("23T07:34:30")
    session.look()
    #expect(desk.done() == ["wake 23T07:35:30", "wake 23T07:35"], "it waits, and says so once")
    desk.now = try PlanFixture.instant("23T07:35")
    session.look()
    #expect(shows(desk) == ["desktop shows morning/23"])
  }

  @Test func `When what runs has ended it comes with the next glance`() throws {
    let desk = try terminals("23T07:30", .busy)
    var session = desk.session
    session.look()
    _ = desk.done()
    desk.now = try PlanFixture.instant("23T07:31")
    desk.scene.presence?.terminal = .atPrompt
    session.look()
    #expect(shows(desk) == ["desktop shows morning/23"])
  }

  @Test func `Of a terminal nobody tells when it is used again, so idle it is written to`() throws {
    let desk = try desk("23T07:30", Presence(hindrance: .idle, terminal: .atPrompt))
    var session = desk.session
    session.look()
    #expect(shows(desk).contains("desktop shows morning/23"))
    let locked = try self.desk("23T07:30", Presence(hindrance: .locked, terminal: .atPrompt))
    session = locked.session
    session.look()
    #expect(!shows(locked).contains("desktop shows morning/23"))
  }

  @Test func `What comes back from a snooze waits for no break`() throws {
    let desk = try desk("23T07:45")
    try desk.scene.happened("prompted morning/23")
    try desk.scene.happened("snoozed morning/23 23T07:45")
    var session = desk.session
    session.look()
    #expect(shows(desk).contains("desktop shows morning/23"))
  }

  @Test func `Where nothing else would show it, it begins when the person is there`() throws {
    let desk = try desk("23T07:30", Presence(hindrance: .locked))
    desk.channels = [RecordingWorld.Place("desktop", .interrupting)]
    var session = desk.session
    session.look()
    #expect(
      desk.done() == [
        "wake 23T07:31", "writes morning/23 waits: locked", "says morning/23 waits: locked",
        "wake 23T10:30",
      ]
    )
    desk.now = try PlanFixture.instant("23T09:00")
    desk.scene.presence = Presence(back: desk.now)
    session.look()
    #expect(shows(desk) == ["desktop shows morning/23"])
  }

  @Test func `What nobody was there to see is missed as that`() throws {
    let desk = try desk("23T07:30", Presence(hindrance: .locked))
    desk.channels = [RecordingWorld.Place("desktop", .interrupting)]
    var session = desk.session
    session.look()
    desk.now = try PlanFixture.instant("23T11:30")
    session.look()
    #expect(desk.done().contains("writes morning/23 passed: absent"))
    desk.scene.presence = Presence(back: desk.now)
    session.look()
    let prompted = try #require(desk.scene.coach.prompts.first?.prompted)
    #expect(prompted.digest.map(PlanFixture.text) == ["morning/23"])
  }

  @Test func `Quiet hours come before, and are written down too`() throws {
    let desk = try desk("23T07:30", Presence(hindrance: .locked))
    try desk.scene.happened("quiet 22:00..08:00")
    var session = desk.session
    session.look()
    #expect(desk.done().contains("writes morning/23 waits: quiet"))
    desk.now = try PlanFixture.instant("23T08:00")
    session.look()
    #expect(desk.done().contains("writes morning/23 waits: locked"))
  }
}
