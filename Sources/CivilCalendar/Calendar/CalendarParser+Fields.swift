// MARK: - Date

extension CalendarParser {
  /// Whether the word that begins here is a date: it has a `-` or `~` before any colon.
  var startsDate: Bool {
    characters[position...].prefix { $0 != " " && $0 != ":" }.contains { "-~".contains($0) }
  }

  /// `year-month-day` or `month-day`, with `~` before a day from the end of the month.
  mutating func datePart() throws(CalendarError) -> CalendarDateLists {
    let word = characters[position...].prefix { $0 != " " && $0 != ":" }
    var date = CalendarDateLists()
    if word.filter({ "-~".contains($0) }).count > 1 {
      date.year = try list(.year)
      guard take("-") else { throw refusal(afterYear) }
    }
    date.month = try list(.month)
    let isFromEnd = take("~")
    guard isFromEnd || take("-") else {
      throw refusal("a - and the day must follow the month, or a ~ and the day from its end")
    }
    date.day = try list(isFromEnd ? .dayFromEnd : .day)
    // Any day is any day, from whichever end it is counted.
    if date.day.parts.isEmpty { date.day = .every(.day) }
    return date
  }

  private var afterYear: String {
    next == "~"
      ? "a ~ stands before the day alone, as in *-02~01"
      : "a - and the month must follow the year, as in 2026-11-22"
  }
}

// MARK: - Time

extension CalendarParser {
  /// `HH:MM` or `HH:MM:SS`, the last part but the zone.
  mutating func timePart() throws(CalendarError) -> CalendarTimeLists {
    var time = CalendarTimeLists()
    time.hour = try list(.hour)
    guard take(":") else {
      throw refusal("a colon and the minutes must follow the hour, as in 07:30")
    }
    time.minute = try list(.minute)
    if take(":") { time.second = try list(.second) }
    guard let next else { return time }
    throw refusal(
      next == " "
        ? "nothing may follow the time but one space and a time zone"
        : "\(quoted(next)) cannot follow the time; nothing may"
    )
  }
}

// MARK: - Lists

extension CalendarParser {
  /// systemd takes so many, and no more.
  private static let partsLimit = 241

  /// `*`, or numbers, ranges and repetitions joined by commas.
  private mutating func list(_ field: CalendarField) throws(CalendarError) -> CalendarList {
    if take("*") {
      if next == "/" {
        throw refusal(
          "a repetition needs a start: write \(field.range.lowerBound)/ here",
          at: position - 1
        )
      }
      guard case .second = field else { return .every(field) }
      return .everySecond
    }
    var parts: [CalendarPart] = []
    var places: [Int] = []
    repeat {
      guard parts.count < Self.partsLimit else {
        throw refusal("a list can only have \(Self.partsLimit) items; use ranges (..)")
      }
      places.append(position)
      parts.append(try part(field))
    } while take(",")
    let list = CalendarList(field, parts)
    guard case .dayFromEnd = field else { return list }
    // systemd reads each further day of such a list less far from the end; as it is likely a slip
    // of theirs, we would rather refuse what does not run there than run what is refused there.
    for (index, part) in list.parts.enumerated() where part.stop ?? part.start > 28 - 3 * index {
      let place = zip(parts, places).first { $0.0 == part }
      throw refusal(
        "in a list of days from the end of the month, the first by size can be up to 28, and each "
          + "further one 3 less: 25, 22, …; name this one in an expression of its own",
        at: place?.1 ?? position
      )
    }
    return list
  }

  /// `5`, `1..5`, `0/15` or `1..30/7`.
  private mutating func part(_ field: CalendarField) throws(CalendarError) -> CalendarPart {
    let startPlace = position
    let start = try number(field, field.noun)
    var stop: Int?
    var stopPlace = position
    if takeDots() {
      stopPlace = position
      stop = try number(field, "the end of the range")
    }
    let step: Int
    let stepPlace = position + 1
    if take("/") {
      step = try number(field, "how often to repeat")
      guard step > 0 else {
        throw refusal("a repetition every 0 would never get on; 1 is the least", at: stepPlace)
      }
    } else {
      step = stop == nil ? 0 : field.unit
      if case .second = field, let stop, start + step > stop {
        throw refusal(
          "a range of seconds must reach a second further; name one second instead",
          at: stopPlace
        )
      }
    }
    let part = CalendarPart(
      start: Self.fullYear(start, field),
      stop: stop.map { Self.fullYear($0, field) },
      step: step
    )
    .normalized
    try check(part, field, places: (startPlace, stopPlace, stepPlace))
    return part
  }

  private func check(
    _ part: CalendarPart,
    _ field: CalendarField,
    places: (start: Int, stop: Int, step: Int)
  ) throws(CalendarError) {
    let limits = "\(field.noun) can only be \(field.limits)"
    guard field.range.contains(part.start) else { throw refusal(limits, at: places.start) }
    if let stop = part.stop {
      guard field.range.contains(stop) else { throw refusal(limits, at: places.stop) }
      guard part.start < stop else {
        throw refusal("a range runs forward; put the smaller number first", at: places.stop)
      }
      return
    }
    // From the end of the month, the repetition runs towards it.
    let isReached =
      if case .dayFromEnd = field {
        part.start - part.step >= field.range.lowerBound
      } else {
        part.start + part.step <= field.range.upperBound
      }
    guard isReached else {
      throw refusal(
        "this repetition would never come; \(limits), so leave it out or make it smaller",
        at: places.step
      )
    }
  }

  /// 0 to 69 are of this century, 70 to 99 of the last.
  private static func fullYear(_ number: Int, _ field: CalendarField) -> Int {
    guard case .year = field else { return number }
    return number < 70 ? number + 2000 : number < 100 ? number + 1900 : number
  }

  /// A number in units of the field; seconds may have a fraction.
  private mutating func number(
    _ field: CalendarField,
    _ what: String
  ) throws(CalendarError) -> Int {
    let start = position
    var value = digits() * field.unit
    guard position > start else {
      throw refusal("\(what) should stand here; \(Self.accepted)")
    }
    if case .second = field, next == ".", !isBeforeDots { value += try fraction() }
    // Where systemd stops counting; anything larger is out of every range.
    guard value <= Int(Int32.max) else {
      throw refusal("\(field.noun) can only be \(field.limits)", at: start)
    }
    return value
  }

  private var isBeforeDots: Bool {
    position + 1 < characters.count && characters[position + 1] == "."
  }

  /// `.5` in microseconds, rounded to the nearest.
  private mutating func fraction() throws(CalendarError) -> Int {
    position += 1
    guard next.flatMap(Self.digit) != nil else {
      throw refusal("a fraction of a second should stand here, such as .5")
    }
    var value = 0
    for place in 0..<7 {
      let digit = next.flatMap(Self.digit)
      if digit != nil { position += 1 }
      value = place < 6 ? value * 10 + (digit ?? 0) : value + ((digit ?? 0) >= 5 ? 1 : 0)
    }
    _ = digits()
    return value
  }
}
