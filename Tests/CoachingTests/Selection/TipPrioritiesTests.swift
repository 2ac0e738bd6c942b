import Testing

@testable import Coaching

/// What has the first word on a day: a follow-up, the obstacle, the programme, a circle, the rest.
@Suite struct TipPrioritiesTests {
  /// A person and what happened to them, on days counted from the first.
  struct Story {
    var coach = Coach()
    var profile = Profile(roles: [], offHours: [])
    var tips = TipPrioritiesTests.tips
    private var sequence: Int64 = 0
    /// A Monday.
    static let first = CivilDate(dayNumber: 20_633)

    init() { happened(.unknown(kind: "first"), on: 0) }

    mutating func happened(_ event: Event, on day: Int) {
      sequence += 1
      coach.apply(
        Fact(
          sequence: sequence,
          id: "fact-\(sequence)",
          instant: Instant(seconds: Int64(Self.first.dayNumber + day) * 86_400 + 30_000),
          zone: "UTC",
          day: Self.first.adding(days: day),
          event: event
        )
      )
    }

    mutating func answered(_ question: String, _ answer: Answer, on day: Int) {
      happened(.answered(Answered(question: question, answer: answer, from: "command")), on: day)
    }

    mutating func told(_ tips: String, from day: Int) {
      for (number, tip) in tips.split(separator: " ").enumerated() {
        happened(.told(tip: String(tip)), on: day + number)
      }
    }

    var context: PlanningContext {
      let schedule = Schedule(slots: [], dayStarts: CivilTime(secondOfDay: 0), quiet: .none)
      let wording = Question.Wording(title: "", ask: "", hint: "")
      let isDone = Question(
        id: "tip-done",
        rows: [],
        kind: .yesNo,
        better: .more,
        about: .tip,
        wording: wording
      )
      let teaching = Teaching(tips: tips, questions: [isDone])
      return PlanningContext(schedule: schedule, teaching: teaching, zone: .utc, profile: profile)
    }

    func decision(on day: Int) -> TipDecision? {
      coach.decision(on: Self.first.adding(days: day), for: context)
    }

    /// The tips that may come on a day.
    func eligible(on day: Int) -> [String] {
      let agenda = TipPriorities(coach, on: Self.first.adding(days: day), for: context)
      return agenda.eligible.map { agenda.tips[$0].id }
    }

    /// Tells the tip of a day as it is written down: chosen, and why.
    @discardableResult
    mutating func lived(_ day: Int) -> TipDecision? {
      guard let decision = decision(on: day) else { return nil }
      happened(.chosen(decision.chosen), on: day)
      happened(.told(tip: decision.tip.id), on: day)
      return decision
    }

    func claim(on day: Int) -> String? { decision(on: day)?.claim.description }
  }

  private static func tip(
    _ id: String,
    _ part: Tip.Part? = nil,
    _ system: String = "S2",
    kind: Tip.Kind = .regular,
    level: Int = 1,
    roles: [Tip.Role] = [],
    circle: Tip.Circle? = nil
  ) -> Tip {
    let wording = Tip.Wording(title: id, action: id, why: id, short: id, ask: id)
    var tip = Tip(
      id: id,
      rows: [],
      part: part,
      kind: kind,
      systems: [part == nil ? system : "S1"],
      level: level,
      roles: roles,
      circle: circle,
      wording: wording
    )
    switch part {
    case .obstacle(1): tip.follows = [.declined]
    case .obstacle(2): tip.follows = [.couldNot]
    case .step(1): tip.follows = [.late]
    default: break
    }
    return tip
  }

  static let tips: [Tip] = steps + obstacles + rest + others

  private static let steps = (1...4).flatMap { step in
    ["a", "b"].map { tip("s\(step)\($0)", .step(step)) }
  }

  private static let obstacles = (1...5).flatMap { number in
    ["a", "b", "c"].map { tip("o\(number)\($0)", .obstacle(number)) }
  }

  private static let rest = ["2", "3", "4", "5"].flatMap { system in
    (1...6).map { tip("r\(system)\($0)", nil, "S\(system)") }
  }

  private static let others = [
    tip("extra", nil, "S4", kind: .valueAdded), tip("stroll", nil, "S8", kind: .offHours),
    tip("brave", nil, "S2", level: 3), tip("bosses", nil, "S11", roles: [.manager]),
    tip("next-door", nil, "S6", circle: .neighbour),
  ]

  /// A story in which the four steps have been told.
  static func begun() -> Story {
    var story = Story()
    story.told("s1a s2a s3a s4a", from: 0)
    return story
  }

  @Test func `The programme begins with its four steps, in order`() {
    var story = Story()
    for step in 1...4 {
      #expect(story.claim(on: step - 1) == "step/\(step)")
      story.told(story.decision(on: step - 1)?.tip.id ?? "", from: step - 1)
    }
    #expect(story.claim(on: 4) == "rotation")
    #expect(story.claim(on: 11) == "step/1")
  }

  @Test func `A declined offer is followed up once, before anything else`() {
    var story = Self.begun()
    story.profile.obstacle = 4
    story.answered("help", .outcome(.declined), on: 4)
    #expect(story.claim(on: 5) == "follow-up/declined")
    #expect(story.decision(on: 5)?.tip.part == .obstacle(1))
    story.told("o1a", from: 5)
    #expect(story.claim(on: 6) == "obstacle/4")
    story.answered("help", .outcome(.couldNot), on: 6)
    #expect(story.claim(on: 7) == "follow-up/could-not")
    #expect(story.claim(on: 10) != "follow-up/could-not")
  }

  @Test func `An answer that was replaced asks for nothing`() {
    var story = Self.begun()
    story.answered("help", .outcome(.declined), on: 4)
    story.answered("help", .outcome(.taken), on: 4)
    #expect(story.claim(on: 5) == "rotation")
  }

  @Test func `Late is what is later than the person's own time, several evenings in a row`() {
    let cases: [(times: [String], target: String?, isLate: Bool)] = [
      (["23:40", "00:20"], "23:00", true), (["23:40"], "23:00", false),
      (["23:40", "22:50"], "23:00", false), (["23:20", "23:25"], "23:00", false),
      (["23:40", "00:20"], nil, false), (["00:50", "01:10"], "00:10", true),
      (["22:00", "22:10"], "00:10", false),
    ]
    for (times, target, isLate) in cases {
      var story = Self.begun()
      story.profile.lightsOut = target.flatMap { WeeklyTimes([$0]) }
      for (number, time) in times.enumerated() {
        guard let time = CivilTime(time) else { continue }
        story.answered("sleep", .timeOfDay(time), on: 3 + number)
      }
      #expect((story.claim(on: 5) == "follow-up/late") == isLate, "\(times) \(target ?? "unset")")
    }
  }

  @Test func `Low energy is met with rest and limits, from the second low day on`() throws {
    var story = Self.begun()
    let place = try #require(story.tips.firstIndex { $0.part == nil && $0.roles.isEmpty })
    story.tips[place].follows = [.low]
    story.answered("energy", .scale(3), on: 3)
    #expect(story.claim(on: 4) == "rotation")
    story.answered("energy", .scale(4), on: 4)
    #expect(story.claim(on: 5) == "rotation")
    story.answered("energy", .scale(2), on: 5)
    #expect(story.claim(on: 6) == "follow-up/low")
    #expect(story.decision(on: 6)?.tip.id == story.tips[place].id)
    story.told(story.tips[place].id, from: 6)
    #expect(story.claim(on: 7) == "rotation")
  }

  @Test func `The obstacle has a short series every other day, and then the mix returns`() {
    var story = Self.begun()
    story.profile.obstacle = 2
    var claims: [String] = []
    for day in 4..<18 {
      guard let decision = story.decision(on: day) else { continue }
      claims.append(decision.claim == .obstacle(2) ? "o" : ".")
      story.told(decision.tip.id, from: day)
    }
    #expect(claims.prefix(6).joined() == "o.o.o.")
    #expect(claims.filter { $0 == "o" }.count <= 5)
  }

  @Test func `An extra waits for the basics, for better days and for its budget`() {
    #expect(!Story().eligible(on: 0).contains("extra"))
    var story = Self.begun()
    #expect(story.eligible(on: 4).contains("extra"))
    story.answered("tip-done", .yesNo(false), on: 3)
    #expect(!story.eligible(on: 4).contains("extra"))
    story.answered("tip-done", .yesNo(true), on: 3)
    #expect(story.eligible(on: 4).contains("extra"))
    story.answered("energy", .scale(2), on: 3)
    #expect(!story.eligible(on: 4).contains("extra"))
    story.answered("energy", .scale(8), on: 3)
    story.tips.append(Self.tip("another-extra", nil, "S4", kind: .valueAdded))
    story.told("extra", from: 4)
    for day in 5...10 { #expect(!story.eligible(on: day).contains("another-extra")) }
    #expect(story.eligible(on: 11).contains("another-extra"))
    story.profile.extrasPerWeek = 2
    #expect(story.eligible(on: 5).contains("another-extra"))
    story.profile.extrasPerWeek = 0
    #expect(!story.eligible(on: 30).contains("extra"))
  }

  @Test func `An off-hours tip comes on its days only`() {
    var story = Self.begun()
    story.profile.offHours = [.saturday]
    #expect((4...18).filter { story.eligible(on: $0).contains("stroll") } == [5, 12])
    story.profile.offHours = []
    #expect((4...18).allSatisfy { !story.eligible(on: $0).contains("stroll") })
  }

  @Test func `What would not come within its time comes now`() {
    var story = Self.begun()
    story.tips.removeAll { if case .step = $0.part { true } else { false } }
    story.tips.removeAll { $0.circle != nil }
    story.profile.offHours = [.saturday]
    #expect(story.claim(on: 628) == "off-hours")
    story.told("stroll", from: 628)
    #expect(story.claim(on: 629) == "extra")
    story.told("extra", from: 629)
    #expect(story.claim(on: 630) != "extra")
  }

  @Test func `A circle comes up before seven weeks are over`() throws {
    var story = Self.begun()
    story.tips.removeAll { if case .step = $0.part { true } else { false } }
    story.tips += (2...4).map { Self.tip("next-door-\($0)", nil, "S6", circle: .neighbour) }
    let first = try #require((20..<60).first { story.claim(on: $0) == "circle/neighbour" })
    #expect((28..<48).contains(first))
    story.told("next-door", from: first)
    #expect(story.claim(on: first + 1) == "rotation")
  }

  @Test func `A tip goes to whom it fits, and a muted one to nobody`() {
    var story = Self.begun()
    #expect(!story.eligible(on: 20).contains("bosses"))
    #expect(!story.eligible(on: 20).contains("brave"))
    story.profile.roles = [.manager]
    story.profile.level = 3
    #expect(story.eligible(on: 20).contains("bosses"))
    #expect(story.eligible(on: 20).contains("brave"))
    story.happened(.muted(tip: "bosses"), on: 5)
    #expect(!story.eligible(on: 20).contains("bosses"))
    story.happened(.unmuted(tip: "bosses"), on: 6)
    #expect(story.eligible(on: 20).contains("bosses"))
    #expect(story.eligible(on: 20).contains("next-door"))
    story.profile.circlesOff = [.neighbour]
    #expect(!story.eligible(on: 20).contains("next-door"))
  }

  @Test func `The first fortnight asks what anybody can do`() {
    var story = Story()
    story.profile.level = 3
    #expect((0..<14).allSatisfy { !story.eligible(on: $0).contains("brave") })
    #expect(story.eligible(on: 14).contains("brave"))
  }

  @Test func `One more tip is never one that was told today`() {
    var story = Self.begun()
    var told: [String] = []
    for number in 0..<20 {
      let day = Story.first.adding(days: 4)
      guard let decision = story.coach.anotherDecision(on: day, for: story.context) else { break }
      #expect(!told.contains(decision.tip.id))
      #expect(decision.slot == "another-\(number)")
      told.append(decision.tip.id)
      story.happened(.told(tip: decision.tip.id), on: 4)
    }
    #expect(told.count == 20)
    #expect(story.coach.tipTold(on: Story.first.adding(days: 4)) == told.first)
  }

  @Test func `The same facts choose the same tip, another seed another`() {
    let story = Self.begun()
    #expect(story.decision(on: 20) == story.decision(on: 20))
    let tips = (0..<20).map { number in
      var other = story
      other.coach.seed = "seed-\(number)"
      return other.decision(on: 6)?.tip.id ?? ""
    }
    #expect(Set(tips).count > 5)
  }
}
