import CSystemd
import Glibc

/// The machine's clocks.
public enum Clock {
  /// The wall clock, in microseconds since 1970.
  public static func realtime() -> Int64 {
    microseconds(CLOCK_REALTIME)
  }

  /// The time since boot without the time asleep, in microseconds.
  public static func monotonic() -> Int64 {
    microseconds(CLOCK_MONOTONIC)
  }

  /// The time since boot with the time asleep, in microseconds.
  public static func boottime() -> Int64 {
    microseconds(CLOCK_BOOTTIME)
  }

  /// Whether a time service keeps the wall clock, as the kernel knows it.
  public static var isSynchronized: Bool { csystemd_clock_is_synchronized() != 0 }

  private static func microseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    let result = unsafe clock_gettime(clock, &time)
    precondition(result == 0, "clock_gettime knows this clock since Linux 2.6.39.")
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}

/// What happened to the clocks; each may be off by the microseconds the looking took.
public struct ClockChange: Equatable {
  /// How long the machine was asleep, in microseconds.
  public let slept: Int64
  /// How far the wall clock was set forward (or back, if negative), in microseconds.
  public let stepped: Int64

  public init(slept: Int64, stepped: Int64) {
    self.slept = slept
    self.stepped = stepped
  }
}

/// The three clocks at one moment, in microseconds.
struct ClockReading {
  let realtime: Int64
  let boottime: Int64
  let monotonic: Int64

  static func now() -> ClockReading {
    ClockReading(
      realtime: Clock.realtime(),
      boottime: Clock.boottime(),
      monotonic: Clock.monotonic()
    )
  }

  /// Takes the place of this reading by a later one, and returns what happened between them.
  mutating func advance(to later: ClockReading) -> ClockChange {
    defer { self = later }
    return later.change(since: self)
  }

  /// Only sleep parts the two clocks of the boot; only a step parts the wall clock from them.
  func change(since earlier: ClockReading) -> ClockChange {
    ClockChange(
      slept: (boottime - monotonic) - (earlier.boottime - earlier.monotonic),
      stepped: (realtime - boottime) - (earlier.realtime - earlier.boottime)
    )
  }
}
