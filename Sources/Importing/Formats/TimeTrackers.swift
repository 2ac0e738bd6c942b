import CivilCalendar
import Interchange

/// Programs that record how long something took: Simple Time Tracker, timewarrior.
///
/// What a person says is sleep are sleeps; of the rest, a day has its minutes.
enum TimeTrackers {
  // MARK: - Simple Time Tracker

  static let simpleHeader = "activity name,time started,time ended"

  static func readSimple(_ source: any ByteSource, _ reading: Reading) throws(ImportRefusal) {
    var rows = TableReader(source)
    guard let header = try rows.next() else { throw ImportRefusal("it is empty") }
    let place = { (name: String) in header.cells.firstIndex(of: name) }
    guard let name = place("activity name"), let start = place("time started"),
      let end = place("time ended")
    else { throw rows.refusal("the columns of Simple Time Tracker are missing", header) }
    let comment = place("comment")
    while let row = try rows.next() {
      guard let from = ClockText.moment(row[start])?.civil,
        let until = ClockText.moment(row[end])?.civil
      else { throw rows.refusal("the start or the end is no time", row) }
      let note = comment.map { row[$0] } ?? ""
      if reading.options.sleeps.contains(row[name]) {
        let zone = try reading.zone("these sleeps were")
        let (begins, ends) = (zone.instant(of: from), zone.instant(of: until))
        try reading.add(ForeignNight("\(begins.seconds)", begins, ends, in: zone, note: note))
        continue
      }
      guard let minutes = Int(row[place("duration minutes") ?? -1]) ?? from.minutes(until: until)
      else { throw rows.refusal("it ends before it begins", row) }
      try add(minutes, of: row[name], from.date, note, reading)
    }
  }

  private static func add(
    _ minutes: Int,
    of name: String,
    _ day: CivilDate,
    _ note: String,
    _ reading: Reading
  ) throws(ImportRefusal) {
    let number = try reading.habit(name) {
      var habit = ForeignHabit(key: name, name: name, kind: .number, target: .atLeast("1"))
      habit.unit = "min"
      return habit
    }
    let value = ForeignAnswer.Value.number("\(minutes)")
    try reading.add(ForeignAnswer(habit: number, day: day, value: value, note: note), .sum)
  }

  // MARK: - timewarrior

  /// Reads the lines of timewarrior's own files.
  static func readTimewarrior(_ source: any ByteSource, _ reading: Reading) throws(ImportRefusal) {
    var lines = LineReader(source)
    while let line = try lines.nextText() {
      if line.trimmedText.isEmpty || !line.hasPrefix("inc ") { continue }
      var (spans, tags) = (line.dropFirst(4), [String]())
      if let mark = line.firstIndex(of: "#") {
        spans = line[..<mark].dropFirst(4)
        tags = words(String(line[line.index(after: mark)...]))
      }
      let times = String(spans).pieces(" - ").map(\.trimmedText)
      if times.count == 1 {
        reading.drop("intervals that still run")
        continue
      }
      guard times.count == 2, let begins = ClockText.basic(times[0]),
        let ends = ClockText.basic(times[1])
      else { throw lines.refusal("this is no interval: “\(line)”") }
      try add(begins, ends, tags, "", reading)
    }
  }

  /// The tags up to the next “#”, those of several words in quotes.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var (isQuoted, isWord) = (false, false)
    for character in text + " " {
      switch character {
      case "\"":
        isQuoted.toggle()
        isWord = true
      case "#" where !isQuoted && word.isEmpty: return words
      case " " where !isQuoted:
        if isWord { words.append(word) }
        (word, isWord) = ("", false)
      default:
        word.append(character)
        isWord = true
      }
    }
    return words
  }

  /// Reads what `timew export` says.
  static func readTimewarrior(_ bytes: [UInt8], _ reading: Reading) throws(ImportRefusal) {
    var reader = JSONReader(bytes)
    try reader.list { reader throws(ImportRefusal) in
      var times: [String: Instant] = [:]
      var (tags, note) = ([String](), "")
      try reader.object { reader, key throws(ImportRefusal) in
        switch key {
        case "start", "end":
          let text = try reader.text()
          guard let instant = ClockText.basic(text) else {
            throw reader.refusal("“\(text)” is no time")
          }
          times[key] = instant
        case "tags":
          try reader.list { reader throws(ImportRefusal) in tags.append(try reader.text()) }
        case "annotation": note = try reader.text()
        default: try reader.skip()
        }
      }
      guard let begins = times["start"] else { throw reader.refusal("an interval has no start") }
      guard let ends = times["end"] else { return reading.drop("intervals that still run") }
      try add(begins, ends, tags, note, reading)
    }
    try reader.finish()
  }

  private static func add(
    _ begins: Instant,
    _ ends: Instant,
    _ tags: [String],
    _ note: String,
    _ reading: Reading
  ) throws(ImportRefusal) {
    let zone = try reading.zone("these intervals were")
    if tags.isEmpty { return reading.drop("intervals without a tag") }
    if begins >= ends { return reading.drop("intervals that end before they begin") }
    for tag in tags {
      if reading.options.sleeps.contains(tag) {
        try reading.add(ForeignNight("\(begins.seconds)", begins, ends, in: zone, note: note))
      } else {
        let minutes = Int((ends.seconds - begins.seconds) / 60)
        try add(minutes, of: tag, zone.civil(at: begins).date, note, reading)
      }
    }
  }
}

extension CivilDateTime {
  /// Minutes by the clock; nil where the other is before it.
  fileprivate func minutes(until other: CivilDateTime) -> Int? {
    let days = date.days(until: other.date)
    guard (0...36_600).contains(days) else { return nil }
    let seconds = days * 86_400 + other.time.secondOfDay - time.secondOfDay
    return seconds < 0 ? nil : seconds / 60
  }
}
