/// Reads a calendar expression from left to right: weekdays, date, time, zone.
///
/// It takes what systemd 252 takes and refuses what that refuses, but for this:
/// - A negative number after `@` is refused; systemd lets it wrap around.
/// - The abbreviations of the process's own zone (`CET`, `CEST`) are read as the names of zones,
///   if there are such zones; systemd takes them for half of the year of the local zone.
/// - Seconds such as `0/1,0.5` are printed as they are; systemd prints `*` and loses the fraction.
struct CalendarParser {
  let text: String
  let zone: (String) -> Zone?
  var characters: [Character]
  var position = 0

  init(_ text: String, zone: @escaping (String) -> Zone?) {
    self.text = text
    self.zone = zone
    characters = Array(text)
  }

  /// `[weekdays] [date] [time] [zone]`, of which one must be there; or a shorthand.
  mutating func expression() throws(CalendarError) -> CalendarExpression {
    guard !characters.isEmpty else { throw refusal("it is empty; \(Self.accepted)") }
    guard next != " " else {
      throw refusal("a space stands before it; begin with the weekdays, the date or the time")
    }
    let zone = try zonePart()
    if let shorthand = shorthand(in: zone) { return shorthand }
    var weekdays = WeekdaySet.all
    if let next, next.startsWord {
      weekdays = try weekdaysPart()
      try gap(after: "the weekdays")
    }
    if next == "@" { return try timestamp(weekdays) }
    var date = CalendarDateLists()
    if startsDate {
      date = try datePart()
      try gap(after: "the date")
    }
    let time = next == nil ? CalendarTimeLists() : try timePart()
    return CalendarExpression(weekdays: weekdays, date: date, time: time, zone: zone)
  }

  static let accepted =
    "accepted is a time HH:MM or HH:MM:SS, and before it weekdays such as Mon..Fri or Mon,Wed, "
    + "or a date such as *-*-01, or both; or a word such as daily"

  /// Passes over the spaces between two parts.
  private mutating func gap(after part: String) throws(CalendarError) {
    if let next, next != " " {
      throw refusal("\(quoted(next)) cannot follow \(part); put a space here")
    }
    while take(" ") {}
    guard let next else { return }
    guard !next.startsWord, next != ",", next != ".", next != "-" else {
      throw refusal(
        "\(quoted(next)) cannot begin the next part; weekdays come first, joined by commas or .. "
          + "and without spaces"
      )
    }
  }

  /// `@1395716396`, a moment in seconds since 1970; nothing but a zone may follow.
  private mutating func timestamp(
    _ weekdays: WeekdaySet
  ) throws(CalendarError) -> CalendarExpression {
    position += 1
    // systemd reads the number by strtoul, which takes spaces and a sign before it.
    while let next, next.isWhitespace, next.isASCII { position += 1 }
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    let start = position
    let seconds = digits()
    guard position > start, !isNegative || seconds == 0 else {
      throw refusal("the seconds since 1970 should stand here, as in @1395716396", at: start)
    }
    if let next { throw refusal("\(quoted(next)) cannot follow a moment; nothing may") }
    let moment = Zone.utc.civil(at: Instant(seconds: Int64(seconds)))
    guard CalendarField.years.contains(moment.date.year) else {
      throw refusal("this moment is after the year 2199, with which the search ends", at: start)
    }
    let (date, time) = (moment.date, moment.time)
    return CalendarExpression(
      weekdays: weekdays,
      date: CalendarDateLists(
        year: .exactly(.year, date.year),
        month: .exactly(.month, date.month),
        day: .exactly(.day, date.day)
      ),
      time: CalendarTimeLists(
        hour: .exactly(.hour, time.hour),
        minute: .exactly(.minute, time.minute),
        second: .exactly(.second, time.second * 1_000_000)
      ),
      zone: .utc
    )
  }
}

// MARK: - Zone

extension CalendarParser {
  /// Takes the zone off the end: `UTC` in any case, or a name that there is a zone for.
  private mutating func zonePart() throws(CalendarError) -> Zone? {
    guard let space = characters.lastIndex(of: " ") else { return nil }
    let word = String(characters[(space + 1)...])
    guard word.lowercased() != "utc" else {
      characters.removeSubrange(space...)
      return .utc
    }
    guard Self.isZoneName(word) else { return nil }
    guard let zone = zone(word) else {
      if Weekday(name: word) != nil || Self.isShorthand(word) { return nil }
      throw refusal(
        "there is no time zone \(word.quotedInError) here; zones are named as in "
          + "Europe/Berlin, with capitals, and UTC is always there",
        at: space + 1
      )
    }
    characters.removeSubrange(space...)
    return zone.named(word)
  }

  /// Whether a word can be the name of a zone, and of nothing else.
  private static func isZoneName(_ word: String) -> Bool {
    guard let first = word.first, first.isASCII, first.isLetter, word.last != "/" else {
      return false
    }
    var before: Character?
    for character in word {
      let isPlain = character.isASCII && (character.isLetter || character.isNumber)
      guard isPlain || "-_+/".contains(character), before != "/" || character != "/" else {
        return false
      }
      before = character
    }
    return true
  }
}

// MARK: - Scanning

extension CalendarParser {
  var next: Character? {
    position < characters.count ? characters[position] : nil
  }

  mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    position += 1
    return true
  }

  /// Takes `..`.
  mutating func takeDots() -> Bool {
    guard next == ".", position + 1 < characters.count, characters[position + 1] == "."
    else { return false }
    position += 2
    return true
  }

  /// A number of ASCII digits; what is too large for anything stays so, and does not overflow.
  mutating func digits() -> Int {
    var value = 0
    while let digit = next.flatMap(Self.digit) {
      value = min(value * 10 + digit, 1 << 40)
      position += 1
    }
    return value
  }

  static func digit(_ character: Character) -> Int? {
    guard let byte = character.asciiValue else { return nil }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte) - 48 : nil
  }

  func quoted(_ character: Character) -> String {
    String(character).quotedInError
  }

  func refusal(_ message: String) -> CalendarError {
    refusal(message, at: position)
  }

  func refusal(_ message: String, at position: Int) -> CalendarError {
    CalendarError(message: message, text: text, column: position + 1)
  }
}

extension Character {
  /// Whether it is a letter; what is no ASCII is looked up only then, in tables that are large.
  var startsWord: Bool {
    guard let byte = asciiValue else { return isLetter }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
