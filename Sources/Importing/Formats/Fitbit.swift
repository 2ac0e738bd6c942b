import CivilCalendar
import Interchange

/// What Fitbit has of sleep: the table of an account, and JSON of its interface and of Takeout.
enum Fitbit {
  /// What its table begins with.
  static let tableName = "Sleep"

  static func readTable(_ source: any ByteSource, _ reading: Reading) throws(ImportRefusal) {
    let zone = try reading.zone("these sleeps were")
    var rows = TableReader(source)
    var header: [String] = []
    while let row = try rows.next() {
      if row.cells == [tableName] { continue }
      if row.cells.contains("Start Time") {
        header = row.cells
        continue
      }
      // Another table may follow below, with a name of its own.
      if header.isEmpty || row.cells.count == 1 {
        header = []
        continue
      }
      let cell = { (name: String) in header.firstIndex(of: name).map { row[$0] } ?? "" }
      guard let from = moment(cell("Start Time")), let until = moment(cell("End Time")) else {
        throw rows.refusal("the start or the end is no time that Fitbit writes", row)
      }
      let (begins, ends) = (zone.instant(of: from), zone.instant(of: until))
      try reading.add(ForeignNight("\(from.date) \(from.time)", begins, ends, in: zone))
    }
  }

  /// `2010-10-13 11:12PM` or `13-10-2010 11:12 pm`, by what the account was set to.
  private static func moment(_ text: String) -> CivilDateTime? {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let time = ClockText.time(parts[1]) else { return nil }
    if let date = CivilDate(parts[0]) { return CivilDateTime(date: date, time: time) }
    let numbers = parts[0].split(separator: "-").map { Int($0) }
    guard numbers.count == 3, let day = numbers[0], let month = numbers[1], let year = numbers[2],
      year > 31, let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return CivilDateTime(date: date, time: time)
  }

  private struct Log {
    var id = ""
    var start: CivilDateTime?
    var milliseconds: Int64?
    var isMain: Bool?
  }

  /// Reads a list of sleeps, or an object that has one as “sleep”.
  static func readJSON(
    _ bytes: [UInt8],
    part: String,
    _ reading: Reading
  ) throws(ImportRefusal) {
    var reader = JSONReader(bytes, part: part)
    try reader.listOrMember("sleep") { reader throws(ImportRefusal) in
      try logs(&reader, reading)
    }
    try reader.finish()
  }

  private static func logs(
    _ reader: inout JSONReader,
    _ reading: Reading
  ) throws(ImportRefusal) {
    let zone = try reading.zone("these sleeps were")
    try reader.list { reader throws(ImportRefusal) in
      var log = Log()
      try reader.object { reader, key throws(ImportRefusal) in
        switch key {
        case "logId": log.id = try reader.number()
        case "startTime":
          let text = try reader.text()
          guard let moment = ClockText.moment(text) else {
            throw reader.refusal("“\(text)” is no time")
          }
          log.start = moment.civil
        case "duration": log.milliseconds = try reader.integer()
        case "isMainSleep", "mainSleep": log.isMain = try reader.truth()
        default: try reader.skip()
        }
      }
      guard let start = log.start, let milliseconds = log.milliseconds else {
        throw reader.refusal("a sleep has no start or no duration")
      }
      guard (0...172_800_000).contains(milliseconds) else {
        throw reader.refusal("\(milliseconds) is no length of a sleep")
      }
      // The whole night is told by the clock of its start.
      let begins = zone.instant(of: start)
      let ends = begins.adding(seconds: milliseconds / 1000)
      let key = log.id.isEmpty ? "\(begins.seconds)" : log.id
      try reading.add(ForeignNight(key, begins, ends, in: zone, isNap: log.isMain == false))
    }
  }
}
