import CivilCalendar
import Interchange

/// Tables of sleep: Sleep as Android, Plees, Sleepmeter.
enum SleepTables {
  // MARK: - Sleep as Android

  /// Reads a table in which each record has a header of its own above it.
  static func readSleepAsAndroid(
    _ source: any ByteSource,
    _ reading: Reading
  ) throws(ImportRefusal) {
    var rows = TableReader(source)
    var header: [String] = []
    while let row = try rows.next() {
      if row[0] == "Id" {
        header = row.cells
      } else if row[0].isEmpty {
        // The noise of the night stands in a row below.
        continue
      } else {
        try reading.add(try sleepAsAndroid(row, header, rows, reading))
      }
    }
  }

  private static func sleepAsAndroid(
    _ row: TableReader.Row,
    _ header: [String],
    _ rows: TableReader,
    _ reading: Reading
  ) throws(ImportRefusal) -> ForeignNight {
    let cell = { (name: String) in header.firstIndex(of: name).map { row[$0] } ?? "" }
    guard let milliseconds = Int64(cell("Id")),
      let begins = Instant(milliseconds: milliseconds)
    else { throw rows.refusal("“\(row[0])” is no identifier of a sleep", row) }
    guard let zone = reading.options.zones(cell("Tz")) else {
      throw rows.refusal("there is no zone “\(cell("Tz"))”", row)
    }
    // Hundredths of an hour; the times beside it say nothing certain where the clock changes.
    guard let hours = Decimal.plain(cell("Hours")), let span = Double(hours),
      (0...48).contains(span)
    else { throw rows.refusal("“\(cell("Hours"))” is no length of a sleep", row) }
    let note = cell("Comment").pieces(" \\n ").joined(separator: "\n")
    let ends = begins.adding(seconds: Int64((span * 3600).rounded()))
    return ForeignNight("\(milliseconds)", begins, ends, in: zone, note: note)
  }

  // MARK: - Plees

  static func readPlees(_ source: any ByteSource, _ reading: Reading) throws(ImportRefusal) {
    var rows = TableReader(source)
    guard let header = try rows.next() else { throw ImportRefusal("it is empty") }
    let cells = header.cells.map(\.trimmedText)
    guard let start = cells.firstIndex(of: "start"), let stop = cells.firstIndex(of: "stop") else {
      throw rows.refusal("the columns “start” and “stop” are missing", header)
    }
    if cells.contains("length") {
      let what = "this is the export for people to read, whose times no program can"
      throw rows.refusal("\(what); export it without “pretty”", header)
    }
    let comment = cells.firstIndex(of: "comment")
    let zone = try reading.zone("these sleeps were")
    while let row = try rows.next() {
      guard let from = Int64(row[start]), let until = Int64(row[stop]),
        let begins = Instant(milliseconds: from), let ends = Instant(milliseconds: until)
      else { throw rows.refusal("the start or the stop is no time", row) }
      let note = comment.map { row[$0] } ?? ""
      try reading.add(ForeignNight("\(from)", begins, ends, in: zone, note: note))
    }
  }

  // MARK: - Sleepmeter

  /// What its table of sleeps begins with; others may stand above it.
  static let sleepmeterHeader = "wake,sleep,bedtime,holes,type"
  /// How long before the sleep the bed can have been: later ones belong to another.
  private static let inBed: Int64 = 6 * 3600

  static func readSleepmeter(_ source: any ByteSource, _ reading: Reading) throws(ImportRefusal) {
    var lines = LineReader(source)
    var isBelow = false
    while let line = try lines.nextText() {
      if line.hasPrefix(sleepmeterHeader) {
        isBelow = true
        continue
      }
      // Notes have quotes and line breaks in them that nothing marks: a sleep begins with times.
      guard isBelow, let times = times(line) else { continue }
      let rest = line.dropFirst(times.length).split(
        separator: ",",
        omittingEmptySubsequences: false
      )
      let type = rest.first { $0 == "NIGHT_SLEEP" || $0 == "NAP" }
      guard let type else { throw lines.refusal("it does not say whether this is a nap") }
      guard let wake = times.moments[0].instant, let sleep = times.moments[1].instant,
        let bed = times.moments[2].instant
      else { throw lines.refusal("a time has no offset") }
      let isNear = bed <= sleep && sleep.seconds - bed.seconds <= inBed
      let begins = isNear ? times.moments[2] : times.moments[1]
      try reading.add(
        ForeignNight(
          key: "\(sleep.seconds)",
          begins: isNear ? bed : sleep,
          ends: wake,
          from: begins.civil,
          until: times.moments[0].civil,
          zone: Zone.offset(minutes: (times.moments[1].offset ?? 0) / 60),
          isNap: type == "NAP"
        )
      )
    }
    if !isBelow { throw lines.refusal("there is no table of sleeps in it") }
  }

  /// The three times that a line begins with, each in quotes; nil where it does not.
  private static func times(_ line: String) -> (moments: [ClockText.Moment], length: Int)? {
    let parts = line.split(separator: "\"", maxSplits: 6, omittingEmptySubsequences: false)
    guard parts.count == 7, parts[0].isEmpty, parts[2] == ",", parts[4] == "," else { return nil }
    let texts = [parts[1], parts[3], parts[5]]
    let moments = texts.compactMap { ClockText.moment(String($0)) }
    guard moments.count == 3 else { return nil }
    return (moments, texts.map(\.count).reduce(8, +))
  }
}

extension ForeignNight {
  /// A sleep whose zone is known.
  init(
    _ key: String,
    _ begins: Instant,
    _ ends: Instant,
    in zone: Zone,
    isNap: Bool = false,
    note: String = ""
  ) {
    self.init(
      key: key,
      begins: begins,
      ends: ends,
      from: zone.civil(at: begins),
      until: zone.civil(at: ends),
      zone: zone.name,
      isNap: isNap,
      note: note
    )
  }
}
