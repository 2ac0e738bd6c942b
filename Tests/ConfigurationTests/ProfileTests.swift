import Coaching
import Configuration
import Testing

/// The profile of a person: what they said about themselves, and nothing else.
@Suite struct ProfileTests {
  @Test func `Every key of the profile is read`() throws {
    let settings = try settings(
      """
      language = "locale"
      [sleep]
      lights-out = "23:00"
      [profile]
      roles = ["manager", "parent"]
      circles-off = ["supplier"]
      off-hours = ["Fri", "Sat", "Fri"]
      level = 3
      extras-per-week = 0
      obstacle = 4
      wording = "short"
      questions = ["walk"]
      circles = ["patients", "家長", "patients"]
      posts = ["cashier", "driver"]
      """
    )
    var wanted = Profile(
      roles: [.manager, .parent],
      circlesOff: [.supplier],
      offHours: [.friday, .saturday],
      level: 3,
      extrasPerWeek: 0,
      obstacle: 4,
      lightsOut: WeeklyTimes(["23:00"])
    )
    wanted.questions = ["walk"]
    wanted.hasPosts = true
    wanted.circles = ["patients", "家長"]
    wanted.aims.lightsOut = wanted.lightsOut
    #expect(settings.person == wanted)
    #expect(settings.wording == .short)
    #expect(settings.posts == ["cashier", "driver"])
    #expect(settings.language == nil)
  }

  @Test(arguments: Teaching.Length.allCases)
  func `A tip says as much as is wanted`(_ length: Teaching.Length) throws {
    let profile = try settings("[profile]\nwording = \"\(length.rawValue)\"\n")
    #expect(profile.wording == length)
  }

  static let refusals: [(line: String, words: String)] = [
    ("roles = [\"boss\"]", "“boss” is not one of customer-facing, back-office"),
    ("circles-off = [\"moon\"]", "“moon” is not one of payer"),
    ("off-hours = [\"Sun\", \"Someday\"]", "“Someday” is no weekday (Mon, Tue"),
    ("level = 0", "“level” is from 1 to 3, not 0"),
    ("extras-per-week = 8", "“extras-per-week” is from 0 to 7, not 8"),
    ("obstacle = 6", "“obstacle” is from 0 to 5, not 6"),
    ("wording = \"long\"", "“long” is not one of full, short, own"),
    ("circles = [\"patients\", \" \"]", "“” is no name: a circle has a name of 1 to 24"),
    ("circles = [\"Supplier\"]", "“Supplier” is a circle already"),
    ("rolls = []", "unknown key “rolls”; did you mean “roles”?"),
  ]

  @Test(arguments: refusals)
  func `What cannot be meant is refused`(line: String, words: String) {
    let said = refusal { () throws(ConfigurationError) in
      _ = try Settings("[profile]\n\(line)\n", file: "coach.toml")
    }
    #expect(said?.hasPrefix("coach.toml:2: \(words)") == true, "\(said ?? "nothing")")
  }
}
