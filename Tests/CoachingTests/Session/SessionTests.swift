import Coaching
import Testing

@Suite struct SessionTests {
  @Test func `It sets the clock first, writes before it shows, and sets the clock again`() throws {
    let desk = try RecordingWorld("23T07:30")
    var session = desk.session
    session.look()
    #expect(
      desk.done() == [
        "wake 23T07:31", "writes told a", "writes prompted morning/23", "spool shows morning/23",
        "writes shown morning/23 spool", "writes shown morning/23 terminal",
        "terminal shows morning/23", "wake 23T10:30",
      ]
    )
  }

  @Test func `A look at the same things changes nothing`() throws {
    let desk = try RecordingWorld("23T07:30")
    var session = desk.session
    session.look()
    _ = desk.done()
    session.look()
    #expect(desk.done() == ["wake 23T07:31", "wake 23T10:30"])
    var another = desk.session
    another.look()
    #expect(desk.done() == ["wake 23T07:31", "wake 23T10:30"])
  }

  @Test func `What cannot be written down is not shown, and tried again later and later`() throws {
    let desk = try RecordingWorld("23T07:30")
    desk.failing = ["record"]
    var session = desk.session
    session.look()
    #expect(desk.done() == ["wake 23T07:31", "says the ledger failed", "wake 23T07:31"])
    session.look()
    #expect(desk.done() == ["wake 23T07:32", "wake 23T07:32"])
    for _ in 0..<8 { session.look() }
    #expect(desk.done().last == "wake 23T07:46")
  }

  @Test func `A channel that fails keeps nothing from the others, and is left alone a while`()
    throws
  {
    let desk = try RecordingWorld("23T07:30")
    desk.failing = ["show terminal"]
    var session = desk.session
    session.look()
    #expect(
      desk.done().suffix(6) == [
        "spool shows morning/23", "writes shown morning/23 spool",
        "writes shown morning/23 terminal", "writes not morning/23 terminal",
        "says terminal failed", "wake 23T07:31",
      ]
    )
    // What it wrote about the failure wakes it at once.
    session.look()
    #expect(desk.done() == ["wake 23T07:31", "wake 23T07:31"])
    desk.now = try PlanFixture.instant("23T07:31")
    desk.failing = []
    session.look()
    #expect(desk.done().contains("terminal shows morning/23"))
  }

  @Test func `What could not be written about a failure is written with the next look`() throws {
    let desk = try RecordingWorld("23T07:30")
    desk.failing = ["show terminal", "record after shown terminal"]
    var session = desk.session
    session.look()
    #expect(!desk.done().contains("writes not morning/23 terminal"))
    desk.failing = []
    desk.now = try PlanFixture.instant("23T07:31")
    session.look()
    let done = desk.done()
    #expect(done.contains("writes not morning/23 terminal"))
    #expect(done.contains("terminal shows morning/23"))
  }

  @Test func `What is over leaves the screen once`() throws {
    let desk = try RecordingWorld("23T07:30")
    var session = desk.session
    session.look()
    desk.now = try PlanFixture.instant("23T11:30")
    _ = desk.done()
    session.look()
    #expect(
      desk.done().filter { $0.contains("settles") }.sorted() == [
        "spool settles morning/23", "terminal settles morning/23",
      ]
    )
    session.look()
    #expect(desk.done().filter { $0.contains("settles") }.isEmpty)
  }

  @Test func `What has left the screen is not taken off again with what leaves it later`() throws {
    let desk = try RecordingWorld("23T07:30")
    var session = desk.session
    for (time, left) in [("10:30", [String]()), ("11:30", ["morning/23"]), ("13:30", ["offer/23"])]
    {
      session.look()
      desk.now = try PlanFixture.instant("23T\(time)")
      _ = desk.done()
      session.look()
      let settled = desk.done().filter { $0.hasPrefix("spool settles") }
      #expect(settled == left.map { "spool settles \($0)" }, "\(time)")
    }
  }

  @Test func `A tip that is told opens the question about it in the same look`() throws {
    let desk = try RecordingWorld("23T07:30")
    desk.scene.slots.append(try PlanFixture.slot("early", "07:00", hours: 4, ["done"]))
    try desk.scene.happened("passed early/23 off")
    var session = desk.session
    session.look()
    #expect(desk.done().filter { $0.hasPrefix("writes prompted") }.count == 2)
  }
}
