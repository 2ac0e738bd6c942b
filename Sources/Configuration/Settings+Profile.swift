import Coaching

extension Settings {
  /// How long the name of a circle can be, in characters.
  static let longestCircle = 24

  /// Reads whom the coach speaks to.
  mutating func readProfile(_ section: TOMLTable) throws(ConfigurationError) {
    try section.allow([
      "roles", "circles-off", "off-hours", "level", "extras-per-week", "obstacle", "wording",
      "questions", "circles", "posts",
    ])
    profile.roles = try section.some("roles") ?? profile.roles
    profile.circlesOff = try section.some("circles-off") ?? profile.circlesOff
    profile.questions = try section.texts("questions") ?? profile.questions
    profile.circles = try circles(section) ?? profile.circles
    posts = try section.texts("posts")?.map(\.printable) ?? posts
    if posts.contains("") {
      throw section.refusal("posts", "a post has a name, such as “cashier”; take the empty one out")
    }
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

  /// The circles that the person adds: short names, none of which there is already.
  private func circles(_ section: TOMLTable) throws(ConfigurationError) -> [String]? {
    guard let names = try section.texts("circles") else { return nil }
    var circles: [String] = []
    for name in names.map(\.printable) {
      guard (1...Settings.longestCircle).contains(name.count), !name.hasPrefix("-") else {
        let what = "a circle has a name of 1 to \(Settings.longestCircle) characters"
        throw section.refusal("circles", "“\(name)” is no name: \(what)")
      }
      guard Tip.Circle(rawValue: name.lowercased()) == nil else {
        throw section.refusal("circles", "“\(name)” is a circle already; take it out of here")
      }
      if !circles.contains(name) { circles.append(name) }
    }
    return circles
  }

  func number(
    _ key: String,
    _ range: ClosedRange<Int>,
    in section: TOMLTable
  ) throws(ConfigurationError) -> Int? {
    guard let number = try section.integer(key) else { return nil }
    guard range.contains(number) else {
      let what = "“\(key)” is from \(range.lowerBound) to \(range.upperBound), not \(number)"
      throw section.refusal(key, what)
    }
    return number
  }
}
