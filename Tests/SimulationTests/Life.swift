import Coaching
import TestSupport

/// One life with the coach, made from a seed: a machine, its faults, a person and the service.
///
/// Time moves only when told, and always to what comes first.
final class Life {
  enum Happening {
    case act
    case fault
    /// Something changed: the service looks.
    case look
    /// The machine or the service is back.
    case rise
    /// The disk and the channels are well again.
    case heal
    /// The clock is put right.
    case setClock
    /// A channel says what became of the cards that it took on, or that it is there again.
    case news
    /// The person comes back, or goes.
    case presence
  }

  var draw: SplitMix64
  let world: SimulatedWorld
  var arrangement: Arrangement
  var person: Person
  let weather: Weather
  let trail: Trail
  /// Whether the service is woken by what it writes itself, as inotify does; without that, nothing
  /// but its own timer makes up for a wake-up that it forgot.
  let hearsItself: Bool
  /// Nil while the service does not run.
  var session: Session?
  /// Whether the machine is there for the person, the service running or not.
  var isMachineOn = true
  /// The service of a machine that sleeps.
  var asleep: Session?
  /// Whether something changed while it slept.
  var isToldLater = false
  /// How far the person's clock is from real time.
  var skewSeconds: Int64 = 0
  /// How much further it gets in each hour.
  var driftSeconds = 0
  var looks = LookCount()
  private(set) var real: Instant
  var agenda: [(at: Instant, what: Happening)] = []
  private var latenessMilliseconds: Int64 = 0
  private let end: Instant

  init(seed: UInt64, days: Int, weather: Weather? = nil, keepsTrail: Bool = false) throws {
    var draw = SplitMix64(seed: seed)
    let zone = try Places.zone(&draw)
    // In any of the years for which tzdata is dense, and over Apia's missing day now and then.
    let isOverApia = zone.name == "Pacific/Apia" && draw.happens(1, in: 2)
    let start = isOverApia ? 1_314_000_000 : 660_000_000 + draw.below(48 * 365) * 86_400
    real = Instant(seconds: Int64(start + draw.below(86_400)))
    end = real.adding(seconds: Int64(days) * 86_400)
    // A clock that stands years before has lost its battery.
    let clockStarts = real.adding(seconds: -4 * 365 * 86_400)
    arrangement = Arrangement(zone: zone, clockStarts: clockStarts)
    if draw.happens(1, in: 2) { arrangement.limits = .none }
    if draw.happens(2, in: 3) { for _ in 0...3 { arrangement.edit(&draw) } }
    hearsItself = draw.happens(1, in: 3)
    person = draw.pick(Person.all)
    person.promises = draw.happens(1, in: 2)
    self.weather = weather ?? draw.pick(Weather.all)
    trail = Trail(isKept: keepsTrail, zone: zone)
    let isTold = draw.happens(2, in: 3)
    world = SimulatedWorld(
      now: real,
      context: try arrangement.context(),
      quiet: arrangement.quiet,
      attendance: Attendance(
        presence: isTold ? Presence() : nil,
        isAlone: draw.happens(1, in: 6)
      ),
      trail: trail
    )
    self.draw = draw
  }

  var now: Instant { world.now }
  var isUp: Bool { session != nil }

  /// Lives until the end, or until something is wrong; what is wrong.
  func live() throws -> String? {
    rise()
    plan(.act, in: 3600)
    plan(.presence, in: 60)
    if let gap = weather.gap(&draw) { plan(.fault, in: gap) }
    while world.witness.complaint == nil, let next = next(), next.at < end {
      advance(to: next.at)
      try happen(next.what)
    }
    seeThatAnswersStood()
    return world.witness.complaint
  }

  func plan(_ what: Happening, in seconds: Int64, milliseconds: Int64 = 0) {
    let at = Instant(microseconds: real.adding(seconds: seconds).microseconds + milliseconds * 1000)
    agenda.append((at, what))
  }

  /// What comes first: the timer, or what is on the agenda.
  private func next() -> (at: Instant, what: Happening)? {
    var first: (at: Instant, what: Happening)?
    if isUp, let timer = world.timer, timer < .distantFuture {
      let fires = timer.adding(seconds: -skewSeconds).microseconds + latenessMilliseconds * 1000
      first = (max(Instant(microseconds: fires), real), .look)
    }
    guard let index = agenda.indices.min(by: { agenda[$0].at < agenda[$1].at }) else {
      return first
    }
    if let first, first.at <= agenda[index].at { return first }
    return agenda.remove(at: index)
  }

  private func advance(to instant: Instant) {
    let before = real
    real = max(real, instant)
    skewSeconds += Int64(driftSeconds) * (real.seconds / 3600 - before.seconds / 3600)
    world.now = real.adding(seconds: skewSeconds)
    if isUp, !world.ledger.failsWriting, !world.ledger.failsReading {
      world.witness.seeThatNothingIsLost(at: now, channels: world.channels)
      world.witness.seeThatScreensAreClear(at: now, channels: world.channels)
    }
  }

  private func happen(_ what: Happening) throws {
    switch what {
    case .look: look()
    case .presence: comeOrGo()
    case .act:
      if isMachineOn { act() }
      plan(.act, in: person.gap(&draw))
    case .fault:
      looks.events += 1
      try fault()
      if let gap = weather.gap(&draw) { plan(.fault, in: gap) }
    case .rise: rise()
    case .heal: heal()
    case .setClock: setClock(to: 0)
    case .news: hearNews()
    }
  }
}

// MARK: - The service

extension Life {
  /// Starts the service, or wakes the machine under it.
  func rise() {
    isMachineOn = true
    world.witness.disturbed(at: now)
    world.witness.seenTo = now
    if let asleep {
      session = asleep
      self.asleep = nil
      // The clock watch hears of it where the kernel says so; the timer fires in any case.
      if isToldLater || draw.happens(1, in: 2) { look() }
      isToldLater = false
      awaitNews()
    } else {
      trail.note("the service starts", at: now)
      world.start()
      session = Session(world.world)
      look()
    }
  }

  /// Stops the service at once, and starts it again after some time.
  func stop(seconds: Int64) {
    trail.note("the service is down for \(seconds) s", at: now)
    session = nil
    world.witness.stopped()
    agenda.removeAll { $0.what == .look || $0.what == .rise }
    plan(.rise, in: seconds)
  }

  /// Puts the machine to sleep under the service.
  func sleep(_ session: Session, seconds: Int64) {
    trail.note("the machine sleeps for \(seconds) s", at: now)
    asleep = session
    isToldLater = agenda.contains { $0.what == .look }
    self.session = nil
    agenda.removeAll { $0.what == .look }
    plan(.rise, in: seconds)
  }

  /// Tells the service that something changed, as inotify and the clock watch do.
  func notify() {
    if isUp, !agenda.contains(where: { $0.what == .look }) {
      plan(.look, in: 0, milliseconds: 100)
    }
    if asleep != nil { isToldLater = true }
  }

  func look(_ how: (inout Session?) -> Void = { $0?.look() }) {
    guard isUp else { return }
    looks.add(at: real, isWell: isWell)
    let judged = world.witness.lastJudged(at: now)
    world.beginLook()
    how(&session)
    latenessMilliseconds = Int64(draw.below(draw.happens(1, in: 4) ? 60_000 : 1000))
    if world.isDead {
      trail.note("the process was killed", at: now)
      return stop(seconds: draw.happens(1, in: 5) ? Int64(draw.below(40_000)) : 1)
    }
    awaitNews()
    if world.hasWritten, hearsItself { notify() }
    if world.hasFailed { world.witness.disturbed(at: now) }
    seeAfterLook(judged: judged)
  }

  private func seeAfterLook(judged: Instant?) {
    let witness = world.witness
    if let timer = world.timer {
      if timer <= now || timer > now.adding(seconds: 50 * 3600) {
        witness.complain("a look sets the next", "to \(trail.zone.timestamp(timer))", at: now)
      }
    } else {
      witness.complain("a look sets the next", "to nothing", at: now)
    }
    if let complaint = looks.complaint {
      witness.complain("no look for nothing", complaint, at: now)
    }
    guard !world.hasFailed, world.ledger.isHealthy else { return }
    witness.seeThatAllIsAccountedFor(at: now, since: judged)
    // What failed a moment ago is tried again after a pause, of which a new session knows nothing.
    let isLongWell = isWell && witness.undisturbed < now.adding(seconds: -Timetable.graceSeconds)
    if isLongWell, !world.hasNews, draw.happens(1, in: 30) { seeThatAnotherLookChangesNothing() }
  }

  /// Whether nothing stands in the way of a prompt.
  var isWell: Bool {
    world.ledger.isHealthy && world.channels.allSatisfy { $0.failure == nil }
  }

  /// Folds anew and looks with a new session: the plan must be the same.
  private func seeThatAnotherLookChangesNothing() {
    let witness = world.witness
    let day = world.context.calendar.day(at: now)
    let whole = world.ledger.whole(around: day)
    witness.seeThatAnswersStand(in: whole, around: day, at: now)
    var timer: Instant?
    let probe = World(
      now: { [now] in now },
      context: { [world] in world.seen },
      recall: { [world] day throws(WorldError) in
        let coach = try world.ledger.coach(around: day)
        if coach != whole { witness.complain("one fold", "differs from steps", at: world.now) }
        return whole
      },
      record: { [now] drafts in witness.complain("one plan", "wrote \(drafts)", at: now) },
      wake: { timer = $0 },
      channels: { [world, now] in
        world.channels.map { place in
          var channel = Channel(
            name: place.name,
            place.interrupts ? .interrupting : place.delivery
          ) { card in witness.complain("one plan", "showed \(card.prompt)", at: now) }
          channel.isWanted = place.isWanted
          return channel
        }
      },
      notice: { _ in }
    )
    var session = Session(probe)
    session.look()
    if timer != world.timer { witness.complain("one plan", "another wake-up", at: now) }
  }

  /// Folds all that was ever written, some days at a time.
  private func seeThatAnswersStood() {
    let calendar = world.context.calendar
    guard var day = world.ledger.facts.first?.day else { return }
    while day <= calendar.day(at: now).adding(days: 9) {
      let coach = world.ledger.whole(around: day)
      world.witness.seeThatAnswersStand(in: coach, around: day, at: now)
      day = day.adding(days: 9)
    }
  }
}
