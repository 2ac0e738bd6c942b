import Glibc
import Systemd
import Testing

@Suite struct TimerTests {
  let loop: Loop

  init() throws {
    loop = try Loop()
  }

  @Test(arguments: [-3_600_000_000, 0]) func `A timer in the past fires at once`(
    offset: Int64
  ) throws {
    let start = Clock.monotonic()
    let timer = try loop.timer { loop.exit(7) }
    try timer.set(microseconds: Clock.realtime() + offset, accuracySeconds: 86400)
    #expect(try loop.run(forMilliseconds: 20_000) == 7)
    // The end of the run would wake it too.
    #expect(Clock.monotonic() - start < 10_000_000)
  }

  @Test func `A moment before 1970 is a moment in the past`() throws {
    let timer = try loop.timer { loop.exit(7) }
    try timer.set(microseconds: -1)
    #expect(try loop.run(forMilliseconds: 5000) == 7)
  }

  @Test func `A timer is never early`() throws {
    var firedAt: Int64 = 0
    let timer = try loop.timer {
      firedAt = Clock.realtime()
      loop.exit(7)
    }
    let due = Clock.realtime() + 50_000
    try timer.set(microseconds: due, accuracySeconds: 0)
    #expect(try loop.run(forMilliseconds: 5000) == 7)
    #expect(firedAt >= due)
  }

  @Test func `A timer that was never set is silent`() throws {
    let timer = try loop.timer { loop.exit(7) }
    let code = try loop.run(forMilliseconds: 50)
    withExtendedLifetime(timer) {}
    #expect(code == 99)
  }

  @Test func `A timer set again fires once, at the later setting`() throws {
    var fired: [Int64] = []
    let timer = try loop.timer { fired.append(Clock.realtime()) }
    let now = Clock.realtime()
    try timer.set(microseconds: now + 10_000, accuracySeconds: 0)
    try timer.set(microseconds: now + 60_000, accuracySeconds: 0)
    #expect(try loop.run(forMilliseconds: 300) == 99)
    #expect(fired.count == 1)
    #expect(fired.allSatisfy { $0 >= now + 60_000 })
  }

  @Test func `A timer that was switched off is silent`() throws {
    let timer = try loop.timer { loop.exit(7) }
    try timer.set(microseconds: Clock.realtime() + 10_000, accuracySeconds: 0)
    timer.off()
    #expect(try loop.run(forMilliseconds: 100) == 99)
  }

  @Test func `A timer may be set again by its own handler`() throws {
    var count = 0
    var timer: Timer?
    timer = try loop.timer {
      count += 1
      #expect(throws: Never.self) { try timer?.set(microseconds: 0) }
      if count == 3 { loop.exit(7) }
    }
    try timer?.set(microseconds: 0)
    #expect(try loop.run(forMilliseconds: 5000) == 7)
    #expect(count == 3)
  }

  @Test func `A timer let go of is silent`() throws {
    var timer: Timer? = try loop.timer { loop.exit(7) }
    try timer?.set(microseconds: 0)
    timer = nil
    #expect(try loop.run(forMilliseconds: 50) == 99)
  }

  @Test func `A timer may be let go of by its own handler, and its handler goes with it`() throws {
    final class Witness {}
    weak var weakWitness: Witness?
    var timer: Timer?
    var count = 0
    do {
      let witness = Witness()
      weakWitness = witness
      timer = try loop.timer {
        timer = nil
        count += 1
        withExtendedLifetime(witness) {}
      }
    }
    try timer?.set(microseconds: 0)
    #expect(weakWitness != nil)
    #expect(try loop.run(forMilliseconds: 50) == 99)
    #expect(count == 1)
    #expect(weakWitness == nil)
  }
}
