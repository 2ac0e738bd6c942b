import Coaching
import Testing

/// A world of one day that writes down what a session does to it.
private final class Desk {
  var scene: Scene
  var now: Instant
  var log: [String] = []
  var failing: [String] = []

  init(_ time: String) throws {
    scene = try Scene()
    now = try Scene.instant(time)
  }

  var session: Session {
    Session(
      World(
        now: { [unowned self] in now },
        outlook: { [unowned self] in scene.outlook },
        recall: { [unowned self] _ throws(Trouble) in
          try fail("recall")
          return scene.coach
        },
        record: { [unowned self] drafts throws(Trouble) in try record(drafts) },
        wake: { [unowned self] in log.append("wake \(Scene.text($0))") },
        channels: { [unowned self] in [channel("spool", true), channel("terminal", false)] },
        notice: { [unowned self] in note($0) }
      )
    )
  }

  /// What was done since it was last asked.
  func done() -> [String] {
    defer { log = [] }
    return log
  }

  private func channel(_ name: String, _ isRepeatable: Bool) -> Channel {
    Channel(
      name: name,
      isRepeatable: isRepeatable,
      reach: { [unowned self] () throws(Trouble) in try fail("reach \(name)") },
      show: { [unowned self] card throws(Trouble) in
        try fail("show \(name)")
        log.append("\(name) shows \(Scene.text(card.prompt))")
      },
      settle: { [unowned self] prompts throws(Trouble) in
        try fail("settle \(name)")
        log += prompts.map { "\(name) settles \(Scene.text($0))" }
      }
    )
  }

  private func record(_ drafts: [Draft]) throws(Trouble) {
    try fail("record")
    if log.last == "writes shown morning/23 terminal" { try fail("record after shown terminal") }
    for draft in drafts {
      scene.apply(draft.event, on: draft.day, at: draft.instant)
      switch draft.event {
      case .prompted(let prompted): log.append("writes prompted \(Scene.text(prompted.id))")
      case .shown(let id, let channel): log.append("writes shown \(Scene.text(id)) \(channel)")
      case .notShown(let id, let channel): log.append("writes not \(Scene.text(id)) \(channel)")
      case .told(let tip): log.append("writes told \(tip)")
      default: log.append("writes more")
      }
    }
  }

  private func note(_ notice: Notice) {
    switch notice {
    case .channelFailed(_, let channel, _): log.append("says \(channel) failed")
    case .ledgerFailed: log.append("says the ledger failed")
    default: break
    }
  }

  private func fail(_ what: String) throws(Trouble) {
    if failing.contains(what) { throw Trouble(what) }
  }
}

@Suite struct SessionTests {
  @Test func `It sets the clock first, writes before it shows, and sets the clock again`() throws {
    let desk = try Desk("23T07:30")
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
    let desk = try Desk("23T07:30")
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
    let desk = try Desk("23T07:30")
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
    let desk = try Desk("23T07:30")
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
    desk.now = try Scene.instant("23T07:31")
    desk.failing = []
    session.look()
    #expect(desk.done().contains("terminal shows morning/23"))
  }

  @Test func `What could not be written about a failure is written with the next look`() throws {
    let desk = try Desk("23T07:30")
    desk.failing = ["show terminal", "record after shown terminal"]
    var session = desk.session
    session.look()
    #expect(!desk.done().contains("writes not morning/23 terminal"))
    desk.failing = []
    desk.now = try Scene.instant("23T07:31")
    session.look()
    let done = desk.done()
    #expect(done.contains("writes not morning/23 terminal"))
    #expect(done.contains("terminal shows morning/23"))
  }

  @Test func `What is over leaves the screen once`() throws {
    let desk = try Desk("23T07:30")
    var session = desk.session
    session.look()
    desk.now = try Scene.instant("23T11:30")
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

  @Test func `A tip that is told opens the question about it in the same look`() throws {
    let desk = try Desk("23T07:30")
    desk.scene.slots.append(try Scene.slot("early", "07:00", hours: 4, ["done"]))
    try desk.scene.happened("passed early/23 off")
    var session = desk.session
    session.look()
    #expect(desk.done().filter { $0.hasPrefix("writes prompted") }.count == 2)
  }
}
