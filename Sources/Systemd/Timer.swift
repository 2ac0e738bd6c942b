import CSystemd

/// An alarm at a moment of the wall clock.
///
/// It keeps its moment over suspend and over steps of the clock: what is due on resume, or after
/// a step forward, fires then, within its accuracy.
public final class Timer {
  private let source: Source

  init(_ source: Source) {
    self.source = source
  }

  /// Fires once at a moment in microseconds since 1970, instead of at any moment set before.
  ///
  /// A moment that has passed fires at once. It may fire late by the accuracy, never early;
  /// the coarser, the better systemd can join wake-ups.
  public func set(
    microseconds: some BinaryInteger,
    accuracySeconds: Int = 1
  ) throws(SystemdError) {
    precondition(accuracySeconds >= 0, "An accuracy is not negative.")
    let due = UInt64(clamping: microseconds)
    // To libsystemd 0 means its own default of 250 ms, so the finest is one microsecond. It would
    // also put off a moment that has only just passed, for as long as the accuracy allows.
    let passed = due <= Clock.realtime()
    let accuracy = passed ? 1 : max(1, UInt64(accuracySeconds) * 1_000_000)
    try unsafe check(
      "sd_event_source_set_time_accuracy",
      sd_event_source_set_time_accuracy(source.pointer, accuracy)
    )
    try unsafe check(
      "sd_event_source_set_time",
      sd_event_source_set_time(source.pointer, due)
    )
    try unsafe check(
      "sd_event_source_set_enabled",
      sd_event_source_set_enabled(source.pointer, Int32(SD_EVENT_ONESHOT))
    )
  }

  /// Silences the timer until it is set again.
  public func off() {
    // Switching off fails only in a forked child, where the loop does not run anyway.
    _ = unsafe sd_event_source_set_enabled(source.pointer, Int32(SD_EVENT_OFF))
  }
}
