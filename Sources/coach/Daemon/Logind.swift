import Machine
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

  private static let sessionNew = Signal(
    sender: "org.freedesktop.login1",
    path: "/org/freedesktop/login1",
    interface: "org.freedesktop.login1.Manager",
    member: "SessionNew"
  )

  /// The system bus, yet to be connected to; the handlers are told of each sleep and wake, and of
  /// each login of the person.
  static func bus(
    _ loop: Loop,
    _ chronicle: DaemonLog,
    onState: @escaping (Bus.State) -> Void,
    onSleep: @escaping (_ sleeps: Bool) -> Void,
    onLogin: @escaping () -> Void
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
    bus.listen(to: sessionNew) { [unowned bus] message in
      guard case .path(let session)? = try? message.values().last else { return }
      ask("Name", of: session, on: bus) { [unowned bus] name in
        guard name == Environment.user else { return }
        // What cron starts is a session too, and nobody is there.
        ask("Type", of: session, on: bus) { type in
          if ["tty", "x11", "wayland", "mir"].contains(type) { onLogin() }
        }
      }
    }
    return bus
  }

  /// Asks for a property of a session that is a text; whoever does not say it is nobody's login.
  private static func ask(
    _ property: String,
    of session: String,
    on bus: Bus,
    then handle: @escaping (String) -> Void
  ) {
    let call = BusObject("org.freedesktop.login1", session)
      .get(property, "org.freedesktop.login1.Session")
    try? bus.call(call, withinSeconds: 5) { answer in
      if case .variant(.text(let text))? = (try? answer.get())?.first { handle(text) }
    }
  }
}
