import Coaching
import Storage
import TestSupport
import Testing

/// What is remembered of questions that are not asked every time.
@Suite struct SpacedContract {
  @Test(arguments: Keeper.allCases)
  func `The coach knows when a spaced question was last asked, however long ago`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      _ = try ledger.append([
        draft(.asked(question: "a"), -400), draft(.asked(question: "a"), -300),
        draft(.asked(question: "b"), -20), draft(.asked(question: "c"), -9),
        draft(.asked(question: "other"), -30),
      ])
      let coach = try ledger.coach(around: day(0), tips: [], spaced: ["a", "b", "c"])
      var fold = Coach.PriorState()
      fold.asked = [
        Coach.Asked(question: "a", day: day(-300)), Coach.Asked(question: "b", day: day(-20)),
      ]
      fold.seed = coach.seed
      var expected = Coach(since: coach.since, memory: fold)
      expected.apply(Fact(sequence: 4, id: "", draft(.asked(question: "c"), -9)))
      #expect(coach == expected)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `The coach knows the last answers to a spaced question that stand`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      let days = [-500, -400, -300, -200, -100, -50, -40, -9]
      let facts = try ledger.append(
        days.map { draft(answered("a", .scale(-$0 % 11)), $0) } + [
          draft(answered("b", .scale(1)), -60), draft(answered("other", .scale(1)), -60),
        ]
      )
      _ = try ledger.append([draft(.undone(fact: facts[5].id), -50)])
      let coach = try ledger.coach(around: day(0), tips: [], spaced: ["a", "b", "c"])
      #expect(coach.answers.map(\.fact.sequence) == [2, 3, 4, 5, 7, 9, 8])
      #expect(try ledger.coach(around: day(0), tips: []).answers.map(\.fact.sequence) == [8])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Of what offers something the answers of a year are known`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let days = (1...16).map { -28 * $0 - 20 }.reversed()
      _ = try ledger.append(days.map { draft(answered("a", .yesNo(false)), $0) })
      let coach = try ledger.coach(around: day(0), tips: [], spaced: ["a"], offers: ["a"])
      #expect(coach.answers.map(\.fact.sequence) == Array(3...16))
    }
  }
}

extension Fact {
  fileprivate init(sequence: Int64, id: String, _ draft: Draft) {
    self.init(
      sequence: sequence,
      id: id,
      instant: draft.instant,
      zone: draft.zone,
      day: draft.day,
      event: draft.event
    )
  }
}
