import CivilCalendar
import Interchange

/// What phones and watches record of sleep: Apple Health, Google Fit, Health Connect.
enum HealthRecords {
  // MARK: - Apple Health

  private static let sleepType = "HKCategoryTypeIdentifierSleepAnalysis"
  /// Records with no more than an hour between them are of one sleep.
  private static let gap: Int64 = 3600

  private struct Record {
    var begins: Int64
    var ends: Int64
    var isInBed: Bool
    /// The place of its zone; -1 where nothing is said.
    var zone: Int32
  }

  /// What is kept while the file is gone through.
  private final class Records {
    var found: [Record] = []
    var zones: [Zone] = []
    var isOpen = false
    var isHealth = false
  }

  /// Reads an export of Apple Health, which may be far larger than memory is.
  static func readApple(_ source: any ByteSource, _ reading: Reading) throws(ImportRefusal) {
    let records = Records()
    try XMLReader.read(source) { event throws(ImportRefusal) in
      try take(event, records, reading)
    }
    guard records.isHealth else { throw ImportRefusal("it is no export of Apple Health") }
    try addSleeps(records, reading)
  }

  private static func take(
    _ event: XMLEvent,
    _ records: Records,
    _ reading: Reading
  ) throws(ImportRefusal) {
    switch event {
    case .begins("HealthData", _): records.isHealth = true
    case .begins("Record", let attributes) where attributes["type"] == sleepType:
      let value = attributes["value"] ?? ""
      if value.hasSuffix("Awake") { return }
      guard let begins = ClockText.moment(attributes["startDate"] ?? "")?.instant,
        let ends = ClockText.moment(attributes["endDate"] ?? "")?.instant
      else { throw ImportRefusal("a sleep has no start or no end") }
      if records.found.count == Limits.records { throw ImportRefusal("it holds too many sleeps") }
      records.isOpen = true
      records.found.append(
        Record(
          begins: begins.seconds,
          ends: ends.seconds,
          isInBed: value.hasSuffix("InBed"),
          zone: -1
        )
      )
    case .begins("MetadataEntry", let attributes) where records.isOpen:
      guard attributes["key"] == "HKTimeZone", let name = attributes["value"] else { return }
      records.found[records.found.count - 1].zone = try place(of: name, records, reading)
    case .ends("Record"): records.isOpen = false
    default: break
    }
  }

  private static func place(
    of name: String,
    _ records: Records,
    _ reading: Reading
  ) throws(ImportRefusal) -> Int32 {
    if let place = records.zones.firstIndex(where: { $0.name == name }) { return Int32(place) }
    guard let zone = reading.options.zones(name) else {
      throw ImportRefusal("there is no zone “\(name)”")
    }
    records.zones.append(zone)
    return Int32(records.zones.count - 1)
  }

  /// Many records of several devices lie over each other in a night: together they are one sleep.
  private static func addSleeps(_ records: Records, _ reading: Reading) throws(ImportRefusal) {
    var sleep: (first: Record, inBed: Int64?, ends: Int64)?
    for record in records.found.sorted(by: { $0.begins < $1.begins }) {
      if let last = sleep, record.begins - last.ends <= gap {
        sleep?.ends = max(last.ends, record.ends)
        if record.isInBed, last.inBed == nil { sleep?.inBed = record.begins }
        if last.first.zone < 0 { sleep?.first.zone = record.zone }
      } else {
        if let sleep { try add(sleep, records, reading) }
        sleep = (record, record.isInBed ? record.begins : nil, record.ends)
      }
    }
    if let sleep { try add(sleep, records, reading) }
  }

  private static func add(
    _ sleep: (first: Record, inBed: Int64?, ends: Int64),
    _ records: Records,
    _ reading: Reading
  ) throws(ImportRefusal) {
    // The offset in the file is that of the day of the export, not that of the night.
    let place = Int(sleep.first.zone)
    let zone = place < 0 ? try reading.zone("these nights were") : records.zones[place]
    let begins = Instant(seconds: sleep.inBed ?? sleep.first.begins)
    let ends = Instant(seconds: sleep.ends)
    try reading.add(ForeignNight("\(begins.seconds)", begins, ends, in: zone))
  }

  // MARK: - Google Fit

  /// Reads a session of Google Fit; one that is no sleep is left.
  ///
  /// - Parameters:
  ///   - bytes: Its JSON.
  ///   - part: Its file's name, which may end in the offset of its start.
  ///   - reading: Where it goes.
  /// - Throws: Where it is broken.
  static func readGoogle(
    _ bytes: [UInt8],
    part: String,
    _ reading: Reading
  ) throws(ImportRefusal) {
    var reader = JSONReader(bytes, part: part)
    var activity = ""
    var times: [String: Instant] = [:]
    try reader.object { reader, key throws(ImportRefusal) in
      switch key {
      case "fitnessActivity": activity = try reader.text()
      case "startTime", "endTime":
        let text = try reader.text()
        guard let instant = ClockText.moment(text)?.instant else {
          throw reader.refusal("“\(text)” is no time")
        }
        times[key] = instant
      default: try reader.skip()
      }
    }
    try reader.finish()
    guard activity == "sleep" else { return reading.drop("sessions that are no sleep") }
    guard let begins = times["startTime"], let ends = times["endTime"] else {
      throw reader.refusal("a sleep has no start or no end")
    }
    let key = "\(begins.seconds)"
    guard let offset = offset(of: part) else {
      let zone = try reading.zone("these sleeps were")
      return try reading.add(ForeignNight(key, begins, ends, in: zone))
    }
    try reading.add(ForeignNight(key, begins, ends, east: offset, offset))
  }

  /// The offset that a name has: `2016-12-29T23_10_00+01_00_SLEEP.json`.
  private static func offset(of name: String) -> Int? {
    let name = name.lastName
    guard let mark = name.lastIndex(where: { $0 == "+" }) ?? minus(in: name) else { return nil }
    return ClockText.seconds(String(name[mark...].prefix(6)))
  }

  /// The minus behind the time; those before it stand in the date.
  private static func minus(in name: String) -> String.Index? {
    guard let clock = name.firstIndex(of: "T") else { return nil }
    return name[clock...].firstIndex(of: "-")
  }

  // MARK: - Health Connect

  static func readHealthConnect(
    _ database: ForeignDatabase,
    _ reading: Reading
  ) throws(ImportRefusal) {
    let needed = ["uuid", "start_time", "start_zone_offset", "end_time", "end_zone_offset"]
    let columns = try database.columns(of: "sleep_session_record_table")
    guard Set(columns).isSuperset(of: needed) else {
      throw ImportRefusal("there is no table of sleeps in it")
    }
    let notes = columns.contains("notes") ? "notes" : "''"
    let sql = """
      SELECT hex(uuid), start_time, start_zone_offset, end_time, end_zone_offset, \(notes)
      FROM sleep_session_record_table ORDER BY start_time
      """
    try database.walk(sql) { row throws(ImportRefusal) in
      let (from, until) = (row.integer(2), row.integer(4))
      guard let begins = Instant(milliseconds: row.integer(1)),
        let ends = Instant(milliseconds: row.integer(3)), offsets.contains(from),
        offsets.contains(until)
      else { throw ImportRefusal("a sleep has a time that is none") }
      let (east, late) = (Int(from), Int(until))
      let note = row.text(5)
      try reading.add(ForeignNight(row.text(0), begins, ends, east: east, late, note: note))
    }
  }

  /// A zone's distance from UTC is never more than eighteen hours.
  private static let offsets: ClosedRange<Int64> = -64_800...64_800
}

extension ForeignNight {
  /// A sleep of which it is known how far the clocks beside it were from UTC, in seconds.
  fileprivate init(
    _ key: String,
    _ begins: Instant,
    _ ends: Instant,
    east first: Int,
    _ last: Int,
    note: String = ""
  ) {
    self.init(
      key: key,
      begins: begins,
      ends: ends,
      from: Self.clock(begins, first),
      until: Self.clock(ends, last),
      zone: Zone.offset(minutes: first / 60),
      note: note
    )
  }

  private static func clock(_ instant: Instant, _ offset: Int) -> CivilDateTime {
    Zone.utc.civil(at: instant.adding(seconds: Int64(offset)))
  }
}
