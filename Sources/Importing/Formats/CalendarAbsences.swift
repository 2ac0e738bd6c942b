import CivilCalendar
import Interchange

/// The whole days of an iCalendar file (RFC 5545), on which the person is away.
enum CalendarAbsences {
  private struct Event {
    var starts: CivilDate?
    var ends: CivilDate?
    var days: Int?
    var hasTime = false
    var repeats = false
    var isFree = false
    var isCancelled = false
    var categories = ""
  }

  static func read(_ source: any ByteSource, _ reading: Reading) throws(ImportRefusal) {
    var lines = LineReader(source)
    var event: Event?
    var isOurs = false
    var depth = 0
    while let (line, number) = try unfolded(&lines) {
      let (name, value) = property(line)
      let refusal = { (words: String) in ImportRefusal(words, part: source.part, line: number) }
      switch (name.first ?? "", value) {
      case ("PRODID", _): isOurs = value.contains("//Coach//")
      case ("BEGIN", "VEVENT"):
        if event != nil { throw refusal("an event begins in another") }
        event = Event()
      case ("BEGIN", _): depth += event == nil ? 0 : 1
      case ("END", "VEVENT"):
        guard let ended = event else { throw refusal("an event ends that did not begin") }
        try add(ended, isOurs, reading, refusal)
        event = nil
      case ("END", _): depth -= event == nil ? 0 : 1
      // What an alarm says of itself is nothing of the event.
      case _ where depth == 0 && event != nil: try take(name, value, into: &event, refusal)
      default: break
      }
    }
    if event != nil { throw lines.refusal("it ends in the middle of an event") }
  }

  /// A line with those that go on with it behind a space, and where it begins.
  private static func unfolded(
    _ lines: inout LineReader
  ) throws(ImportRefusal) -> (String, Int)? {
    guard let bytes = try lines.nextUnfolded() else { return nil }
    guard let text = String(validating: bytes.0, as: UTF8.self) else {
      throw lines.refusal("the text is not UTF-8")
    }
    return (text, bytes.1)
  }

  /// A name with its parameters, and what stands behind the colon.
  private static func property(_ line: String) -> (name: [String], value: String) {
    var isQuoted = false
    var end = line.endIndex
    for place in line.indices {
      if line[place] == "\"" { isQuoted.toggle() }
      if line[place] == ":", !isQuoted {
        end = place
        break
      }
    }
    // A line may begin with a colon: then its name is empty, and it says nothing.
    let name = line[..<end].split(separator: ";", omittingEmptySubsequences: false)
      .map { String($0).uppercased() }
    return (name, end == line.endIndex ? "" : String(line[line.index(after: end)...]))
  }

  private static func take(
    _ name: [String],
    _ value: String,
    into event: inout Event?,
    _ refusal: (String) -> ImportRefusal
  ) throws(ImportRefusal) {
    switch name[0] {
    case "DTSTART", "DTEND":
      let isDay = name.contains("VALUE=DATE") || value.utf8.count == 8
      if !isDay {
        event?.hasTime = true
        return
      }
      guard let day = ClockText.basicDate(value) else { throw refusal("“\(value)” is no day") }
      if name[0] == "DTSTART" { event?.starts = day } else { event?.ends = day }
    case "DURATION":
      let number = value.filter(\.isNumber)
      let isWeeks = value.hasSuffix("W")
      guard value.hasSuffix("D") || isWeeks, let count = Int(number) else {
        event?.hasTime = true
        return
      }
      event?.days = isWeeks ? count.multipliedSafely(by: 7) : count
    case "RRULE", "RDATE": event?.repeats = true
    case "TRANSP": event?.isFree = value == "TRANSPARENT"
    case "STATUS": event?.isCancelled = value == "CANCELLED"
    case "CATEGORIES": event?.categories = value
    default: break
    }
  }

  private static func add(
    _ event: Event,
    _ isOurs: Bool,
    _ reading: Reading,
    _ refusal: (String) -> ImportRefusal
  ) throws(ImportRefusal) {
    if isOurs, event.categories != "absence" { return reading.drop("events that are no absence") }
    if event.hasTime { return reading.drop("events that have a time, and are no whole days") }
    if event.repeats { return reading.drop("events that come again and again") }
    if event.isFree { return reading.drop("days that are marked as free") }
    if event.isCancelled { return reading.drop("events that were cancelled") }
    guard let first = event.starts else { throw refusal("an event has no beginning") }
    let days = event.days ?? event.ends.map { first.days(until: $0) } ?? 1
    guard days > 0, days <= 3660 else { throw refusal("an event of \(days) days is none") }
    try reading.add(absence: first...first.adding(days: days - 1))
  }
}

extension LineReader {
  /// The next line of a calendar with those that go on with it, and where it begins.
  fileprivate mutating func nextUnfolded() throws(ImportRefusal) -> ([UInt8], Int)? {
    guard var bytes = try next() else { return nil }
    let begun = line
    while let first = try peek(), first == 0x20 || first == 0x09 {
      guard let more = try next() else { break }
      bytes += more.dropFirst()
      if bytes.count > Limits.row { throw refusal("the line is longer than a line can be") }
    }
    return (bytes, begun)
  }
}
