import CivilCalendar
import Interchange

/// The backup that Habo writes: a list of habits, or an object that has one.
enum Habo {
  private struct Event {
    var day: CivilDate
    var type: String
    var note: String
    var progress: String?
  }

  static func read(_ bytes: [UInt8], _ reading: Reading) throws(ImportRefusal) {
    var reader = JSONReader(bytes)
    var keys = HabitKeys()
    try reader.listOrMember("habits") { reader throws(ImportRefusal) in
      try habits(&reader, &keys, reading)
    }
    try reader.finish()
  }

  private static func habits(
    _ reader: inout JSONReader,
    _ keys: inout HabitKeys,
    _ reading: Reading
  ) throws(ImportRefusal) {
    try reader.list { reader throws(ImportRefusal) in
      var (title, isCounted, isDeleted, isArchived) = ("", false, false, false)
      var (goal, unit, cue) = ("1", "", "")
      var events: [Event] = []
      try reader.object { reader, key throws(ImportRefusal) in
        if try reader.kind() == .null { return _ = try reader.skip() }
        switch key {
        case "title": title = try reader.text()
        case "habitType": isCounted = try type(&reader)
        case "targetValue": goal = Decimal.plain(try reader.number()) ?? "1"
        case "unit": unit = try reader.text()
        case "cue": cue = try reader.text()
        case "archived": isArchived = try reader.truth()
        case "deleted_at", "deletedAt": isDeleted = try !reader.skip().isEmpty
        case "events": events = try self.events(&reader)
        default: try reader.skip()
        }
      }
      if title.isEmpty { throw reader.refusal("a habit has no title") }
      if isDeleted {
        return reading.drop("days of “\(title)”, which was deleted", count: events.count)
      }
      var habit = ForeignHabit(key: keys.next(title), name: title)
      (habit.ask, habit.isArchived) = (cue, isArchived)
      if isCounted {
        (habit.kind, habit.unit, habit.target) = (.number, unit, .atLeast(goal))
      }
      let number = try reading.add(habit)
      for event in events { try add(event, of: number, goal, isCounted, reading) }
    }
  }

  /// 0 or 1, or a name that ends in it.
  private static func type(_ reader: inout JSONReader) throws(ImportRefusal) -> Bool {
    try reader.kind() == .text ? try reader.text().hasSuffix("numeric") : try reader.truth()
  }

  /// The key is noon UTC of the civil day, whose date stands in it; the value a list of two to
  /// four.
  private static func events(_ reader: inout JSONReader) throws(ImportRefusal) -> [Event] {
    var events: [Event] = []
    try reader.object { reader, key throws(ImportRefusal) in
      guard let day = CivilDate(String(key.prefix(10))) else {
        throw reader.refusal("“\(key)” is no day")
      }
      var parts: [String] = []
      try reader.list { reader throws(ImportRefusal) in
        switch try reader.kind() {
        case .text: parts.append(try reader.text())
        case .number: parts.append(try reader.number())
        default:
          try reader.skip()
          parts.append("")
        }
      }
      guard let first = parts.first else { throw reader.refusal("a day says nothing") }
      if events.count == Limits.records { throw reader.refusal("it holds too much") }
      let type = String(first.split(separator: ".").last ?? "").lowercased()
      let progress = parts.count > 2 ? Decimal.plain(parts[2]) : nil
      let note = parts.count > 1 ? parts[1] : ""
      events.append(Event(day: day, type: type, note: note, progress: progress))
    }
    return events
  }

  private static func add(
    _ event: Event,
    of habit: Int,
    _ goal: String,
    _ isCounted: Bool,
    _ reading: Reading
  ) throws(ImportRefusal) {
    let value: ForeignAnswer.Value
    switch event.type {
    case "check": value = isCounted ? .number(event.progress ?? goal) : .yes
    case "fail": value = isCounted ? .number(event.progress ?? "0") : .no
    case "progress": value = isCounted ? .number(event.progress ?? "0") : .no
    case "skip": value = .skip
    case "clear":
      if !event.note.isEmpty { reading.drop("notes on days without an answer", of: habit) }
      return
    default: throw ImportRefusal("“\(event.type)” is nothing that Habo says of a day")
    }
    let answer = ForeignAnswer(habit: habit, day: event.day, value: value, note: event.note)
    try reading.add(answer, .last)
  }
}
