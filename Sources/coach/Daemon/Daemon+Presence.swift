import Application
import Channels
import Coaching
import Configuration
import Machine
import Systemd

/// Whether the person is there.
extension Daemon {
  func watchPresence() {
    if inTerminal { return }
    presence = PresenceMonitor(
      run: { [unowned self] words, heard in run(words, heard) },
      onChange: { [unowned self] in look() },
      onReturn: { [unowned self] from, until in note(from, until) }
    )
  }

  /// Runs a program that tells something of the person's settings.
  private func run(_ words: [String], _ heard: @escaping (String) -> Void) {
    let number = (inquiries.map(\.number).max() ?? 0) + 1
    let child = try? Child(
      words,
      environment: Environment.all,
      input: [],
      withinSeconds: 5,
      loop: loop
    ) { [unowned self] end in
      inquiries.removeAll { $0.number == number }
      heard(String(decoding: end.output, as: UTF8.self).trimmed)
    }
    if let child { inquiries.append((number, child)) } else { heard("") }
  }

  /// A moment has come: asks first who can say, if asked, whether the person is there.
  func rang() {
    guard configuration.settings.presence.isWatched, let presence, let sessionBus,
      presence.askWhenDue(on: sessionBus, then: { [unowned self] in look() })
    else { return look() }
    // Whoever does not answer is not waited for.
    wake(at: SystemClock.now.adding(seconds: 1))
  }

  /// What the person does at the terminals; nil where a prompt would not go there.
  var terminal: Presence.Terminal? {
    let places = configuration.settings.channels.filter { $0 == .terminal || $0 == .desktop }
    let first = places.first { $0 == .terminal || desktop?.isThere == true }
    guard first == .terminal, let isAtPrompt = Terminals().isAtPrompt else { return nil }
    return isAtPrompt ? .atPrompt : .busy
  }

  /// Writes down a night in which nobody was seen, where the person allows that.
  private func note(_ from: Instant, _ until: Instant) {
    guard configuration.settings.presence.proposesSleep else { return }
    do {
      try workspace(from: .desktop).noteUnseen(from: from, until: until)
    } catch {
      chronicle.warn("A night was not written down: \(error.english)")
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
      onSleep: { [unowned self] sleeps in sleepChanged(sleeps) },
      onLogin: { [unowned self] in loggedIn() }
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
