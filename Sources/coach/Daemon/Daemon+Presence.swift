import Application
import Application
import Coaching
import Configuration
import Systemd

/// Whether the person is there.
extension Daemon {
  func watchPresence() {
    if inTerminal { return }
    presence = PresenceMonitor(
      onChange: { [unowned self] in look() },
      onReturn: { [unowned self] from, until in note(from, until) }
    )
  }

  /// A moment has come: asks first who can say, if asked, whether the person is there.
  func rang() {
    guard configuration.settings.presence.isWatched, let presence, let sessionBus,
      presence.askWhenDue(on: sessionBus, then: { [unowned self] in look() })
    else { return look() }
    // Whoever does not answer is not waited for.
    wake(at: SystemClock.now.adding(seconds: 1))
  }

  /// Writes down a night in which nobody was seen, where the person allows that.
  private func note(_ from: Instant, _ until: Instant) {
    guard configuration.settings.presence.proposesSleep else { return }
    do {
      try workspace(from: .desktop).noteUnseen(from: from, until: until)
    } catch {
      chronicle.warn("A night was not written down: \(error.message)")
    }
  }

  /// The system bus, still to be connected to, on which logind tells of sleep and of the session.
  func openLogind() throws(SystemdError) {
    let bus = try Logind.bus(
      loop,
      chronicle,
      onState: { [unowned self] state in
        if let bus = self.bus { presence?.busChanged(state, bus, isSystem: true) }
      },
      onSleep: { [unowned self] sleeps in sleepChanged(sleeps) }
    )
    presence?.listen(on: bus, isSystem: true)
    self.bus = bus
  }

  /// Lets the buses answer before the first look, which is else made as if nobody could tell.
  func awaitPresence() throws(SystemdError) {
    let end = Clock.monotonic() + 200_000
    while presence?.isSettled == false, Clock.monotonic() < end {
      try loop.turn(milliseconds: 20)
    }
    isUp = true
    for report in early { heard(report) }
    early = []
  }
}
