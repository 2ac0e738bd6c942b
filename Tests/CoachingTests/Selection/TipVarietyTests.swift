import Testing

@testable import Coaching

/// A year without clockwork: what keeps tips apart, and what is called for within bounds.
@Suite struct TipVarietyTests {
  private typealias Story = TipPrioritiesTests.Story

  /// A story of many tips, so that what has to rest can.
  private func story() -> Story {
    var story = TipPrioritiesTests.begun()
    let wording = Tip.Wording(title: "", action: "", why: "", short: "", ask: "")
    story.tips += (100..<400).map { number in
      Tip(
        id: "m\(number)",
        rows: [],
        part: nil,
        kind: .regular,
        systems: ["S\(2 + number % 4)"],
        wording: wording
      )
    }
    let calling = story.tips.filter { !$0.follows.isEmpty || $0.part == .obstacle(4) }
    for tip in calling {
      for number in 0..<15 {
        var another = tip
        another.id += "-\(number)"
        story.tips.append(another)
      }
    }
    return story
  }

  @Test func `What answers, series and circles call for takes three mornings of seven at most`() {
    var story = story()
    story.profile.obstacle = 4
    var isCalled: [Bool] = []
    for day in 4..<60 {
      story.answered("help", .outcome(day % 2 == 0 ? .declined : .couldNot), on: day - 1)
      isCalled.append(story.lived(day)?.claim.isCall ?? false)
    }
    for first in 0...(isCalled.count - 7) {
      #expect(isCalled[first..<first + 7].filter { $0 }.count <= 3, "from day \(first + 4)")
    }
    #expect(isCalled.filter { $0 }.count > 20)
  }

  @Test func `The same answer is followed twice in seven days at most`() {
    var story = story()
    var followed: [Int] = []
    for day in 4..<40 {
      story.answered("help", .outcome(.declined), on: day - 1)
      if story.lived(day)?.claim == .followUp(.declined) { followed.append(day) }
    }
    #expect(followed.count > 6)
    #expect(zip(followed, followed.dropFirst(2)).allSatisfy { $1 - $0 >= 7 }, "\(followed)")
  }

  @Test func `A tip rests for a season`() {
    var story = story()
    var last: [String: Int] = [:]
    for day in 4..<500 {
      guard let tip = story.lived(day)?.tip.id else { continue }
      if let before = last[tip] { #expect(day - before >= 120, "\(tip)") }
      last[tip] = day
    }
  }

  @Test func `What is done once does not come again, and what is done once a year not before`() {
    var story = TipPrioritiesTests.begun()
    story.tips[8].once = .ever
    story.tips[9].once = .year
    let (ever, year) = (story.tips[8].id, story.tips[9].id)
    for day in [4, 150, 368, 369, 900] {
      #expect(story.eligible(on: day).contains(ever))
      #expect(story.eligible(on: day).contains(year))
    }
    story.told("\(ever) \(year)", from: 4)
    #expect([150, 368, 369, 900].filter { story.eligible(on: $0).contains(ever) } == [])
    #expect([150, 368, 369, 900].filter { story.eligible(on: $0).contains(year) } == [900])
    #expect(story.eligible(on: 5 + 365).contains(year))
    #expect(!story.eligible(on: 4 + 365).contains(year))
  }

  @Test func `Neighbours in meaning keep three weeks apart`() {
    var story = story()
    let places = [20, 21, 22]
    story.tips[places[0]].ideas = ["door"]
    story.tips[places[1]].ideas = ["ladder", "door"]
    story.tips[places[2]].ideas = ["ladder"]
    story.told(story.tips[places[0]].id, from: 4)
    let eligible = { (day: Int) in
      places.map { story.eligible(on: day).contains(story.tips[$0].id) }
    }
    #expect(eligible(5) == [false, false, true])
    #expect(eligible(24) == [false, false, true])
    #expect(eligible(25) == [false, true, true])
  }

  @Test func `On a free day nothing of the job comes`() {
    var story = story()
    story.profile.offHours = [.saturday]
    story.tips[20].place = .work
    let days = (4...17).filter { !story.eligible(on: $0).contains(story.tips[20].id) }
    #expect(days == [5, 12])
  }

  @Test func `An obstacle's tips come by themselves only to whom it is one`() {
    for (obstacle, expected) in [(nil, []), (3, [3])] as [(Int?, Set<Int>)] {
      var story = story()
      story.profile.obstacle = obstacle
      var obstacles: Set<Int> = []
      for day in 4..<400 {
        if case .obstacle(let number) = story.lived(day)?.tip.part { obstacles.insert(number) }
      }
      #expect(obstacles == expected)
    }
  }

  @Test func `A circle does not come by the clock, and one of few tips less often`() {
    var story = story()
    let next = story.tips.firstIndex { $0.circle == .neighbour } ?? 0
    for number in 0..<9 {
      var tip = story.tips[next]
      tip.id = "payer-\(number)"
      tip.circle = .payer
      story.tips.append(tip)
    }
    var days: [Tip.Circle: [Int]] = [:]
    for day in 4..<700 {
      guard let tip = story.lived(day)?.tip, let circle = tip.circle else { continue }
      days[circle, default: []].append(day)
    }
    let gaps = { (circle: Tip.Circle) in
      let days = days[circle] ?? []
      return zip(days, days.dropFirst()).map { $1 - $0 }
    }
    #expect(gaps(.payer).allSatisfy { $0 <= 48 })
    #expect(Set(gaps(.payer)).count > 4, "\(gaps(.payer))")
    #expect(gaps(.neighbour).allSatisfy { $0 >= 120 }, "\(gaps(.neighbour))")
  }

  @Test func `An even draw is no free choice`() {
    let row = { (tip: String, chance: Double) in "\(tip) \(chance) 0 0 0" }
    let even = TipChosen(
      tip: "b",
      slot: TipDecision.tipSlot,
      draw: 0.5,
      constants: 1,
      claim: .rotation,
      table: (0..<20).map { row($0 == 0 ? "b" : "t\($0)", 0.05) }.joined(separator: "\n")
    )
    let day = CivilDate(dayNumber: 20_000)
    #expect(Coach().reasons(for: even, on: day, from: Teaching()) == [.new])
    let unlikely = TipChosen(
      tip: "b",
      slot: TipDecision.tipSlot,
      draw: 0.5,
      constants: 1,
      claim: .rotation,
      table: "a 0.975 0 0 0\n" + row("b", 0.025)
    )
    #expect(Coach().reasons(for: unlikely, on: day, from: Teaching()) == [.freeChoice])
  }
}
