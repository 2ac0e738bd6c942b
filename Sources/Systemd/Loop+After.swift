import CSystemd
import Glibc

extension Loop {
  /// Calls the handler once after some seconds awake, whatever the wall clock does meanwhile.
  ///
  /// Letting go of the source before then silences it.
  func after(seconds: Int64, _ handler: @escaping () -> Void) throws(SystemdError) -> Source {
    try unsafe Source("sd_event_add_time_relative", handler) { created, userdata in
      unsafe sd_event_add_time_relative(
        event,
        created,
        CLOCK_MONOTONIC,
        UInt64(seconds) * 1_000_000,
        0,
        dispatchTime,
        userdata
      )
    }
  }
}
