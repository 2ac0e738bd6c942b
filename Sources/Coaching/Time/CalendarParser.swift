/// Reads a calendar expression from left to right: weekdays, date, time.
struct CalendarParser {
  private let text: String
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  /// `[weekdays] [date] time`.
  mutating func expression() throws(CalendarError) -> CalendarExpression {
    guard let first = next else { throw refusal("it is empty; \(Self.accepted)") }
    guard first != " " else {
      throw refusal("a space stands before it; begin with the weekdays, *-*-* or the time")
    }
    var weekdays = WeekdaySet.all
    if first.isLetter {
      weekdays = try weekdaysPart()
      try gap(after: "the weekdays")
    }
    if startsDate {
      try datePart()
      try gap(after: "the date")
    }
    let time = try timePart()
    return CalendarExpression(weekdays: weekdays, time: time)
  }

  private static let accepted =
    "accepted is a time HH:MM or HH:MM:SS, and before it weekdays such as Mon..Fri or Mon,Wed, "
    + "or *-*-* for every date"

  /// Passes over the spaces between two parts; a time must still follow.
  private mutating func gap(after part: String) throws(CalendarError) {
    if let next, next != " " {
      throw refusal("\(String(next).quotedInError) cannot follow \(part); put a space here")
    }
    while take(" ") {}
    guard let next else {
      throw refusal("the time is missing after \(part); add one such as 07:30")
    }
    guard !next.isLetter, next != ",", next != ".", next != "-" else {
      throw refusal(
        "\(String(next).quotedInError) cannot begin the next part; weekdays come first, joined by "
          + "commas or .. and without spaces"
      )
    }
  }
}

// MARK: - Weekdays

extension CalendarParser {
  /// `Mon`, `Mon..Fri`, `Mon,Wed,Sat..Sun`; like systemd, a comma may stand at the end.
  private mutating func weekdaysPart() throws(CalendarError) -> WeekdaySet {
    var days = WeekdaySet()
    repeat {
      let first = try weekday()
      guard takeRange() else {
        days.insert(first)
        continue
      }
      let start = position
      let last = try weekday()
      guard first <= last else {
        throw refusal(
          "a range of weekdays runs forward from Mon to Sun; write "
            + "\(Self.wrapped(first, last)) instead",
          at: start
        )
      }
      days.formUnion(WeekdaySet(from: first, through: last))
    } while take(",") && next != nil && next != " "
    return days
  }

  private mutating func weekday() throws(CalendarError) -> Weekday {
    let start = position
    while let next, next.isLetter { position += 1 }
    let word = String(characters[start..<position])
    if let day = Weekday(name: word) { return day }
    if word.isEmpty {
      throw refusal("a weekday is missing; \(Self.weekdayNames)", at: start)
    }
    if Self.shorthands.contains(word.lowercased()) {
      throw refusal(
        "\(word.quotedInError) is a shorthand of systemd that is not read yet; write it as "
          + "weekdays and a time, such as Mon 00:00 or *-*-* 00:00",
        at: start
      )
    }
    let likely = Weekday.nearest(to: word).map { "did you mean \($0.shortName)? " } ?? ""
    throw refusal(
      "\(word.quotedInError) is not a weekday; \(likely)\(Self.weekdayNames)",
      at: start
    )
  }

  /// Takes `..`, or the `-` that systemd took before 2015 and still takes.
  private mutating func takeRange() -> Bool {
    guard !take("-") else { return true }
    guard next == ".", position + 1 < characters.count, characters[position + 1] == "."
    else { return false }
    position += 2
    return true
  }

  /// The same days as a range that wraps, which systemd refuses: `Sat..Sun,Mon`.
  private static func wrapped(_ first: Weekday, _ last: Weekday) -> String {
    let untilSunday = first == .sunday ? "Sun" : "\(first.shortName)..Sun"
    let fromMonday = last == .monday ? "Mon" : "Mon..\(last.shortName)"
    return "\(untilSunday),\(fromMonday)"
  }

  private static let weekdayNames =
    "accepted are Mon Tue Wed Thu Fri Sat Sun, or their full English names"

  private static let shorthands = [
    "minutely", "hourly", "daily", "weekly", "monthly", "quarterly", "semiannually", "biannually",
    "annually", "yearly",
  ]
}

// MARK: - Date

extension CalendarParser {
  /// Whether the word that begins here is a date: it has a `-` or `~` before any colon.
  private var startsDate: Bool {
    characters[position...].prefix { $0 != " " && $0 != ":" }.contains { "-~".contains($0) }
  }

  /// `*-*-*`.
  private mutating func datePart() throws(CalendarError) {
    for character in "*-*-*" {
      guard take(character) else {
        throw refusal(
          "only *-*-*, every date, is read so far; for certain days of the week write their names"
        )
      }
    }
  }
}

// MARK: - Time

extension CalendarParser {
  /// `HH:MM` or `HH:MM:SS`, the last part.
  private mutating func timePart() throws(CalendarError) -> CivilTime {
    let hour = try number(below: 24, "an hour")
    guard take(":") else {
      throw refusal("a colon and the minutes must follow the hour, as in 07:30")
    }
    let minute = try number(below: 60, "the minutes")
    let second = take(":") ? try number(below: 60, "the seconds") : 0
    if let next {
      throw refusal(
        Self.notYet(next)
          ?? "\(String(next).quotedInError) cannot follow the time; nothing may"
      )
    }
    return CivilTime(secondOfDay: hour * 3600 + minute * 60 + second)
  }

  private mutating func number(below limit: Int, _ what: String) throws(CalendarError) -> Int {
    let start = position
    var value = 0
    while let next, next.isASCII, let digit = next.wholeNumberValue {
      // Further digits change nothing once it is too large, and must not overflow.
      value = min(value * 10 + digit, limit)
      position += 1
    }
    guard position > start else {
      throw refusal(
        next.flatMap(Self.notYet) ?? "\(what) should stand here; \(Self.accepted)"
      )
    }
    guard value < limit else {
      throw refusal("\(what) can only be 0 to \(limit - 1)", at: start)
    }
    if let next, let sentence = Self.notYet(next), next != " " { throw refusal(sentence) }
    return value
  }

  /// What to say of a character that means something to systemd, but not to us yet.
  private static func notYet(_ character: Character) -> String? {
    switch character {
    case "*": "any hour, minute or second (*) is not read yet; write one time such as 07:30"
    case ",": "several times in one expression are not read yet; write one time such as 07:30"
    case "/": "a repetition (/) is not read yet; write one time such as 07:30"
    case ".": "ranges and fractions of a second are not read yet; write one time such as 07:30"
    case " ": "nothing may follow the time: a time zone is not read yet, and no space is needed"
    default: nil
    }
  }
}

// MARK: - Scanning

extension CalendarParser {
  private var next: Character? {
    position < characters.count ? characters[position] : nil
  }

  private mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    position += 1
    return true
  }

  private func refusal(_ message: String) -> CalendarError {
    refusal(message, at: position)
  }

  private func refusal(_ message: String, at position: Int) -> CalendarError {
    CalendarError(message: message, text: text, column: position + 1)
  }
}
