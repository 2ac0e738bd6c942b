import Glibc
import Testing

@testable import Systemd

@Suite struct CallTests {
  private static let name = "org.example.Echo"
  private let server: PrivateBus
  private let loop: Loop

  init() throws {
    server = try PrivateBus()
    loop = try Loop()
    try server.start()
  }

  private static func call(_ member: String, _ arguments: [Value] = []) -> Call {
    Call(
      destination: name,
      path: "/",
      interface: "org.example.Echo",
      member: member,
      arguments: arguments
    )
  }

  /// A connected bus, for as long as the body runs.
  private func connected(_ body: @escaping (Bus) throws -> Void) throws {
    var bus: Bus?
    bus = try Bus(server.address, loop: loop) { state in
      guard state == .connected, let bus else { return }
      #expect(throws: Never.self) { try body(bus) }
    }
    bus?.connect()
    #expect(try loop.run(forMilliseconds: 30_000) == 0)
    // Its handler holds it, and all that the body holds: the server too.
    bus = nil
  }

  /// What comes of one call.
  private func answer(
    to call: Call,
    withinSeconds limit: Int = 20
  ) throws
    -> Result<[Value], CallError>?
  {
    let echo = try server.speaker(CallTests.name, program: "echo.py")
    var answer: Result<[Value], CallError>?
    try connected { bus in
      try bus.call(call, withinSeconds: limit) {
        answer = $0
        loop.exit(0)
      }
    }
    return withExtendedLifetime(echo) { answer }
  }

  @Test func `Values of every kind go out and come back the same`() throws {
    let values: [Value] = [
      .flag(true), .flag(false), .byte(255), .int(-1), .count(.max), .long(.min),
      .longCount(.max), .real(-0.5), .text("早上 ☕"), .text(""), .path("/a/b"),
      .texts(["one", ""]), .texts([]), .variant(.byte(1)), .variant(.variant(.text("deep"))),
      .table([
        Value.Entry("urgency", .byte(1)), Value.Entry("list", .texts(["a"])),
        Value.Entry("deep", .table([Value.Entry("x", .flag(true))])),
      ]),
      .table([]),
    ]
    #expect(try answer(to: CallTests.call("Echo", values)) == .success(values))
  }

  @Test func `An error comes with its name and its text`() throws {
    let error = CallError(name: "org.example.No", text: "not <b>today</b>")
    #expect(try answer(to: CallTests.call("Fail", [.text(error.text)])) == .failure(error))
    #expect(!error.isOfNobody)
  }

  @Test func `An answer that cannot be read is an error`() throws {
    let answer = try answer(to: CallTests.call("Odd"))
    guard case .failure(let error) = answer else {
      Issue.record("\(String(describing: answer))")
      return
    }
    #expect(error.name == "org.freedesktop.DBus.Error.InvalidArgs")
  }

  @Test func `Whoever says nothing is waited for no longer than was said`() throws {
    let answer = try answer(to: CallTests.call("Silence"), withinSeconds: 1)
    guard case .failure = answer else {
      Issue.record("\(String(describing: answer))")
      return
    }
  }

  @Test func `Nobody of a name is told from somebody who fails`() throws {
    var call = CallTests.call("Echo")
    call.destination = "org.example.Nobody"
    guard case .failure(let error) = try answer(to: call) else {
      Issue.record("somebody answered")
      return
    }
    #expect(error.isOfNobody)
  }

  @Test func `A bus that dies leaves no call without an end`() throws {
    let echo = try server.speaker(CallTests.name, program: "echo.py")
    var answers = 0
    try connected { bus in
      for _ in 0..<3 {
        try bus.call(CallTests.call("Silence"), withinSeconds: 20) { answer in
          if case .failure = answer { answers += 1 }
          if answers == 3 { loop.exit(0) }
        }
      }
      try bus.askOwner(of: CallTests.name) { _ in server.die() }
    }
    withExtendedLifetime(echo) {}
    #expect(answers == 3)
  }

  @Test func `Without a connection a call is refused, and so is a name that is none`() throws {
    let bus = try Bus("unix:path=/nowhere", loop: loop) { _ in }
    bus.connect()
    let error = SystemdError(call: "sd_bus_call_async", code: ENOTCONN)
    #expect(throws: error) {
      try bus.call(CallTests.call("Echo"), withinSeconds: 1) { _ in }
    }
    try connected { bus in
      var call = CallTests.call("Echo")
      call.path = "no path"
      #expect(throws: SystemdError.self) { try bus.call(call, withinSeconds: 1) { _ in } }
      loop.exit(0)
    }
  }

  @Test func `Who has a name is told, and when somebody else has it`() throws {
    var owners: [String?] = []
    var echo: Speaker?
    let bus = try Bus(server.address, loop: loop) { _ in }
    bus.watch("org.example.Other") { _ in Issue.record("another name is none of ours") }
    bus.watch(CallTests.name) { owner in
      owners.append(owner)
      if owner == nil { loop.exit(0) } else { echo = nil }
    }
    // Only then is the match in force.
    bus.listen(to: .local("Connected")) { [unowned bus] _ in
      #expect(throws: Never.self) {
        try bus.askOwner(of: CallTests.name) { owner in
          #expect(owner == nil)
          echo = try? server.speaker(CallTests.name, program: "echo.py")
        }
      }
    }
    bus.connect()
    #expect(try loop.run(forMilliseconds: 30_000) == 0)
    withExtendedLifetime((bus, echo)) {}
    #expect(owners.count == 2)
    #expect(owners.first??.hasPrefix(":1.") == true)
  }

  @Test func `Who listens late hears, and who has heard enough hears no more`() throws {
    let logind = try server.speaker("org.freedesktop.login1")
    let signal = Signal(
      sender: "org.freedesktop.login1",
      path: "/org/freedesktop/login1",
      interface: "org.freedesktop.login1.Manager",
      member: "PrepareForSleep"
    )
    var heard = [0, 0]
    var first: Subscription?
    let bus = try Bus(server.address, loop: loop) { _ in }
    bus.listen(to: .local("Connected")) { [unowned bus] _ in
      first = bus.listen(to: signal) { _ in
        heard[0] += 1
        if let first { bus.ignore(first) }
      }
      bus.listen(to: signal) { _ in
        heard[1] += 1
        if heard[1] == 3 { loop.exit(0) }
      }
      try? bus.askOwner(of: "org.freedesktop.login1") { _ in
        let place = "/org/freedesktop/login1 org.freedesktop.login1.Manager PrepareForSleep"
        for _ in 0..<3 { logind.say("\(place) true") }
      }
    }
    bus.connect()
    #expect(try loop.run(forMilliseconds: 30_000) == 0)
    withExtendedLifetime(bus) {}
    #expect(heard == [1, 3])
  }

  @Test func `A whisper is heard where it is wanted, with its sender`() throws {
    let logind = try server.speaker("org.freedesktop.login1")
    let signal = Signal(
      sender: "org.freedesktop.login1",
      path: "/org/freedesktop/login1",
      interface: "org.freedesktop.login1.Manager",
      member: "PrepareForSleep"
    )
    var senders: [String?] = []
    var owner: String?
    let bus = try Bus(server.address, loop: loop) { _ in }
    bus.listen(to: signal, hearsWhispers: true) { message in
      #expect(message.isDirected)
      senders.append(message.sender)
      loop.exit(0)
    }
    bus.listen(to: .local("Connected")) { [unowned bus] _ in
      try? bus.askOwner(of: "org.freedesktop.login1") { name in
        owner = name
        let place = "/org/freedesktop/login1 org.freedesktop.login1.Manager PrepareForSleep"
        for number in 0..<9 { logind.say("\(place) true :1.\(number)") }
      }
    }
    bus.connect()
    #expect(try loop.run(forMilliseconds: 30_000) == 0)
    withExtendedLifetime(bus) {}
    #expect(owner != nil)
    #expect(senders == [owner])
  }
}
