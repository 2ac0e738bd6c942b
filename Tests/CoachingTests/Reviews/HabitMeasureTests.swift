import Coaching
import TestSupport
import Testing

/// A Monday.
private let monday = CivilDate(dayNumber: 20_780)

@Suite struct HabitMeasureTests {
  private func days(_ word: String, _ aim: Aim = Aim(.done)) -> [HabitDay] {
    states(word).enumerated().map { index, state in
      let brought: HabitStrength.Day =
        state == .done ? .done(1) : state == .missed ? .done(0) : .skipped
      let day = monday.adding(days: index)
      return HabitDay(day: day, state: state, brought: brought, aim: aim)
    }
  }

  private func measure(_ days: [HabitDay]) -> HabitMeasure {
    var measure = HabitMeasure(Habit(question("help", .outcome), Aim(.done)))
    for day in days { measure.add(day) }
    return measure
  }

  @Test func `Weeks go from Monday to Sunday, and count what counts`() {
    let weeks = measure(days("DDMEEED" + "EEEEEEE" + "MU")).weeks
    #expect(weeks.map(\.first) == [0, 14].map(monday.adding))
    #expect(weeks.map(\.monday) == weeks.map(\.first))
    #expect(weeks.map { "\($0.tally.done) of \($0.tally.counted)" } == ["3 of 4", "0 of 1"])
    #expect(weeks.map(\.tally.rate) == [0.75, 0])
    let counts = measure(days("DDMEEED" + "U")).counts
    #expect(
      counts.map { "\($0.state) \($0.days)" } == [
        "done 3", "missed 1", "excused 3", "notDue 0", "unknown 1",
      ]
    )
  }

  @Test func `A week begins on the person's own day of it`() {
    for (start, firsts) in [(Weekday.sunday, [-1, 6]), (.saturday, [-2, 5]), (.monday, [0, 7])] {
      var measure = HabitMeasure(Habit(question("help", .outcome), Aim(.done)), weekStarts: start)
      for day in days("DDDDDDDDDD") { measure.add(day) }
      #expect(measure.weeks.map(\.first) == firsts.map(monday.adding), "\(start)")
      #expect(measure.weeks.map(\.monday) == [0, 7].map(monday.adding), "\(start)")
    }
  }

  @Test func `The last weeks are those of the calendar, with their gaps`() {
    let measure = measure(days("DDMEEED" + "EEEEEEE" + "MU"))
    let shown = { (last: Int) in
      measure.lastWeeks(4, through: monday.adding(days: last)).map { week in
        week.tally.days == 0 ? "–" : "\(week.tally.done)/\(week.tally.counted)"
      }
    }
    #expect(shown(15) == ["3/4", "–", "0/1"])
    #expect(shown(6) == ["3/4"])
    #expect(shown(30) == ["–", "0/1", "–", "–"])
    #expect(shown(100) == ["–", "–", "–", "–"])
    #expect(measure.lastCounted == monday.adding(days: 14))
  }

  @Test func `A week that has only begun tells nothing by days on which nothing was due`() throws {
    let aim = Aim(.done, try #require(Frequency(times: 5, days: 7)))
    for (word, last, tells) in [
      ("DDDDDNN" + "N", 7, false), ("DDDDDNN" + "NN", 8, false), ("DDDDDNN" + "M", 7, true),
      ("DDDDDNN" + "ND", 8, true), ("DDDDDNN" + "NNNNNNN", 13, true), ("DDDDDNN" + "E", 7, false),
    ] {
      let measure = measure(days(word, aim))
      let last = monday.adding(days: last)
      let week = try #require(measure.lastWeeks(1, through: last).first)
      #expect(measure.tells(week, through: last) == tells, "\(word)")
    }
  }

  @Test func `Without a day that counts there is no strength, and it says what is missing`() {
    #expect(measure([]).strength == nil)
    #expect(measure(days("EU")).strength == nil)
    #expect(measure(days("EU")).lack == .days(1))
    #expect(measure(days("M")).strength?.score == 0)
    #expect(measure(days("M")).lack == nil)
    let unset = HabitMeasure(Habit(question("energy", .scale), Aim(.unset)))
    #expect(unset.lack == .target)
  }

  @Test func `A step says how its figure came about`() throws {
    var measure = HabitMeasure(Habit(question("help", .outcome), Aim(.done)))
    let steps = days("DEM").map { measure.add($0) }
    #expect(steps.map(\.share) == [1, nil, 0])
    #expect(steps[0].before == 0)
    for (step, next) in zip(steps, steps.dropFirst()) { #expect(step.after == next.before) }
    for step in steps {
      guard let share = step.share else { continue }
      #expect(step.after == step.before * step.retention + share * (1 - step.retention))
    }
  }

  /// Twenty years of answers, with another frequency from the eleventh on.
  private func life(_ habit: Habit) -> HabitHistory {
    var chance = TestSupport.SplitMix64(seed: 7)
    var history = HabitHistory()
    for index in 0..<7305 {
      let day = monday.adding(days: index)
      if chance.below(9) > 0 { history.asked.append(day) }
      if chance.happens(1, in: 400) { history.absences.append(day...day.adding(days: 6)) }
      let answer: Answer? = [.yesNo(true), .yesNo(true), .yesNo(false), .noOccasion, nil][
        chance.below(5)
      ]
      guard let answer else { continue }
      let aim = index < 4000 ? Aim(.done) : habit.aim
      history.entries.append(
        HabitHistory.Entry(sequence: Int64(index), day: day, answer: answer, aim: aim)
      )
    }
    return history
  }

  @Test func `Twenty years at once and day by day agree to the last digit`() throws {
    let habit = Habit(question("walk", .yesNo), Aim(.done, try frequency("3/7")))
    let life = life(habit)
    /// The days as they were judged on one of them.
    let judged = { (last: CivilDate) in
      var known = life
      known.entries.removeAll { $0.day > last }
      known.asked.removeAll { $0 > last }
      return HabitDays(habit, known, through: last, today: last)
    }
    let whole = judged(monday.adding(days: 7304))
    var running = HabitMeasure(habit)
    for (index, day) in whole.days.enumerated() {
      running.add(day)
      guard index % 487 == 3 else { continue }
      // As it was seen when this day was just settled, and those after it were open.
      let seen = judged(day.day.adding(days: HabitDays.openDays + 1))
      #expect(Array(seen.days.prefix(index + 1)) == running.days, "\(day.day)")
      var then = running
      for open in seen.days.dropFirst(index + 1) { then.add(open) }
      #expect(then == HabitMeasure(seen), "\(day.day)")
      #expect(then.strength?.score == HabitMeasure(seen).strength?.score)
    }
    #expect(running.days.count > 7000)
    #expect(running == HabitMeasure(whole))
    #expect(running.strength?.score == HabitMeasure(whole).strength?.score)
  }
}
