import Glibc
import Testing

@testable import Systemd

// Serialized, since one test sets the clock and another wants it left alone.
@Suite(.serialized) struct ClockTests {
  private let before = ClockReading(realtime: 1_000_000, boottime: 500, monotonic: 400)

  @Test func `Time that merely passes is no change`() {
    let after = ClockReading(realtime: 1_000_070, boottime: 570, monotonic: 470)
    #expect(after.change(since: before) == ClockChange(slept: 0, stepped: 0))
  }

  @Test func `Sleep is what the monotonic clock missed`() {
    let after = ClockReading(realtime: 1_000_070, boottime: 570, monotonic: 420)
    #expect(after.change(since: before) == ClockChange(slept: 50, stepped: 0))
  }

  @Test(arguments: [-3600, 3600]) func `A step is what the wall clock alone did`(step: Int64) {
    let after = ClockReading(realtime: 1_000_070 + step, boottime: 570, monotonic: 470)
    #expect(after.change(since: before) == ClockChange(slept: 0, stepped: step))
  }

  @Test func `Sleep and a step at once are told apart`() {
    let after = ClockReading(realtime: 1_000_060, boottime: 570, monotonic: 420)
    #expect(after.change(since: before) == ClockChange(slept: 50, stepped: -10))
  }

  @Test func `A change is told once`() {
    let after = ClockReading(realtime: 1_000_090, boottime: 570, monotonic: 470)
    var reading = before
    #expect(reading.advance(to: after) == ClockChange(slept: 0, stepped: 20))
    #expect(reading.advance(to: after) == ClockChange(slept: 0, stepped: 0))
  }

  @Test func `The wall clock is in microseconds since 1970`() {
    let seconds = Int64(time(nil))
    let micro = Clock.realtime()
    #expect((seconds * 1_000_000...(seconds + 2) * 1_000_000).contains(micro))
  }

  @Test func `The kernel accepts the watch, and a clock left alone is silent`() throws {
    let loop = try Loop()
    #expect(try loop.watchClock { _ in loop.exit(1) })
    #expect(try loop.run(forMilliseconds: 50) == 99)
  }

  @Test(.enabled(if: maySetClock, "needs CAP_SYS_TIME: sets the clock to the present time"))
  func `Each setting of the clock is noticed, not only the first`() throws {
    let loop = try Loop()
    var changes: [ClockChange] = []
    try loop.watchClock { change in
      changes.append(change)
      if changes.count < 3 { setClock() } else { loop.exit(7) }
    }
    setClock()
    #expect(try loop.run(forMilliseconds: 5000) == 7)
    #expect(changes.allSatisfy { abs($0.stepped) < 100_000 && abs($0.slept) < 1000 })
  }
}

/// Sets the wall clock to the time it shows; the kernel counts that as a step.
@discardableResult
private func setClock() -> Bool {
  var now = timespec()
  unsafe clock_gettime(CLOCK_REALTIME, &now)
  return unsafe clock_settime(CLOCK_REALTIME, &now) == 0
}

private let maySetClock = setClock()
