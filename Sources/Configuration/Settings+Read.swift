import Coaching

extension Settings {
  /// The configuration of a person.
  ///
  /// - Parameters:
  ///   - text: The text of a `coach.toml`.
  ///   - file: Its name, for refusals.
  /// - Throws: At the first key, type or value that cannot be meant.
  public init(_ text: String, file: String) throws(ConfigurationError) {
    self.init()
    let top = try Document(text, file: file).top
    try top.allow([
      "language", "day-starts", "quiet-hours", "channels", "decks", "sleep", "slot",
    ])
    try readTop(top)
    let sleep = try top.section("sleep")
    try sleep.allow(["lights-out", "get-up"])
    lightsOut = try Settings.ownTime("lights-out", in: sleep)
    getUp = try Settings.ownTime("get-up", in: sleep)
    if let lightsOut, lightsOut == getUp {
      throw sleep.refusal("get-up", "“get-up” is the same as “lights-out”: \(lightsOut)")
    }
    let tables = try top.section("slot")
    for name in tables.keys {
      try readSlot(name, try tables.section(name), in: tables)
    }
  }

  private mutating func readTop(_ top: Section) throws(ConfigurationError) {
    language = try top.read("language", Settings.languages, Language.init) ?? language
    dayStarts = try top.read("day-starts", Settings.timeOfDay, CivilTime.init) ?? dayStarts
    let spans = "“none”, “lights-out..get-up” or two times, such as “22:30..07:00”"
    quiet = try top.read("quiet-hours", spans, Settings.quiet) ?? quiet
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
    "a language of mine: " + Language.allCases.map(\.rawValue).joined(separator: ", ")
  }

  static let timeOfDay = "a time of day, 00:00 to 23:59"

  private static func ownTime(
    _ key: String,
    in section: Section
  ) throws(ConfigurationError)
    -> CivilTime?
  {
    if try section.text(key) == "unset" { return nil }
    return try section.read(key, "“unset” or \(timeOfDay)", CivilTime.init)
  }

  private static func quiet(_ text: String) -> Quiet? {
    if text == "none" { return Quiet.none }
    if text == "lights-out..get-up" { return .own }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty, let from = CivilTime(parts[0].trimmed),
      let until = CivilTime(parts[2].trimmed), from != until
    else { return nil }
    return .hours(from: from, until: until)
  }

  /// Reads one slot over the built-in one of its name, or as a new one.
  private mutating func readSlot(
    _ name: String,
    _ section: Section,
    in tables: Section
  )
    throws(ConfigurationError)
  {
    guard !name.isEmpty,
      name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    else {
      throw tables.refusal(name, "a slot's name is of a–z, 0–9 and “-”, such as [slot.after-lunch]")
    }
    try section.allow(["when", "window", "carries", "ends-day"])
    let index = slots.firstIndex { $0.name == name }
    var slot: SlotSettings
    if let index {
      slot = slots[index]
    } else {
      try Settings.checkNew(name, section, beside: slots.map(\.name), in: tables)
      slot = SlotSettings(name: name, moment: .never, windowSeconds: 0, carries: [], endsDay: false)
    }
    slot.moment = try Settings.moment(in: section) ?? slot.moment
    let span = "a span from 1s to 24h, such as “4h” or “1h 30min”"
    slot.windowSeconds = try section.read("window", span, Words.seconds) ?? slot.windowSeconds
    slot.carries = try section.texts("carries") ?? slot.carries
    slot.endsDay = try section.truth("ends-day") ?? slot.endsDay
    if let index { slots[index] = slot } else { slots.append(slot) }
  }

  /// A slot of a new name needs all that a built-in one has; it may be a slip of the finger.
  private static func checkNew(
    _ name: String,
    _ section: Section,
    beside known: [String],
    in tables: Section
  ) throws(ConfigurationError) {
    for key in ["when", "window", "carries"] where !section.keys.contains(key) {
      let meant = nearest(to: name, among: known).map { "; did you mean [slot.\($0)]?" } ?? ""
      throw tables.refusal(name, "the new slot “\(name)” has no “\(key)”\(meant)")
    }
  }

  private static func moment(in section: Section) throws(ConfigurationError) -> Moment? {
    guard let text = try section.text("when") else { return nil }
    if text == "never" { return .never }
    if let own = OwnTime.allCases.first(where: { text.hasPrefix($0.rawValue) }) {
      if let moment = Words.own(text) { return moment }
      let example = "“\(own.rawValue)” or minutes from it, such as “\(own.rawValue) - 30min”"
      throw section.refusal("when", "“\(text.printable)” is not \(example)")
    }
    do {
      return .calendar(try CalendarExpression(text))
    } catch {
      throw section.refusal("when", "\(error)")
    }
  }
}
