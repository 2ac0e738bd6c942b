import Glibc
import Testing

@testable import Systemd

// What is said is said again until it is heard: what is said before the bus has taken the
// match, nobody hears.

@Suite struct BusTests {
  private let server: PrivateBus
  private let loop: Loop
  private static let logind = "org.freedesktop.login1"
  private static let place = "/org/freedesktop/login1 org.freedesktop.login1.Manager"

  init() throws {
    server = try PrivateBus()
    loop = try Loop()
  }

  private static func signal(_ member: String = "PrepareForSleep") -> Signal {
    Signal(
      sender: logind,
      path: "/org/freedesktop/login1",
      interface: "org.freedesktop.login1.Manager",
      member: member
    )
  }

  /// Repeats an action every 50 ms.
  private func often(_ action: @escaping () -> Void) throws -> Timer {
    weak var again: Timer?
    let timer = try loop.timer {
      action()
      try? again?.set(microseconds: Clock.realtime() + 50_000, accuracySeconds: 0)
    }
    again = timer
    try timer.set(microseconds: 0)
    return timer
  }

  /// The first values that a bus brings while somebody goes on saying something.
  private func heard(_ count: Int, saying: @escaping () -> Void) throws -> [Bool] {
    var values: [Bool] = []
    let bus = try Bus(server.address, loop: loop) { _ in }
    bus.listen(to: BusTests.signal()) { message in
      if let value = try? message.readBool() { values.append(value) }
      if values.count == count { loop.exit(0) }
    }
    bus.connect()
    let timer = try often(saying)
    #expect(try loop.run(forMilliseconds: 20_000) == 0)
    timer.off()
    return withExtendedLifetime(bus) { values }
  }

  @Test func `A signal is heard with its value`() throws {
    try server.start()
    let logind = try server.speaker(BusTests.logind)
    var turn = false
    let values = try heard(4) {
      turn.toggle()
      logind.say("\(BusTests.place) PrepareForSleep \(turn)")
    }
    #expect(values == [true, false, true, false] || values == [false, true, false, true])
  }

  static let others = [
    "/org/freedesktop/login2 org.freedesktop.login1.Manager PrepareForSleep",
    "/org/freedesktop/login1 org.freedesktop.login2.Manager PrepareForSleep",
    "/org/freedesktop/login1 org.freedesktop.login1.Manager PrepareForShutdown",
  ]

  @Test(arguments: others) func `What is like it in all but one is not heard`(
    other: String
  ) throws {
    try server.start()
    let logind = try server.speaker(BusTests.logind)
    let values = try heard(4) {
      logind.say("\(other) true")
      logind.say("\(BusTests.place) PrepareForSleep false")
    }
    #expect(values == [false, false, false, false])
  }

  @Test func `Nobody else is heard, neither aloud nor whispering`() throws {
    try server.start()
    let logind = try server.speaker(BusTests.logind)
    let impostor = try server.speaker("org.example.Impostor")
    let values = try heard(10) {
      impostor.say("\(BusTests.place) PrepareForSleep true")
      for number in 0..<5 {
        impostor.say("\(BusTests.place) PrepareForSleep true :1.\(number)")
      }
      logind.say("\(BusTests.place) PrepareForSleep false")
    }
    #expect(values == Array(repeating: false, count: 10))
  }

  @Test func `Reading more than a message holds is an error`() throws {
    try server.start()
    let logind = try server.speaker(BusTests.logind)
    var code: Int32?
    let bus = try Bus(server.address, loop: loop) { _ in }
    bus.listen(to: BusTests.signal()) { message in
      do throws(SystemdError) {
        _ = try message.readBool()
        _ = try message.readBool()
      } catch { code = error.code }
      loop.exit(0)
    }
    bus.connect()
    let timer = try often { logind.say("\(BusTests.place) PrepareForSleep true") }
    #expect(try loop.run(forMilliseconds: 20_000) == 0)
    timer.off()
    withExtendedLifetime(bus) {}
    #expect(code == ENXIO)
  }

  @Test func `Each bus has an id of its own, once it has let us in`() throws {
    var ids: [String] = []
    for server in [server, try PrivateBus()] {
      try server.start()
      let loop = try Loop()
      let bus = try Bus(server.address, loop: loop) { _ in loop.exit(0) }
      bus.connect()
      #expect(bus.id == nil)
      #expect(try loop.run(forMilliseconds: 20_000) == 0)
      ids.append(try #require(bus.id))
    }
    #expect(ids.map(\.count) == [32, 32])
    #expect(ids[0] != ids[1])
  }

  @Test func `A bus that dies and comes back is connected to and heard again`() throws {
    try server.start()
    var states: [Bus.State] = []
    var speaker: Speaker?
    var values = 0
    let bus = try Bus(server.address, loop: loop) { state in
      states.append(state)
      if state == .connected { speaker = try? server.speaker(BusTests.logind) }
    }
    bus.listen(to: BusTests.signal()) { _ in
      values += 1
      guard states.count == 1 else { return loop.exit(0) }
      speaker = nil
      server.die()
      #expect(throws: Never.self) { try server.start() }
    }
    bus.connect()
    let timer = try often { speaker?.say("\(BusTests.place) PrepareForSleep true") }
    #expect(try loop.run(forMilliseconds: 30_000) == 0)
    timer.off()
    withExtendedLifetime(bus) {}
    let loss = SystemdError(call: "sd_bus_process", code: ECONNRESET)
    #expect(states == [.connected, .absent(loss), .connected])
    #expect(values >= 2)
  }

  @Test func `Where no bus is it says so once, and seeks none until it is asked to`() throws {
    var states: [Bus.State] = []
    let bus = try Bus(server.address, loop: loop) { states.append($0) }
    bus.connect()
    bus.connect()
    try server.start()
    #expect(try loop.run(forMilliseconds: 3000) == 99)
    withExtendedLifetime(bus) {}
    #expect(states == [.absent(SystemdError(call: "sd_bus_start", code: ENOENT))])
  }

  @Test func `A bus that came later is there when it is asked for`() throws {
    var states: [Bus.State] = []
    let bus = try Bus(server.address, loop: loop) { state in
      states.append(state)
      if state == .connected { loop.exit(0) }
    }
    bus.connect()
    try server.start()
    bus.connect()
    #expect(try loop.run(forMilliseconds: 20_000) == 0)
    withExtendedLifetime(bus) {}
    #expect(states.count == 2)
  }

  @Test(arguments: ["", "nonsense", "unix:path=/dev/null"])
  func `An address that leads nowhere is no bus`(address: String) throws {
    var states: [Bus.State] = []
    let bus = try Bus(address, loop: loop) { states.append($0) }
    bus.connect()
    #expect(states.count == 1 && states.first != .connected)
  }

  @Test func `A bus that never answers holds nobody up`() throws {
    let silent = try Listener()
    let began = Clock.monotonic()
    let bus = try Bus(silent.address, loop: loop) { _ in }
    bus.listen(to: BusTests.signal()) { _ in }
    bus.connect()
    #expect(try loop.run(forMilliseconds: 100) == 99)
    withExtendedLifetime(bus) {}
    #expect(Clock.monotonic() - began < 20_000_000)
  }

  @Test func `A bus that lets nobody in is tried again`() throws {
    let closed = try Listener()
    var tries = 0
    var states: [Bus.State] = []
    let bus = try Bus(closed.address, loop: loop) { states.append($0) }
    let source = try loop.onReadable(closed.descriptor) {
      close(accept(closed.descriptor, nil, nil))
      tries += 1
      if tries == 2 { loop.exit(0) }
    }
    bus.connect()
    #expect(try loop.run(forMilliseconds: 20_000) == 0)
    withExtendedLifetime((bus, source)) {}
    #expect(states == [.absent(SystemdError(call: "sd_bus_process", code: ECONNRESET))])
  }

  @Test func `The tries become ever more seldom, but never rarer than a quarter of an hour`() {
    var patience = Patience()
    let waits = (0..<12).map { _ in patience.next() }
    #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
  }

  @Test func `A bus let go of leaves no descriptor behind`() async {
    await #expect(processExitsWith: .success) {
      let server = try PrivateBus()
      try server.start()
      let before = openDescriptors()
      for _ in 0..<50 {
        let loop = try Loop()
        let bus = try Bus(server.address, loop: loop) { [unowned loop] _ in loop.exit(0) }
        bus.listen(to: BusTests.signal()) { _ in }
        bus.connect()
        try #require(try loop.run() == 0)
        withExtendedLifetime(bus) {}
      }
      // Swift Testing opens one or two of its own meanwhile; a leak would be 50.
      try #require(openDescriptors() - before < 25)
    }
  }
}
