import Storage
import TestSupport
import Testing

@testable import Coaching

/// What the guards and the programme need from before the days that are folded.
@Suite struct GuardContract {
  private let today = day(0)

  private func step(_ ledger: any Keeping, around day: CivilDate) throws -> Int {
    var programme = Programme()
    programme.mode = .stepByStep
    return try ledger.coach(around: day, tips: []).step(in: programme)
  }

  @Test(arguments: Keeper.allCases)
  func `The step is known, however long ago it was taken`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      #expect(try step(ledger, around: today) == 1)
      let facts = try ledger.append([
        draft(.stepped(to: 2), -400), draft(.stepped(to: 3), -300), draft(.stepped(to: 4), -2),
      ])
      #expect(try step(ledger, around: today) == 4)
      #expect(try step(ledger, around: day(-4)) == 4)
      #expect(try step(ledger, around: day(-200)) == 3)
      _ = try ledger.append([draft(.undone(fact: facts[2].id), -2)])
      #expect(try step(ledger, around: today) == 3)
      _ = try ledger.append([draft(.undone(fact: facts[1].id), -300)])
      #expect(try step(ledger, around: today) == 2)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Extras are known for a week, and as long as nobody takes them back`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      let tea = Extra(text: "tea", minutes: 5)
      let facts = try ledger.append([draft(.extra(tea), -6), draft(.extra(tea), -1)])
      let budget = ExtraBudget(count: 5)
      let use = { try ledger.coach(around: today, tips: []).extraUse(through: today, of: budget) }
      #expect(try use().minutes == 10)
      _ = try ledger.append([draft(.undone(fact: facts[0].id), -6)])
      #expect(try use().minutes == 5)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Both ledgers remember the same of the weeks before`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let facts = try ledger.append([
        draft(answered("energy", .scale(3)), -31), draft(answered("energy", .scale(4)), -30),
        draft(answered("help", .outcome(.taken)), -12), draft(answered("help", .noOccasion), -11),
        draft(.extra(Extra(text: "tea")), -12),
        draft(.extra(Extra(text: "tea", isDropped: true)), -12),
        draft(answered("sleep", .timeOfDay(CivilTime(secondOfDay: 0))), -10),
        draft(answered("sleep", .timeOfDay(CivilTime(secondOfDay: 0))), -9),
        draft(answered("q", .text("none")), -15), draft(answered("q", .scale(1)), -14),
      ])
      _ = try ledger.append([draft(.undone(fact: facts[9].id), -14)])
      let past = [
        Coach.Past(day: day(-30), question: "energy", answer: .scale(4)),
        Coach.Past(day: day(-12), question: "help", answer: .outcome(.taken)),
        Coach.Past(day: day(-11), question: "help", answer: .noOccasion),
        Coach.Past(day: day(-12), question: nil, answer: .noOccasion),
        Coach.Past(
          day: day(-10),
          question: "sleep",
          answer: .timeOfDay(CivilTime(secondOfDay: 0))
        ), Coach.Past(day: day(-15), question: "q", answer: .text("none")),
      ]
      let coach = try ledger.coach(around: today, tips: ["a"])
      let known = coach.past.map { known in
        Coach.Past(day: known.day, question: known.question, answer: known.answer)
      }
      #expect(known == past)
      // Of an extra it makes no difference when it was said.
      #expect(coach.past.allSatisfy { ($0.said == nil) == ($0.question == nil) })
      let said = facts.map { Coach.Said($0) }
      #expect(coach.past.first?.said == said[1])
    }
  }
}
