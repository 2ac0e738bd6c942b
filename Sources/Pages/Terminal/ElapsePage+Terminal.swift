package import Application
package import Coaching

/// When a calendar expression elapses, as a person reads it.
extension ElapseReport {
  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    page.heading(expression.description)
    var last = start
    for time in times {
      if let change = change(after: last, through: time, phrases) {
        page.line("", columns: 6, change)
      }
      page.line("", columns: 2, line(time, phrases))
      last = time
    }
    if let never { page.words(phrases.never(never, isFirst: times.isEmpty), indent: 2) }
    return page
  }

  /// Dates as programs write them: this page is for whoever writes a calendar expression.
  private func line(_ time: Instant, _ phrases: Phrases) -> String {
    let civil = zone.civil(at: time)
    let shown = zone.exactTimestamp(time, between: " ")
    let shift = expression.shift(at: time, in: zone).map { phrases.note($0, civil) }
    let words = [phrases.name(of: civil.date.weekday), shown, zone.name, shift].compactMap(\.self)
    return words.joined(separator: " ")
  }

  /// How the clocks change before a time, unless that is so far that it means nothing.
  private func change(after start: Instant, through end: Instant, _ phrases: Phrases) -> String? {
    guard end < start.adding(seconds: 40 * 86_400),
      let change = zone.change(after: start, through: end)
    else { return nil }
    let after =
      change.before.date == change.after.date
      ? "\(change.after.time)" : "\(change.after.date) \(change.after.time)"
    let day = ("day", "\(change.before.date)")
    let clocks = [("before", "\(change.before.time)"), ("after", after)]
    return change.before < change.after
      ? phrases("calendar-forward", day, clocks[0], clocks[1])
      : phrases("calendar-back", day, clocks[0], clocks[1])
  }
}

extension Phrases {
  fileprivate func note(_ shift: CalendarExpression.Shift, _ civil: CivilDateTime) -> String {
    let time = ("time", "\(civil.time)")
    return switch shift {
    case .gap(let named) where named.date == civil.date:
      self("calendar-gap", ("named", "\(named.time)"), time)
    case .gap(let named):
      self("calendar-gap-over", ("named", "\(named.date) \(named.time)"), time)
    case .first: self("calendar-first", time)
    case .second: self("calendar-second", time)
    }
  }

  fileprivate func never(_ never: CalendarExpression.Never, isFirst: Bool) -> String {
    switch never {
    case .noSuchDay: self("calendar-no-day")
    case .noSuchWeekday: self("calendar-no-weekday")
    case .past where isFirst: self("calendar-past")
    case .past: self("calendar-never-again")
    }
  }
}

extension CalendarError {
  /// The expression on one line, and under it a caret that points at the character.
  package var pointer: [String] {
    // A control character, or one that may be of another width, is shown as one column.
    let shown = text.map { $0.isASCII && $0 >= " " && $0 != "\u{7F}" ? $0 : "?" }
    let first = max(0, column - 60)
    let line = String(shown.dropFirst(first).prefix(76))
    return [line, String(repeating: " ", count: column - 1 - first) + "^"]
  }
}
