import Testing

@testable import Coaching

/// What keeps the person from giving more than they have.
@Suite struct TipPrioritiesGuardsTests {
  private static func tip(
    _ id: String,
    _ guards: Tip.Guard? = nil,
    _ kind: Tip.Kind = .regular,
    _ part: Tip.Part? = nil
  ) -> Tip {
    let wording = Tip.Wording(title: id, action: id, why: id, short: id, ask: id)
    var tip = Tip(
      id: id,
      rows: [],
      part: part,
      guards: guards,
      kind: kind,
      systems: ["S4"],
      wording: wording
    )
    tip.follows = guards == .extras ? [.muddled] : []
    return tip
  }

  static let tips =
    [
      tip("dropping", .extras, .valueAdded), tip("limit", .limits, .valueAdded),
      tip("gift", nil, .valueAdded), tip("served", .limits), tip("plain"), tip("other"),
      tip("light", nil, .offHours), tip("lighter", nil, .offHours),
    ] + (1...4).map { tip("step-\($0)", $0 == 3 ? .limits : nil, .regular, .step($0)) }

  private func story() -> TipPrioritiesTests.Story {
    var story = TipPrioritiesTests.Story()
    story.tips = Self.tips
    story.told("step-1 step-2 step-3 step-4", from: 0)
    return story
  }

  @Test func `An extra that did not land brings the look at what is in the way`() {
    var story = story()
    story.happened(.extra(Extra(text: "tea", landed: false)), on: 20)
    #expect(story.claim(on: 21) == "follow-up/muddled")
    #expect(story.decision(on: 21)?.tip.id == "dropping")
    story.told("dropping", from: 21)
    #expect(story.claim(on: 22) != "follow-up/muddled")
  }

  @Test func `So does one of which the person says so when they are asked`() {
    var story = story()
    story.happened(.extra(Extra(text: "tea")), on: 18)
    story.answered(Extra.lookBack, .yesNo(true), on: 18)
    #expect(story.claim(on: 19) != "follow-up/muddled")
    // It counts from the day on which it was said.
    story.happened(.extra(Extra(text: "cake")), on: 18)
    story.answered(Extra.lookBack, .yesNo(false), on: 20)
    #expect(story.claim(on: 23) == "follow-up/muddled")
    #expect(story.decision(on: 23)?.tip.id == "dropping")
    #expect(story.claim(on: 24) != "follow-up/muddled")
  }

  @Test func `It comes in the first days too, and when no extra is left`() {
    var story = story()
    story.happened(.extra(Extra(text: "tea", landed: false)), on: 5)
    story.tips[0].level = 2
    #expect(story.decision(on: 6)?.tip.id == "dropping")
  }

  @Test func `It waits for three days, and no longer`() {
    var story = story()
    story.happened(.extra(Extra(text: "tea", landed: false)), on: 20)
    #expect(story.claim(on: 23) == "follow-up/muddled")
    #expect(story.claim(on: 24) != "follow-up/muddled")
  }

  @Test func `One that was welcome, or of which that is open, brings nothing`() {
    for landed in [true, nil] {
      var story = story()
      story.happened(.extra(Extra(text: "tea", landed: landed)), on: 20)
      #expect(story.claim(on: 21) != "follow-up/muddled")
    }
  }

  @Test func `Once the week's budget is used up no extra is suggested`() {
    var story = story()
    story.profile.extrasPerWeek = 2
    #expect(story.eligible(on: 21).contains("gift"))
    story.happened(.extra(Extra(text: "tea")), on: 20)
    #expect(story.eligible(on: 21).contains("gift"))
    story.profile.extraMinutes = 30
    story.happened(.extra(Extra(text: "cake", minutes: 30, isDropped: true)), on: 20)
    #expect(story.eligible(on: 21).contains("gift"))
    story.happened(.extra(Extra(text: "cake", minutes: 30)), on: 20)
    #expect(!story.eligible(on: 21).contains("gift"))
    #expect(story.eligible(on: 27).contains("gift"))
  }

  @Test func `Who gives more and fares worse hears of limits, of being served and of rest`() {
    var story = BalanceTests.story()
    story.tips = Self.tips
    story.told("step-1 step-2 step-3 step-4", from: 0)
    #expect(story.claim(on: 30) == "over-giving")
    let limits = ["limit", "served", "step-3"]
    #expect(limits.contains(story.decision(on: 30)?.tip.id ?? ""))
    #expect(!story.eligible(on: 30).contains("gift"))
    story.told("served", from: 30)
    // Every other day, and then the mix again.
    #expect(story.claim(on: 31) != "over-giving")
    #expect(story.claim(on: 32) == "over-giving")
  }

  @Test func `Who is in time, or gives no more, does not`() {
    for calm in [BalanceTests.story(late: 0), BalanceTests.story(extra: false, late: 0)] {
      var story = calm
      story.tips = Self.tips
      story.told("step-1 step-2 step-3 step-4", from: 0)
      #expect(story.claim(on: 30) != "over-giving")
    }
  }

  @Test func `The claim is written down and read back`() {
    for claim in [TipPriority.overGiving, .followUp(.muddled)] {
      #expect(TipPriority(claim.description) == claim)
    }
  }

  @Test func `Away from work one light tip a day is enough`() {
    var story = story()
    story.profile.offHours = Weekday.allCases
    let day = TipPrioritiesTests.Story.first.adding(days: 40)
    let another = { (story: TipPrioritiesTests.Story) in
      story.coach.anotherDecision(on: day, for: story.context)?.candidates.map(\.tip) ?? []
    }
    story.told("plain", from: 40)
    #expect(another(story).contains("lighter"))
    story.told("light", from: 40)
    #expect(!another(story).isEmpty)
    #expect(!another(story).contains("lighter"))
  }
}
