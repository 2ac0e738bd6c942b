import Coaching
import TestSupport
import Testing

/// A Sunday.
private let last = CivilDate(dayNumber: 20_779)

@Suite struct ReviewTests {
  /// A habit with the states of a word, the last of them on the last day.
  private func measure(
    _ id: String,
    _ word: String,
    _ aim: Aim = Aim(.done),
    _ kind: AnswerKind = .yesNo
  ) -> HabitMeasure {
    var measure = HabitMeasure(Habit(question(id, kind), aim))
    for (index, state) in states(word).enumerated() {
      let day = last.adding(days: index + 1 - word.count)
      let brought: HabitStrength.Day =
        state == .done ? .done(1) : state == .missed ? .done(0) : .skipped
      measure.add(HabitDay(day: day, state: state, brought: brought, aim: aim))
    }
    return measure
  }

  private func suggestion(_ measures: HabitMeasure...) -> String? {
    let suggestion = Review(measures, .week, through: last).suggestion
    return suggestion.value.map { "\($0.habit.question.id) \($0.change) \($0.tally.done)" }
  }

  @Test func `It says what was, what held and what came back`() {
    let review = Review([measure("walk", "MMMDDMDEDDU")], .week, through: last)
    let line = review.lines[0]
    #expect(review.first == last.adding(days: -6))
    #expect([line.tally.done, line.tally.counted] == [4, 5])
    #expect(line.isHeld)
    #expect([line.comeback.returns, line.comeback.chances] == [1, 1])
    #expect(review.days.map(\.done) == [1, 0, 1, 0, 1, 1, 0])
    #expect(review.days.map(\.counted) == [1, 1, 1, 0, 1, 1, 0])
    #expect(review.days[3].share == nil)
    #expect(review.days.map(\.day).last == last)
  }

  @Test func `Five of seven hold, four do not`() {
    let lines = Review([measure("a", "DDDDDMM"), measure("b", "DDDDMMM")], .week, through: last)
      .lines
    #expect(lines.map(\.isHeld) == [true, false])
    // Of a day or two nothing can be said.
    let few = Review([measure("a", "DDDD"), measure("b", "DDDDD")], .week, through: last).lines
    #expect(few.map(\.isHeld) == [false, true])
  }

  @Test func `Fewer than three of seven want to be smaller, five may grow`() {
    #expect(suggestion(measure("a", "DDMMMMM")) == "a shrink 2")
    #expect(suggestion(measure("a", "DDDMMMM")) == "a keep 3")
    #expect(suggestion(measure("a", "DDDDMMM")) == "a keep 4")
    #expect(suggestion(measure("a", "DDDDDMM")) == "a grow 5")
  }

  @Test func `What is meant three times a week is held against three, not against its days`() throws
  {
    let aim = Aim(.done, try #require(Frequency(times: 3, days: 7)))
    let few = measure("walk", "NNDNNNNNNDNNNN", aim)
    #expect(few.weeks.map { "\($0.tally.done)/\($0.tally.counted)" } == ["1/3", "1/3"])
    let review = Review([few], .week, through: last)
    #expect(
      review.lines.map { "\($0.tally.done)/\($0.tally.counted) \($0.isHeld)" } == ["1/3 false"]
    )
    #expect(suggestion(few) == "walk shrink 2")
    #expect(suggestion(measure("walk", "DNDNNNNDNDNNND", aim)) == "walk keep 5")
    #expect(suggestion(measure("walk", "DNDNNNDDNDNNND", aim)) == "walk grow 6")
    #expect(suggestion(measure("walk", "DNDNNNDDNDNNN", aim)) == nil)
    // What was excused is not owed.
    let away = Review([measure("walk", "NNDNNNNEEEEEND", aim)], .week, through: last)
    #expect(away.lines.map { "\($0.tally.done)/\($0.tally.counted)" } == ["1/1"])
  }

  /// A habit of numbers, the last of them on the last day.
  private func numbers(_ aim: Aim, _ amounts: [Int]) -> HabitMeasure {
    let entries = amounts.enumerated().map { index, amount in
      let day = last.adding(days: index + 1 - amounts.count)
      return HabitHistory.Entry(
        sequence: Int64(index),
        day: day,
        answer: .count(amount),
        aim: aim
      )
    }
    let habit = Habit(question("run", .count), aim)
    return HabitMeasure(
      HabitDays(habit, HabitHistory(entries: entries), through: last, today: last)
    )
  }

  static let sums: [(rule: String, aim: String, amounts: [Int], told: String)] = [
    ("too little", "at-least 10 1/7", .init(repeating: 1, count: 14), "0/7 false run shrink 0"),
    ("enough", "at-least 10 1/7", .init(repeating: 2, count: 14), "7/7 true run grow 7"),
    (
      "enough on one day", "at-least 10 1/7", [12, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0],
      "7/7 true run grow 7"
    ),
    ("too much", "at-most 4 1/7", .init(repeating: 3, count: 14), "0/7 false –"),
    ("no more", "at-most 4 1/7", [0, 0, 4, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0], "7/7 true –"),
    ("too early to say", "at-least 10 1/7", [1, 1, 1], "0/0 false –"),
  ]

  @Test(arguments: sums)
  func `A number in some days is looked back on by their sum`(
    _ sum: (rule: String, aim: String, amounts: [Int], told: String)
  ) throws {
    let measure = numbers(try #require(Aim(sum.aim)), sum.amounts)
    let review = Review([measure], .week, through: last)
    let line = review.lines[0]
    let told = "\(line.tally.done)/\(line.tally.counted) \(line.isHeld)"
    #expect("\(told) \(suggestion(measure) ?? "–")" == sum.told, "\(sum.rule)")
    #expect(line.comeback == Comeback(), "no single day of it is one to come back on")
    #expect(review.days.map(\.done).reduce(0, +) == line.tally.done)
    #expect(review.days.map(\.counted).reduce(0, +) == line.tally.counted)
    #expect(measure.weeks.last?.tally.done ?? 0 == line.tally.done, "the week ends on a Sunday")
  }

  @Test func `Nothing is held where nothing counted`() throws {
    for often in ["1/14", "1/30", "1/60", "2/90"] {
      let aim = Aim(.done, try frequency(often))
      let entries = (0..<130).map { index in
        HabitHistory.Entry(
          sequence: Int64(index),
          day: last.adding(days: index - 129),
          answer: .yesNo(false),
          aim: aim
        )
      }
      let habit = Habit(question("fort", .yesNo), aim)
      let days = HabitDays(habit, HabitHistory(entries: entries), through: last, today: last)
      for period in Review.Period.allCases {
        let review = Review([HabitMeasure(days)], period, through: last)
        #expect(review.lines.map(\.isHeld) == [false], "\(often), \(period)")
        #expect(review.days.allSatisfy { $0.done == 0 }, "\(often), \(period)")
        if period == .month {
          #expect(review.days.allSatisfy { $0.counted == 1 }, "no blank month: \(often)")
        }
      }
    }
  }

  @Test func `On the map a day of some in some counts where enough were done`() throws {
    let aim = Aim(.done, try frequency("3/7"))
    let pattern = { (done: [Int]) in
      let entries = (0..<28).map { index in
        HabitHistory.Entry(
          sequence: Int64(index),
          day: last.adding(days: index - 27),
          answer: .yesNo(done.contains(index % 7)),
          aim: aim
        )
      }
      let habit = Habit(question("walk", .yesNo), aim)
      let days = HabitDays(habit, HabitHistory(entries: entries), through: last, today: last)
      return Review([HabitMeasure(days)], .week, through: last).days.map(\.done)
    }
    #expect(pattern([0, 2, 4]) == [1, 1, 1, 1, 1, 1, 1])
    #expect(pattern([0, 2]) == [1, 0, 1, 0, 0, 0, 0])
    #expect(pattern([]) == [0, 0, 0, 0, 0, 0, 0])
  }

  @Test func `Nobody is told to make energy or evenings smaller or larger`() {
    for (kind, aim) in [
      (AnswerKind.scale, Aim(.atLeast(6))), (.timeOfDay, Aim(.by(CivilTime(secondOfDay: 0)))),
      (.count, Aim(.atMost(2))), (.yesNo, Aim(.notDone)),
    ] {
      #expect(suggestion(measure("a", "DMMMMMM", aim, kind)) == nil)
      #expect(suggestion(measure("a", "DDDDDDD", aim, kind)) == nil)
    }
    #expect(suggestion(measure("a", "DMMMMMM", Aim(.atLeast(3)), .count)) == "a shrink 1")
  }

  @Test func `There is one suggestion, and what wants to be smaller comes first`() {
    let good = measure("good", "DDDDDDD")
    let poor = measure("poor", "DDMMMMM")
    let worse = measure("worse", "DMMMMMM")
    let fair = measure("fair", "DDDDMMM")
    #expect(suggestion(good, poor, worse, fair) == "worse shrink 1")
    #expect(suggestion(fair, good) == "good grow 7")
  }

  @Test func `It looks at the last seven days that counted, and at none with fewer`() {
    #expect(suggestion(measure("a", "MMMMDDDDEEEDDD")) == "a grow 7")
    let few = Review([measure("a", "DDMEEE")], .week, through: last)
    #expect(few.suggestion == .missing(.days(4)))
    #expect(Review([], .year, through: last).suggestion == .missing(.days(7)))
  }

  @Test func `What has no target is not looked back on`() {
    let review = Review([measure("a", "DDDDDDD", Aim(.unset))], .week, through: last)
    #expect(review.lines.isEmpty)
    #expect(review.suggestion == .missing(.days(7)))
  }

  @Test func `A year has 365 days and a day one`() {
    let days = Review.Period.allCases.map { Review([], $0, through: last).days.count }
    #expect(days == [1, 7, 30, 365])
  }

  // MARK: - How often it is asked

  /// What is suggested for a habit at the end of some weeks.
  private func changes(
    _ measure: HabitMeasure,
    weeks: Range<Int> = 0..<8,
    laboured: [String] = []
  ) -> [Review.Change] {
    weeks.compactMap { week in
      let day = last.adding(days: 7 * week)
      let review = Review([measure], .week, through: day, laboured: laboured)
      return review.suggestion.value?.change
    }
  }

  private func measure(days: Int, every: Cadence?, then missed: Int = 0) -> HabitMeasure {
    var habit = Habit(question("walk", .yesNo), Aim(.done))
    habit.question.every = every
    var measure = HabitMeasure(habit)
    for index in 0..<(days + missed) {
      let isDone = index < days
      measure.add(
        HabitDay(
          day: last.adding(days: index + 1 - days - missed),
          state: isDone ? .done : .missed,
          brought: .done(isDone ? 1 : 0),
          aim: habit.aim
        )
      )
    }
    return measure
  }

  @Test func `What has stood for two weeks is offered to be asked less, in one week of four`() {
    // At 80 percent on the 36th day, and so for fourteen days on the 49th.
    #expect(changes(measure(days: 48, every: nil)).contains(.askLess) == false)
    let offers = changes(measure(days: 49, every: nil)).map { $0 == .askLess }
    #expect(offers.filter(\.self).count == 2)
    #expect(offers.prefix(4) == offers.suffix(4))
    #expect(changes(measure(days: 60, every: .days(2))).contains(.askLess))
    #expect(!changes(measure(days: 60, every: .days(7))).contains(.askLess))
    #expect(!changes(measure(days: 60, every: nil), laboured: ["walk"]).contains(.askLess))
    #expect(changes(measure(days: 60, every: nil), laboured: ["run"]).contains(.askLess))
  }

  @Test func `It is asked every other day and then once a week`() {
    let fewer = [nil, .days(1), .days(2), .days(6), .days(7)].map { (every: Cadence?) in
      measure(days: 1, every: every).habit.question.fewer
    }
    #expect(fewer == [.days(2), .days(2), .days(7), .days(7), nil])
  }

  @Test func `What has become weak is offered to be asked as before, in any week`() {
    // After nine misses four days of doing lead back to 0.68, after twelve to 0.62.
    for (missed, isOffered) in [(0, false), (4, false), (9, false), (12, true)] {
      var rare = measure(days: 60, every: .days(2), then: missed)
      for index in 1...4 {
        rare.add(
          HabitDay(
            day: last.adding(days: index),
            state: .done,
            brought: .done(1),
            aim: rare.habit.aim
          )
        )
      }
      let review = Review([rare], .week, through: last.adding(days: 4))
      #expect((review.suggestion.value?.change == .askMore) == isOffered, "\(missed)")
    }
    let daily = measure(days: 30, every: nil, then: 3)
    #expect(!changes(daily).contains(.askMore))
  }

  @Test func `A habit goes by itself once the person said so twice, or was never asked`() {
    let said: [([Int], Bool)] = [
      ([], false), ([9], true), ([7, 7], false), ([3, 7, 8], false), ([9, 6], true),
      ([6, 9], true),
    ]
    for (numbers, isLaboured) in said {
      #expect(SelfCheck.isLaboured(numbers) == isLaboured, "\(numbers)")
    }
  }
}
