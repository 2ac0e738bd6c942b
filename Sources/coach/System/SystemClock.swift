import Coaching
import Systemd

/// The machine's clock.
enum SystemClock {
  static var now: Instant { Instant(microseconds: Clock.realtime()) }
}
