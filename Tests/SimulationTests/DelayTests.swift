import Coaching
import TestSupport
import Testing

/// How long a prompt takes to come between a person and what they do, for every kind of person.
///
/// Each lives thirty days with the default slots and the production session. Their days are drawn
/// from a seed: when they are there, for how long they do one thing, and what they do it at. The
/// delay counts from the prompt's moment on or, where they were not there, from when they came.
@Suite struct DelayTests {
  static let seeds: [UInt64] = Array(1...5)

  @Test(arguments: WaitingLife.Kind.allCases)
  fileprivate func `Nobody who is there waits a quarter of an hour in the middle`(
    _ kind: WaitingLife.Kind
  ) throws {
    var delays: [Int64] = []
    for seed in DelayTests.seeds { delays += try WaitingLife(kind, seed: seed).live(days: 30) }
    let sorted = delays.sorted()
    try #require(sorted.count > 100, "\(kind) heard too little for a figure")
    let (median, longest) = (sorted[sorted.count / 2], sorted[sorted.count - 1])
    print("\(kind): \(sorted.count) prompts, median \(median) s, longest \(longest) s")
    #expect(median <= kind.mostMedian)
    // A prompt with an hour's patience behind it would be late for whoever is never idle.
    #expect(longest <= 15 * 60)
  }
}

/// A person of one kind, whose days are nothing but being there and doing things.
private final class WaitingLife {
  enum Kind: CaseIterable {
    /// Before a desktop that tells when it is idle.
    case desktop
    /// At the console of a machine without one, logged in all day.
    case terminal
    /// Before a desktop, mostly in its terminals.
    case both
    /// Comes by ssh, and nobody is logged in between.
    case ssh
    /// Hardly ever before the machine.
    case away

    /// What is asked for in the middle, in seconds.
    var mostMedian: Int64 {
      switch self {
      case .desktop, .both: 15 * 60
      // Within minutes of a shell's prompt, and a login is a break.
      case .terminal, .ssh: 5 * 60
      case .away: 60
      }
    }

    var isAtTerminals: Bool { self == .terminal || self == .ssh }
  }

  private let kind: Kind
  private let context: PlanningContext
  private let ledger = SimulatedLedger()
  private var draw: SplitMix64
  private var now: Instant
  private var timer = Instant.distantFuture
  private var presence = Presence()
  /// Since when they have been there; nil while they are not.
  private var thereSince: Instant?
  private var changes = Instant.distantPast
  private var delays: [Int64] = []

  init(_ kind: Kind, seed: UInt64) throws {
    self.kind = kind
    let clockStarts = Instant.distantPast
    context = try Arrangement(zone: .utc, clockStarts: clockStarts).context()
    draw = SplitMix64(seed: seed)
    now = Instant(seconds: 1_700_000_000)
    go()
  }

  /// How long the prompts of so many days took, in seconds.
  func live(days: Int) -> [Int64] {
    var session = Session(world)
    session.look()
    let end = now.adding(seconds: Int64(days) * 86_400)
    while now < end {
      if timer <= changes {
        now = max(now, timer)
        session.look()
      } else {
        now = changes
        if change() { session.look() }
        if kind == .ssh, presence.back == now { session.came("terminal") }
      }
    }
    return delays
  }

  /// They do the next thing; whether anybody tells of it.
  private func change() -> Bool {
    let hour = context.zone.civil(at: now).time.hour
    let isThere = thereSince != nil
    if isThere, kind.isAtTerminals, hour < 19, !draw.happens(1, in: 8) {
      // A program for as long as it takes, then a moment at the shell.
      let isBusy = presence.terminal == .atPrompt
      presence.terminal = isBusy ? .busy : .atPrompt
      changes = now.adding(seconds: isBusy ? span(60, 3 * 3600) : span(20, 600))
      return false
    }
    if isThere { go() } else { come() }
    return true
  }

  private func come() {
    thereSince = now
    presence.hindrance = nil
    presence.back = now
    presence.terminal = kind.isAtTerminals ? .atPrompt : nil
    changes = now.adding(
      seconds: kind.isAtTerminals ? span(20, 600) : kind == .away ? span(60, 1200) : span(60, 7200)
    )
  }

  private func go() {
    let wasThere = thereSince != nil
    thereSince = nil
    // Who is logged out cannot be reached, and nothing else is known of them.
    if kind == .ssh { presence.terminal = nil } else { presence.hindrance = .idle }
    if kind == .terminal { presence.hindrance = .locked }
    let isNight = context.zone.civil(at: now).time.hour >= 19
    let long = kind == .away ? span(3600, 6 * 3600) : span(300, 2400)
    changes = now.adding(seconds: isNight ? span(9 * 3600, 12 * 3600) : wasThere ? long : 60)
  }

  private func span(_ least: Int, _ most: Int) -> Int64 {
    Int64(least + draw.below(most - least))
  }

  private var world: World {
    World(
      now: { [unowned self] in now },
      context: { [unowned self] in
        var seen = context
        seen.presence = presence
        return seen
      },
      recall: { [unowned self] day throws(WorldError) in try ledger.coach(around: day) },
      record: { [unowned self] drafts throws(WorldError) in _ = try ledger.append(drafts) },
      wake: { [unowned self] in timer = $0 },
      channels: { [unowned self] in [spool, screen] },
      notice: { _ in }
    )
  }

  private let spool = Channel(name: "spool", .kept) { _ in }

  /// What comes between them and what they do; they answer what they see.
  private var screen: Channel {
    Channel(
      name: kind.isAtTerminals ? "terminal" : "desktop",
      .interrupting,
      reach: { [unowned self] () throws(WorldError) in
        if kind == .ssh, thereSince == nil { throw WorldError("nobody is logged in") }
      },
      show: { [unowned self] card throws(WorldError) in
        guard let since = thereSince else { throw WorldError("nobody is there") }
        let prompt = ledger.whole(around: card.prompt.day).prompt(card.prompt)
        delays.append(now.seconds - max(prompt?.prompted.due ?? now, since).seconds)
        let sign = Event.rated(tip: "tip-1", .useful)
        let day = context.calendar.day(at: now)
        let draft = Draft(instant: now, zone: context.zone.name, day: day, event: sign)
        _ = try ledger.append([draft])
      }
    )
  }
}
