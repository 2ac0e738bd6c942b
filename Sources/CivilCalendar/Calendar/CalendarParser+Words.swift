// MARK: - Weekdays

extension CalendarParser {
  /// `Mon`, `Mon..Fri`, `Mon,Wed,Sat..Sun`; like systemd, a comma may stand at the end.
  mutating func weekdaysPart() throws(CalendarError) -> WeekdaySet {
    var days = WeekdaySet()
    repeat {
      let first = try weekday()
      // The `-` is what systemd took before 2015, and still takes.
      guard take("-") || takeDots() else {
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
    while let next, next.startsWord { position += 1 }
    let word = String(characters[start..<position])
    if let day = Weekday(name: word) { return day }
    if word.isEmpty {
      throw refusal("a weekday is missing; \(Self.weekdayNames)", at: start)
    }
    if Self.isShorthand(word) {
      throw refusal(
        "\(word.quotedInError) stands alone, or with a zone after it; write it as weekdays, date "
          + "and time, such as Mon *-*-01 00:00",
        at: start
      )
    }
    let likely = Weekday.nearest(to: word).map { "did you mean \($0.shortName)? " } ?? ""
    throw refusal(
      "\(word.quotedInError) is not a weekday; \(likely)\(Self.weekdayNames)",
      at: start
    )
  }

  /// The same days as a range that wraps, which systemd refuses: `Sat..Sun,Mon`.
  private static func wrapped(_ first: Weekday, _ last: Weekday) -> String {
    let untilSunday = first == .sunday ? "Sun" : "\(first.shortName)..Sun"
    let fromMonday = last == .monday ? "Mon" : "Mon..\(last.shortName)"
    return "\(untilSunday),\(fromMonday)"
  }

  private static let weekdayNames =
    "accepted are Mon Tue Wed Thu Fri Sat Sun, or their full English names"
}

// MARK: - Shorthands

extension CalendarParser {
  /// The whole text as one of systemd's words, in any case; nil where it is none.
  func shorthand(in zone: Zone?) -> CalendarExpression? {
    let word = String(characters).lowercased()
    var weekdays = WeekdaySet.all
    var date = CalendarDateLists()
    var time = CalendarTimeLists()
    switch word {
    case "minutely":
      time.hour = .every(.hour)
      time.minute = .every(.minute)
    case "hourly": time.hour = .every(.hour)
    case "daily": break
    case "weekly": weekdays = WeekdaySet(from: .monday, through: .monday)
    case "monthly": date.day = .exactly(.day, 1)
    case "quarterly":
      date = CalendarDateLists(month: .exactly(.month, 1, 4, 7, 10), day: .exactly(.day, 1))
    case "semiannually", "semi-annually", "biannually", "bi-annually":
      date = CalendarDateLists(month: .exactly(.month, 1, 7), day: .exactly(.day, 1))
    // The second was once misspelt, and systemd still takes it.
    case "annually", "anually", "yearly":
      date = CalendarDateLists(month: .exactly(.month, 1), day: .exactly(.day, 1))
    default: return nil
    }
    return CalendarExpression(weekdays: weekdays, date: date, time: time, zone: zone)
  }

  static func isShorthand(_ word: String) -> Bool {
    CalendarParser(word) { _ in nil }.shorthand(in: nil) != nil
  }
}
