import CivilCalendar
import Glibc

/// The kinds of file that are read, as `--as` names them.
enum ForeignKind: String, CaseIterable {
  case coach
  case csv
  case loop
  case loopDatabase = "loop-db"
  case tableHabit = "table-habit"
  case habo
  case harsh
  case habitctl
  case dijo
  case sleepAsAndroid = "sleep-as-android"
  case plees
  case sleepmeter
  case fitbit
  case appleHealth = "apple-health"
  case googleFit = "google-fit"
  case healthConnect = "health-connect"
  case simpleTimeTracker = "simple-time-tracker"
  case timewarrior
  case calendar = "icalendar"

  // MARK: - Recognising

  /// Recognises what lies there by what is in it; nil where it is nothing that is known.
  init?(_ holder: Holder, hasColumns: Bool) throws(ImportRefusal) {
    if hasColumns {
      self = .csv
      return
    }
    let names = try holder.names()
    let last = Set(names.map(\.lastName))
    if case .file = holder {
      try self.init(holder, names, isOne: true)
    } else if last.contains("Habits.csv") {
      self = .loop
    } else if last.contains("sleep-export.csv") {
      self = .sleepAsAndroid
    } else if last.contains("export.xml") {
      self = .appleHealth
    } else if last.contains("health_connect_export.db") {
      self = .healthConnect
    } else if last.contains("habits"), last.contains("log") {
      try self.init(holder, names.filter { $0.lastName == "log" }, isOne: true)
    } else {
      try self.init(holder, names, isOne: names.count == 1)
    }
  }

  /// Recognises one file, or the first of several that all have to be the same.
  private init?(_ holder: Holder, _ names: [String], isOne: Bool) throws(ImportRefusal) {
    var found: ForeignKind?
    var isFirst = true
    // Of an archive of many, those that say something are looked for by their ends.
    let ends = [".json", ".data", ".csv", ".db", ".jsonl", ".xml", ".ics"]
    try holder.each(
      where: { name in isOne || ends.contains { name.hasSuffix($0) } }
    ) { name, source throws(ImportRefusal) in
      guard isFirst, isOne || !name.lastName.hasPrefix("undo") else { return }
      if found == nil { found = try ForeignKind(start: try source.next(), name, holder) }
      isFirst = found == nil
    }
    guard let found else { return nil }
    self = found
  }

  /// Recognises a file by its first bytes.
  private init?(start: [UInt8], _ name: String, _ holder: Holder) throws(ImportRefusal) {
    if start.starts(with: "SQLite format 3\0".utf8) {
      guard let kind = try Self.database(holder, name) else { return nil }
      self = kind
      return
    }
    let text = String(decoding: start.prefix(8192), as: UTF8.self)
    let bare = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    guard let kind = Self.text(bare.trimmedText) else { return nil }
    self = kind
  }

  private static func database(
    _ holder: Holder,
    _ name: String
  ) throws(ImportRefusal) -> ForeignKind? {
    guard case .file(let path, _) = holder else { return nil }
    let database = try ForeignDatabase(path)
    if try !database.columns(of: "sleep_session_record_table").isEmpty { return .healthConnect }
    let isLoop = try !database.columns(of: "Repetitions").isEmpty
    return isLoop ? .loopDatabase : nil
  }

  private static func text(_ text: String) -> ForeignKind? {
    let first = String(text.prefix { !$0.isNewline })
    if text.hasPrefix("{") || text.hasPrefix("[") { return json(text, first) }
    if text.hasPrefix("<") { return text.contains("HealthData") ? .appleHealth : nil }
    if text.hasPrefix("BEGIN:VCALENDAR") { return .calendar }
    if first.hasPrefix("inc 2") || first.hasPrefix("inc 1") { return .timewarrior }
    if text.contains(SleepTables.sleepmeterHeader) { return .sleepmeter }
    if first.trimmedText == Fitbit.tableName, text.contains("Start Time") { return .fitbit }
    return table(first) ?? log(text)
  }

  private static func table(_ first: String) -> ForeignKind? {
    let cells = first.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.filter { $0 != "\"" }.trimmedText
    }
    if cells.starts(with: ["Id", "Tz", "From", "To"]) { return .sleepAsAndroid }
    if cells.starts(with: ["sid", "start", "stop"]) { return .plees }
    if cells.starts(with: ["activity name", "time started"]) { return .simpleTimeTracker }
    return cells.contains("day") && cells.contains("value") ? .csv : nil
  }

  /// The first line of a log that is no comment tells it.
  private static func log(_ text: String) -> ForeignKind? {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let line = lines.first(where: { !$0.hasPrefix("#") && !$0.isEmpty }),
      CivilDate(String(line.prefix(10))) != nil
    else { return nil }
    let rest = line.dropFirst(10)
    return rest.hasPrefix(" : ") ? .harsh : rest.hasPrefix("\t") ? .habitctl : nil
  }

  private static func json(_ text: String, _ first: String) -> ForeignKind? {
    let has = { (key: String) in text.contains("\"\(key)\"") }
    if first.contains("\"\(CoachLines.name)\"") { return .coach }
    if has("fitnessActivity") { return .googleFit }
    if has("logId") || has("dateOfSleep") { return .fitbit }
    if has("stats"), has("auto") || has("goal") { return .dijo }
    if has("record_date") || has("freq_type") || has("daily_goal") { return .tableHabit }
    if has("habitType") || has("twoDayRule") || text.contains("DayType.") { return .habo }
    if text.hasPrefix("["), has("start"), has("id") || has("tags") { return .timewarrior }
    return nil
  }

  // MARK: - Reading

  /// Reads all of it.
  ///
  /// - Parameters:
  ///   - holder: Where it lies.
  ///   - name: What it is called.
  ///   - reading: Where it goes.
  /// - Throws: Where any of it is not what it has to be.
  func read(_ holder: Holder, _ name: String, _ reading: Reading) throws(ImportRefusal) {
    switch self {
    case .loop: try Loop.readTables(holder, reading)
    case .loopDatabase, .healthConnect: try readDatabase(holder, reading)
    case .harsh: try TextLogs.readHarsh(holder, reading)
    case .habitctl: try TextLogs.readHabitctl(holder, reading)
    case .googleFit, .fitbit: try readMany(holder, reading)
    case .timewarrior: try readTimewarrior(holder, reading)
    case .tableHabit, .habo, .dijo:
      try ForeignFile.single(holder) { source throws(ImportRefusal) in
        try readWhole(try source.all(), reading)
      }
    case .appleHealth, .sleepAsAndroid: try readNamed(holder, reading)
    case .csv: try readTable(holder, name, reading)
    case .coach, .plees, .sleepmeter, .simpleTimeTracker, .calendar:
      try ForeignFile.single(holder) { source throws(ImportRefusal) in
        try readOne(source, reading)
      }
    }
  }

  private func readWhole(_ bytes: [UInt8], _ reading: Reading) throws(ImportRefusal) {
    switch self {
    case .tableHabit: try TableHabit.read(bytes, reading)
    case .habo: try Habo.read(bytes, reading)
    default: try Dijo.read(bytes, reading)
    }
  }

  private func readOne(
    _ source: any ByteSource,
    _ reading: Reading
  ) throws(ImportRefusal) {
    switch self {
    case .coach: try CoachLines.read(source, reading)
    case .plees: try SleepTables.readPlees(source, reading)
    case .sleepmeter: try SleepTables.readSleepmeter(source, reading)
    case .simpleTimeTracker: try TimeTrackers.readSimple(source, reading)
    default: try CalendarAbsences.read(source, reading)
    }
  }

  private func readTable(
    _ holder: Holder,
    _ name: String,
    _ reading: Reading
  ) throws(ImportRefusal) {
    let stem = name.prefix { $0 != "." }
    let habit = stem.isEmpty ? name : String(stem)
    var order: PlainTable.Order?
    try ForeignFile.single(holder) { source throws(ImportRefusal) in
      order = try PlainTable.order(source, reading.options)
    }
    try ForeignFile.single(holder) { source throws(ImportRefusal) in
      try PlainTable.read(source, named: habit, order, reading)
    }
  }

  /// Of an archive, the file of that name.
  private func readNamed(_ holder: Holder, _ reading: Reading) throws(ImportRefusal) {
    let isApple = self == .appleHealth
    let name = isApple ? "export.xml" : "sleep-export.csv"
    try ForeignFile.single(holder, where: { $0.lastName == name }) { source throws(ImportRefusal) in
      if isApple {
        try HealthRecords.readApple(source, reading)
      } else {
        try SleepTables.readSleepAsAndroid(source, reading)
      }
    }
  }

  private func readMany(_ holder: Holder, _ reading: Reading) throws(ImportRefusal) {
    let isFitbit = self == .fitbit
    try holder.each(where: { name in
      isFitbit ? Self.isFitbit(name) : name.hasSuffix(".json")
    }) { name, source throws(ImportRefusal) in
      let start = try source.next()
      if isFitbit, start.starts(with: Fitbit.tableName.utf8) {
        return try Fitbit.readTable(Joined(start, source), reading)
      }
      let bytes = try Joined(start, source).all()
      if isFitbit {
        try Fitbit.readJSON(bytes, part: name, reading)
      } else {
        try HealthRecords.readGoogle(bytes, part: name, reading)
      }
    }
  }

  /// In Takeout lies much beside the sleep.
  private static func isFitbit(_ name: String) -> Bool {
    let last = name.lastName
    return last.hasPrefix("sleep") && (last.hasSuffix(".json") || last.hasSuffix(".csv"))
  }

  private func readTimewarrior(_ holder: Holder, _ reading: Reading) throws(ImportRefusal) {
    try holder.each(where: { name in
      let first = name.lastName.first
      return name.hasSuffix(".data") && (first == "1" || first == "2")
    }) { _, source throws(ImportRefusal) in
      let start = try source.next()
      if start.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") {
        try TimeTrackers.readTimewarrior(try Joined(start, source).all(), reading)
      } else {
        try TimeTrackers.readTimewarrior(Joined(start, source), reading)
      }
    }
  }

  private func readDatabase(_ holder: Holder, _ reading: Reading) throws(ImportRefusal) {
    let isLoop = self == .loopDatabase
    let read = { (path: String, part: String) throws(ImportRefusal) in
      let database = try ForeignDatabase(path, part: part)
      if isLoop {
        try Loop.readDatabase(database, reading)
      } else {
        try HealthRecords.readHealthConnect(database, reading)
      }
    }
    if case .file(let path, _) = holder { return try read(path, "") }
    try ForeignFile.single(holder, where: { $0.hasSuffix(".db") }) { source throws(ImportRefusal) in
      let copy = try TemporaryFile(source, in: reading.options.scratch)
      try read(copy.path, source.part)
    }
  }
}

/// A file that is unpacked to be read, and gone when that is done.
final class TemporaryFile {
  let path: String
  private let directory: String
  /// How large what is unpacked to the disk may be, in bytes.
  private static let largest = 2 << 30

  /// - Parameters:
  ///   - source: What is packed.
  ///   - place: The directory in which it gets one of its own.
  /// - Throws: Where it is too large, or there is no room for it.
  init(_ source: any ByteSource, in place: String) throws(ImportRefusal) {
    var template = Array("\(place)/coach-import-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    guard let made else { throw Self.refusal() }
    directory = made
    path = "\(made)/unpacked"
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.refusal() }
    defer { close(descriptor) }
    var count = 0
    while case let bytes = try source.next(), !bytes.isEmpty {
      count += bytes.count
      if count > Self.largest { throw ImportRefusal("it is too large", part: source.part) }
      try Self.write(bytes, to: descriptor)
    }
  }

  deinit {
    unsafe unlink(path)
    unsafe rmdir(directory)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(ImportRefusal) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno != EINTR { throw refusal() }
      rest = rest.dropFirst(max(0, count))
    }
  }

  private static func refusal() -> ImportRefusal {
    let words = unsafe String(cString: strerror(errno))
    return ImportRefusal("it cannot be unpacked to the disk: \(words)", kind: .inputOutput)
  }
}
