import Coaching
import Testing

/// A Monday.
private let monday = CivilDate(dayNumber: 20_780)

@Suite struct HabitMeasureTests {
  private func days(_ word: String, _ aim: Aim = Aim(.done)) -> [HabitDay] {
    states(word).enumerated().map { index, state in
      let brought: Strength.Day =
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
    #expect(weeks.map(\.monday) == [0, 14].map(monday.adding))
    #expect(weeks.map { "\($0.tally.done) of \($0.tally.counted)" } == ["3 of 4", "0 of 1"])
    #expect(weeks.map(\.tally.rate) == [0.75, 0])
    let counts = measure(days("DDMEEED" + "U")).counts
    #expect(
      counts.map { "\($0.state) \($0.days)" } == [
        "done 3", "missed 1", "excused 3", "notDue 0", "unknown 1",
      ]
    )
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

  @Test func `Twenty years at once and day by day agree to the last digit`() throws {
    var chance = SplitMix64(state: 7)
    let weekly = Aim(.done, try frequency("3/7"))
    let letters = Array("DDDDMMEU")
    let life = (0..<7305).map { index in
      let letter = letters[Int.random(in: letters.indices, using: &chance)]
      var day = days(String(letter), index < 4000 ? Aim(.done) : weekly)[0]
      day.day = monday.adding(days: index)
      return day
    }
    let whole = measure(life)
    var running = HabitMeasure(Habit(question("help", .outcome), Aim(.done)))
    for (index, day) in life.enumerated() {
      running.add(day)
      guard index % 1461 == 0 || index == life.count - 1 else { continue }
      #expect(running == measure(Array(life.prefix(index + 1))), "\(day.day)")
    }
    #expect(running == whole)
    #expect(running.strength?.score == whole.strength?.score)
  }
}
