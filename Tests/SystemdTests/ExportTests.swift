import Glibc
import Testing

@testable import Systemd

/// An object on a bus, as somebody on another connection meets it.
@Suite struct ExportTests {
  private static let name = "org.example.Shop1"
  private let server: PrivateBus
  private let loop: Loop

  init() throws {
    server = try PrivateBus()
    loop = try Loop()
    try server.start()
  }

  private func call(_ member: String, _ arguments: Value..., of interface: String = name) -> Call {
    Call(
      destination: ExportTests.name,
      path: "/org/example/Shop1",
      interface: interface,
      member: member,
      arguments: arguments
    )
  }

  private static var export: Export {
    Export(
      path: "/org/example/Shop1",
      interface: name,
      methods: [
        Export.Method("Weigh", takes: [("what", "s"), ("how", "u")], gives: [("said", "s")]) {
          [.text("\($0[0].text ?? "") \($0[1].count ?? 0)")]
        },
        Export.Method("Refuse") { _ throws(CallError) in
          throw CallError(name: "org.example.Shop1.Error.Closed", text: "geschlossen, 关门")
        },
      ],
      properties: [Export.Property("Open", "b") { .flag(true) }],
      signals: [("Sold", [("what", "s")])]
    )
  }

  /// A shop on the bus; a customer whose turn comes when the name of the shop is owned.
  private func serve(_ customer: @escaping (_ customer: Bus, _ shop: Bus) throws -> Void) throws {
    let shop = try Bus(server.address, loop: loop) { _ in }
    let visitor = try Bus(server.address, loop: loop) { _ in }
    shop.offer(ExportTests.export, as: ExportTests.name) { [unowned shop, unowned visitor] isOurs in
      #expect(isOurs)
      #expect(throws: Never.self) { try customer(visitor, shop) }
    }
    visitor.connect()
    shop.connect()
    #expect(try loop.run(forMilliseconds: 30_000) == 0)
    withExtendedLifetime((shop, visitor)) {}
  }

  /// What comes of a call.
  private func answer(to call: Call) throws -> Result<[Value], CallError>? {
    var answer: Result<[Value], CallError>?
    try serve { visitor, _ in
      try visitor.call(call, withinSeconds: 20) {
        answer = $0
        loop.exit(0)
      }
    }
    return answer
  }

  @Test func `A method gets its arguments and gives its results`() throws {
    let answer = try answer(to: call("Weigh", .text("米"), .count(7)))
    #expect(try answer?.get() == [.text("米 7")])
  }

  @Test func `A method that refuses is an error by its name`() throws {
    let refusal = CallError(name: "org.example.Shop1.Error.Closed", text: "geschlossen, 关门")
    #expect(try answer(to: call("Refuse")) == .failure(refusal))
  }

  @Test func `What has other types does not get through to a method`() throws {
    guard case .failure(let error) = try answer(to: call("Weigh", .text("rice"))) else {
      Issue.record("it was taken")
      return
    }
    #expect(error.name == "org.freedesktop.DBus.Error.InvalidArgs")
  }

  @Test func `A property is read`() throws {
    let properties = "org.freedesktop.DBus.Properties"
    let get = call("Get", .text(ExportTests.name), .text("Open"), of: properties)
    #expect(try answer(to: get)?.get() == [.variant(.flag(true))])
  }

  @Test func `Its arguments have their names in what it tells of itself`() throws {
    let introspect = call("Introspect", of: "org.freedesktop.DBus.Introspectable")
    let text = try #require(try answer(to: introspect)?.get().first?.text)
    for name in ["what", "how", "said"] { #expect(text.contains("name=\"\(name)\"")) }
    // Only the person's own processes get through.
    #expect(text.contains("org.freedesktop.systemd1.Privileged"))
  }

  @Test func `Signals and changes are heard by others`() throws {
    var heard: [[Value]] = []
    let shop = try Bus(server.address, loop: loop) { _ in }
    let visitor = try Bus(server.address, loop: loop) { _ in }
    for (interface, member) in [
      (ExportTests.name, "Sold"), ("org.freedesktop.DBus.Properties", "PropertiesChanged"),
    ] {
      let signal = Signal(
        sender: ExportTests.name,
        path: "/org/example/Shop1",
        interface: interface,
        member: member
      )
      visitor.listen(to: signal) { message in
        heard.append((try? message.values()) ?? [])
        if heard.count == 2 { loop.exit(0) }
      }
    }
    visitor.watch(ExportTests.name) { owner in
      guard owner != nil else { return }
      shop.say("Sold", of: ExportTests.name, [.text("tea")])
      shop.changed(["Open"], of: ExportTests.name)
    }
    shop.offer(ExportTests.export, as: ExportTests.name) { _ in }
    visitor.connect()
    // The visitor's rules are there before the name is.
    let later = try loop.after(seconds: 1) { shop.connect() }
    #expect(try loop.run(forMilliseconds: 30_000) == 0)
    withExtendedLifetime((shop, visitor, later)) {}
    let changed = Value.table([Value.Entry("Open", .flag(true))])
    #expect(heard == [[.text("tea")], [.text(ExportTests.name), changed, .texts([])]])
  }

  @Test func `A name that somebody has is not ours`() throws {
    let first = try server.speaker(ExportTests.name)
    var told: Bool?
    let shop = try Bus(server.address, loop: loop) { _ in }
    shop.offer(ExportTests.export, as: ExportTests.name) { isOurs in
      told = isOurs
      loop.exit(0)
    }
    shop.connect()
    #expect(try loop.run(forMilliseconds: 30_000) == 0)
    withExtendedLifetime((shop, first)) {}
    #expect(told == false)
  }

  @Test func `A bus that went away and came back has the object and its name again`() throws {
    var names = 0
    var answers = 0
    let visitor = try Bus(server.address, loop: loop) { _ in }
    let shop = try Bus(server.address, loop: loop) { [server] state in
      if case .absent = state { #expect(throws: Never.self) { try server.start() } }
    }
    shop.offer(ExportTests.export, as: ExportTests.name) { [server, loop] _ in
      names += 1
      visitor.connect()
      let call = call("Weigh", .text("tea"), .count(1))
      #expect(throws: Never.self) {
        try visitor.call(call, withinSeconds: 20) { answer in
          #expect((try? answer.get()) == [.text("tea 1")])
          answers += 1
          if answers == 2 { loop.exit(0) } else { server.die() }
        }
      }
    }
    visitor.connect()
    shop.connect()
    #expect(try loop.run(forMilliseconds: 30_000) == 0)
    withExtendedLifetime((shop, visitor)) {}
    #expect(names == 2)
    #expect(answers == 2)
  }
}
