import Systemd

/// Whether the person is there.
extension Daemon {
  /// The system bus, still to be connected to, on which logind tells of sleep and of the session.
  func openLogind() throws(SystemdError) {
    let bus = try Logind.bus(
      loop,
      chronicle,
      onState: { [unowned self] state in
        if let bus = self.bus { presence?.systemChanged(state, bus) }
      },
      onSleep: { [unowned self] sleeps in sleepChanged(sleeps) }
    )
    presence?.listen(onSystem: bus)
    self.bus = bus
  }

  /// Lets the buses answer before the first look, which is else made as if nobody could tell.
  func awaitPresence() throws(SystemdError) {
    let end = Clock.monotonic() + 200_000
    while presence?.isSettled == false, Clock.monotonic() < end {
      try loop.turn(milliseconds: 20)
    }
    isUp = true
  }
}
