import CSystemd
import Glibc

/// A timer that never comes due, which the kernel cancels when the wall clock is set or resumes.
final class ClockWatch {
  private let descriptor: Int32
  private let handler: (ClockChange) -> Void
  private var source: Source?
  private var reading = ClockReading.now()

  /// Returns nil when the watch is refused.
  init?(_ loop: Loop, _ handler: @escaping (ClockChange) -> Void) throws(SystemdError) {
    descriptor = try checkErrno(
      "timerfd_create",
      timerfd_create(CLOCK_REALTIME, Int32(TFD_NONBLOCK) | Int32(TFD_CLOEXEC))
    )
    self.handler = handler
    guard try arm() else { return nil }
    source = try loop.onReadable(descriptor) { [weak self] in self?.changed() }
  }

  deinit {
    source = nil
    close(descriptor)
  }

  /// Waits for the next change; returns false when the kernel or libfaketime refuses.
  private func arm() throws(SystemdError) -> Bool {
    // The year 2242: farther and libfaketime, which adds its offset, overflows into EINVAL.
    var never = itimerspec()
    never.it_value.tv_sec = 4 * Int(Int32.max)
    let flags = Int32(TFD_TIMER_ABSTIME) | Int32(TFD_TIMER_CANCEL_ON_SET)
    let result = unsafe timerfd_settime(descriptor, flags, &never, nil)
    // ECANCELED: armed, and the clock was set just before; the reading that follows sees it.
    if result == 0 || errno == ECANCELED { return true }
    if errno == EINVAL { return false }
    throw SystemdError(call: "timerfd_settime", code: errno)
  }

  private func changed() {
    var expirations: UInt64 = 0
    _ = unsafe read(descriptor, &expirations, MemoryLayout<UInt64>.size)  // fails: ECANCELED
    // Armed before the clocks are read, so that no change falls between two looks. What was
    // accepted once is accepted again; were it not, the kernel goes on watching all the same.
    _ = try? arm()
    handler(reading.advance(to: .now()))
  }
}
