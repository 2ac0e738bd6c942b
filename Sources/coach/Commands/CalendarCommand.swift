import Application
import ArgumentParser
import Coaching

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Show when a calendar expression elapses, clock changes and all.",
    discussion: """
      Expressions are those of systemd.time(7): “Mon..Fri 07:30”, “*-*~01 12:00”, “*:0/30”. Hours \
      that are named come once a day, where a clock change skips them right after it; hours that \
      are a wildcard run evenly.

      JSON: expression, normalized, next (a list of times).
      """
  )

  @Argument(help: "The expression, in quotes.", transform: Typed.text) var expression: String
  @Option(
    parsing: .unconditional,
    help: "Another zone than the system's, such as Europe/Berlin.",
    transform: Typed.text
  ) var zone: String?
  @Option(
    parsing: .unconditional,
    help: "Show what comes after a time of RFC 3339, or from a day, YYYY-MM-DD, on.",
    transform: Typed.text
  )
  var from: String?
  @Option(parsing: .unconditional, help: "How many times, up to 10000.", transform: Typed.number)
  var count = 5
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...10_000).contains(count) else {
      throw ValidationError("--count is to be from 1 to 10000, not \(count).")
    }
  }

  func run() throws {
    let expression = try read()
    let zone = try expression.zone ?? wantedZone()
    let start = try start(in: zone)
    var occurrences: [Instant] = []
    var last = start
    while occurrences.count < count, let next = expression.next(after: last, in: zone) {
      occurrences.append(next)
      last = next
    }
    guard !json else {
      return try Output.json(
        View(
          expression: self.expression,
          normalized: expression.description,
          next: occurrences.map(zone.exactTimestamp)
        )
      )
    }
    Output.heading(expression.description)
    Occurrences(expression: expression, zone: zone).show(occurrences, after: start)
    if occurrences.count < count, let never = expression.never(after: last, in: zone) {
      Output.wrapped(never.sentence(isFirst: occurrences.isEmpty), indent: 2)
    }
  }

  private func read() throws -> CalendarExpression {
    do {
      return try CalendarExpression(expression, zone: SystemZone.known)
    } catch {
      let (line, caret) = error.pointer
      Output.complain(error.description)
      Output.write("\n  \(line)\n  \(caret)\n", to: 2)
      throw ExitCode(CommandError.Kind.data.exitCode)
    }
  }

  private func wantedZone() throws(CommandError) -> Zone {
    guard let zone else { return SystemZone.read().zone }
    do {
      return try SystemZone.named(zone)
    } catch {
      throw CommandError(.usage, "--zone: \(error.message)")
    }
  }

  /// The instant after which occurrences are wanted.
  private func start(in zone: Zone) throws(CommandError) -> Instant {
    guard let from else { return SystemClock.now }
    if let instant = Instant(rfc3339: from) { return instant }
    guard let day = CivilDate(from) else {
      let what = "--from is to be YYYY-MM-DD or a time such as 2025-03-28T07:30:00Z"
      throw CommandError(.usage, "\(what), not “\(from.printable)”")
    }
    let midnight = CivilDateTime(date: day, time: CivilTime(secondOfDay: 0))
    // The day's own first instant counts.
    return Instant(microseconds: zone.instant(of: midnight).microseconds - 1)
  }

  struct View: Encodable {
    var expression: String
    var normalized: String
    var next: [String]
  }
}

/// The occurrences of an expression, as a person reads them.
private struct Occurrences {
  let expression: CalendarExpression
  let zone: Zone

  func show(_ occurrences: [Instant], after start: Instant) {
    var last = start
    for occurrence in occurrences {
      showChange(after: last, through: occurrence)
      let civil = zone.civil(at: occurrence)
      let time = zone.exactTimestamp(occurrence).replacing("T", with: " ")
      let shift = expression.shift(at: occurrence, in: zone).map { "  \(note($0, civil))" } ?? ""
      Output.line("\(civil.date.weekday.shortName) \(time)  \(zone.name)\(shift)", margin: "  ")
      last = occurrence
    }
  }

  private func note(_ shift: CalendarExpression.Shift, _ civil: CivilDateTime) -> String {
    switch shift {
    case .gap(let named) where named.date == civil.date:
      "\(named.time) does not exist on this day; \(civil.time) it is"
    case .gap(let named):
      "\(named.date) \(named.time) does not exist; \(civil.time) of the next day it is"
    case .first: "\(civil.time) comes twice on this day; this is the first"
    case .second: "\(civil.time) comes twice on this day; this is the second"
    }
  }

  /// Says when the clocks change before an occurrence, unless that is so far that it means nothing.
  private func showChange(after start: Instant, through end: Instant) {
    guard end < start.adding(seconds: 40 * 86_400),
      let change = zone.change(after: start, through: end)
    else { return }
    let way = change.before < change.after ? "forward" : "back"
    let after =
      change.before.date == change.after.date
      ? "\(change.after.time)" : "\(change.after.date) \(change.after.time)"
    Output.line(
      "\(change.before.date) the clocks go \(way), from \(change.before.time) to \(after)",
      margin: "      "
    )
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

extension Zone {
  /// The instant in the form of RFC 3339, with microseconds where it has them.
  fileprivate func exactTimestamp(_ instant: Instant) -> String {
    let text = timestamp(instant)
    let fraction = instant.microseconds - instant.seconds * 1_000_000
    guard fraction != 0 else { return text }
    let digits = String(fraction)
    let zeros = String(repeating: "0", count: 6 - digits.count)
    return "\(text.prefix(19)).\(zeros)\(digits)\(text.dropFirst(19))"
  }
}

extension CalendarError {
  /// The expression on one line, and under it a caret that points at the character.
  fileprivate var pointer: (line: String, caret: String) {
    // A control character, or one that may be of another width, is shown as one column.
    let shown = text.map { $0.isASCII && $0 >= " " && $0 != "\u{7F}" ? $0 : "?" }
    let first = max(0, column - 60)
    let line = String(shown.dropFirst(first).prefix(76))
    return (line, String(repeating: " ", count: column - 1 - first) + "^")
  }
}
