import CivilCalendar
import Statistics
import TestSupport
import Testing

/// The score against the vectors of Loop Habit Tracker's own tests, half-life 13, and against ours.
@Suite struct HabitStrengthTests {
  static let loopDays = 13.0

  /// The scores after each of these days.
  private func course(_ days: [HabitStrength.Day], _ strength: HabitStrength) -> [Double] {
    var strength = strength
    return days.map { day in
      strength.add(day)
      return strength.score
    }
  }

  private func daily(_ days: [HabitStrength.Day], halfLife: Double = loopDays) -> [Double] {
    course(days, HabitStrength(halfLifeDays: halfLife))
  }

  private let done = HabitStrength.Day.done(1)
  private let missed = HabitStrength.Day.done(0)

  static let steps: [(frequency: String, share: Double, scores: [Double])] = [
    ("1/1", 1, [0.051922, 0.525961, 0.762981]), ("1/1", 0, [0, 0.474039, 0.711058]),
    ("1/3", 1, [0.030314, 0.515157, 0.757578]), ("1/3", 0, [0, 0.484842, 0.727263]),
  ]

  @Test(arguments: steps)
  func `One day moves a score as published`(
    _ step: (frequency: String, share: Double, scores: [Double])
  ) throws {
    let retention = HabitStrength.retention(
      try frequency(step.frequency),
      halfLifeDays: Self.loopDays
    )
    let scores = [0, 0.5, 0.75].map {
      HabitStrength.next(after: $0, share: step.share, retention: retention)
    }
    #expect(zip(scores, step.scores).allSatisfy { isNear($0, $1) }, "\(scores)")
  }

  @Test func `Twenty days of doing grow as published`() {
    let published = [
      0.655747, 0.636894, 0.617008, 0.596033, 0.573910, 0.550574, 0.525961, 0.500000, 0.472617,
      0.443734, 0.413270, 0.381137, 0.347244, 0.311495, 0.273788, 0.234017, 0.192067, 0.147820,
      0.101149, 0.051922,
    ]
    let scores = daily(Array(repeating: done, count: 20)).reversed()
    #expect(scores.count == published.count)
    #expect(zip(scores, published).allSatisfy { isNear($0, $1) }, "\(Array(scores))")
  }

  @Test func `A day that is skipped changes nothing`() {
    let published = [0.041949, 0.044247, 0.046670, 0.049226, 0.051922, 0.051922, 0]
    let days = [missed, done, .skipped, missed, missed, missed, missed]
    let scores = daily(days).reversed()
    #expect(zip(scores, published).allSatisfy { isNear($0, $1) }, "\(Array(scores))")
  }

  /// So many of the first days of each week are done.
  private func weeks(_ count: Int, doing times: Int, from first: Int = 0) -> [HabitStrength.Day] {
    (0..<count * 7).map { (($0 + first) % 7) < times ? done : missed }
  }

  @Test func `A habit of some days a week is measured by its weeks`() throws {
    let thrice = HabitStrength(try frequency("3/7"), halfLifeDays: Self.loopDays)
    let four = HabitStrength(try frequency("4/7"), halfLifeDays: Self.loopDays)
    let twoOfThree = try #require(course(weeks(100, doing: 2), thrice).last)
    #expect(isNear(twoOfThree, 2.0 / 3), "\(twoOfThree)")
    let twoOfFour = try #require(course(weeks(100, doing: 2), four).last)
    #expect(isNear(twoOfFour, 0.5), "\(twoOfFour)")
  }

  @Test func `A weekly habit may wander through the week`() throws {
    let weekly = HabitStrength(try frequency("1/7"), halfLifeDays: Self.loopDays)
    // Monday and Thursday by turns: two in any fourteen days.
    let days = (0..<100).flatMap { week in (0..<7).map { $0 == week % 2 * 3 ? done : missed } }
    let score = try #require(course(days, weekly).last)
    #expect(score > 0.999, "\(score)")
  }

  @Test func `What is rarer than daily grows slower`() throws {
    let ninety = try #require(daily(Array(repeating: done, count: 90)).last)
    #expect(isNear(ninety, 0.991760), "\(ninety)")
    let two = [done, done]
    let everyDay = try #require(daily(two).last)
    #expect(isNear(everyDay, 0.101149), "\(everyDay)")
    let other = HabitStrength(try frequency("1/2"), halfLifeDays: Self.loopDays)
    let everyOther = try #require(course(two, other).last)
    #expect(isNear(everyOther, 0.054816), "\(everyOther)")
  }

  @Test func `A daily run is at 95 percent on day 66`() {
    #expect(HabitStrength.usualHalfLifeDays == 15.270962068544105)
    let scores = daily(Array(repeating: done, count: 66), halfLife: HabitStrength.usualHalfLifeDays)
    let published = [
      (1, 0.0443751726), (7, 0.2722001359), (21, 0.6144897670), (30, 0.7437742758), (66, 0.95),
    ]
    for (day, score) in published { #expect(isNear(scores[day - 1], score, 1e-9), "day \(day)") }
  }

  static let lapses: [(rule: String, missed: Range<Int>, day: HabitStrength.Day, [(Int, Double)])] =
    [
      ("one miss", 31..<32, .done(0), [(31, 0.710769), (32, 0.723604), (66, 0.940939)]),
      ("two misses", 31..<33, .done(0), [(32, 0.679229), (66, 0.931456)]),
      ("seven excused days", 31..<38, .skipped, [(37, 0.743774), (66, 0.931300)]),
    ]

  @Test(arguments: lapses)
  func `A lapse costs what it costs`(
    _ lapse: (rule: String, missed: Range<Int>, day: HabitStrength.Day, scores: [(Int, Double)])
  ) {
    let days = (1...66).map { lapse.missed.contains($0) ? lapse.day : done }
    let scores = daily(days, halfLife: HabitStrength.usualHalfLifeDays)
    for (day, score) in lapse.scores {
      #expect(isNear(scores[day - 1], score), "\(lapse.rule), day \(day): \(scores[day - 1])")
    }
  }

  @Test func `The half-life follows from the day that it is to reach 95 percent on`() {
    let halfLives = [59.0, 18, 254].map(HabitStrength.halfLifeDays)
    let published = [13.651315, 4.164808, 58.770066]
    #expect(zip(halfLives, published).allSatisfy { isNear($0, $1) }, "\(halfLives)")
  }

  @Test func `A number counts as far as it reaches its target`() {
    let least = HabitStrength(goal: .atLeast(4), halfLifeDays: Self.loopDays)
    let half = course([.done(2)], least)[0]
    #expect(isNear(half, 0.051922 / 2), "\(half)")
    #expect(isNear(course([.done(9)], least)[0], 0.051922), "more than the target is the target")
    #expect(course([.done(0)], HabitStrength(goal: .atLeast(0)))[0] > 0, "nothing was meant")
  }

  @Test func `What is to stay small starts whole and shrinks with what is above`() {
    let most = HabitStrength(goal: .atMost(4), halfLifeDays: Self.loopDays)
    #expect(most.score == 1)
    #expect(course([.done(4)], most)[0] == 1)
    let over = course([.done(6)], most)[0]
    #expect(isNear(over, 1 - 0.051922 / 2), "\(over)")
    #expect(isNear(course([.done(99)], most)[0], 1 - 0.051922), "twice the target is as much")
    let none = HabitStrength(goal: .atMost(0), halfLifeDays: Self.loopDays)
    #expect(course([.done(0)], none)[0] == 1)
    #expect(isNear(course([.done(1)], none)[0], 1 - 0.051922))
  }

  @Test func `A sum runs over the days of the frequency`() throws {
    var weekly = HabitStrength(try frequency("1/7"), goal: .atLeast(10))
    for amount: DecimalNumber in [9, 1, 1, 1, 1, 1, 1, 1] { weekly.add(.done(amount)) }
    #expect(weekly.windowDays == 7)
    #expect(weekly.sum == 7)
    #expect(weekly.share == 0.7)
  }

  @Test func `Another frequency keeps what was reached and looks back over its own window`() throws
  {
    var strength = HabitStrength()
    for _ in 1...10 { strength.add(done) }
    let score = strength.score
    strength.change(to: try frequency("3/7"), goal: .times)
    #expect(strength.score == score)
    #expect(strength.sum == 10)
    strength.add(missed)
    #expect(strength.share == 1)
  }

  @Test func `What is raised is judged from that day on`() throws {
    let raised = [("3/7", "5/7"), ("1/7", "4/7"), ("3/7", "7/7"), ("2/30", "3/7")]
    for (before, after) in raised {
      var strength = HabitStrength(try frequency(before))
      let often = try frequency(before)
      for index in 0..<90 { strength.add(.done(index % often.days < often.times ? 1 : 0)) }
      #expect(strength.share == 1)
      strength.change(to: try frequency(after), goal: .times)
      strength.add(done)
      #expect(strength.share == 1, "\(before), \(after)")
    }
    var sum = HabitStrength(try frequency("1/7"), goal: .atLeast(10))
    for _ in 0..<14 { sum.add(.done(2)) }
    sum.change(to: try frequency("1/7"), goal: .atLeast(70))
    sum.add(.done(10))
    #expect(isNear(sum.share, 1))
    for _ in 0..<7 { sum.add(.done(0)) }
    #expect(sum.share == 0, "and by nothing else a week later")
    var less = HabitStrength(try frequency("1/7"), goal: .atMost(20))
    for _ in 0..<14 { less.add(.done(2)) }
    less.change(to: try frequency("1/7"), goal: .atMost(4))
    less.add(.done(1))
    #expect(less.share == 1)
  }

  @Test func `Seven in seven is every day, and each by itself`() throws {
    let seven = course([done, missed, done], HabitStrength(try frequency("7/7")))
    #expect(seven == course([done, missed, done], HabitStrength()))
  }

  @Test func `A day that is skipped is none of the days that are looked at together`() throws {
    var strength = HabitStrength(try frequency("1/2"))
    for day in [done, .skipped, .skipped, .skipped, .skipped, .skipped, done] { strength.add(day) }
    #expect(strength.share == 1)
  }

  @Test func `A frequency is so many times in so many days`() {
    let texts = ["1/1", "3/7", "2/366", "0/7", "8/7", "1/367", "1", "1/1/1", "a/7", ""]
    let read = texts.map { Frequency($0)?.description }
    #expect(read == ["1/1", "3/7", "2/366", nil, nil, nil, nil, nil, nil, nil])
  }
}
