import Coaching
import Testing

/// A world of one day that writes down what a session does to it.
final class RecordingWorld {
  var scene: PlanFixture
  var now: Instant
  var log: [String] = []
  var failing: [String] = []
  var channels = [Place("spool", .kept), Place("terminal", .said)]

  /// A channel of the desk.
  struct Place {
    /// How it brings a card, without what only the channel itself knows.
    enum Kind: String {
      case kept
      case said
      case interrupting
      case confirmed
    }

    var name: String
    var kind: Kind
    var isWanted = true

    init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  init(_ time: String) throws {
    scene = try PlanFixture()
    now = try PlanFixture.instant(time)
  }

  var session: Session {
    Session(
      World(
        now: { [unowned self] in now },
        context: { [unowned self] in scene.context },
        recall: { [unowned self] _ throws(WorldError) in
          try fail("recall")
          return scene.coach
        },
        record: { [unowned self] drafts throws(WorldError) in try record(drafts) },
        wake: { [unowned self] in log.append("wake \(PlanFixture.text($0))") },
        channels: { [unowned self] in channels.map(channel) },
        notice: { [unowned self] in note($0) }
      )
    )
  }

  /// What was done since it was last asked.
  func done() -> [String] {
    defer { log = [] }
    return log
  }

  private func channel(_ place: Place) -> Channel {
    let name = place.name
    var channel = Channel(
      name: name,
      delivery(place),
      reach: { [unowned self] () throws(WorldError) in try fail("reach \(name)") },
      show: { [unowned self] card throws(WorldError) in
        try fail("show \(name)")
        log.append("\(name) shows \(PlanFixture.text(card.prompt))")
      },
      settle: { [unowned self] prompts throws(WorldError) in
        try fail("settle \(name)")
        log += prompts.map { "\(name) settles \(PlanFixture.text($0))" }
      }
    )
    channel.isWanted = place.isWanted
    return channel
  }

  private func delivery(_ place: Place) -> Delivery {
    switch place.kind {
    case .kept: .kept
    case .said: .said
    case .interrupting: .interrupting
    case .confirmed:
      .confirmed { [unowned self] card in
        log.append("\(place.name) renews \(PlanFixture.text(card.prompt))")
      }
    }
  }

  private func record(_ drafts: [Draft]) throws(WorldError) {
    try fail("record")
    if log.last == "writes shown morning/23 terminal" { try fail("record after shown terminal") }
    if log.last == "spool shows morning/23" { try fail("record after spool") }
    for draft in drafts {
      scene.apply(draft.event, on: draft.day, at: draft.instant)
      switch draft.event {
      case .prompted(let prompted): log.append("writes prompted \(PlanFixture.text(prompted.id))")
      case .shown(let id, let channel):
        log.append("writes shown \(PlanFixture.text(id)) \(channel)")
      case .notShown(let id, let channel):
        log.append("writes not \(PlanFixture.text(id)) \(channel)")
      case .chosen: break
      case .deferred(let id, let why): log.append("writes \(PlanFixture.text(id)) waits: \(why)")
      case .passed(let id, let why):
        log.append("writes \(PlanFixture.text(id)) passed: \(why.rawValue)")
      case .told(let tip): log.append("writes told \(tip)")
      default: log.append("writes more")
      }
    }
  }

  private func note(_ notice: SessionEvent) {
    switch notice {
    case .channelFailed(_, let channel, _): log.append("says \(channel) failed")
    case .channelAwaited(_, let channel, _): log.append("says \(channel) is awaited")
    case .ledgerFailed: log.append("says the ledger failed")
    case .deferred(let id, let why, _): log.append("says \(PlanFixture.text(id)) waits: \(why)")
    case .settled(let id, let why): log.append("says \(PlanFixture.text(id)) is \(why.rawValue)")
    case .backedOff(let days): log.append("says every \(days) days")
    default: break
    }
  }

  private func fail(_ what: String) throws(WorldError) {
    if failing.contains(what) { throw WorldError(what) }
    if failing.contains("await \(what)") { throw WorldError(what, isAwaited: true) }
  }
}
