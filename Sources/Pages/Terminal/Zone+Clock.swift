import Coaching

extension Zone {
  /// The time of day as a clock on the wall shows it, to the minute: nobody waits for a second.
  func minutes(_ instant: Instant) -> String { civil(at: instant).time.shortDescription }

  /// The time of day to the second.
  func seconds(_ instant: Instant) -> String {
    let time = civil(at: instant).time
    return time.second == 0 ? "\(time):00" : time.description
  }
}
