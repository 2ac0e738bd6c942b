import Coaching
import Testing

/// What the person's own answers say.
@Suite struct OwnEvidenceTests {
  private let today = CivilDate(dayNumber: 20_000)

  /// Answers of the last days, the last of them today.
  private func history(_ answers: [Answer]) -> HabitHistory {
    HabitHistory(
      entries: answers.enumerated().map { place, answer in
        HabitHistory.Entry(
          sequence: Int64(place),
          day: today.adding(days: place + 1 - answers.count),
          answer: answer
        )
      }
    )
  }

  @Test func `An offer counts when it was made, and is good when it was welcome`() {
    let made = history([
      .outcome(.taken), .outcome(.declined), .outcome(.couldNot), .noOccasion, .outcome(.taken),
    ])
    #expect(Evidence.offers([made]) == Evidence(count: 3, good: 2))
    #expect(Evidence.offers([made, made]) == Evidence(count: 6, good: 4))
  }

  @Test func `Of a day only the answer that stands counts`() {
    var history = history([.outcome(.declined), .outcome(.taken)])
    history.entries[0].day = today
    #expect(Evidence.offers([history]) == Evidence(count: 1, good: 1))
  }

  @Test func `Ridicule that stayed away is the good of it; what was left undone says nothing`() {
    let feared = history([.yesNo(true), .noOccasion, .yesNo(false), .yesNo(false)])
    #expect(Evidence.ridicule(feared) == Evidence(count: 3, good: 2))
  }

  @Test func `Nine say nothing, ten do, and less than half is unfavourable`() {
    #expect(Evidence(count: 9, good: 0).missing == 1)
    #expect(!Evidence(count: 9, good: 0).isUnfavourable)
    #expect(Evidence(count: 10, good: 4).missing == 0)
    #expect(Evidence(count: 10, good: 4).isUnfavourable)
    #expect(!Evidence(count: 10, good: 5).isUnfavourable)
  }

  @Test func `Ridicule is repeated from the third report within ninety days`() {
    let met = Answer.yesNo(true)
    #expect(!Evidence.isRepeated(history([met, .yesNo(false), met]), on: today))
    #expect(Evidence.isRepeated(history([met, met, met]), on: today))
    #expect(Evidence.isRepeated(history([met, met, met]), on: today.adding(days: 87)))
    #expect(!Evidence.isRepeated(history([met, met, met]), on: today.adding(days: 88)))
  }
}
