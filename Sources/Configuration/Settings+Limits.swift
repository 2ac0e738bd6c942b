import Coaching

extension Settings {
  /// Reads how much the coach may say in a day.
  mutating func readLimits(_ section: TOMLTable) throws(ConfigurationError) {
    try section.allow(["prompts-per-day", "apart"])
    if let number = try section.integer("prompts-per-day") {
      guard (1...96).contains(number) else {
        throw section.refusal(
          "prompts-per-day",
          "“prompts-per-day” is from 1 to 96, not \(number); for silence there is “coach pause”"
        )
      }
      limits.promptsPerDay = number
    }
    if try section.text("apart") == "none" {
      limits.apartSeconds = 0
    } else {
      let span = "“none” or a span from 1s to 24h, such as “90min”"
      limits.apartSeconds =
        try section.read("apart", span, SettingSyntax.seconds) ?? limits.apartSeconds
    }
  }
}
