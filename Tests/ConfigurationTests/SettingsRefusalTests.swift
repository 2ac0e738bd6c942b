import Configuration
import Testing

/// One line a mistake: what stands in the file, and what the person is told.
@Suite struct SettingsRefusalTests {
  static let spans =
    "“none”, “lights-out..get-up” or two times, such as “22:30..07:00” or "
    + "“Fri,Sat 23:30..09:00”"
  static let known =
    "known here: language, day-starts, quiet-hours, days-off, channels, decks, sleep, slot, "
    + "profile, target, habit, limits, extras, programme, command, presence, ask, backup, "
    + "week-starts, spool, routine"
  static let channels = "(channels: desktop, spool, terminal, command)"
  static let weekdays = "accepted are Mon Tue Wed Thu Fri Sat Sun, or their full English names"
  static let window = "is not a span from 1s to 24h, such as “4h” or “1h 30min”"
  static let slotName = "a slot's name is of a–z, 0–9 and “-”, such as [slot.after-lunch]"
  static let noSlot = "[slot.after-lunch]\nwhen = \"13:00\""

  static let unknown: [(text: String, refusal: String)] = [
    ("langauge = \"en\"", "1: unknown key “langauge”; did you mean “language”?"),
    ("\n\nwindow = \"4h\"", "3: unknown key “window”; \(known)"),
    ("x.b.c = 2", "1: unknown key “x”; \(known)"),
    ("[sleep]\nlight-out = \"unset\"", "2: unknown key “light-out”; did you mean “lights-out”?"),
    ("[slpee]\nget-up = \"unset\"", "1: unknown key “slpee”; did you mean “sleep”?"),
    ("[slot.offer]\nWhen = \"10:30\"", "2: unknown key “When”; did you mean “when”?"),
    (
      "[slot.mornnig]\nwhen = \"07:00\"",
      "1: the new slot “mornnig” has no “window”: how long it may still be shown, such "
        + "as window = \"2h\"; did you mean [slot.morning]?"
    ),
    (
      noSlot,
      "1: the new slot “after-lunch” has no “window”: how long it may still be shown, such "
        + "as window = \"2h\""
    ),
    (
      "\(noSlot)\nwindow = \"1h\"",
      "1: the new slot “after-lunch” has no “carries”: what it says and asks, such "
        + "as carries = [\"tip\", \"energy\"]"
    ),
    (
      "[slot.after-lunch]\nwindow = \"1h\"",
      "1: the new slot “after-lunch” has no “when”: when it comes, such as "
        + "when = \"Mon..Fri 13:00\""
    ),
    ("[slot.Morning]\nwhen = \"07:00\"", "1: \(slotName)"),
    ("[slot.\"a b\"]\nwhen = \"07:00\"", "1: \(slotName)"),
    ("[slot.\"\"]\nwhen = \"07:00\"", "1: \(slotName)"),
    (
      "[slot.promise-1]\nwhen = \"07:00\"",
      "1: “promise-1” is what reminds of a promise; name the slot otherwise"
    ),
  ]

  static let types: [(text: String, refusal: String)] = [
    ("language = 1", "1: “language” is to be a text in quotes, not a whole number"),
    ("language = 1.5", "1: “language” is to be a text in quotes, not a floating-point number"),
    ("day-starts = 04:00:00", "1: “day-starts” is to be a text in quotes, not a time"),
    ("quiet-hours = true", "1: “quiet-hours” is to be a text in quotes, not true or false"),
    ("channels = \"spool\"", "1: “channels” is to be a list of texts, not a text"),
    (
      "channels = [\n  \"spool\",\n  1,\n]",
      "1: “channels” is to be a list of texts, not a whole number"
    ),
    ("sleep = 3", "1: “sleep” is to be a table, [sleep], not a whole number"),
    ("slot = 3", "1: “slot” is to be a table, [slot], not a whole number"),
    (
      "[slot]\n\nmorning = \"07:30\"",
      "3: “slot.morning” is to be a table, [slot.morning], not a text"
    ),
    (
      "\n[[slot.morning]]\nwhen = \"07:30\"",
      "2: “slot.morning” is to be a table, [slot.morning], not a list"
    ),
    (
      "[slot.offer]\nwhen = 10",
      "2: “slot.offer.when” is to be a text in quotes, not a whole number"
    ),
    (
      "[slot.offer]\nasks-wanted = 1",
      "2: “slot.offer.asks-wanted” is to be true or false, not a whole number"
    ),
    (
      "[slot.offer]\nends-day = \"yes\"",
      "2: “slot.offer.ends-day” is to be true or false, not a text"
    ),
    (
      "[slot.offer]\n# 3 hours\nwindow = 3",
      "3: “slot.offer.window” is to be a text in quotes, not a whole number"
    ),
  ]

  static let values: [(text: String, refusal: String)] = [
    ("language = \"de\"", "1: “de” is not a language of mine: en, zh-Hant, zh-Hans"),
    (
      "week-starts = \"today\"",
      "1: “today” is not “locale” or a day of the week: Mon, Tue, Wed, Thu, Fri, Sat, Sun"
    ),
    ("day-starts = \"25:00\"", "1: “25:00” is not a time of day, 00:00 to 23:59"),
    ("day-starts = \"24:30\"", "1: “24:30” is not a time of day, 00:00 to 23:59"),
    ("day-starts = \"7:60\"", "1: “7:60” is not a time of day, 00:00 to 23:59"),
    ("day-starts = \"4\"", "1: “4” is not a time of day, 00:00 to 23:59"),
    (
      "[sleep]\n# at night\nlights-out = \"25:00\"",
      "3: “25:00” is not “unset” or a time of day, 00:00 to 23:59"
    ),
    ("[sleep]\nget-up = \"\"", "2: “” is not “unset” or a time of day, 00:00 to 23:59"),
    (
      "[sleep]\nlights-out = \"23:00\"\nget-up = \"23:00\"",
      "3: “get-up” is the same as “lights-out”: 23:00"
    ),
    ("quiet-hours = \"22:30\"", "1: “22:30” is not \(spans)"),
    ("quiet-hours = \"Mon 22:30\"", "1: “Mon 22:30” is not \(spans)"),
    ("quiet-hours = \"Mno 22:30..23:00\"", "1: “Mno 22:30..23:00” is not \(spans)"),
    ("quiet-hours = [\"22:30..23:00\", \"none\"]", "1: “none” is not \(spans)"),
    ("quiet-hours = [1]", "1: “quiet-hours” is to be a list of texts, not a whole number"),
    (
      "[slot.morning]\nlate = \"never\"",
      "2: “never” is not one of show, digest, drop"
    ),
    ("quiet-hours = \"22:30...07:00\"", "1: “22:30...07:00” is not \(spans)"),
    ("quiet-hours = \"22:30..07:00..\"", "1: “22:30..07:00..” is not \(spans)"),
    ("quiet-hours = \"22:30.x.07:00\"", "1: “22:30.x.07:00” is not \(spans)"),
    ("quiet-hours = \"..07:00\"", "1: “..07:00” is not \(spans)"),
    ("quiet-hours = \"22:30-07:00\"", "1: “22:30-07:00” is not \(spans)"),
    ("quiet-hours = \"22:30..22:30\"", "1: “22:30..22:30” is not \(spans)"),
    ("quiet-hours = \"22:30..24:30\"", "1: “22:30..24:30” is not \(spans)"),
    ("quiet-hours = \"get-up..lights-out\"", "1: “get-up..lights-out” is not \(spans)"),
    (
      "channels = [\"spool\", \"termnal\"]",
      "1: there is no channel “termnal”; did you mean “terminal”? \(channels)"
    ),
    (
      "channels = [\"carrier-pigeon\"]",
      "1: there is no channel “carrier-pigeon” \(channels)"
    ),
    ("[slot.offer]\nwindow = \"0\"", "2: “0” \(window)"),
    ("[slot.offer]\nwindow = \"0s\"", "2: “0s” \(window)"),
    ("[slot.offer]\nwindow = \"25h\"", "2: “25h” \(window)"),
    ("[slot.offer]\nwindow = \"24h 1s\"", "2: “24h 1s” \(window)"),
    ("[slot.offer]\nwindow = \"-4h\"", "2: “-4h” \(window)"),
    ("[slot.offer]\nwindow = \"4 hours and\"", "2: “4 hours and” \(window)"),
    ("[slot.offer]\nwindow = \"9000000000000000000h\"", "2: “9000000000000000000h” \(window)"),
    ("[slot.offer]\nwindow = \"99999999999999999999h\"", "2: “99999999999999999999h” \(window)"),
  ]

  static let moments: [(text: String, refusal: String)] = [
    (
      "[slot.offer]\nwhen = \"Mno 10:30\"",
      "2: calendar expression 'Mno 10:30', character 1: 'Mno' is not a weekday; did you mean Mon? "
        + weekdays
    ),
    (
      "[slot.offer]\nwhen = \"24:30\"",
      "2: calendar expression '24:30', character 1: an hour can only be 0 to 23"
    ),
    (
      "[slot.offer]\nwhen = \"7:60\"",
      "2: calendar expression '7:60', character 3: the minutes can only be 0 to 59"
    ),
    (
      "[slot.offer]\nwhen = \"Mon..Fri 7\"",
      "2: calendar expression 'Mon..Fri 7', character 11: a colon and the minutes must follow the "
        + "hour, as in 07:30"
    ),
    (
      "[slot.offer]\nwhen = \"lights-out - 4 hours and\"",
      "2: “lights-out - 4 hours and” is not “lights-out” or minutes from it, "
        + "such as “lights-out - 30min”"
    ),
    (
      "[slot.offer]\nwhen = \"get-up + 30s\"",
      "2: “get-up + 30s” is not “get-up” or minutes from it, such as “get-up - 30min”"
    ),
  ]

  static let syntax: [(text: String, refusal: String)] = [
    (
      "[slot.morning]\nwhen = \"07:00\"\n\n[slot.morning]\nwhen = \"08:00\"",
      "4: [slot.morning] is here a second time, first in line 1; keep one of them"
    ),
    (
      "day-starts = \"04:00\"\nday-starts = \"05:00\"",
      "2: “day-starts” is here a second time, first in line 1; keep one of them"
    ),
    (
      "\nlanguage = en",
      "2: this is not TOML: Error while parsing value: could not determine value type; "
        + "a text stands in quotes: \"en\""
    ),
    (
      "day-starts = 25:00",
      "1: this is not TOML: Error while parsing time: expected hour between 0 to 59 (inclusive), "
        + "saw 25; a time of day stands in quotes: \"07:30\""
    ),
    (
      "language = \"en\nday-starts = \"04:00\"",
      "1: this is not TOML: Error while parsing string: unescaped control characters other than "
        + "TAB (U+0009) are explicitly prohibited; is the quote at its end missing?"
    ),
    (
      "channels = [\"spool\"\nlanguage = \"en\"",
      "2: this is not TOML: Error while parsing array: expected comma or closing ']', saw 'l'"
    ),
  ]

  @Test(arguments: unknown + types + values + moments + syntax)
  func `A mistake is refused with its line, what is wrong and what to do`(
    text: String,
    refusal wanted: String
  ) {
    for ending in ["", "\n"] {
      #expect(words(text + ending) == "coach.toml:\(wanted)")
    }
  }

  @Test(arguments: unknown + types + values + moments)
  func `Lines that end as on Windows are counted the same`(text: String, refusal wanted: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(words(lines.joined(separator: "\r\n")) == "coach.toml:\(wanted)")
  }

  @Test func `A comment full of marks does not shift the line of a mistake`() {
    let text =
      "# say \"\"\" and ''' and [slot.offer]\nquiet-hours = \"none\" # \"x\nlangauge = \"en\""
    let wanted = "coach.toml:3: unknown key “langauge”; did you mean “language”?"
    #expect(words(text) == wanted)
  }

  @Test func `Control characters of a file reach no terminal with its refusal`() {
    let text = "language = \"e\\u001B[2Jn\""
    #expect(
      words(text) == "coach.toml:1: “e [2Jn” is not a language of mine: en, zh-Hant, zh-Hans"
    )
  }

  private func words(_ text: String) -> String? {
    refusal { () throws(ConfigurationError) in _ = try Settings(text, file: "coach.toml") }
  }
}
