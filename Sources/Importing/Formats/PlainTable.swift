import CivilCalendar
import Interchange

/// Any table that has a day and a value in each row.
enum PlainTable {
  private struct Columns {
    var day: Int
    var value: Int
    var note: Int?
    var habit: Int?
    var unit: Int?
  }

  /// Which number of `11/5/2020` is the day.
  enum Order { case dayFirst, monthFirst }

  private static func open(
    _ source: any ByteSource,
    _ options: ImportOptions
  ) throws(ImportRefusal) -> (TableReader, Columns) {
    let start = try source.next()
    let separator = separator(of: start)
    var rows = TableReader(Joined(start, source), separator: separator)
    guard let header = try rows.next() else { throw ImportRefusal("it is empty") }
    return (rows, try columns(header, options, rows))
  }

  /// Finds out which number of days with slashes is the day: one above twelve tells it for all.
  ///
  /// - Parameters:
  ///   - source: The table.
  ///   - options: Which of its columns are what.
  /// - Returns: Their order; nil where it has no such days, or nothing tells.
  /// - Throws: Where some of them have the one order and some the other.
  static func order(
    _ source: any ByteSource,
    _ options: ImportOptions
  ) throws(ImportRefusal) -> Order? {
    var (rows, columns) = try open(source, options)
    var order: Order?
    var isFirst = true
    while let row = try rows.next() {
      let text = row[columns.day].trimmedText
      defer { isFirst = false }
      guard let numbers = numbers(text, "/") else {
        // A table is written in one way: of others nothing has to be found out.
        if isFirst { return nil }
        continue
      }
      let told: Order? = numbers[0] > 12 ? .dayFirst : numbers[1] > 12 ? .monthFirst : nil
      if let order, let told, told != order {
        throw rows.refusal("“\(text)” is written otherwise than the days above it", row)
      }
      order = order ?? told
    }
    return order
  }

  /// - Parameters:
  ///   - source: The table.
  ///   - name: What its habit is called where no column says it.
  ///   - order: Which number of a day with slashes is the day.
  ///   - reading: Where it goes.
  /// - Throws: Where a row is not what it has to be.
  static func read(
    _ source: any ByteSource,
    named name: String,
    _ order: Order?,
    _ reading: Reading
  ) throws(ImportRefusal) {
    var (rows, columns) = try open(source, reading.options)
    while let row = try rows.next() {
      let text = row[columns.value].trimmedText
      guard let day = day(row[columns.day].trimmedText, order) else {
        throw rows.refusal(Self.refusal(of: row[columns.day].trimmedText, order), row)
      }
      let habit = columns.habit.map { row[$0].trimmedText } ?? name
      let number = try reading.habit(habit) {
        ForeignHabit(key: habit, name: habit, kind: .number)
      }
      if let unit = columns.unit.map({ row[$0].trimmedText }), !unit.isEmpty {
        reading.change(number) { $0.unit = unit }
      }
      let note = columns.note.map { row[$0] } ?? ""
      if text.isEmpty {
        reading.drop(note.isEmpty ? "days without a value" : "notes without a value", of: number)
        continue
      }
      guard let value = value(text) else {
        throw rows.refusal("“\(text)” is no yes or no, no number and no time", row)
      }
      try reading.add(ForeignAnswer(habit: number, day: day, value: value, note: note), .last)
    }
    for number in reading.habits.indices { try reading.settleKind(of: number) }
  }

  /// What stands most often in the first line of those that may separate.
  private static func separator(of start: [UInt8]) -> UInt8 {
    let line = start.prefix { $0 != UInt8(ascii: "\n") }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = marks.map { mark in line.count { $0 == mark } }
    return zip(marks, counts).max { $0.1 < $1.1 }.map(\.0) ?? UInt8(ascii: ",")
  }

  private static func columns(
    _ header: TableReader.Row,
    _ options: ImportOptions,
    _ rows: TableReader
  ) throws(ImportRefusal) -> Columns {
    var places: [String: Int] = [:]
    // Our own table says what its columns are.
    let own = ["day", "habit", "value", "note", "unit"].filter { header.cells.contains($0) }
    let named = options.columns.isEmpty ? own.map { ($0, $0) } : options.columns
    for (role, column) in named {
      guard let place = header.cells.firstIndex(where: { $0.trimmedText == column }) else {
        let known = header.cells.map { "“\($0.trimmedText)”" }.joined(separator: ", ")
        throw rows.refusal("there is no column “\(column)”; there are \(known)", header)
      }
      places[role] = place
    }
    guard let day = places["day"], let value = places["value"] else {
      let words = "say which columns are what: --columns day=…,value=…,note=…,habit=…,unit=…"
      throw ImportRefusal(words, kind: .usage)
    }
    var columns = Columns(day: day, value: value)
    (columns.note, columns.habit, columns.unit) = (places["note"], places["habit"], places["unit"])
    return columns
  }

  /// A day as it stands; one that can be read in two ways is none.
  private static func day(_ text: String, _ order: Order?) -> CivilDate? {
    if let day = CivilDate(text) ?? ClockText.basicDate(text) { return day }
    // With stops it is the day before the month wherever it is written so.
    if let numbers = numbers(text, ".") { return date(numbers, .dayFirst) }
    if let numbers = numbers(text, "/") { return order.flatMap { date(numbers, $0) } }
    let plain = text.prefix(10).map { $0 == "/" ? "-" : String($0) }.joined()
    let rest = text.dropFirst(10)
    guard rest.isEmpty || rest.first == "T" || rest.first == " " else { return nil }
    return CivilDate(plain)
  }

  private static func refusal(of text: String, _ order: Order?) -> String {
    let isOpen = order == nil && numbers(text, "/") != nil
    return "“\(text)” \(isOpen ? "may be one of two days" : "is no day"); days are YYYY-MM-DD"
  }

  /// The three numbers of a day whose year stands last, before what may say the time.
  private static func numbers(_ text: String, _ mark: Character) -> [Int]? {
    let day = text.prefix { $0 != " " }
    let parts = day.split(separator: mark, omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard parts.count == 3, isPlain, parts[2].utf8.count == 4 else { return nil }
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == 3 ? numbers : nil
  }

  private static func date(_ numbers: [Int], _ order: Order) -> CivilDate? {
    let isDayFirst = order == .dayFirst
    return CivilDate(
      year: numbers[2],
      month: numbers[isDayFirst ? 1 : 0],
      day: numbers[isDayFirst ? 0 : 1]
    )
  }

  private static func value(_ text: String) -> ForeignAnswer.Value? {
    switch text.lowercased() {
    case "yes", "y", "true", "done", "x", "✓", "✔": return .yes
    case "no", "n", "false", "✗", "✘": return .no
    case "none", "skip", "skipped", "-": return .skip
    default: break
    }
    if let number = Decimal.plain(text) { return .number(number) }
    return CivilTime(text).map(ForeignAnswer.Value.time)
  }
}

/// What was read of a source already, and then the rest of it.
final class Joined: ByteSource {
  private var start: [UInt8]?
  private let rest: any ByteSource

  init(_ start: [UInt8], _ rest: any ByteSource) {
    self.start = start
    self.rest = rest
  }

  var part: String { rest.part }

  func next() throws(ImportRefusal) -> [UInt8] {
    if let start, !start.isEmpty {
      self.start = nil
      return start
    }
    return try rest.next()
  }
}
