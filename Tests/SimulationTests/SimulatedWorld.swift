import Coaching

/// The world of one life, as the production session sees it.
///
/// Each thing that a session does is two steps, before and after it, and the process may be killed
/// at any: what was done stays done, and what would come next never happens.
final class SimulatedWorld {
  /// By the person's clock.
  var now: Instant
  var context: PlanningContext
  let ledger = SimulatedLedger()
  let channels: [SimulatedChannel]
  let witness: Witness
  /// How many steps the process still makes; nil while nobody is about to kill it.
  var stepsLeft: Int?
  private(set) var isDead = false
  private(set) var timer: Instant?
  /// Whether the last look wrote something, or met with trouble.
  private(set) var hasWritten = false
  private(set) var hasFailed = false

  init(
    now: Instant,
    context: PlanningContext,
    quiet: [Arrangement.Quiet],
    attendance: Attendance,
    trail: Trail
  ) {
    self.now = now
    self.context = context
    let desktop = SimulatedChannel(name: "desktop", .confirmed, since: now)
    let others = [
      SimulatedChannel(name: "spool", .kept, since: now),
      SimulatedChannel(name: "terminal", .said, since: now),
    ]
    channels = (attendance.isAlone ? [] : others) + [desktop]
    witness = Witness(
      now: now,
      context: context,
      quiet: quiet,
      attendance: attendance,
      trail: trail
    )
  }

  /// The context as the service has it.
  var seen: PlanningContext {
    var seen = context
    seen.presence = witness.attendance.presence
    return seen
  }

  /// A process is started: nothing of the one before is left but what it wrote.
  func start() {
    for place in channels { (place.news, place.held) = ([], []) }
    isDead = false
    timer = nil
  }

  /// A look begins.
  func beginLook() {
    timer = nil
    hasWritten = false
    hasFailed = false
  }

  /// What the session sees.
  var world: World {
    World(
      now: { [unowned self] in now },
      context: { [unowned self] in seen },
      recall: { [unowned self] day throws(WorldError) in
        try acting { () throws(WorldError) in try ledger.coach(around: day) }
      },
      record: { [unowned self] drafts throws(WorldError) in
        try acting { () throws(WorldError) in
          witness.wrote(try ledger.append(drafts), at: now)
          hasWritten = true
        }
      },
      wake: { [unowned self] instant in if !isDead { timer = instant } },
      channels: { [unowned self] in channels.map(channel) },
      notice: { [unowned self] in note($0) }
    )
  }

  /// Keeps of what a session tells the journal what the facts do not say.
  private func note(_ notice: SessionEvent) {
    switch notice {
    case .channelFailed, .ledgerFailed, .deferred, .settled:
      if !isDead { witness.trail.note("\(notice)", at: now) }
    default: break
    }
  }

  private func channel(_ place: SimulatedChannel) -> Channel {
    var channel = screen(place)
    channel.isWanted = place.isWanted
    return channel
  }

  private func screen(_ place: SimulatedChannel) -> Channel {
    Channel(
      name: place.name,
      place.delivery,
      reach: { [unowned self] () throws(WorldError) in
        try acting { () throws(WorldError) in
          guard place.failure == .unreachable else { return }
          throw WorldError("nobody is there", isAwaited: place.isConfirmedLater)
        }
      },
      show: { [unowned self] card throws(WorldError) in
        try acting { () throws(WorldError) in try show(card, on: place) }
      },
      settle: { [unowned self] prompts throws(WorldError) in
        try acting { () throws(WorldError) in try settle(prompts, on: place) }
      }
    )
  }

  private func show(_ card: Card, on place: SimulatedChannel) throws(WorldError) {
    if place.isStarting {
      (place.held, place.hasCome) = (place.held + [card.prompt], true)
      return
    }
    if place.isConfirmedLater {
      place.news.append(
        SimulatedChannel.News(prompt: card.prompt, isShown: place.failure == nil)
      )
      if place.failure != nil { return }
    }
    if place.failure == .refusing { throw WorldError("refused") }
    if place.place(card) {
      witness.appeared(card.prompt, on: place.name, at: now)
      if place.interrupts { witness.seeThatNobodyIsDisturbed(card.prompt, at: now) }
    }
    try step()
    if place.failure == .failingLate { throw WorldError("shown, and not known") }
  }

  private func settle(_ prompts: [PromptID], on place: SimulatedChannel) throws(WorldError) {
    if place.isWanted {
      witness.settled(prompts, on: place.name, at: now)
    } else {
      place.clear(prompts)
      witness.withdrawn(prompts, from: place.name)
    }
    if place.failure != nil { throw WorldError("nothing to be settled here") }
    place.held.removeAll(where: prompts.contains)
    if place.isConfirmedLater { place.clear(prompts) }
    place.news.removeAll { prompts.contains($0.prompt) }
    witness.screens.take(prompts, off: place.name)
  }

  /// Does something between two steps.
  private func acting<Result>(_ act: () throws(WorldError) -> Result) throws(WorldError) -> Result {
    try step()
    do {
      let result = try act()
      try step()
      return result
    } catch {
      hasFailed = true
      throw error
    }
  }

  private func step() throws(WorldError) {
    if let left = stepsLeft {
      isDead = isDead || left == 0
      stepsLeft = left == 0 ? nil : left - 1
    }
    if isDead { throw WorldError("the process is dead") }
  }
}
