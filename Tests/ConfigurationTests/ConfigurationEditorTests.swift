import Coaching
import Configuration
import Testing

/// `coach setup` changes values where they stand; what a person wrote around them stays.
@Suite struct ConfigurationEditorTests {
  struct Edit: CustomTestStringConvertible, Sendable {
    var name: String
    var before: String
    var path: [String]
    var value: String
    var after: String
    var testDescription: String { name }
  }

  static let lightsOut = ["sleep", "lights-out"]

  static let edits = [
    Edit(
      name: "The comment behind a value stays",
      before: "[sleep]\nlights-out = \"unset\"  # mine\n",
      path: lightsOut,
      value: "\"23:00\"",
      after: "[sleep]\nlights-out = \"23:00\"  # mine\n"
    ),
    Edit(
      name: "The spaces around a value stay",
      before: "  language=\"en\"\t\nday-starts   =   \"04:00\"",
      path: ["language"],
      value: "\"zh-Hans\"",
      after: "  language=\"zh-Hans\"\t\nday-starts   =   \"04:00\""
    ),
    Edit(
      name: "A list over several lines is replaced whole",
      before: "channels = [\n  \"spool\", # a ] here\n  \"terminal\",\n]  # both\n\n[sleep]\n",
      path: ["channels"],
      value: "[\"spool\"]",
      after: "channels = [\"spool\"]  # both\n\n[sleep]\n"
    ),
    Edit(
      name: "A text over several lines is replaced whole",
      before: "language = \"\"\"\nlanguage = \"de\"\n\"\"\"\n[sleep]\n",
      path: ["language"],
      value: "\"en\"",
      after: "language = \"en\"\n[sleep]\n"
    ),
    Edit(
      name: "A long text may end in a quote",
      before: "language = \"\"\"a\"\"\"\" # x\n",
      path: ["language"],
      value: "\"en\"",
      after: "language = \"en\" # x\n"
    ),
    Edit(
      name: "A # and a quote inside of a text end nothing",
      before: "language = \"a # \\\" \\\\\" # \"\nchannels = ['#', \"]\"] # x\n",
      path: ["channels"],
      value: "[]",
      after: "language = \"a # \\\" \\\\\" # \"\nchannels = [] # x\n"
    ),
    Edit(
      name: "A quote behind a backslash ends no text",
      before: "language = \"a\\\"#b\" # x\n",
      path: ["language"],
      value: "\"en\"",
      after: "language = \"en\" # x\n"
    ),
    Edit(
      name: "A backslash at the end of a text ends no line",
      before: "language = \"en\\\\\" # x\nday-starts = \"04:00\"\n",
      path: ["language"],
      value: "\"en\"",
      after: "language = \"en\" # x\nday-starts = \"04:00\"\n"
    ),
    Edit(
      name: "A commented line is left alone",
      before:
        "[sleep]\n# lights-out = \"22:00\"\n#lights-out = \"21:00\"\nlights-out = \"unset\"\n",
      path: lightsOut,
      value: "\"23:00\"",
      after: "[sleep]\n# lights-out = \"22:00\"\n#lights-out = \"21:00\"\nlights-out = \"23:00\"\n"
    ),
    Edit(
      name: "A commented table is no table",
      before: "# [sleep]\n# lights-out = \"22:00\"\n",
      path: lightsOut,
      value: "\"23:00\"",
      after: "# [sleep]\n# lights-out = \"22:00\"\n\n[sleep]\nlights-out = \"23:00\"\n"
    ),
    Edit(
      name: "Marks of long texts in a comment hide nothing",
      before: "# \"\"\" and '''\nlanguage = \"en\"\n",
      path: ["language"],
      value: "\"zh-Hant\"",
      after: "# \"\"\" and '''\nlanguage = \"zh-Hant\"\n"
    ),
    Edit(
      name: "The same key of another table is left alone",
      before: "[slot.morning]\nwhen = \"07:00\"\n[slot.offer]\nwhen = \"10:00\"\n",
      path: ["slot", "offer", "when"],
      value: "\"11:00\"",
      after: "[slot.morning]\nwhen = \"07:00\"\n[slot.offer]\nwhen = \"11:00\"\n"
    ),
    Edit(
      name: "A key that its table lacks comes first in it",
      before: "[sleep] # night\nget-up = \"07:00\"\n[slot.offer]\nwhen = \"10:00\"\n",
      path: lightsOut,
      value: "\"23:00\"",
      after:
        "[sleep] # night\nlights-out = \"23:00\"\nget-up = \"07:00\"\n"
        + "[slot.offer]\nwhen = \"10:00\"\n"
    ),
    Edit(
      name: "A table that is missing comes last",
      before: "language = \"en\"",
      path: lightsOut,
      value: "\"23:00\"",
      after: "language = \"en\"\n\n[sleep]\nlights-out = \"23:00\"\n"
    ),
    Edit(
      name: "An empty text begins with the table",
      before: "",
      path: lightsOut,
      value: "\"23:00\"",
      after: "[sleep]\nlights-out = \"23:00\"\n"
    ),
    Edit(
      name: "A key at the top comes after its like",
      before: "# Mine\nday-starts = \"05:00\"\n\n# Night\n[sleep]\nget-up = \"07:00\"\n",
      path: ["language"],
      value: "\"zh-Hant\"",
      after:
        "# Mine\nday-starts = \"05:00\"\nlanguage = \"zh-Hant\"\n\n"
        + "# Night\n[sleep]\nget-up = \"07:00\"\n"
    ),
    Edit(
      name: "A key at the top comes before the first table and its comment",
      before: "\n# Night\n# and day\n[sleep]\nget-up = \"07:00\"\n[slot.offer]\nwhen = \"never\"",
      path: ["language"],
      value: "\"zh-Hant\"",
      after:
        "\nlanguage = \"zh-Hant\"\n# Night\n# and day\n[sleep]\nget-up = \"07:00\"\n"
        + "[slot.offer]\nwhen = \"never\""
    ),
    Edit(
      name: "A key at the top of a text of comments comes last",
      before: "# Mine\n",
      path: ["language"],
      value: "\"zh-Hant\"",
      after: "# Mine\nlanguage = \"zh-Hant\"\n"
    ),
    Edit(
      name: "A table written with dots is written on with dots",
      before: "sleep.lights-out = \"23:00\"\n[slot.offer]\nwhen = \"10:00\"\n",
      path: ["sleep", "get-up"],
      value: "\"07:00\"",
      after:
        "sleep.lights-out = \"23:00\"\nsleep.get-up = \"07:00\"\n[slot.offer]\nwhen = \"10:00\"\n"
    ),
    Edit(
      name: "Lines that end as on Windows stay so",
      before: "# Mine\r\nlanguage = \"en\" # x\r\nday-starts = \"04:00\"\r\n",
      path: ["language"],
      value: "\"zh-Hans\"",
      after: "# Mine\r\nlanguage = \"zh-Hans\" # x\r\nday-starts = \"04:00\"\r\n"
    ),
    Edit(
      name: "A new line ends as the others do",
      before: "language = \"en\"\r\n",
      path: lightsOut,
      value: "\"23:00\"",
      after: "language = \"en\"\r\n\r\n[sleep]\r\nlights-out = \"23:00\"\r\n"
    ),
    Edit(
      name: "A key in quotes is the same key",
      before: "[\"sleep\"]\n'lights-out' = \"unset\"\n",
      path: lightsOut,
      value: "\"23:00\"",
      after: "[\"sleep\"]\n'lights-out' = \"23:00\"\n"
    ),
  ]

  @Test(arguments: edits)
  func `A value is set and everything around it stays`(_ edit: Edit) {
    var template = ConfigurationEditor(edit.before)
    template.set(edit.path, to: edit.value)
    #expect(template.text == edit.after)
    #expect(Array(template.text.utf8) == Array(edit.after.utf8))
  }

  @Test(arguments: edits)
  func `Setting the same twice changes nothing more`(_ edit: Edit) {
    var template = ConfigurationEditor(edit.after)
    template.set(edit.path, to: edit.value)
    #expect(template.text == edit.after)
  }

  @Test(arguments: edits)
  func `What is set can be read`(_ edit: Edit) throws {
    guard (try? settings(edit.before)) != nil, edit.value != "[]" else { return }
    var wanted = try settings(edit.before)
    let time = CivilTime(String(edit.value.dropFirst().dropLast()))
    switch edit.path {
    case ["language"]: wanted.language = try settings("language = \(edit.value)").language
    case ["channels"]: wanted.channels = [.spool]
    case ["sleep", "lights-out"]: wanted.lightsOut = time.map { WeeklyTimes($0) }
    case ["sleep", "get-up"]: wanted.getUp = time.map { WeeklyTimes($0) }
    default: wanted.slots[1].moment = .calendar(try CalendarExpression("11:00"))
    }
    #expect(try settings(edit.after) == wanted)
  }
}
