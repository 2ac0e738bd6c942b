/// Times with their days, as the configuration has them.
extension Lexicon {
  /// Puts times, days of the week, spans of the clock and lengths of time into the program's own
  /// notation: 週一到週五 17:30 is `Mon..Fri 17:30`, 半小時 is `30min`.
  ///
  /// - Parameters:
  ///   - typed: As a person types it.
  ///   - usual: What a clock of twelve hours without its half is nearest to; none where it is as it
  ///     stands.
  /// - Returns: The same in notation; nil where anything in it is neither.
  public func schedule(_ typed: String, near usual: [CivilTime] = []) -> String? {
    guard let tokens = tokens(of: typed) else { return nil }
    var writer = ScheduleWriter(parser: MomentParser(tokens, dates: dates), usual: usual)
    return writer.write()
  }
}

/// Writes times and days one after the other.
private struct ScheduleWriter {
  var parser: MomentParser
  let usual: [CivilTime]
  private var written = ""
  /// What was written last, which tells what joins it with the next.
  private enum Last { case nothing, days, time, join }
  private var last = Last.nothing

  init(parser: MomentParser, usual: [CivilTime]) {
    self.parser = parser
    self.usual = usual
  }

  mutating func write() -> String? {
    while parser.peek() != nil {
      guard takeJoin() || takeDays() || takeTime() else { return nil }
    }
    return last == .join || last == .nothing ? nil : written
  }

  /// A list goes on, or a span.
  private mutating func takeJoin() -> Bool {
    if parser.means(.joining, "filler") || parser.means(.days, "every") {
      parser.place += 1
      return true
    }
    let isRange =
      parser.means(.joining, "range") || parser.mark("-") || parser.mark("~")
      || parser.means(.direction, "until")
    let isDots = parser.mark(".") && parser.mark(".", at: 1)
    if isRange || isDots, last == .days || last == .time {
      written += ".."
      parser.place += isDots ? 2 : 1
      last = .join
      return true
    }
    let isEnd = parser.mark(";")
    if parser.mark(",") || parser.means(.joining, "and") || isEnd {
      guard last == .days || last == .time else { return false }
      written += isEnd || last == .time ? "; " : ","
      parser.place += 1
      last = .join
      return true
    }
    return false
  }

  private mutating func takeDays() -> Bool {
    if let key = parser.meaning(in: .days) {
      parser.place += 1
      if key == "mon..sun" { return true }
      return put(key == "mon..fri" ? "Mon..Fri" : "Sat,Sun", .days)
    }
    guard let day = parser.meaning(in: .weekday).flatMap(Weekday.init(name:)) else { return false }
    parser.place += 1
    // 週一週三 are two days of a list.
    if last == .days { written += "," }
    if last == .days { last = .join }
    return put(day.shortName, .days)
  }

  private mutating func takeTime() -> Bool {
    parser.said = MomentPhrase()
    (parser.part, parser.figures) = (nil, nil)
    if let part = parser.meaning(in: .part).flatMap(DayPart.init), parser.number(at: 1) != nil {
      parser.part = part
      parser.place += 1
    }
    if parser.takeClock(), let clock = parser.said.clock {
      let isEnd = clock.isNextDate && clock.time.secondOfDay == 0
      let time = clock.nearest(to: usual).time.description
      return put(isEnd && written.hasSuffix("..") ? "24:00" : time, .time)
    }
    if parser.part == nil, parser.takeSpan(), let seconds = parser.said.span?.total {
      return put(TimeSpan.words(seconds), .time)
    }
    return false
  }

  private mutating func put(_ text: String, _ kind: Last) -> Bool {
    if last == .days, kind == .time { written += " " }
    if last == .time { return false }
    if last == .days, kind == .days { return false }
    written += text
    last = kind
    return true
  }
}

extension Lexicon {
  /// The two ends of a span of days, as they are typed: `Friday to Sunday`, 明天到後天.
  ///
  /// - Parameter typed: As a person types it.
  /// - Returns: Both; nil where no word that joins two days stands in it.
  public func ends(of typed: String) -> [String]? {
    guard let scalars = Folding.scalars(typed) else { return nil }
    var place = 0
    while place < scalars.count {
      let word = longest(at: place, in: scalars)
      let isJoin = word?.1.contains { $0.table == .joining && $0.key == "range" } ?? false
      if isJoin || scalars[place] == "~", place > 0 {
        let end = place + (word?.length ?? 1)
        let parts = [scalars[..<place], scalars[end...]].map { part in
          var text = String.UnicodeScalarView()
          text.append(contentsOf: part)
          return String(text).trimmed
        }
        return parts.contains("") ? nil : parts
      }
      // A word of letters is passed over in whole.
      var next = place + (word?.length ?? 1)
      while next < scalars.count, Folding.isLetter(scalars[next - 1]),
        Folding.isLetter(scalars[next])
      {
        next += 1
      }
      place = next
    }
    return nil
  }
}
