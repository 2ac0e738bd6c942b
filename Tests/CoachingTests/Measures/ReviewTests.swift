import Coaching
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
      let brought: Strength.Day =
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
}
