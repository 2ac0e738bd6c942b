import Testing

@testable import Coaching

/// Whether the person gives more than before and fares worse.
@Suite struct BalanceTests {
  private static let more = Balance.Weeks(
    recent: [2, 3, 2, 2, 3, 2, 3],
    before: [1, 0, 1, 1, 1, 0, 1, 1, 1, 2, 1, 0]
  )
  private static let later = Balance.Weeks(
    recent: [40, 55, 35, 60, 50],
    before: [0, 10, -5, 5, 0, 10, 15, -10, 0, 5]
  )
  private static let tired = Balance.Weeks(
    recent: [4, 3, 5, 4],
    before: [7, 8, 7, 6, 8, 7, 7, 8, 6, 7]
  )

  private static func with(_ weeks: Balance.Weeks, recent count: Int) -> Balance.Weeks {
    Balance.Weeks(recent: Array(weeks.recent.prefix(count)), before: weeks.before)
  }

  private static func with(_ weeks: Balance.Weeks, before count: Int) -> Balance.Weeks {
    Balance.Weeks(recent: weeks.recent, before: Array(weeks.before.prefix(count)))
  }

  static let balances: [(rule: String, balance: Balance, isOverGiving: Bool)] = [
    ("more given, and later", Balance(lateness: later, given: more), true),
    ("more given, and less energy", Balance(energy: tired, given: more), true),
    ("later, and no more given", Balance(lateness: later), false),
    ("more given, and in time", Balance(given: more), false),
    (
      "more given, less later than before",
      Balance(lateness: Balance.Weeks(recent: later.before, before: later.recent), given: more),
      false
    ),
    (
      "later than before, but before the own time",
      Balance(
        lateness: Balance.Weeks(
          recent: later.recent.map { $0 - 100 },
          before: later.before.map { $0 - 100 }
        ),
        given: more
      ),
      false
    ),
    ("three evenings are too few", Balance(lateness: with(later, recent: 3), given: more), false),
    ("four are enough", Balance(lateness: with(later, recent: 4), given: more), true),
    ("nine before are too few", Balance(lateness: with(later, before: 9), given: more), false),
    ("three days of giving are few", Balance(energy: tired, given: with(more, recent: 3)), false),
    ("nine before are, too", Balance(energy: tired, given: with(more, before: 9)), false),
    (
      "a little more than before is chance",
      Balance(
        energy: tired,
        given: Balance.Weeks(recent: [1, 1, 2, 1, 1, 0, 1], before: more.before)
      ),
      false
    ),
    (
      "where no number differs, every rise is one",
      Balance(
        energy: tired,
        given: Balance.Weeks(recent: [1, 1, 1, 1], before: [Double](repeating: 0, count: 10))
      ),
      true
    ),
  ]

  @Test(arguments: balances)
  func `It is seen where there is enough to see`(
    rule: String,
    balance: Balance,
    isOverGiving: Bool
  ) {
    #expect(balance.isOverGiving == isOverGiving, "\(rule)")
  }

  /// A story in which giving rises and the light goes out later in the last week.
  static func story(extra: Bool = true, late: Int = 45) -> TipPrioritiesTests.Story {
    var story = TipPrioritiesTests.Story()
    story.profile.lightsOut = WeeklyTimes(CivilTime(secondOfDay: 23 * 3600))
    for day in 2..<30 {
      let isRecent = day >= 23
      let minutes = 23 * 60 + (isRecent ? late : 0) + day % 3 * 5 - 5
      let time = CivilTime(secondOfDay: minutes % 1440 * 60)
      story.answered("sleep", .timeOfDay(time), on: day)
      if isRecent || day % 2 == 0 { story.answered("help", .outcome(.taken), on: day) }
      if !isRecent && day % 2 == 1 { story.answered("help", .outcome(.couldNot), on: day) }
      if isRecent && extra { story.happened(.extra(Extra(text: "tea")), on: day) }
    }
    return story
  }

  @Test func `The answers and extras of four weeks make it, from an evening to the day before`() {
    let story = Self.story()
    let balance = story.coach.balance(
      before: TipPrioritiesTests.Story.first.adding(days: 30),
      for: story.context
    )
    #expect(balance.lateness.recent == [50, 40, 45, 50, 40, 45, 50])
    #expect(balance.lateness.before.count == 21)
    #expect(balance.given.recent == [2, 2, 2, 2, 2, 2, 2])
    #expect(balance.given.before.reduce(0, +) == 11)
    #expect(balance.given.before.count == 21)
    #expect(balance.isOverGiving)
  }

  @Test func `An answer given twice counts once, and what was dropped not at all`() {
    var story = TipPrioritiesTests.Story()
    story.answered("help", .outcome(.taken), on: 5)
    story.answered("help", .outcome(.couldNot), on: 5)
    story.happened(.extra(Extra(text: "tea", isDropped: true)), on: 6)
    let balance = story.coach.balance(
      before: TipPrioritiesTests.Story.first.adding(days: 8),
      for: story.context
    )
    #expect(balance.given.recent == [0])
  }
}
