import Coaching

extension Settings {
  /// Reads how much the person wants to give beyond the basics.
  mutating func readExtras(_ section: TOMLTable) throws(ConfigurationError) {
    try section.allow(["per-week", "minutes", "money"])
    profile.extrasPerWeek = try number("per-week", 0...7, in: section) ?? profile.extrasPerWeek
    if let minutes = try number("minutes", 0...10_080, in: section) {
      profile.extraMinutes = minutes == 0 ? nil : minutes
    }
    let isNone = try section.integer("per-week") == 0
    for key in ["minutes", "money"] where isNone && section.has(key) {
      let isSet = try key == "minutes" ? section.integer(key) != 0 : section.text(key) != "none"
      if isSet {
        let what = "“\(key)” is a limit of extras, and per-week = 0 wants none; "
        throw section.refusal(key, "\(what)take it out, or set “per-week” to 1 or more")
      }
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
  mutating func readProgramme(_ section: TOMLTable) throws(ConfigurationError) {
    try section.allow(["mode", "moment"])
    profile.programme.mode = try section.one("mode") ?? profile.programme.mode
    if let moment = try section.text("moment")?.trimmed {
      if moment.isEmpty {
        let plan = "a plan such as “When I have put down my coat, I offer one thing”"
        throw section.refusal("moment", "“moment” is empty; say \"none\", or \(plan)")
      }
      profile.programme.moment = moment == "none" ? nil : moment
    }
  }
}

extension Teaching {
  /// Puts the person's own if-then plan before the cue for an offer, word for word.
  mutating func put(moment: String?) {
    guard let moment, let place = cues.firstIndex(where: { $0.id == "offer" }) else { return }
    cues[place].own = phrases("own-moment", ("moment", moment))
  }
}
