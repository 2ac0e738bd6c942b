/// Why the end of a pause or snooze was refused.
public struct UntilError: Error, Equatable, Sendable {
  /// What is wrong with it.
  public enum Reason: Equatable, Sendable {
    /// It is no time to wait.
    case noWait
    /// It is no end of a wait.
    case noEnd
    /// What ends has to end after now.
    case endPassed
    /// It is no time at which something is due.
    case noTime
    /// What is due is still to come.
    case duePassed
  }

  public var reason: Reason
  /// As it was typed.
  public var typed: String
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
    let words = text.clockWords
    guard words.first?.lowercased() == "until" else {
      guard let end = self.end(of: text, after: now) else {
        throw UntilError(reason: .noWait, typed: text)
      }
      return end
    }
    return try instant(until: Array(words.dropFirst()), text, after: now)
  }

  /// The end of a span: its days are civil, at the same time of day whatever the clocks do in
  /// between; its hours are hours.
  func end(of span: String, after now: Instant) -> Instant? {
    guard let (days, seconds) = TimeSpan.parts(span) else { return nil }
    if days == 0 { return now.adding(seconds: seconds) }
    let local = zone.civil(at: now)
    let later = CivilDateTime(date: local.date.adding(days: days), time: local.time)
    return zone.instant(of: later).adding(seconds: seconds)
  }

  private func instant(
    until words: [String],
    _ text: String,
    after now: Instant
  ) throws(UntilError) -> Instant {
    let today = calendar.day(at: now)
    let clock = words.count > 1 ? words.last.flatMap(CivilTime.init(lastWord:)) : nil
    let isTomorrow =
      words.first?.lowercased() == "tomorrow" && words.count == (clock == nil ? 1 : 2)
    let instant =
      isTomorrow
      ? start(of: today.adding(days: 1), at: clock) : try next(words, text, after: now)
    guard let instant, instant > now else {
      throw UntilError(reason: .endPassed, typed: text)
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
    let isDaysEnd = words.count == 1 && CivilTime.isDaysEnd(words[0])
    let time =
      isDaysEnd ? CivilTime(secondOfDay: 0) : words.last.flatMap(CivilTime.init(lastWord:))
    let days = time == nil ? words : words.dropLast()
    let written = (days + [(time ?? schedule.dayStarts).description]).joined(separator: " ")
    guard !words.isEmpty, let expression = try? CalendarExpression(written) else {
      throw UntilError(reason: .noEnd, typed: text)
    }
    return expression.next(after: now, in: zone)
  }
}

extension String {
  /// Its words, what tells the halves of the day with the time before it: `11:30 pm` is one.
  var clockWords: [String] {
    var words = split(separator: " ").map(String.init)
    let halves = ["am", "pm", "a.m.", "p.m."]
    if words.count > 1, halves.contains(words[words.count - 1].lowercased()) {
      let half = words.removeLast()
      words[words.count - 1] += half
    }
    return words
  }
}

extension CivilTime {
  /// Reads the last word of what a person says of a moment; a number that stands alone is no time.
  init?(lastWord word: String) {
    // What is 24:00 on a day is on the next: nobody means the midnight before.
    guard !CivilTime.isDaysEnd(word), let time = CivilTime(typed: word) else { return nil }
    self = time
  }
}
