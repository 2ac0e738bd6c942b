import Coaching

extension Settings {
  /// Reads whom the coach speaks to.
  mutating func readProfile(_ section: Section) throws(ConfigurationError) {
    try section.allow([
      "roles", "circles-off", "off-hours", "level", "extras-per-week", "obstacle", "wording",
      "questions",
    ])
    profile.roles = try section.some("roles") ?? profile.roles
    profile.circlesOff = try section.some("circles-off") ?? profile.circlesOff
    profile.questions = try section.texts("questions") ?? profile.questions
    wording = try section.one("wording") ?? wording
    profile.level = try number("level", Tip.levels, in: section) ?? profile.level
    profile.extrasPerWeek =
      try number("extras-per-week", 0...7, in: section) ?? profile.extrasPerWeek
    if let obstacle = try number("obstacle", 0...5, in: section) {
      profile.obstacle = obstacle == 0 ? nil : obstacle
    }
    guard let names = try section.texts("off-hours") else { return }
    profile.offHours = []
    for name in names {
      guard let day = Weekday.allCases.first(where: { $0.shortName == name }) else {
        let days = Weekday.allCases.map(\.shortName).joined(separator: ", ")
        throw section.refusal("off-hours", "“\(name.printable)” is no weekday (\(days))")
      }
      if !profile.offHours.contains(day) { profile.offHours.append(day) }
    }
  }

  func number(
    _ key: String,
    _ range: ClosedRange<Int>,
    in section: Section
  ) throws(ConfigurationError) -> Int? {
    guard let number = try section.integer(key) else { return nil }
    guard range.contains(number) else {
      let what = "“\(key)” is from \(range.lowerBound) to \(range.upperBound), not \(number)"
      throw section.refusal(key, what)
    }
    return number
  }
}
