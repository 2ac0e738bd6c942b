import Coaching
import Glibc
import Testing

@testable import Storage

@Suite struct TwentyYearsTests {
  @Test func `Twenty years`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      var life = TwentyYears(seed: 1, through: day(0))
      let clock = ContinuousClock()
      print("write", try clock.measure { try life.write(to: ledger) }, try ledger.factCount)
      var n = 0
      for _ in 0..<3 { print("coach", try clock.measure { n = try ledger.coach(around: day(0), tips: TwentyYears.tips).answers.count }, n, try ledger.facts(from: day(-9), through: day(2)).count) }
      print("undo", try clock.measure { n = try ledger.lastAnswers(limit: 5).count }, n)
      print("hist", try clock.measure { n = try ledger.answers(from: day(-30), through: day(0)).count }, n)
    }
  }
}
