import Coaching
import Configuration
import Testing

/// How much the coach may say in a day.
@Suite struct LimitSettingsTests {
  @Test func `Three prompts a day, 90 minutes apart, unless the person asks for more`() throws {
    #expect(try settings("").schedule.limits == Limits(promptsPerDay: 3, apartSeconds: 5400))
    let text = "[limits]\nprompts-per-day = 5\napart = \"1h\""
    #expect(try settings(text).schedule.limits == Limits(promptsPerDay: 5, apartSeconds: 3600))
    #expect(try settings("[limits]\napart = \"none\"").schedule.limits.apartSeconds == 0)
  }

  @Test func `Nobody who keeps the built-in slots is told that one gives way`() throws {
    let text = "[sleep]\nlights-out = \"23:00\"\nget-up = \"07:00\""
    let context = PlanningContext(
      schedule: try settings(text).schedule,
      teaching: Teaching(),
      zone: .utc
    )
    #expect(context.advice(at: Instant(seconds: 1_800_000_000)).isEmpty)
  }

  static let refusals: [(text: String, refusal: String)] = [
    (
      "prompts-per-day = 0",
      "“prompts-per-day” is from 1 to 96, not 0; for silence there is “coach pause”"
    ),
    (
      "prompts-per-day = 97",
      "“prompts-per-day” is from 1 to 96, not 97; for silence there is “coach pause”"
    ),
    ("prompts-per-day = \"3\"", "“limits.prompts-per-day” is to be a whole number, not a text"),
    ("apart = \"soon\"", "“soon” is not “none” or a span from 1s to 24h, such as “90min”"),
    ("apart = \"25h\"", "“25h” is not “none” or a span from 1s to 24h, such as “90min”"),
    ("apert = \"1h\"", "unknown key “apert”; did you mean “apart”?"),
  ]

  @Test(arguments: refusals)
  func `What cannot be meant is refused`(text: String, refusal words: String) {
    let refused = refusal { () throws(ConfigurationError) in
      _ = try Settings("[limits]\n\(text)", file: "coach.toml")
    }
    #expect(refused == "coach.toml:2: \(words)")
  }
}
