import CivilCalendar
import Interchange

/// The JSON that Table Habit exports.
enum TableHabit {
  private struct Record {
    var day: CivilDate?
    var type: Int64 = 1
    var value: String?
    var note = ""
  }

  private struct Habit {
    var name = ""
    var isNegative = false
    var isDeleted = false
    var isArchived = false
    var goal = "1"
    var unit = ""
    var most: String?
    var ask = ""
    var frequency: Int64?
    var custom: String?
    var records: [Record] = []
  }

  static func read(_ bytes: [UInt8], _ reading: Reading) throws(ImportRefusal) {
    var reader = JSONReader(bytes)
    var keys = HabitKeys()
    try reader.object { reader, key throws(ImportRefusal) in
      guard key == "habits" else { return _ = try reader.skip() }
      try reader.list { reader throws(ImportRefusal) in
        let habit = try habit(&reader)
        try add(habit, key: keys.next(habit.name), reading)
      }
    }
    try reader.finish()
  }

  private static func habit(_ reader: inout JSONReader) throws(ImportRefusal) -> Habit {
    var habit = Habit()
    try reader.object { reader, key throws(ImportRefusal) in
      if try reader.kind() == .null { return _ = try reader.skip() }
      switch key {
      case "name": habit.name = try reader.text()
      case "type": habit.isNegative = try reader.integer() == 2
      case "status":
        let status = try reader.integer()
        (habit.isDeleted, habit.isArchived) = (status == 2, status == 3)
      case "daily_goal": habit.goal = try number(&reader)
      case "daily_goal_unit": habit.unit = try reader.text()
      case "daily_goal_extra": habit.most = try number(&reader)
      case "reminder_quest": habit.ask = try reader.text()
      case "freq_type": habit.frequency = try reader.integer()
      case "freq_custom": habit.custom = try reader.text()
      case "records":
        try reader.list { reader throws(ImportRefusal) in
          if habit.records.count == Limits.records { throw reader.refusal("it holds too much") }
          habit.records.append(try record(&reader))
        }
      default: try reader.skip()
      }
    }
    if habit.name.isEmpty { throw reader.refusal("a habit has no name") }
    return habit
  }

  private static func record(_ reader: inout JSONReader) throws(ImportRefusal) -> Record {
    var record = Record()
    try reader.object { reader, key throws(ImportRefusal) in
      if try reader.kind() == .null { return _ = try reader.skip() }
      switch key {
      case "record_date":
        let day = try reader.integer()
        guard let day = Int(exactly: day), (-700_000...2_900_000).contains(day) else {
          throw reader.refusal("\(day) is no day")
        }
        record.day = CivilDate(dayNumber: day)
      case "record_type": record.type = try reader.integer()
      case "record_value": record.value = try number(&reader)
      case "reason": record.note = try reader.text()
      default: try reader.skip()
      }
    }
    if record.day == nil { throw reader.refusal("a record has no day") }
    return record
  }

  private static func number(_ reader: inout JSONReader) throws(ImportRefusal) -> String {
    let digits = try reader.number()
    guard let plain = Decimal.plain(digits) else {
      throw reader.refusal("\(digits) has more digits than are kept")
    }
    return plain
  }

  private static func add(
    _ own: Habit,
    key: String,
    _ reading: Reading
  ) throws(ImportRefusal) {
    if own.isDeleted {
      return reading.drop("days of “\(own.name)”, which was deleted", count: own.records.count)
    }
    var habit = ForeignHabit(key: key, name: own.name)
    let values = own.records.filter { $0.type == 1 }.compactMap(\.value)
    let isPlain =
      own.goal == "1" && own.unit.isEmpty && own.most == nil
      && values.allSatisfy { $0 == "0" || $0 == "1" }
    (habit.ask, habit.unit, habit.isArchived) = (own.ask, own.unit, own.isArchived)
    habit.kind = isPlain ? .yesNo : .number
    switch (isPlain, own.isNegative) {
    case (true, false): habit.target = .done
    case (true, true): habit.target = .notDone
    case (false, false): habit.target = .atLeast(own.goal)
    case (false, true): habit.target = .atMost(own.goal)
    }
    (habit.times, habit.days) = frequency(own)
    let number = try reading.add(habit)
    for record in own.records { try add(record, of: number, isPlain, reading) }
  }

  /// `freq_custom` is JSON in a text: `[3]`, once in so many days; `[3,14]`, so often in so many.
  private static func frequency(_ habit: Habit) -> (times: Int, days: Int) {
    let custom = (habit.custom ?? "").filter { $0.isNumber || $0 == "," }.split(separator: ",")
      .compactMap { Int($0) }
    switch (habit.frequency, custom.count) {
    case (1, 1): return (custom[0], 7)
    case (2, 1): return (custom[0], 30)
    case (3, 1): return (1, custom[0])
    case (3, 2): return (custom[0], custom[1])
    default: return (1, 1)
    }
  }

  private static func add(
    _ record: Record,
    of habit: Int,
    _ isPlain: Bool,
    _ reading: Reading
  ) throws(ImportRefusal) {
    guard let day = record.day else { return }
    let value: ForeignAnswer.Value
    switch (record.type, record.value) {
    case (2, _): value = .skip
    case (1, let digits): value = isPlain ? (digits == "0" ? .no : .yes) : .number(digits ?? "0")
    default:
      let what = record.note.isEmpty ? "days without an answer" : "notes on days without an answer"
      return reading.drop(what, of: habit)
    }
    try reading.add(ForeignAnswer(habit: habit, day: day, value: value, note: record.note), .last)
  }
}
