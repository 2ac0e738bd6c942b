import Coaching

/// A calendar as RFC 5545 writes it, times in UTC, so that it needs no table of zones.
struct CalendarFile {
  private var lines: [String] = []
  private let install: String
  private let stamp: String

  /// - Parameters:
  ///   - install: What no other ledger is called: it ends the name of each event.
  ///   - stamp: What each event says when it was written.
  init(install: String, stamp: Instant) {
    self.install = install
    self.stamp = Self.time(stamp)
    lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Active Service//Coach//EN",
      "CALSCALE:GREGORIAN", "X-WR-CALNAME:Coach",
    ]
  }

  /// The whole file.
  var bytes: [UInt8] {
    (lines + ["END:VCALENDAR"]).flatMap { Self.folded($0) + "\r\n".utf8 }
  }

  /// Adds a moment, which takes no time of the person's.
  mutating func add(_ id: String, at instant: Instant, _ summary: String) {
    let time = Self.time(instant)
    add(id, ["DTSTART:\(time)", "DTEND:\(time)", "TRANSP:TRANSPARENT"], summary, "plan")
  }

  /// Adds whole days.
  mutating func add(_ id: String, on days: ClosedRange<CivilDate>, _ summary: String) {
    add(id, Self.span(days) + ["TRANSP:OPAQUE"], summary, "absence")
  }

  /// Adds a promise; one without a time is in no calendar.
  mutating func add(_ promise: Entries.Standing, _ summary: String, in zone: Zone) {
    guard let due = promise.entry.due else { return }
    let day = zone.civil(at: due).date
    let time = Self.time(due)
    var span =
      promise.entry.isWholeDay ? Self.span(day...day) : ["DTSTART:\(time)", "DTEND:\(time)"]
    let isOff = promise.closed.map { $0.closing != .kept } ?? false
    span += ["TRANSP:TRANSPARENT", "STATUS:\(isOff ? "CANCELLED" : "CONFIRMED")"]
    add("\(promise.id)", span, summary, "promise")
  }

  private mutating func add(_ id: String, _ span: [String], _ summary: String, _ kind: String) {
    lines += ["BEGIN:VEVENT", "UID:\(Self.escaped("\(id)@\(install)"))", "DTSTAMP:\(stamp)"]
    lines += span
    lines += ["SUMMARY:\(Self.escaped(summary))", "CATEGORIES:\(kind)", "END:VEVENT"]
  }

  /// The end of days is the day after the last.
  private static func span(_ days: ClosedRange<CivilDate>) -> [String] {
    [
      "DTSTART;VALUE=DATE:\(date(days.lowerBound))",
      "DTEND;VALUE=DATE:\(date(days.upperBound.adding(days: 1)))",
    ]
  }

  private static func date(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }

  private static func time(_ instant: Instant) -> String {
    let seconds = Zone.utc.exactTimestamp(instant).prefix { $0 != "." && $0 != "+" }
    return "\(seconds.filter { !"-:".contains($0) })Z"
  }

  /// A text in which nothing ends it; what steers a terminal is in none.
  private static func escaped(_ text: String) -> String {
    text.printable.map { "\\;,".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// A line in pieces of 75 bytes at most, no character cut, each but the first behind a space.
  private static func folded(_ line: String) -> [UInt8] {
    var folded: [UInt8] = []
    var room = 75
    for scalar in line.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if bytes.count > room {
        folded += "\r\n ".utf8
        room = 74
      }
      folded += bytes
      room -= bytes.count
    }
    return folded
  }
}
