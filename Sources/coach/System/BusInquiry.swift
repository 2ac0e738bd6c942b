import Systemd

/// Asks somebody on a bus a few things, one after the other, for a command that waits for it.
final class BusInquiry {
  private let loop: Loop
  private var bus: Bus?
  private var state: Bus.State?

  /// Connects.
  ///
  /// - Parameter address: Where the bus is.
  /// - Throws: Where there is none, or none that lets us in.
  init(_ address: String) throws(SystemdError) {
    loop = try Loop()
    bus = try Bus(address, loop: loop) { [unowned self] in state = $0 }
    bus?.connect()
    try wait { self.state != nil }
    switch state {
    case .connected: break
    case .absent(let error): throw error
    case nil: throw SystemdError(call: "sd_bus_open", code: BusInquiry.timedOut)
    }
  }

  private static let timedOut: Int32 = 110
  /// How long somebody is waited for, in seconds: they are on this machine.
  private static let patience = 3

  /// What they answer; nil where they do not.
  func ask(_ call: Call) -> [Value]? {
    var answer: Result<[Value], CallError>?
    do {
      try bus?.call(call, withinSeconds: BusInquiry.patience) { answer = $0 }
      try wait { answer != nil }
    } catch {
      return nil
    }
    return try? answer?.get()
  }

  private func wait(until isDone: () -> Bool) throws(SystemdError) {
    let end = Clock.monotonic() + Int64(BusInquiry.patience + 1) * 1_000_000
    while !isDone(), Clock.monotonic() < end { try loop.turn(milliseconds: 50) }
  }

  // MARK: - What is asked

  /// Who has a name on the bus, as a process; nil where nobody has it.
  func process(of name: String) -> UInt32? {
    let values = ask(onBus("GetConnectionUnixProcessID", name))
    guard case .count(let process)? = values?.first else { return nil }
    return process
  }

  /// Whether somebody with a name is started when they are called.
  func canStart(_ name: String) -> Bool {
    guard case .texts(let names)? = ask(onBus("ListActivatableNames"))?.first else { return false }
    return names.contains(name)
  }

  private func onBus(_ member: String, _ name: String? = nil) -> Call {
    BusObject("org.freedesktop.DBus", "/org/freedesktop/DBus")
      .call(member, name.map { [.text($0)] } ?? [])
  }

  /// A property that is a text.
  func text(_ property: String, of interface: String, at path: String, by name: String) -> String? {
    let call = BusObject(name, path).get(property, interface)
    guard case .variant(.text(let text))? = ask(call)?.first else { return nil }
    return text
  }
}
