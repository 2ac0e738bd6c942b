import Systemd

/// What logind tells of the machine's sleep, where there is a system bus.
///
/// It is a hint: after a real sleep it came 20 ms later than the clock watch, which is the truth.
enum Logind {
  private static let prepareForSleep = Signal(
    sender: "org.freedesktop.login1",
    path: "/org/freedesktop/login1",
    interface: "org.freedesktop.login1.Manager",
    member: "PrepareForSleep"
  )

  /// The system bus, yet to be connected to; the handler is told of each sleep and wake.
  static func bus(
    _ loop: Loop,
    _ chronicle: DaemonLog,
    onState: @escaping (Bus.State) -> Void,
    onSleep: @escaping (_ sleeps: Bool) -> Void
  ) throws(SystemdError) -> Bus {
    let address = Environment.value("DBUS_SYSTEM_BUS_ADDRESS") ?? Bus.system
    let bus = try Bus(address, loop: loop) { state in
      chronicle.busChanged(state)
      onState(state)
    }
    bus.listen(to: prepareForSleep) { message in
      do {
        onSleep(try message.readBool())
      } catch {
        chronicle.warn("\(error), ignoring: logind does not say whether it is sleep or wake")
      }
    }
    return bus
  }
}
