import Coaching
import Configuration
import Testing

/// When a person is left alone, as they write it down.
@Suite struct SettingsSilenceTests {
  static let nights = "[sleep]\nlights-out = \"23:00\"\nget-up = \"07:00\""

  static let quiets: [(text: String, spans: [String])] = [
    ("quiet-hours = []", []), ("quiet-hours = [\"none\"]", []),
    ("quiet-hours = \"22:00..06:00\"", ["22:00..06:00"]),
    ("quiet-hours = [\"22:00..06:00\"]", ["22:00..06:00"]),
    (
      "quiet-hours = [\"Mon..Thu,Sun 22:30..07:00\", \"Fri,Sat 23:30..09:00\", \"12:00..13:00\"]",
      ["Mon..Thu,Sun 22:30..07:00", "Fri,Sat 23:30..09:00", "12:00..13:00"]
    ),
    (
      "quiet-hours = [\n  \"12:00..13:00\",\n  \"lights-out..get-up\",\n]\n\(nights)",
      ["12:00..13:00", "23:00..07:00"]
    ),
    ("quiet-hours = [\"12:00..13:00\", \"lights-out..get-up\"]", ["12:00..13:00"]),
    ("quiet-hours = \"Fri, Sat 22:30..07:00\"", ["Fri,Sat 22:30..07:00"]),
    (nights, ["23:00..07:00"]), ("quiet-hours = []\n\(nights)", []),
  ]

  @Test(arguments: quiets)
  func `Quiet hours are one span or a list of them`(text: String, spans: [String]) throws {
    let wanted = try spans.map { try #require(QuietHours.Interval($0), "\($0)") }
    #expect(try settings(text).schedule.quiet.spans == wanted)
  }

  static let days: [(text: String, off: [String])] = [
    ("", []), ("days-off = []", []), ("days-off = \"none\"", []), ("days-off = [\"none\"]", []),
    ("days-off = \"Sun\"", ["Sun"]), ("days-off = \"Sat, Sun\"", ["Sat,Sun"]),
    ("days-off = [\"Sat,Sun\", \"*-12-24..26\"]", ["Sat,Sun", "*-12-24..26"]),
    ("days-off = [\"2026-12-31\", \"Mon *-*-1..7\"]", ["2026-12-31", "Mon *-*-1..7"]),
  ]

  @Test(arguments: days)
  func `Days off are one expression or a list of them`(text: String, off: [String]) throws {
    let wanted = try off.map { try CalendarExpression($0) }
    #expect(try settings(text).schedule.daysOff == wanted)
  }

  @Test func `A day off is every day that an expression names, whatever time it names`() throws {
    let schedule = try settings("days-off = [\"Sun 12:00\", \"*-12-24..26\"]").schedule
    let off = ["2026-11-22", "2026-11-23", "2026-11-29", "2026-12-23", "2026-12-24", "2026-12-26"]
      .filter { CivilDate($0).map(schedule.isOff) == true }
    #expect(off == ["2026-11-22", "2026-11-29", "2026-12-24", "2026-12-26"])
  }

  static let policies: [(text: String, slot: String, late: LatePolicy)] = [
    ("", "morning", .digest), ("[slot.morning]\nlate = \"show\"", "morning", .show),
    ("[slot.morning]\nlate = \"show\"", "offer", .digest),
    ("[slot.offer]\nlate = \"drop\"", "offer", .drop),
    ("[slot.offer]\nlate = \"digest\"", "offer", .digest),
    (
      "[slot.lunch]\nwhen = \"13:00\"\nwindow = \"1h\"\ncarries = [\"offer\"]", "lunch", .digest
    ),
    (
      "[slot.lunch]\nwhen = \"13:00\"\nwindow = \"1h\"\ncarries = [\"offer\"]\nlate = \"drop\"",
      "lunch", .drop
    ),
  ]

  @Test(arguments: policies)
  func `A slot says what becomes of it when it is late`(
    text: String,
    slot name: String,
    late: LatePolicy
  ) throws {
    let slot = try settings(text).schedule.slots.first { $0.name == name }
    #expect(slot?.late == late)
  }

  static let spans =
    "“none”, “lights-out..get-up” or two times, such as “22:30..07:00” or “Fri,Sat 23:30..09:00”"

  static let refusals: [(text: String, refusal: String)] = [
    ("quiet-hours = [\"22:00..06:00\", \"noon\"]", "1: “noon” is not \(spans)"),
    ("quiet-hours = [\"22:00..06:00\", \"none\"]", "1: “none” is not \(spans)"),
    ("quiet-hours = \"Fry 22:30..07:00\"", "1: “Fry 22:30..07:00” is not \(spans)"),
    ("quiet-hours = \"Fri Sat 22:30..07:00\"", "1: “Fri Sat 22:30..07:00” is not \(spans)"),
    (
      "days-off = \"Sundays\"",
      "1: calendar expression 'Sundays', character 1: 'Sundays' is not a weekday; did you mean "
        + "Sun? accepted are Mon Tue Wed Thu Fri Sat Sun, or their full English names"
    ),
    (
      "\ndays-off = [\"Sat\", \"*-13-01\"]",
      "2: calendar expression '*-13-01', character 3: a month can only be 1 to 12"
    ),
    (
      "[slot.offer]\nlate = \"later\"", "2: “later” is not one of show, digest, drop"
    ),
    (
      "[slot.offer]\nlate = true",
      "2: “slot.offer.late” is to be a text in quotes, not true or false"
    ),
    ("days_off = \"Sun\"", "1: unknown key “days_off”; did you mean “days-off”?"),
  ]

  @Test(arguments: refusals)
  func `What cannot be meant is refused with its line`(text: String, refusal wanted: String) {
    let words = refusal { () throws(ConfigurationError) in
      _ = try Settings(text, file: "coach.toml")
    }
    #expect(words == "coach.toml:\(wanted)")
  }

  @Test(arguments: ["quiet-hours", "days-off"])
  func `Neither texts nor a list of them is refused`(key: String) {
    for (value, kind) in [("1", "a whole number"), ("true", "true or false")] {
      for text in ["\(key) = \(value)", "\(key) = [\(value)]"] {
        let words = refusal { () throws(ConfigurationError) in
          _ = try Settings(text, file: "coach.toml")
        }
        #expect(words?.hasPrefix("coach.toml:1: “\(key)” is to be a ") == true, "\(text)")
        #expect(words?.hasSuffix(", not \(kind)") == true, "\(text): \(words ?? "taken")")
      }
    }
  }
}
