package import Coaching
import Systemd

/// The machine's clock.
package enum SystemClock {
  package static var now: Instant { Instant(microseconds: Clock.realtime()) }
}
