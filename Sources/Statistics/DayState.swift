/// What a civil day was for a habit.
public enum DayState: String, CaseIterable, Sendable {
  /// Done; for an offer of help it is done whatever became of it.
  case done
  /// There was an opportunity, and it was let go by.
  case missed
  /// The day does not count: there was no occasion, or the person was away, paused or off.
  case excused
  /// It was not done, and need not have been: the habit is not for every day.
  case notDue = "not-due"
  /// Nobody knows yet, or nobody will.
  case unknown

  /// Whether the day says something about the habit.
  public var counts: Bool { self == .done || self == .missed }
}
