import Coaching
import Configuration
import Testing

/// A year with the decks that come with the coach, and a person who answers nothing.
@Suite struct DeckYearTests {
  /// A morning: the day's number from the first, and what was decided.
  private struct Morning {
    var day: Int
    var decision: TipDecision
  }

  private static func live(_ profile: Profile, days: Int, seed: String) throws -> [Morning] {
    let teaching = try ShippedDeck.speaking(.english).teaching
    let schedule = Schedule(slots: [], dayStarts: CivilTime(secondOfDay: 0), quiet: .none)
    let context = PlanningContext(
      schedule: schedule,
      teaching: teaching,
      zone: .utc,
      profile: profile
    )
    let first = try #require(CivilDate("2026-01-05"))
    var coach = Coach()
    var mornings: [Morning] = []
    for number in 0..<days {
      let day = first.adding(days: number)
      let decision = try #require(coach.decision(on: day, for: context))
      mornings.append(Morning(day: number, decision: decision))
      let instant = Instant(seconds: Int64(day.dayNumber) * 86_400 + 27_000)
      let events: [Event] = [.chosen(decision.chosen), .told(tip: decision.tip.id)]
      for (place, event) in events.enumerated() {
        coach.apply(
          Fact(
            sequence: Int64(2 * number + place + 1),
            id: seed,
            instant: instant,
            zone: "UTC",
            day: day,
            event: event
          )
        )
      }
    }
    return mornings
  }

  private static let profiles: [(name: String, profile: Profile)] = [
    ("nobody in particular", Profile()),
    ("an owner who takes things easy", Profile(roles: [.owner], level: 1)),
    ("behind a counter", Profile(roles: [.customerFacing, .student], circlesOff: [.authority])),
  ]

  /// Whether a tip comes to a person without being called for: an obstacle's are for whom it is
  /// one.
  private static func isForAll(_ tip: Tip) -> Bool {
    if case .obstacle = tip.part { return false }
    return true
  }

  @Test(arguments: profiles.indices)
  func `No tip comes again within a season, and each comes within two years`(_ index: Int) throws {
    let (name, profile) = Self.profiles[index]
    let mornings = try Self.live(profile, days: 1200, seed: "seed-\(index)")
    let teaching = try ShippedDeck.speaking(.english).teaching
    for tip in teaching.tips {
      let days = mornings.filter { $0.decision.tip.id == tip.id }.map(\.day)
      if !profile.fits(tip) || !Self.isForAll(tip) {
        #expect(days.isEmpty, "\(name): \(tip.id)")
        continue
      }
      let first = try #require(days.first, "\(name): \(tip.id)")
      #expect(first <= 730, "\(name): \(tip.id) \(days)")
      let gaps = zip(days, days.dropFirst()).map { $1 - $0 }
      #expect(gaps.allSatisfy { $0 >= 120 }, "\(name): \(tip.id) \(days)")
      if tip.once == .ever { #expect(days.count == 1, "\(name): \(tip.id)") }
      if tip.once == .year { #expect(gaps.allSatisfy { $0 >= 365 }, "\(name): \(tip.id)") }
    }
  }

  @Test(arguments: profiles.indices)
  func `Each circle that is on comes up within ten weeks`(_ index: Int) throws {
    let (name, profile) = Self.profiles[index]
    let mornings = try Self.live(profile, days: 800, seed: "seed-\(index)")
    let teaching = try ShippedDeck.speaking(.english).teaching
    for circle in Tip.Circle.allCases {
      let isThere = teaching.tips.contains { $0.circle == circle && profile.fits($0) }
      let days = mornings.filter { $0.decision.tip.circle == circle }.map(\.day)
      #expect(days.isEmpty != isThere)
      let gaps = zip([0] + days, days).map { $1 - $0 }
      #expect(
        gaps.allSatisfy { $0 <= 70 },
        "\(name): \(circle) \(gaps.max() ?? 0) \(days.prefix(5))"
      )
    }
  }

  @Test func `Extras keep to their budget, and off-hours tips to their days`() throws {
    let mornings = try Self.live(Profile(extrasPerWeek: 2), days: 365, seed: "seed")
    let extras = mornings.filter { $0.decision.tip.kind == .valueAdded }.map(\.day)
    // One of fifteen tips that fit is an extra, and the mornings that nothing else calls for are
    // some two hundred a year.
    #expect(extras.count > 10)
    #expect(zip(extras, extras.dropFirst(2)).allSatisfy { $1 - $0 >= 7 })
    let off = mornings.filter { $0.decision.tip.kind == .offHours }.map(\.day)
    #expect(off.count > 15)
    #expect(off.allSatisfy { $0 % 7 >= 5 })
  }

  @Test func `Systems come in turn`() throws {
    let mornings = try Self.live(Profile(), days: 365, seed: "seed")
    let themes = mornings.map(\.decision.tip.theme)
    #expect(zip(themes, themes.dropFirst()).filter { $0 == $1 }.count < 45)
    let teaching = try ShippedDeck.speaking(.english).teaching
    let fitting = Set(teaching.tips.filter { Profile().fits($0) && Self.isForAll($0) }.map(\.theme))
    // What a system has is told from early on, but of extras, which wait for their turn.
    #expect(fitting.subtracting(themes.prefix(150)).isSubset(of: ["S4"]))
    #expect(Set(themes) == fitting)
  }
}
