package import Application
package import Coaching

/// When a calendar expression elapses, as a person reads it.
extension ElapseReport {
  package func page() -> Page {
    var page = Page()
    page.heading(expression.description)
    var last = start
    for time in times {
      if let change = change(after: last, through: time) { page.line("", columns: 6, change) }
      page.line("", columns: 2, line(time))
      last = time
    }
    if let never { page.words(never.sentence(isFirst: times.isEmpty), indent: 2) }
    return page
  }

  private func line(_ time: Instant) -> String {
    let civil = zone.civil(at: time)
    let shown = zone.exactTimestamp(time, between: " ")
    let shift = expression.shift(at: time, in: zone).map { $0.note(civil) }
    let words = [civil.date.weekday.shortName, shown, zone.name, shift].compactMap(\.self)
    return words.joined(separator: " ")
  }

  /// How the clocks change before a time, unless that is so far that it means nothing.
  private func change(after start: Instant, through end: Instant) -> String? {
    guard end < start.adding(seconds: 40 * 86_400),
      let change = zone.change(after: start, through: end)
    else { return nil }
    let after =
      change.before.date == change.after.date
      ? "\(change.after.time)" : "\(change.after.date) \(change.after.time)"
    let way = "\(change.before.date) the clocks go \(change.way)"
    return "\(way), from \(change.before.time) to \(after)"
  }
}

extension Zone.Change {
  /// Which way the clocks go.
  var way: String { before < after ? "forward" : "back" }
}

extension CalendarExpression.Shift {
  fileprivate func note(_ civil: CivilDateTime) -> String {
    switch self {
    case .gap(let named) where named.date == civil.date:
      "\(named.time) does not exist on this day; \(civil.time) it is"
    case .gap(let named):
      "\(named.date) \(named.time) does not exist; \(civil.time) of the next day it is"
    case .first: "\(civil.time) comes twice on this day; this is the first"
    case .second: "\(civil.time) comes twice on this day; this is the second"
    }
  }
}

extension CalendarExpression.Never {
  fileprivate func sentence(isFirst: Bool) -> String {
    switch self {
    case .noSuchDay: "never elapses: no month it names has such a day"
    case .noSuchWeekday: "never elapses: no date it names falls on such a weekday"
    case .past where isFirst: "never elapses: the last date it names is past (2199 ends the search)"
    case .past: "never elapses again"
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
