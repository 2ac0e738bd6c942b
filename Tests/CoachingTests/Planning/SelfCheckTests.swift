import Testing

@testable import Coaching

/// When a self-check is asked, and what follows from its answers.
@Suite struct SelfCheckTests {
  typealias Story = TipPrioritiesTests.Story

  /// Two self-checks that come by themselves, and one for those who chose it.
  static let teaching: Teaching = {
    var teaching = Teaching()
    teaching.checks = [
      check("sides", SelfCheck.Steering(way: .lowest, tips: 3, days: 7, others: 1)),
      check("fears", SelfCheck.Steering(way: .highest, tips: 5, days: 20)), check("lines", nil),
    ]
    teaching.questions = [
      question("energy"), question("hard", "sides", ["E1"]), question("soft", "sides", ["E2"]),
      question("no", "fears", ["obstacle-1"]), question("bad", "fears", ["obstacle-2"]),
      question("line", "lines"),
    ]
    teaching.tips = (1...160).map(tip)
    return teaching
  }()

  private static func check(_ id: String, _ steering: SelfCheck.Steering?) -> SelfCheck {
    SelfCheck(id: id, rows: [], title: id, ask: id, steering: steering)
  }

  private static func question(
    _ id: String,
    _ check: String? = nil,
    _ leads: [String] = []
  ) -> Question {
    var question = PlanFixture.question(id, .scale)
    question.check = check
    question.leads = leads
    question.every = check == nil ? nil : .days(28)
    question.isOptional = check == "lines"
    return question
  }

  /// Ten of each kind: on either side, on either fear; and many others.
  private static func tip(_ number: Int) -> Tip {
    let wording = Tip.Wording(title: "t", action: "a", why: "w", short: "s", ask: "a")
    let kind = number % 16
    return Tip(
      id: "\(kind < 4 ? ["hard", "soft", "no", "bad"][kind] : "other")-\(number)",
      rows: kind < 2 ? ["E\(kind + 1)"] : [],
      part: kind == 2 || kind == 3 ? .obstacle(kind - 1) : nil,
      kind: .regular,
      systems: ["S2"],
      wording: wording
    )
  }

  private func context(
    _ story: Story,
    _ carries: [String] = ["energy", "self-check"]
  ) throws -> PlanningContext {
    let slot = try PlanFixture.slot("work", "17:30", hours: 4, carries)
    let schedule = Schedule(
      slots: [slot],
      dayStarts: CivilTime(secondOfDay: 0),
      quiet: .none
    )
    return PlanningContext(
      schedule: schedule,
      teaching: Self.teaching,
      zone: .utc,
      profile: story.profile
    )
  }

  /// What is asked on a day, which is written down.
  private func ask(
    _ story: inout Story,
    on day: Int,
    _ carries: [String] = ["energy", "self-check"]
  ) throws -> String {
    // A person who reacts is asked every day.
    story.happened(.unmuted(tip: "none"), on: day)
    let now = Instant(seconds: Int64(Story.first.dayNumber + day) * 86_400 + 63_000)
    let begins = story.coach.plan(at: now, for: try context(story, carries)).begins
    for prompted in begins { story.happened(.prompted(prompted), on: day) }
    return begins.flatMap(\.questions).joined(separator: " ")
  }

  @Test func `One self-check is asked as a whole, one in a week, and none in the first`() throws {
    var story = Story()
    var asked: [String] = []
    for day in 0...42 {
      let questions = try ask(&story, on: day).replacing("energy", with: "").trimmed
      if !questions.isEmpty { asked.append("\(day): \(questions)") }
    }
    #expect(asked == ["7: hard soft", "14: no bad", "35: hard soft", "42: no bad"])
  }

  @Test func `What the person chose comes when it is due, but never two on a day`() throws {
    var story = Story()
    story.profile.questions = ["lines"]
    #expect(try ask(&story, on: 0) == "energy line")
    #expect(try ask(&story, on: 6) == "energy")
    #expect(try ask(&story, on: 7) == "energy hard soft")
    #expect(try ask(&story, on: 28) == "energy no bad")
    #expect(try ask(&story, on: 29) == "energy line")
  }

  @Test func `What a slot names besides comes once, and never beside another`() throws {
    var story = Story()
    story.profile.questions = ["lines", "sides"]
    let carries = ["energy", "self-check", "lines", "sides"]
    #expect(try ask(&story, on: 0, carries) == "energy hard soft")
    #expect(try ask(&story, on: 1, carries) == "energy line")
    #expect(try ask(&story, on: 2, carries) == "energy")
    // Who names it in a slot has chosen it.
    var other = Story()
    #expect(try ask(&other, on: 0, ["sides", "fears"]) == "hard soft")
    #expect(try ask(&other, on: 1, ["sides", "fears"]) == "no bad")
  }

  @Test func `A self-check that was answered is not asked, and one that was retired never`() throws
  {
    var story = Story()
    story.answered("hard", .scale(3), on: 6)
    story.happened(.muted(tip: "fears"), on: 6)
    #expect(try ask(&story, on: 7) == "energy")
    #expect(try ask(&story, on: 20) == "energy")
    #expect(try ask(&story, on: 34) == "energy hard soft")
    story.happened(.unmuted(tip: "fears"), on: 40)
    #expect(try ask(&story, on: 41) == "energy no bad")
    story.happened(.muted(tip: "energy"), on: 42)
    #expect(try ask(&story, on: 42).isEmpty)
  }

  /// What leads on some days after answers on day 19, tips being told as they are chosen.
  private func claims(_ answers: [(String, Int)], through last: Int) throws -> [String] {
    var story = Story()
    story.profile.level = 1
    for (question, number) in answers { story.answered(question, .scale(number), on: 19) }
    return try (20...last).compactMap { day in
      let date = Story.first.adding(days: day)
      let decision = try #require(story.coach.decision(on: date, for: try context(story)))
      story.happened(.told(tip: decision.tip.id), on: day)
      guard case .check(let question, _) = decision.claim else { return nil }
      #expect(decision.tip.id.hasPrefix(question), "\(decision.tip.id)")
      return "\(day) \(decision.claim)"
    }
  }

  @Test func `The lower side gets the larger share, and the other its part`() throws {
    let claims = try claims([("hard", 7), ("soft", 4)], through: 40)
    let kinds = claims.map { $0.split(separator: " ")[1] }
    #expect(kinds.count { $0 == "check/lowest/soft" } <= 3)
    #expect(kinds.count { $0 == "check/lowest/soft" } >= 2)
    #expect(kinds.contains("check/other/hard"))
    #expect(claims.first == "20 check/lowest/soft")
    #expect(claims.allSatisfy { Int($0.prefix(2)) ?? 99 <= 26 })
  }

  @Test func `What stands highest gets a short series, every other day at most`() throws {
    let claims = try claims([("no", 3), ("bad", 8)], through: 60)
    let days = claims.compactMap { Int($0.prefix(2)) }
    #expect(claims.allSatisfy { $0.hasSuffix("check/highest/bad") })
    #expect((3...5).contains(claims.count), "\(claims)")
    #expect(zip(days, days.dropFirst()).allSatisfy { $1 - $0 >= 2 }, "\(days)")
    #expect(days.allSatisfy { $0 <= 39 })
  }

  @Test func `Where all stand alike none leads, and an own obstacle goes before`() throws {
    #expect(try claims([("no", 5), ("bad", 5), ("hard", 0), ("soft", 0)], through: 30) == [])
    var story = Story()
    story.answered("no", .scale(1), on: 19)
    story.answered("bad", .scale(9), on: 19)
    story.profile.obstacle = 1
    let date = Story.first.adding(days: 20)
    let claim = story.coach.decision(on: date, for: try context(story))?.claim
    #expect(claim == .obstacle(1))
  }

  @Test func `The same answers are an empty form at the fourth time, and are told of once`() {
    var story = Story()
    var told: [Bool] = []
    for (number, hard) in [2, 3, 3, 3, 3, 3, 4].enumerated() {
      story.answered("hard", .scale(hard), on: number)
      story.answered("soft", .scale(5), on: number)
      told.append(story.coach.isEmptyForm("sides", from: Self.teaching))
    }
    #expect(told == [false, false, false, false, true, false, false])
    #expect(!story.coach.isEmptyForm("fears", from: Self.teaching))
  }

  @Test func `A claim of a self-check is read as it is written, and said by its title`() throws {
    for side in TipPriority.Side.allCases {
      let claim = TipPriority.check("hard", side)
      #expect(TipPriority(claim.description) == claim)
    }
    #expect(TipPriority("check/hard") == nil)
    #expect(TipPriority("check/middle/hard") == nil)
    var phrases = Phrases()
    phrases.frames = [("because-lowest", "Lowest: {check}.")]
    let chosen = TipChosen(
      tip: "hard-4",
      slot: "tip",
      draw: 0,
      constants: 1,
      claim: .check("hard", .lowest),
      table: ""
    )
    let reasons = Coach().reasons(for: chosen, on: Story.first, from: Self.teaching)
    #expect(phrases.sentence(for: reasons) == "Lowest: hard.")
  }

  @Test func `A self-check is one block in a prompt, with one command for all of it`() throws {
    var teaching = Self.teaching
    teaching.phrases.frames = [("answer-with", "{command}")]
    let questions = teaching.questions.filter { $0.check == "fears" || $0.id == "energy" }
    let blocks = teaching.blocks(asking: questions, on: Story.first, coach: Coach())
    #expect(blocks.count == 2)
    #expect(blocks[1].prefix(3) == [.text("fears"), .text("– no"), .text("– bad")])
    #expect(blocks[1].contains(.command("{command}", .answer(name: "fears", answers: ["3", "5"]))))
  }
}
