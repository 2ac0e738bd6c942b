import Coaching
import Glibc
import Storage
import Testing

@Suite struct TwentyYearsTests {
  /// With `COACH_TWENTY_YEARS=path` in the environment it writes all twenty there, for the
  /// benchmark, through the day in `COACH_TWENTY_YEARS_THROUGH`.
  @Test func `A long life is some 27 facts a day, and the coach recalls the last of it`() throws {
    let last = environment("COACH_TWENTY_YEARS_THROUGH").flatMap { CivilDate($0) } ?? day(0)
    if let path = environment("COACH_TWENTY_YEARS") {
      try live(20, through: last, at: path)
    } else {
      try inTemporaryDirectory { try live(1, through: last, at: "\($0)/ledger.sqlite") }
    }
  }

  private func live(_ years: Int, through last: CivilDate, at path: String) throws {
    var life = TwentyYears(seed: 1, through: last, years: years)
    let ledger = try Ledger(path: path)
    try life.write(to: ledger)
    #expect((26...28).contains(try ledger.factCount / (years * 365)))
    let coach = try ledger.coach(around: last, tips: TwentyYears.tips)
    #expect(coach.lastSequence <= Int64(try ledger.factCount))
    #expect((30...40).contains(coach.prompts.count))
    #expect(Set(coach.told.map(\.tip)) == Set(TwentyYears.tips))
    #expect(coach.since.map { $0.seconds / 86_400 } == Int64(last.dayNumber - years * 365 + 1))
  }

  /// With `COACH_THIRTY_HABITS=path` it writes twenty years of thirty habits there.
  @Test func `A life of thirty habits is read whole, each habit by itself`() throws {
    let last = environment("COACH_TWENTY_YEARS_THROUGH").flatMap { CivilDate($0) } ?? day(0)
    if let path = environment("COACH_THIRTY_HABITS") {
      try live(20, habits: 30, through: last, at: path)
    } else {
      try inTemporaryDirectory {
        try live(1, habits: 30, through: last, at: "\($0)/ledger.sqlite")
      }
    }
  }

  private func live(
    _ years: Int,
    habits: Int,
    through last: CivilDate,
    at path: String
  ) throws {
    var life = TwentyYears(seed: 1, through: last, years: years, habits: habits)
    let ledger = try Ledger(path: path)
    try life.write(to: ledger)
    let names = (1...habits).map { "habit-\($0)" }
    let histories = try ledger.histories(of: names, through: last)
    #expect(histories.count == habits)
    for history in histories {
      // One slot of twenty-five never came, and one answer of twenty was taken back.
      #expect((340...480).contains(history.entries.count / years))
      #expect((340...365).contains(history.asked.count / years))
    }
  }

  private func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
