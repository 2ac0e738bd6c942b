/// Why the end of a pause or snooze was refused.
public struct UntilError: Error, Equatable, Sendable, CustomStringConvertible {
  public var description: String
}

extension PlanningContext {
  /// The instant that a person means by `2h`, `until tomorrow` or `until Monday 08:00`.
  ///
  /// - Parameters:
  ///   - text: A span; or, after `until`, `tomorrow`, a time of day, a day of the week or a date,
  ///     each alone or with a time after it. A day without a time begins when the person's does.
  ///   - now: What it is counted from.
  /// - Returns: An instant after now.
  /// - Throws: `UntilError` where it is none of these, or has passed.
  public func instant(_ text: String, after now: Instant) throws(UntilError) -> Instant {
    let words = text.split(separator: " ").map(String.init)
    guard words.first?.lowercased() == "until" else {
      guard let seconds = TimeSpan.seconds(text) else {
        throw UntilError(
          description: "“\(text.printable)” is no time to wait; \(Self.untilAccepts)"
        )
      }
      return now.adding(seconds: seconds)
    }
    return try instant(until: Array(words.dropFirst()), text, after: now)
  }

  private static let untilAccepts =
    "say a span such as 15m or 2h, ten years at most, or “until” with tomorrow, 15:00, Monday, "
    + "Monday 08:00 or 2026-12-31"

  private func instant(
    until words: [String],
    _ text: String,
    after now: Instant
  ) throws(UntilError) -> Instant {
    let today = calendar.day(at: now)
    let clock = words.count > 1 ? words.last.flatMap { CivilTime($0) } : nil
    let isTomorrow =
      words.first?.lowercased() == "tomorrow" && words.count == (clock == nil ? 1 : 2)
    let instant =
      isTomorrow
      ? start(of: today.adding(days: 1), at: clock) : try next(words, text, after: now)
    guard let instant, instant > now else {
      let what = "“\(text.printable)” has passed: it has to end after now; "
      throw UntilError(description: what + Self.untilAccepts)
    }
    return instant
  }

  /// A day at a time; without one, when the person's day begins.
  private func start(of day: CivilDate, at time: CivilTime?) -> Instant {
    time.map { zone.instant(of: CivilDateTime(date: day, time: $0)) } ?? calendar.start(of: day)
  }

  /// The next moment of a time of day, a day of the week or a date; nil when there is none.
  private func next(
    _ words: [String],
    _ text: String,
    after now: Instant
  ) throws(UntilError) -> Instant? {
    let hasTime = words.last.flatMap { CivilTime($0) } != nil
    let written = words.joined(separator: " ") + (hasTime ? "" : " \(schedule.dayStarts)")
    guard !words.isEmpty, let expression = try? CalendarExpression(written) else {
      throw UntilError(description: "“\(text.printable)” is no end; \(Self.untilAccepts)")
    }
    return expression.next(after: now, in: zone)
  }
}
