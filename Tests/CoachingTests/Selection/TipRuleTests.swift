import Testing

@testable import Coaching

/// The rules of selection, as data.
@Suite struct TipRuleTests {
  @Test func `The rules stand in their order`() {
    let names = TipRule.inOrder.map(\.name)
    let wanted = [
      "follow-up", "over-giving", "follow-up", "obstacle", "check", "step", "circle", "off-hours",
      "extra", "rotation",
    ]
    #expect(names == wanted)
    #expect(
      TipRule.inOrder.map(\.isGuard) == [true, true] + wanted.dropFirst(2).map { _ in false }
    )
  }

  /// Days on which something asks, for each rule at least one.
  private func story() -> TipPrioritiesTests.Story {
    var story = TipPrioritiesTests.begun()
    story.profile.obstacle = 2
    story.answered("help", .outcome(.declined), on: 160)
    story.happened(.extra(Extra(text: "tea", landed: false)), on: 160)
    return story
  }

  @Test func `What a rule asks for is written down under its name, and read back`() {
    let story = story()
    let day = TipPrioritiesTests.Story.first.adding(days: 161)
    let priorities = TipPriorities(story.coach, on: day, for: story.context)
    var asked: [String] = []
    for rule in TipRule.inOrder {
      for priority in rule.asks(priorities, priorities.eligible) {
        #expect(priority.description.split(separator: "/").first.map(String.init) == rule.name)
        #expect(TipPriority(priority.description) == priority)
        asked.append(priority.description)
      }
    }
    let wanted = [
      "follow-up/muddled", "follow-up/declined", "obstacle/2", "step/1", "circle/neighbour",
      "off-hours", "extra", "rotation",
    ]
    #expect(asked == wanted)
  }

  @Test func `A rule offers what answers it, and first what waited long`() {
    var story = story()
    story.told("o2a", from: 20)
    let day = TipPrioritiesTests.Story.first.adding(days: 48)
    let priorities = TipPriorities(story.coach, on: day, for: story.context)
    let places = TipRule.obstacle.candidates(
      for: .obstacle(2),
      on: priorities,
      among: priorities.eligible
    )
    #expect(places.map { priorities.tips[$0].id } == ["o2b", "o2c"])
  }

  @Test func `A claim is read as it is written`() {
    var claims =
      FollowUp.allCases.map(TipPriority.followUp) + Tip.Circle.allCases.map(TipPriority.circle)
    claims += (1...5).map(TipPriority.obstacle)
    claims += (1...4).map(TipPriority.step)
    claims += [.extra, .offHours, .rotation, .another]
    for claim in claims { #expect(TipPriority(claim.description) == claim) }
    #expect(
      TipPriority("") == nil && TipPriority("circle/moon") == nil && TipPriority("step/x") == nil
    )
  }
}
