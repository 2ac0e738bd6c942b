import CivilCalendar

/// How records are told: fields with tabs between them, and what would end one spelled out.
extension ForeignRecord {
  /// The record as a line, without its end.
  public var line: String {
    switch self {
    case .source(let source):
      Self.line(
        ["source", source.kind, source.name, source.hash, source.install, "\(source.factCount)"]
      )
    case .habit(let habit): Self.line(habit)
    case .answer(let answer):
      Self.line(["answer", "\(answer.habit)", "\(answer.day)", answer.value.word, answer.note])
    case .night(let night): Self.line(night)
    case .absence(let days):
      Self.line(["absence", "\(days.lowerBound)", "\(days.upperBound)"])
    case .dropped(let drop):
      Self.line(["dropped", drop.habit.map { "\($0)" } ?? "", "\(drop.count)", drop.reason])
    case .fact(let fact):
      Self.line(
        [
          "fact", fact.id, "\(fact.microseconds)", fact.zone, "\(fact.day)", fact.kind,
          fact.subject, fact.payload,
        ]
      )
    case .end: "end"
    }
  }

  private static func line(_ habit: ForeignHabit) -> String {
    line([
      "habit", habit.key, habit.name, habit.kind.rawValue, habit.target.words, "\(habit.times)",
      "\(habit.days)", habit.unit, habit.ask, habit.isArchived ? "archived" : "",
    ])
  }

  private static func line(_ night: ForeignNight) -> String {
    line([
      "night", night.key, "\(night.begins.microseconds)", "\(night.ends.microseconds)",
      "\(night.from.date) \(night.from.time)", "\(night.until.date) \(night.until.time)",
      night.zone, night.isNap ? "nap" : "", night.note,
    ])
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(escaped).joined(separator: "\t")
  }

  private static func escaped(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 < 0x20 || $0 == backslash }) else { return field }
    var escaped = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let backslash = UInt8(ascii: "\\")

  /// Reads a line; nil where it is none.
  ///
  /// - Parameter line: Its bytes, without its end. A life has some hundred thousand such lines, so
  ///   they are a type that the compiler knows.
  public init?(line: ArraySlice<UInt8>) {
    var fields: [String] = []
    fields.reserveCapacity(Self.mostFields)
    var start = line.startIndex
    for place in line.indices where line[place] == UInt8(ascii: "\t") {
      fields.append(Self.plain(line[start..<place]))
      start = place + 1
    }
    fields.append(Self.plain(line[start...]))
    guard let record = Self.read(fields) else { return nil }
    self = record
  }

  /// A habit has as many.
  private static let mostFields = 10

  private static func plain(_ field: ArraySlice<UInt8>) -> String {
    guard field.contains(backslash) else { return String(decoding: field, as: UTF8.self) }
    var bytes: [UInt8] = []
    var isEscape = false
    for byte in field {
      if isEscape {
        bytes.append(byte == UInt8(ascii: "t") ? 9 : byte == UInt8(ascii: "n") ? 10 : byte)
        isEscape = false
      } else if byte == backslash {
        isEscape = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func read(_ fields: [String]) -> ForeignRecord? {
    switch (fields[0], fields.count) {
    case ("source", 6):
      guard let count = Int(fields[5]) else { return nil }
      let (kind, name) = (fields[1], fields[2])
      return .source(
        ForeignSource(
          kind: kind,
          name: name,
          hash: fields[3],
          install: fields[4],
          factCount: count
        )
      )
    case ("habit", 10): return habit(fields).map(ForeignRecord.habit)
    case ("answer", 5): return answer(fields).map(ForeignRecord.answer)
    case ("night", 9): return night(fields).map(ForeignRecord.night)
    case ("absence", 3):
      guard let first = CivilDate(fields[1]), let last = CivilDate(fields[2]), first <= last else {
        return nil
      }
      return .absence(first...last)
    case ("dropped", 4):
      guard let count = Int(fields[2]) else { return nil }
      return .dropped(ForeignDrop(habit: Int(fields[1]), count: count, reason: fields[3]))
    case ("fact", 8): return fact(fields).map(ForeignRecord.fact)
    case ("end", 1): return .end
    default: return nil
    }
  }

  private static func habit(_ fields: [String]) -> ForeignHabit? {
    guard let kind = ForeignHabit.Kind(rawValue: fields[3]),
      let target = ForeignHabit.Target(words: fields[4]), let times = Int(fields[5]),
      let days = Int(fields[6])
    else { return nil }
    var habit = ForeignHabit(key: fields[1], name: fields[2], kind: kind, target: target)
    (habit.times, habit.days, habit.unit, habit.ask) = (times, days, fields[7], fields[8])
    habit.isArchived = fields[9] == "archived"
    return habit
  }

  private static func answer(_ fields: [String]) -> ForeignAnswer? {
    guard let habit = Int(fields[1]), habit >= 0, let day = CivilDate(fields[2]),
      let value = ForeignAnswer.Value(word: fields[3])
    else { return nil }
    return ForeignAnswer(habit: habit, day: day, value: value, note: fields[4])
  }

  private static func night(_ fields: [String]) -> ForeignNight? {
    guard let begins = Int64(fields[2]), let ends = Int64(fields[3]),
      let from = clock(fields[4]), let until = clock(fields[5])
    else { return nil }
    return ForeignNight(
      key: fields[1],
      begins: Instant(microseconds: begins),
      ends: Instant(microseconds: ends),
      from: from,
      until: until,
      zone: fields[6],
      isNap: fields[7] == "nap",
      note: fields[8]
    )
  }

  private static func clock(_ text: String) -> CivilDateTime? {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2, let date = CivilDate(parts[0]), let time = CivilTime(parts[1]) else {
      return nil
    }
    return CivilDateTime(date: date, time: time)
  }

  private static func fact(_ fields: [String]) -> ForeignFact? {
    guard let microseconds = Int64(fields[2]), let day = CivilDate(fields[4]) else { return nil }
    return ForeignFact(
      id: fields[1],
      microseconds: microseconds,
      zone: fields[3],
      day: day,
      kind: fields[5],
      subject: fields[6],
      payload: fields[7]
    )
  }
}

extension ForeignAnswer.Value {
  /// `yes`, `no`, `skip`, `#12.5`, `@23:10`.
  var word: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .skip: "skip"
    case .number(let digits): "#\(digits)"
    case .time(let time): "@\(time)"
    }
  }

  init?(word: String) {
    switch word {
    case "yes": self = .yes
    case "no": self = .no
    case "skip": self = .skip
    default:
      let rest = String(word.dropFirst())
      if word.hasPrefix("#") {
        self = .number(rest)
      } else if word.hasPrefix("@"), let time = CivilTime(rest) {
        self = .time(time)
      } else {
        return nil
      }
    }
  }
}
