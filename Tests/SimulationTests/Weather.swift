import Coaching
import TestSupport

/// How often something goes wrong, and what.
struct Weather {
  /// Seconds between two faults, at most; nil where nothing goes wrong by itself.
  var longestGap: Int?
  var faults: [Fault]

  static let calm = Weather(longestGap: nil, faults: [.restart])
  static let all = [
    Weather(longestGap: 20 * 86_400, faults: Fault.allCases),
    Weather(longestGap: 4 * 86_400, faults: Fault.allCases),
    Weather(longestGap: 86_400, faults: Fault.allCases),
    Weather(
      longestGap: 6 * 3600,
      faults: [.kill, .restart, .write, .channel, .suspend, .list, .server]
    ),
    Weather(longestGap: 86_400, faults: [.clock, .zone, .edit, .suspend]),
    Weather(longestGap: 2 * 86_400, faults: [.clock, .epoch, .drift, .zone, .restart]),
    Weather(longestGap: 3 * 86_400, faults: [.suspend, .stop, .zone, .kill]),
  ]

  func gap(_ draw: inout SplitMix64) -> Int64? {
    longestGap.map { Int64(1 + draw.below($0)) }
  }
}

/// What goes wrong, or merely changes.
enum Fault: CaseIterable {
  case kill
  case restart
  case stop
  case suspend
  case write
  case read
  case channel
  case clock
  case epoch
  case drift
  case zone
  case edit
  /// A channel leaves the person's list, or is in it again.
  case list
  /// A channel goes, to be started when there is something to show.
  case server
}

extension Life {
  func fault() throws {
    let fault = draw.pick(weather.faults)
    trail.note("fault: \(fault)", at: now)
    switch fault {
    case .kill: world.stepsLeft = draw.below(24)
    case .restart: if isUp { stop(seconds: Int64(draw.below(90))) }
    case .stop: if isUp { stop(seconds: duration(upTo: 9 * 86_400)) }
    case .suspend: suspend(seconds: duration(upTo: draw.pick([21, 21, 100]) * 86_400))
    case .write: failWriting()
    case .read:
      world.ledger.failsReading = true
      plan(.heal, in: duration(upTo: 10 * 3600))
    case .channel: failChannel()
    case .clock: stepClock()
    case .epoch:
      // The battery of the clock is empty; some time later the network knows better.
      setClock(to: -real.seconds + Int64(draw.below(86_400)))
      plan(.setClock, in: duration(upTo: 2 * 86_400))
    case .drift:
      // A clock that runs wrong by some seconds an hour, and is not told of it.
      driftSeconds = draw.below(41) - 20
    case .zone:
      arrangement.zone = try Places.zone(&draw)
      try rearrange()
    case .edit:
      arrangement.edit(&draw)
      try rearrange()
    case .list: changeList()
    case .server: for place in world.channels { place.isStarting = place.isConfirmedLater }
    }
  }

  /// Some time, mostly short.
  private func duration(upTo seconds: Int) -> Int64 {
    let most = draw.pick([600, 3600, 12 * 3600, seconds])
    return Int64(1 + draw.below(min(most, seconds)))
  }

  /// The machine sleeps: neither the service nor the person does anything.
  private func suspend(seconds: Int64) {
    guard isMachineOn else { return }
    isMachineOn = false
    guard let session else { return stop(seconds: seconds) }
    sleep(session, seconds: seconds)
  }

  private func failWriting() {
    world.ledger.writesLeft = draw.below(6)
    world.ledger.failsOn = draw.happens(1, in: 2)
    if world.ledger.failsOn { plan(.heal, in: duration(upTo: 10 * 3600)) }
  }

  private func failChannel() {
    let place = draw.pick(world.channels)
    let failures = SimulatedChannel.Failure.allCases
    place.failure = draw.pick(failures.filter { place.isRepeatable || $0 != .failingLate })
    // One in twelve is gone until the next heals everything.
    if draw.happens(11, in: 12) { plan(.heal, in: duration(upTo: 3 * 86_400)) }
  }

  private func changeList() {
    guard !world.witness.attendance.isAlone, let desktop = world.channels.last else { return }
    desktop.isWanted.toggle()
    desktop.healthySince = now
    trail.note("the desktop is \(desktop.isWanted ? "" : "not ")wanted", at: now)
    notify()
  }

  func heal() {
    trail.note("all is well again", at: now)
    world.ledger.failsReading = false
    world.ledger.failsWriting = false
    world.ledger.failsOn = false
    for place in world.channels where place.failure != nil {
      place.failure = nil
      place.healthySince = now
      place.hasCome = place.isConfirmedLater
    }
    world.witness.disturbed(at: now)
    awaitNews()
  }

  /// The clock is wrong, mostly by a little, and mostly until somebody puts it right.
  private func stepClock() {
    let longest = draw.pick([2, 40, 2 * 365]) * 86_400
    let most = draw.pick([120, 3600, 5 * 3600, draw.happens(1, in: 4) ? longest : 7200])
    setClock(to: Int64(draw.below(2 * most) - most))
    if most == longest || draw.happens(3, in: 4) { plan(.setClock, in: duration(upTo: 2 * 86_400)) }
  }

  func setClock(to skew: Int64) {
    skewSeconds = skew
    driftSeconds = 0
    world.now = real.adding(seconds: skew)
    trail.note("the clock is set", at: now)
    world.witness.changed(to: world.context, quiet: arrangement.quiet, at: now)
    for place in world.channels { place.healthySince = now }
    notify()
  }

  private func rearrange() throws {
    world.context = try arrangement.context()
    world.witness.changed(to: world.context, quiet: arrangement.quiet, at: now)
    trail.note("arranged: \(arrangement)", at: now)
    notify()
  }
}
