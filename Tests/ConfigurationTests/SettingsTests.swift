import Coaching
import Configuration
import Testing

@Suite struct SettingsTests {
  private func slot(_ name: String, _ text: String) throws -> Slot {
    try #require(try settings(text).schedule.slots.first { $0.name == name })
  }

  /// What a key is set to, and the moment that follows; nil while the slot sleeps.
  static let moments: [(text: String, slot: String, when: String?)] = [
    ("", "morning", "*-*-* 07:30:00"),
    ("", "end-of-work", "Mon..Fri *-*-* 17:30:00"),
    ("", "wind-down", nil),
    ("[sleep]\nget-up = \"06:30\"", "wind-down", nil),
    ("[sleep]\nlights-out = \"22:45\"", "wind-down", "*-*-* 22:15:00"),
    ("[sleep]\nlights-out = \"00:15\"", "wind-down", "*-*-* 23:45:00"),
    ("[sleep]\nlights-out = \"unset\"", "wind-down", nil),
    (
      "[sleep]\nlights-out = \"23:00\"\n[slot.wind-down]\nwhen = \"lights-out - 1h 15min\"",
      "wind-down", "*-*-* 21:45:00"
    ),
    (
      "[sleep]\nlights-out = \"23:00\"\n[slot.wind-down]\nwhen = \"lights-out\"",
      "wind-down", "*-*-* 23:00:00"
    ),
    (
      "[sleep]\nget-up = \"23:50\"\n[slot.morning]\nwhen = \"get-up + 20min\"",
      "morning", "*-*-* 00:10:00"
    ),
    ("[slot.offer]\nwhen = \"never\"", "offer", nil),
    ("[slot.offer]\nwhen = \"Sat,Sun 09:00\"", "offer", "Sat,Sun *-*-* 09:00:00"),
  ]

  @Test(arguments: moments)
  func `A slot comes when it is set to come`(text: String, slot name: String, when: String?) throws
  {
    let wanted = try when.map { try CalendarExpression($0) }
    #expect(try slot(name, text).when == wanted)
  }

  static let quiets: [(text: String, quiet: QuietHours)] = [
    ("", .none),
    ("[sleep]\nlights-out = \"23:00\"", .none),
    ("[sleep]\nget-up = \"07:00\"", .none),
    ("[sleep]\nlights-out = \"23:00\"\nget-up = \"07:00\"", hours(23, 7)),
    ("[sleep]\nlights-out = \"08:00\"\nget-up = \"16:00\"", hours(8, 16)),
    ("quiet-hours = \"none\"\n[sleep]\nlights-out = \"23:00\"\nget-up = \"07:00\"", .none),
    ("quiet-hours = \"22:00..06:00\"", hours(22, 6)),
    ("quiet-hours = \"22:00 .. 06:00\"", hours(22, 6)),
    ("quiet-hours = \"22:00..06:00\"\n[sleep]\nlights-out = \"23:00\"", hours(22, 6)),
  ]

  private static func hours(_ from: Int, _ until: Int) -> QuietHours {
    let span = QuietHours.Interval(
      from: CivilTime(secondOfDay: from * 3600),
      until: CivilTime(secondOfDay: until * 3600)
    )
    return QuietHours([span].compactMap(\.self))
  }

  @Test(arguments: quiets)
  func `Quiet hours are the person's own night unless other hours are given`(
    text: String,
    quiet: QuietHours
  ) throws {
    #expect(try settings(text).schedule.quiet == quiet)
  }

  static let windows: [(text: String, seconds: Int64)] = [
    ("1s", 1), ("90s", 90), ("90sec", 90), ("30min", 1800), ("30m", 1800), ("4h", 14_400),
    ("1h 30min", 5400), ("1h30min", 5400), ("1 hour", 3600), ("2 hours", 7200), ("24h", 86_400),
  ]

  @Test(arguments: windows)
  func `A window is a span from a second to a day`(text: String, seconds: Int64) throws {
    #expect(try slot("offer", "[slot.offer]\nwindow = \"\(text)\"").windowSeconds == seconds)
  }

  @Test func `A key that is set leaves every other key as it was`() throws {
    var wanted = Settings()
    wanted.slots[1].carries = ["offer"]
    #expect(try settings("[slot.offer]\ncarries = [\"offer\"]") == wanted)
    wanted = Settings()
    wanted.slots[0].endsDay = true
    #expect(try settings("[slot.morning]\nends-day = true") == wanted)
    wanted = Settings()
    wanted.language = .simplifiedChinese
    #expect(try settings("language = \"zh-Hans\"") == wanted)
  }

  @Test func `A slot of the person's own comes after the built-in ones`() throws {
    let text = "[slot.after-lunch]\nwhen = \"13:00\"\nwindow = \"1h\"\ncarries = [\"offer\"]"
    let slots = try settings(text).slots
    #expect(slots.map(\.name) == Settings().slots.map(\.name) + ["after-lunch"])
    #expect(slots.last?.windowSeconds == 3600)
    #expect(slots.last?.endsDay == false)
  }

  @Test func `A channel named twice is one channel`() throws {
    let text = "channels = [\"terminal\", \"spool\", \"terminal\"]"
    #expect(try settings(text).channels == [.terminal, .spool])
  }

  @Test func `A moment is written as it can be read`() throws {
    for text in ["never", "07:30", "lights-out", "lights-out - 30min", "get-up + 1h 5min"] {
      let moment = try settings("[slot.offer]\nwhen = \"\(text)\"").slots[1].moment
      let written = moment.description
      #expect(try settings("[slot.offer]\nwhen = \"\(written)\"").slots[1].moment == moment)
    }
  }

  @Test func `A slot's time may be in a zone of its own`() throws {
    let text = "[slot.offer]\nwhen = \"10:30 Asia/Tokyo\""
    let settings = try Settings(text, file: "coach.toml") { $0 == "Asia/Tokyo" ? .utc : nil }
    let offer = settings.slots.first { $0.name == "offer" }
    #expect(offer?.moment.description == "10:30:00 Asia/Tokyo")
    let refusal = #expect(throws: ConfigurationError.self) {
      try Settings(text, file: "coach.toml") { _ in nil }
    }
    #expect(refusal?.line == 2)
    #expect(refusal?.message.contains("there is no time zone 'Asia/Tokyo' here") == true)
  }
}
