import Coaching
import TestSupport
import Testing

/// What a person reads of a habit whose days are looked at together.
@Suite struct DaysTogetherTests {
  private let last = CivilDate(dayNumber: 20_779)

  /// A habit of some answers, by how many days ago they were; asked on each day.
  private func measure(_ aim: Aim, _ kind: AnswerKind, _ answers: [Int: Answer]) -> HabitMeasure {
    let given = answers.sorted { $0.key > $1.key }
    let entries = given.enumerated().map { index, entry in
      let day = last.adding(days: -entry.key)
      return HabitHistory.Entry(sequence: Int64(index), day: day, answer: entry.value, aim: aim)
    }
    let asked = (0..<40).reversed().map { last.adding(days: -$0) }
    let history = HabitHistory(entries: entries, asked: asked)
    return HabitMeasure(
      HabitDays(Habit(question("habit", kind), aim), history, through: last, today: last)
    )
  }

  private func counts(_ amounts: [Int]) -> [Int: Answer] {
    Dictionary(uniqueKeysWithValues: amounts.enumerated().map { ($0.offset, .count($0.element)) })
  }

  @Test func `A number that is to stay small is said as it is, beside a strength that agrees`()
    throws
  {
    let aim = Aim(.atMost(4), try #require(Frequency(times: 1, days: 7)))
    let amounts = [1, 0, 1, 1, 0, 1, 1] + .init(repeating: 1, count: 9)
    let measure = measure(aim, .count, counts(amounts))
    let together = try #require(measure.together(through: last, in: 7))
    #expect(together.figures == "5/≤4")
    #expect(together.share == 0.75)
    let line = try #require(Review([measure], .week, through: last).lines.first)
    #expect(line.together == together)
  }

  @Test func `What is meant once in two weeks is not missed on each day of one`() throws {
    let aim = Aim(.done, try #require(Frequency(times: 1, days: 14)))
    let done = measure(aim, .yesNo, [20: .yesNo(true), 9: .yesNo(true)])
    #expect(done.together(through: last, in: 7)?.figures == "1/1")
    let missed = measure(aim, .yesNo, [30: .yesNo(true)])
    #expect(missed.together(through: last, in: 7)?.figures == "0/1")
    #expect(missed.together(through: last, in: 30) == nil, "a month counts them one by one")
  }

  @Test func `Days that say for themselves, or of which nothing is known, are not taken together`()
    throws
  {
    let ten = Aim(.atLeast(10), try #require(Frequency(times: 1, days: 7)))
    #expect(
      measure(ten, .count, counts(.init(repeating: 1, count: 8))).together(through: last, in: 7)?
        .figures == "7/10"
    )
    #expect(measure(ten, .count, [:]).together(through: last, in: 7) == nil)
    #expect(measure(ten, .count, [0: .count(3)]).together(through: last, in: 7) == nil)
    #expect(measure(Aim(.done), .yesNo, [0: .yesNo(true)]).together(through: last, in: 7) == nil)
    let thrice = Aim(.done, try #require(Frequency(times: 3, days: 7)))
    #expect(measure(thrice, .yesNo, [9: .yesNo(true)]).together(through: last, in: 7) == nil)
  }
}
