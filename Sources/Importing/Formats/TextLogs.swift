import CivilCalendar
import Interchange

/// The logs of harsh and habitctl: a line for each day of a habit, beside a list of the habits.
enum TextLogs {
  /// Reads harsh's `log`, with `habits` where it lies beside it.
  static func readHarsh(_ holder: Holder, _ reading: Reading) throws(ImportRefusal) {
    try read(holder, reading, habits: harshHabits, log: harshLog)
  }

  private typealias Part = (any ByteSource, Reading) throws(ImportRefusal) -> Void

  /// Reads the log, after the list of habits where it lies beside it.
  private static func read(
    _ holder: Holder,
    _ reading: Reading,
    habits: Part,
    log: Part
  ) throws(ImportRefusal) {
    try holder.each(where: { $0.lastName == "habits" }) { name, source throws(ImportRefusal) in
      if !name.isEmpty { try habits(source, reading) }
    }
    try holder.each(where: { $0.lastName == "log" }) { _, source throws(ImportRefusal) in
      try log(source, reading)
    }
  }

  private static func harshHabits(
    _ source: any ByteSource,
    _ reading: Reading
  ) throws(ImportRefusal) {
    var lines = LineReader(source)
    while let line = try lines.nextText() {
      let text = line.trimmedText
      if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("!") { continue }
      let parts = text.pieces(": ")
      guard parts.count >= 2, let (times, days) = frequency(parts[1].trimmedText) else {
        throw lines.refusal("this is no habit and how often: “\(text)”")
      }
      let number = try habit(parts[0].trimmedText, reading)
      reading.change(number) { habit in (habit.times, habit.days) = (times, days) }
    }
  }

  /// `1`, `3/7`, `2w`; a number alone is once in so many days, and 0 is only looked at.
  private static func frequency(_ text: String) -> (times: Int, days: Int)? {
    let isWeeks = text.hasSuffix("w")
    let parts = (isWeeks ? String(text.dropLast()) : text).split(separator: "/")
      .map { Int($0) }
    let factor = isWeeks ? 7 : 1
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (1, let days?, _): return days <= 0 ? (1, 1) : (1, days.multipliedSafely(by: factor))
    case (2, let times?, let days?):
      return (max(1, times), max(1, days).multipliedSafely(by: factor))
    default: return nil
    }
  }

  private static func habit(_ name: String, _ reading: Reading) throws(ImportRefusal) -> Int {
    try reading.habit(name) { ForeignHabit(key: name, name: name) }
  }

  private static func harshLog(
    _ source: any ByteSource,
    _ reading: Reading
  ) throws(ImportRefusal) {
    var lines = LineReader(source)
    while let line = try lines.nextText() {
      if line.trimmedText.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.pieces(" : ")
      guard parts.count >= 3, parts.count <= 5 else {
        throw lines.refusal("this is no “day : habit : result”: “\(line)”")
      }
      guard let day = CivilDate(parts[0].trimmedText) else {
        throw lines.refusal("“\(parts[0])” is no day")
      }
      let name = parts[1].trimmedText
      let number = try habit(name, reading)
      let value = try value(parts[2].trimmedText, lines)
      let note = parts.count > 3 ? parts[3].trimmedText : ""
      try reading.add(ForeignAnswer(habit: number, day: day, value: value, note: note), .last)
      if parts.count == 5, let amount = Decimal.plain(parts[4].trimmedText), amount != "0" {
        try addAmount(amount, of: name, day, value, reading)
      }
    }
  }

  /// What was counted beside a yes is a habit of its own.
  private static func addAmount(
    _ amount: String,
    of name: String,
    _ day: CivilDate,
    _ value: ForeignAnswer.Value,
    _ reading: Reading
  ) throws(ImportRefusal) {
    let own = "\(name) (amount)"
    let number = try reading.habit(own) {
      ForeignHabit(key: own, name: own, kind: .number, target: .atLeast("1"))
    }
    try reading.add(ForeignAnswer(habit: number, day: day, value: .number(amount)), .last)
  }

  private static func value(
    _ word: String,
    _ lines: LineReader
  ) throws(ImportRefusal) -> ForeignAnswer.Value {
    switch word {
    case "y": return .yes
    case "n": return .no
    case "s": return .skip
    default: throw lines.refusal("“\(word)” is no y, n or s")
    }
  }

  /// Reads habitctl's `log`, with `habits` where it lies beside it.
  static func readHabitctl(_ holder: Holder, _ reading: Reading) throws(ImportRefusal) {
    try read(holder, reading, habits: habitctlHabits, log: habitctlLog)
  }

  private static func habitctlLog(
    _ source: any ByteSource,
    _ reading: Reading
  ) throws(ImportRefusal) {
    var lines = LineReader(source)
    while let line = try lines.nextText() {
      if line.trimmedText.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.pieces("\t")
      guard parts.count == 3, let day = CivilDate(parts[0].trimmedText) else {
        throw lines.refusal("this is no day, habit and result with tabs between: “\(line)”")
      }
      let number = try habit(parts[1].trimmedText, reading)
      let value = try value(parts[2].trimmedText, lines)
      try reading.add(ForeignAnswer(habit: number, day: day, value: value), .first)
    }
  }

  private static func habitctlHabits(
    _ source: any ByteSource,
    _ reading: Reading
  ) throws(ImportRefusal) {
    var lines = LineReader(source)
    while let line = try lines.nextText() {
      let text = line.trimmedText
      if text.isEmpty || text.hasPrefix("#") { continue }
      let days = text.prefix { $0 != " " }
      let name = String(text.dropFirst(days.count)).trimmedText
      guard let days = Int(days), days >= 0, !name.isEmpty else {
        throw lines.refusal("this is no number of days and a habit: “\(text)”")
      }
      let number = try habit(name, reading)
      reading.change(number) { $0.days = max(1, days) }
    }
  }
}

extension Int {
  /// The product; far too many where it cannot be held.
  func multipliedSafely(by other: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? .max : product
  }
}

extension String {
  /// Itself without what is white at its ends.
  var trimmedText: String {
    let isWhite: (Character) -> Bool = { $0.isWhitespace }
    let start = drop(while: isWhite)
    guard let end = start.lastIndex(where: { !isWhite($0) }) else { return "" }
    return String(start[...end])
  }

  /// What stands between the occurrences of a text in ASCII.
  func pieces(_ mark: String) -> [String] {
    let (whole, mark) = (Array(utf8), Array(mark.utf8))
    var pieces: [String] = []
    var (start, place) = (0, 0)
    while place + mark.count <= whole.count {
      if whole[place] == mark[0], whole[place..<place + mark.count].elementsEqual(mark) {
        pieces.append(String(decoding: whole[start..<place], as: UTF8.self))
        place += mark.count
        start = place
      } else {
        place += 1
      }
    }
    return pieces + [String(decoding: whole[start...], as: UTF8.self)]
  }
}
