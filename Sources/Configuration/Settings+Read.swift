public import Coaching

extension Settings {
  /// The configuration of a person.
  ///
  /// - Parameters:
  ///   - text: The text of a `coach.toml`.
  ///   - file: Its name, for refusals.
  ///   - zones: The zone of a name that a moment may end with; nil where there is none.
  ///   - words: The words that a person may type, for times that are in no notation of ours; asked
  ///     for where there are such.
  /// - Throws: At the first key, type or value that cannot be meant.
  public init(
    _ text: String,
    file: String,
    zones: @escaping (String) -> Zone? = { _ in nil },
    words: (() -> Lexicon)? = nil
  ) throws(ConfigurationError) {
    let document = try Document(text, file: file)
    do throws(ConfigurationError) {
      try self.init(document.top, zones)
    } catch {
      guard let spoken = words.flatMap({ document.inNotation($0()) }) else { throw error }
      try self.init(spoken.top, zones)
    }
  }

  private init(
    _ top: TOMLTable,
    _ zones: @escaping (String) -> Zone?
  ) throws(ConfigurationError) {
    self.init()
    try top.allow([
      "language", "day-starts", "quiet-hours", "days-off", "channels", "decks", "sleep", "slot",
      "profile", "target", "habit", "limits", "extras", "programme", "command", "presence",
      "ask", "backup", "week-starts", "spool", "routine",
    ])
    try readTop(top)
    try readPresence(try top.section("presence"))
    try readCommand(try top.section("command"), in: top)
    try readSleep(try top.section("sleep"))
    try readTargets(try top.section("target"))
    try readAsking(try top.section("ask"))
    try readProfile(try top.section("profile"))
    try readLimits(try top.section("limits"))
    try readExtras(try top.section("extras"))
    try readBackup(try top.section("backup"))
    try readSpool(try top.section("spool"))
    try readProgramme(try top.section("programme"))
    let tables = try top.section("slot")
    for name in tables.keys {
      try readSlot(name, try tables.section(name), in: tables, zones)
    }
    try readHabits(top)
    try readRoutines(top)
  }

  private mutating func readTop(_ top: TOMLTable) throws(ConfigurationError) {
    if try top.text("language") != "locale" {
      language = try top.read("language", Settings.languages, Language.init) ?? language
    }
    dayStarts = try top.read("day-starts", Settings.timeOfDay, CivilTime.init(typed:)) ?? dayStarts
    if try top.text("week-starts") != "locale" {
      weekStarts = try top.read("week-starts", Settings.weekdays, Settings.weekday) ?? weekStarts
    }
    quiet = try Settings.quiet(top) ?? quiet
    daysOff = try Settings.daysOff(top) ?? daysOff
    decks = try top.texts("decks") ?? decks
    guard let names = try top.texts("channels") else { return }
    let known = ChannelName.allCases.map(\.rawValue)
    channels = []
    for name in names {
      guard let channel = ChannelName(rawValue: name) else {
        let offer = nearest(to: name, among: known).map { "; did you mean “\($0)”?" } ?? ""
        let message = "there is no channel “\(name.printable)”\(offer)"
        throw top.refusal("channels", "\(message) (channels: \(known.joined(separator: ", ")))")
      }
      if !channels.contains(channel) { channels.append(channel) }
    }
  }

  private static var languages: String {
    "a language of mine: \(Language.names)"
  }

  private static let weekdays =
    "“locale” or a day of the week: \(Weekday.allCases.map(\.shortName).joined(separator: ", "))"

  private static func weekday(_ name: String) -> Weekday? { Weekday(name: name) }

  static let timeOfDay = "a time of day, 00:00 to 23:59"

  /// Reads “none”, one span, or a list of spans.
  private static func quiet(_ top: TOMLTable) throws(ConfigurationError) -> [Quiet]? {
    guard let texts = try top.textOrTexts("quiet-hours") else { return nil }
    if texts == ["none"] { return [] }
    var quiet: [Quiet] = []
    for text in texts {
      if text == "lights-out..get-up" {
        quiet.append(.own)
      } else if let span = QuietHours.Interval(text) {
        quiet.append(.span(span))
      } else {
        let spans = "“none”, “lights-out..get-up” or two times, such as “22:30..07:00” or "
        let message = "“\(text.printable)” is not \(spans)“Fri,Sat 23:30..09:00”"
        throw top.refusal("quiet-hours", message)
      }
    }
    return quiet
  }

  private static func daysOff(_ top: TOMLTable) throws(ConfigurationError) -> [CalendarExpression]?
  {
    guard let texts = try top.textOrTexts("days-off") else { return nil }
    if texts == ["none"] { return [] }
    var days: [CalendarExpression] = []
    for text in texts {
      do {
        days.append(try CalendarExpression(text.tightLists))
      } catch {
        throw top.refusal("days-off", "\(error)")
      }
    }
    return days
  }

  /// Reads one slot over the built-in one of its name, or as a new one.
  private mutating func readSlot(
    _ name: String,
    _ section: TOMLTable,
    in tables: TOMLTable,
    _ zones: @escaping (String) -> Zone?
  )
    throws(ConfigurationError)
  {
    guard !name.isEmpty, SettingSyntax.isName(name) else {
      throw tables.refusal(name, "a slot's name is of a–z, 0–9 and “-”, such as [slot.after-lunch]")
    }
    if Entry.ID.isReminder(name) {
      throw tables.refusal(name, "“\(name)” is what reminds of a promise; name the slot otherwise")
    }
    try section.allow(["when", "window", "late", "carries", "ends-day", "asks-wanted"])
    let index = slots.firstIndex { $0.name == name }
    var slot: SlotSettings
    if let index {
      slot = slots[index]
    } else {
      try Settings.checkNew(name, section, beside: slots.map(\.name), in: tables)
      slot = SlotSettings(name: name, moment: .never, windowSeconds: 0, carries: [], endsDay: false)
    }
    slot.moment = try Settings.moment(in: section, zones) ?? slot.moment
    let span = "a span from 1s to 24h, such as “4h” or “1h 30min”"
    slot.windowSeconds =
      try section.read("window", span, SettingSyntax.seconds) ?? slot.windowSeconds
    let policies = LatePolicy.allCases.map(\.rawValue).joined(separator: ", ")
    slot.late = try section.read("late", "one of \(policies)", LatePolicy.init) ?? slot.late
    slot.carries = try section.texts("carries") ?? slot.carries
    slot.endsDay = try section.truth("ends-day") ?? slot.endsDay
    slot.asksWanted = try section.truth("asks-wanted") ?? slot.asksWanted
    if let index { slots[index] = slot } else { slots.append(slot) }
  }

  /// What a slot of a new name needs, each with what it takes and an example.
  private static let needed = [
    ("when", "when it comes, such as when = \"Mon..Fri 13:00\""),
    ("window", "how long it may still be shown, such as window = \"2h\""),
    ("carries", "what it says and asks, such as carries = [\"tip\", \"energy\"]"),
  ]

  /// A slot of a new name needs all that a built-in one has; it may be a slip of the finger.
  private static func checkNew(
    _ name: String,
    _ section: TOMLTable,
    beside known: [String],
    in tables: TOMLTable
  ) throws(ConfigurationError) {
    for (key, takes) in needed where !section.keys.contains(key) {
      let meant = nearest(to: name, among: known).map { "; did you mean [slot.\($0)]?" } ?? ""
      throw tables.refusal(name, "the new slot “\(name)” has no “\(key)”: \(takes)\(meant)")
    }
  }

  private static func moment(
    in section: TOMLTable,
    _ zones: @escaping (String) -> Zone?
  ) throws(ConfigurationError) -> SettingTime? {
    guard let text = try section.text("when") else { return nil }
    if text == "never" { return .never }
    if let own = OwnTime.allCases.first(where: { text.hasPrefix($0.rawValue) }) {
      if let moment = SettingSyntax.own(text) { return moment }
      let example = "“\(own.rawValue)” or minutes from it, such as “\(own.rawValue) - 30min”"
      throw section.refusal("when", "“\(text.printable)” is not \(example)")
    }
    do {
      return .calendar(try CalendarExpression(text.tightLists, zone: zones))
    } catch {
      throw section.refusal("when", "\(error)")
    }
  }
}
