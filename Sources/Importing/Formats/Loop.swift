import CivilCalendar
import Interchange

/// Loop Habit Tracker: its table export, of two generations, and its database.
enum Loop {
  /// What became of a day, by its number in Loop.
  private static let skip: Int64 = 3

  // MARK: - Tables

  /// A day of a habit's table.
  private struct Day {
    var date: CivilDate
    var value: String
    var note: String
    var line: Int
  }

  /// Reads the tables of a directory or an archive.
  static func readTables(_ holder: Holder, _ reading: Reading) throws(ImportRefusal) {
    var table: (rows: [TableReader.Row], header: [String])?
    var days: [String: (part: String, days: [Day])] = [:]
    try holder.each(where: isTable) { name, source throws(ImportRefusal) in
      var rows = TableReader(source)
      if name.lastName == "Habits.csv" {
        table = try habits(&rows)
      } else if let number = number(of: name) {
        days[number] = (name, try self.days(&rows, reading))
      }
    }
    guard let table else { throw ImportRefusal("there is no Habits.csv in it") }
    var keys = HabitKeys()
    for row in table.rows {
      let column = { (name: String) in
        table.header.firstIndex(of: name).map { row[$0] } ?? ""
      }
      let (position, name) = (column("Position"), column("Name"))
      if position.isEmpty {
        throw ImportRefusal("a habit has no position", part: "Habits.csv", line: row.line)
      }
      var habit = ForeignHabit(key: keys.next(name), name: name)
      habit.ask = column("Question")
      habit.isArchived = column("Archived?") == "true"
      habit.times = Int(column("FrequencyNumerator")) ?? Int(column("NumRepetitions")) ?? 1
      habit.days = Int(column("FrequencyDenominator")) ?? Int(column("Interval")) ?? 1
      if column("Type") == "NUMERICAL" {
        habit.kind = .number
        habit.unit = column("Unit")
        let amount = Decimal.plain(column("Target Value")) ?? "0"
        habit.target = column("Target Type") == "AT_MOST" ? .atMost(amount) : .atLeast(amount)
      }
      let number = try reading.add(habit)
      guard let own = days[position] else { continue }
      for day in own.days { try add(day, of: number, habit.kind, own.part, reading) }
    }
  }

  private static func isTable(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    if name.lastName == "Habits.csv" { return true }
    // The table of all habits has names that are not quoted, and says nothing more.
    return name.lastName == "Checkmarks.csv" && parts.count > 1 && number(of: name) != nil
  }

  /// The number that a habit's directory begins with.
  private static func number(of name: String) -> String? {
    let parts = name.split(separator: "/")
    guard parts.count > 1 else { return nil }
    let digits = parts[parts.count - 2].prefix { $0.isASCII && $0.isNumber }
    return digits.count >= 3 ? String(digits) : nil
  }

  private static func habits(
    _ rows: inout TableReader
  ) throws(ImportRefusal) -> (rows: [TableReader.Row], header: [String]) {
    guard let header = try rows.next() else {
      throw ImportRefusal("it is empty", part: rows.part)
    }
    guard header.cells.contains("Position"), header.cells.contains("Name") else {
      throw rows.refusal("the columns “Position” and “Name” are missing", header)
    }
    var found: [TableReader.Row] = []
    while let row = try rows.next() {
      if found.count == Limits.habits { throw rows.refusal("it holds too many habits", row) }
      found.append(row)
    }
    return (found, header.cells)
  }

  private static func days(
    _ rows: inout TableReader,
    _ reading: Reading
  ) throws(ImportRefusal) -> [Day] {
    var days: [Day] = []
    while let row = try rows.next() {
      if row[0] == "Date" { continue }
      guard let date = CivilDate(row[0]) else {
        throw rows.refusal("“\(row[0])” is no day", row)
      }
      if days.count == Limits.records { throw rows.refusal("it holds too many days", row) }
      days.append(Day(date: date, value: row[1], note: row[2], line: row.line))
    }
    return days
  }

  private static func add(
    _ day: Day,
    of habit: Int,
    _ kind: ForeignHabit.Kind,
    _ part: String,
    _ reading: Reading
  ) throws(ImportRefusal) {
    let words = ["UNKNOWN": -1, "NO": 0, "YES_AUTO": 1, "YES_MANUAL": 2, "SKIP": skip]
    guard let code = words[day.value] ?? Int64(day.value) else {
      throw ImportRefusal("“\(day.value)” is nothing that Loop says", part: part, line: day.line)
    }
    try add(code, day.date, day.note, of: habit, kind, reading)
  }

  /// Adds what a number of Loop's says.
  private static func add(
    _ code: Int64,
    _ date: CivilDate,
    _ note: String,
    of habit: Int,
    _ kind: ForeignHabit.Kind,
    _ reading: Reading
  ) throws(ImportRefusal) {
    let value: ForeignAnswer.Value?
    switch (kind, code) {
    case (_, -1): value = nil
    case (_, skip): value = .skip
    case (.number, _): value = code >= 0 ? .number(Decimal.thousandth(code)) : nil
    case (_, 0): value = .no
    case (_, 1):
      reading.drop("days that Loop counted by itself (YES_AUTO), which nobody answered", of: habit)
      value = nil
    case (_, 2): value = .yes
    default: throw ImportRefusal("\(code) is nothing that Loop says of a yes or no, on \(date)")
    }
    guard let value else {
      if !note.isEmpty { reading.drop("notes on days without an answer", of: habit) }
      return
    }
    let answer = ForeignAnswer(habit: habit, day: date, value: value, note: note)
    try reading.add(answer, .first)
  }

  // MARK: - Database

  /// The versions that are read, which Loop itself brings to the newest.
  private static let versions: ClosedRange<Int64> = 9...25

  /// Reads a database.
  static func readDatabase(
    _ database: ForeignDatabase,
    _ reading: Reading
  ) throws(ImportRefusal) {
    let version = try database.version()
    guard versions.contains(version) else {
      let range = "\(versions.lowerBound) to \(versions.upperBound)"
      throw ImportRefusal("it is of version \(version) of Loop's database; \(range) are read")
    }
    let columns = Set(try database.columns(of: "Habits").map { $0.lowercased() })
    let numbers = try habits(database, columns, reading)
    let own = Set(try database.columns(of: "Repetitions").map { $0.lowercased() })
    guard own.isSuperset(of: ["habit", "timestamp"]) else {
      throw ImportRefusal("the table “Repetitions” is missing")
    }
    let value = own.contains("value") ? "value" : "2"
    let notes = own.contains("notes") ? "notes" : "''"
    let sql = "SELECT habit, timestamp, \(value), \(notes) FROM Repetitions ORDER BY rowid"
    try database.walk(sql) { row throws(ImportRefusal) in
      if row.isNull(0) || row.isNull(1) || row.isNull(2) {
        return reading.drop("entries of no habit or no day")
      }
      guard let habit = numbers[row.integer(0)] else {
        return reading.drop("entries of no habit or no day")
      }
      let milliseconds = row.integer(1)
      let day = Int((Double(milliseconds) / 86_400_000).rounded(.down))
      guard (-700_000...2_900_000).contains(day) else {
        throw ImportRefusal("\(milliseconds) is no time that Loop writes")
      }
      let kind = reading.habits[habit].kind
      let date = CivilDate(dayNumber: day)
      try add(row.integer(2), date, row.text(3), of: habit, kind, reading)
    }
  }

  private static func habits(
    _ database: ForeignDatabase,
    _ columns: Set<String>,
    _ reading: Reading
  ) throws(ImportRefusal) -> [Int64: Int] {
    guard columns.isSuperset(of: ["id", "name", "freq_num", "freq_den"]) else {
      throw ImportRefusal("the table “Habits” is missing")
    }
    let column = { (name: String, other: String) in columns.contains(name) ? name : other }
    let ask = column("question", column("description", "''"))
    let sql = """
      SELECT id, name, freq_num, freq_den, \(column("archived", "0")), \(column("type", "0")),
        \(column("target_type", "0")), \(column("target_value", "0")), \(column("unit", "''")),
        \(ask), \(column("uuid", "NULL"))
      FROM Habits ORDER BY \(column("position", "id")), id
      """
    var numbers: [Int64: Int] = [:]
    var keys = HabitKeys()
    try database.walk(sql) { row throws(ImportRefusal) in
      let name = row.text(1)
      let key = keys.next(name)
      var habit = ForeignHabit(key: row.isNull(10) ? key : row.text(10), name: name)
      (habit.times, habit.days) = (Int(row.integer(2)), Int(row.integer(3)))
      habit.isArchived = row.integer(4) != 0
      habit.ask = row.text(9)
      if row.integer(5) == 1 {
        habit.kind = .number
        habit.unit = row.text(8)
        let amount = Decimal.plain(row.text(7)) ?? "0"
        habit.target = row.integer(6) == 1 ? .atMost(amount) : .atLeast(amount)
      }
      numbers[row.integer(0)] = try reading.add(habit)
    }
    return numbers
  }
}
