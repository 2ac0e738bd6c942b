import Coaching

extension Settings {
  /// Reads how much the person wants to give beyond the basics.
  mutating func readExtras(_ section: Section) throws(ConfigurationError) {
    try section.allow(["per-week", "minutes", "money"])
    profile.extrasPerWeek = try number("per-week", 0...7, in: section) ?? profile.extrasPerWeek
    if let minutes = try number("minutes", 0...10_080, in: section) {
      profile.extraMinutes = minutes == 0 ? nil : minutes
    }
    if try section.text("money") == "none" {
      profile.extraMoney = nil
    } else {
      let amount = "“none” or an amount with its currency, such as “20 EUR”"
      profile.extraMoney = try section.read("money", amount, Settings.money) ?? profile.extraMoney
    }
  }

  private static func money(_ text: String) -> Money? {
    Money(text).flatMap { $0.currency.isEmpty ? nil : $0 }
  }

  /// Reads how the four steps are gone.
  mutating func readProgramme(_ section: Section) throws(ConfigurationError) {
    try section.allow(["mode", "moment"])
    profile.programme.mode = try section.one("mode") ?? profile.programme.mode
    if let moment = try section.text("moment")?.trimmed {
      profile.programme.moment = moment == "none" || moment.isEmpty ? nil : moment
    }
  }
}

extension Teaching {
  /// Puts the person's own if-then plan in front of the cue for an offer, word for word.
  mutating func put(moment: String?) {
    guard let moment, let place = cues.firstIndex(where: { $0.id == "offer" }) else { return }
    cues[place].text = "\(phrases("own-moment", ("moment", moment))) \(cues[place].text)"
  }
}
