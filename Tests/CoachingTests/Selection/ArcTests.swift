import Testing

@testable import Coaching

/// What is told in parts: offered, announced, not displaced, with an end.
@Suite struct ArcTests {
  /// A life with an arc of three parts, the second of which is of the job, and one of an obstacle.
  private struct Life {
    var story = TipPrioritiesTests.begun()
    var arcs = [
      Arc(
        id: "tale",
        parts: ["p1", "p2", "p3"],
        wording: Arc.Wording(title: "The tale", offer: "Want it?", back: "What stayed?")
      ),
      Arc(
        id: "week",
        parts: ["o2a", "o2b"],
        obstacle: 2,
        wording: Arc.Wording(title: "The week", offer: "Want that?", back: "And now?")
      ),
    ]

    init() {
      let wording = Tip.Wording(
        title: "",
        action: "Act.",
        why: "",
        short: "",
        ask: "",
        tell: "There was a waiter."
      )
      story.tips += ["p1", "p2", "p3"].map { id in
        var tip = Tip(id: id, rows: [], part: nil, kind: .regular, wording: wording)
        tip.arc = "tale"
        if id == "p2" { tip.place = .work }
        return tip
      }
      story.profile.offHours = [.saturday, .sunday]
    }

    var context: PlanningContext {
      var teaching = story.context.teaching
      teaching.arcs = arcs
      teaching.questions += [
        Self.question("arc", .yesNo, .arc), Self.question("back", .text, .arcBack),
      ]
      teaching.phrases = Phrases(frames: [("arc-part", "{part}/{count} {arc}")])
      var schedule = story.context.schedule
      if let when = try? CalendarExpression("07:30") {
        schedule.slots = [
          Slot(name: "morning", when: when, windowSeconds: 3600, carries: ["tip", "arc", "back"])
        ]
      }
      return PlanningContext(
        schedule: schedule,
        teaching: teaching,
        zone: .utc,
        profile: story.profile
      )
    }

    private static func question(
      _ id: String,
      _ kind: AnswerKind,
      _ about: Question.Subject
    ) -> Question {
      var question = Question(
        id: id,
        rows: [],
        kind: kind,
        better: .neither,
        about: about,
        wording: Question.Wording(title: id, ask: "{topic}", hint: "")
      )
      if about == .arc { question.every = .days(28) }
      return question
    }

    func date(_ day: Int) -> CivilDate { TipPrioritiesTests.Story.first.adding(days: day) }

    func offered(_ day: Int) -> String? {
      TipPriorities(story.coach, on: date(day), for: context).offeredArc
    }

    mutating func said(_ answer: Bool, to arc: String, on day: Int) {
      var answered = Answered(question: "arc", answer: .yesNo(answer), from: "command")
      answered.about = arc
      story.happened(.answered(answered), on: day)
    }

    @discardableResult
    mutating func told(_ day: Int) -> TipDecision? {
      guard let decision = story.coach.decision(on: date(day), for: context) else { return nil }
      story.happened(.chosen(decision.chosen), on: day)
      story.happened(.told(tip: decision.tip.id), on: day)
      return decision
    }

    /// What the morning's prompt of a day asks, each with what it is about.
    func asked(_ day: Int) -> [String] {
      let now = Instant(seconds: Int64(date(day).dayNumber) * 86_400 + 27_000)
      let begins = story.coach.plan(at: now, for: context).begins
      return begins.flatMap { begun in
        begun.questions.map { "\($0) \(begun.topic(of: $0) ?? "")" }
      }
    }

    mutating func prompted(_ day: Int, _ question: String, _ arc: String) {
      let at = Instant(seconds: Int64(date(day).dayNumber) * 86_400 + 27_000)
      var content = PromptContent(
        id: PromptID(slot: "morning", day: date(day)),
        due: at,
        until: at.adding(seconds: 3600),
        questions: [question]
      )
      content.topics = [.init(question, arc)]
      story.happened(.prompted(content), on: day)
    }
  }

  @Test func `Its parts come in their order on the next mornings, whatever else is owed`() {
    var life = Life()
    life.said(true, to: "tale", on: 21)  // a Monday
    life.story.answered("help", .outcome(.declined), on: 21)
    let told = (22...25).map { life.told($0) }
    #expect(told.prefix(3).map { $0?.tip.id } == ["p1", "p2", "p3"])
    #expect(told.prefix(3).allSatisfy { $0?.claim == .arc("tale") })
    #expect(told[3]?.claim != .arc("tale"))
  }

  @Test func `On a free day a part of the job waits, and goes on after it`() {
    var life = Life()
    life.said(true, to: "tale", on: 24)  // a Thursday
    let told = (25...29).map { life.told($0)?.tip.id ?? "" }
    #expect(told[0] == "p1" && told[3] == "p2" && told[4] == "p3")
    #expect(!told[1...2].contains { $0.hasPrefix("p") })
  }

  @Test func `Outside of its arc a part is never told, nor counted`() {
    var life = Life()
    for day in 14..<120 { #expect(life.told(day)?.tip.arc == nil) }
    #expect(life.story.profile.fits(life.story.tips[0]))
    let part = life.story.tips.last
    #expect(part.map(life.story.profile.fits) == false)
    #expect(part.map(life.story.profile.suits) == true)
  }

  @Test func `A no, an undoing and four weeks end it`() {
    var life = Life()
    life.said(true, to: "tale", on: 21)
    #expect(life.told(22)?.tip.id == "p1")
    var stopped = life
    stopped.said(false, to: "tale", on: 22)
    #expect(stopped.told(23)?.tip.arc == nil)
    var undone = life
    let yes = life.story.coach.answers.first { $0.answered.question == "arc" }?.fact.id
    undone.story.happened(.undone(fact: yes ?? ""), on: 22)
    #expect(undone.told(23)?.tip.arc == nil)
    #expect(life.told(49)?.tip.arc == "tale")
    #expect(life.told(50)?.tip.arc == nil)
  }

  @Test func `It is offered after two weeks, and what is for an obstacle to whom it is one`() {
    var life = Life()
    #expect(life.offered(13) == nil)
    #expect(life.offered(14) == "tale")
    life.story.profile.obstacle = 2
    #expect(life.offered(14) == "week")
    // What was told lately would be heard twice.
    life.story.told("o2a", from: 10)
    #expect(life.offered(14) == "tale")
    life.story.happened(.muted(tip: "p2"), on: 12)
    #expect(life.offered(14) == nil)
  }

  @Test func `What was declined, or told to its end, rests a year`() {
    var life = Life()
    life.said(false, to: "tale", on: 20)
    #expect(life.offered(384) == nil)
    #expect(life.offered(385) == "tale")
    life = Life()
    life.said(true, to: "tale", on: 21)
    #expect(life.offered(22) == nil)
    for day in 22...24 { life.told(day) }
    #expect(life.offered(388) == nil)
    #expect(life.offered(389) == "tale")
  }

  @Test func `It is offered in a morning, every four weeks at most, and to nobody who is silent`() {
    var life = Life()
    #expect(life.asked(20) == ["arc tale"])
    life.prompted(20, "arc", "tale")
    #expect(life.asked(21) == [])
    life.story.answered("help", .noOccasion, on: 21)
    #expect(life.asked(47) == [])
    life.story.answered("help", .noOccasion, on: 47)
    #expect(life.asked(48) == ["arc tale"])
    // Somebody who did not react is offered nothing.
    var silent = Life()
    silent.prompted(20, "help", "")
    #expect(silent.asked(22) == [])
    silent.story.answered("help", .noOccasion, on: 22)
    #expect(silent.asked(23) == ["arc tale"])
  }

  @Test func `When it is over it is looked back on once`() {
    var life = Life()
    life.said(true, to: "tale", on: 21)
    for day in 22...24 { life.told(day) }
    #expect(life.asked(25) == ["back tale"])
    life.prompted(25, "back", "tale")
    life.story.answered("help", .noOccasion, on: 25)
    #expect(life.asked(26) == [])
    var late = Life()
    late.said(true, to: "tale", on: 21)
    for day in 22...24 { late.told(day) }
    #expect(late.asked(28) == [])
  }

  @Test func `It says which part of what it is, and the story before the act`() throws {
    var life = Life()
    life.said(true, to: "tale", on: 21)
    life.told(22)
    let tip = try #require(life.told(23)?.tip)
    let day = life.date(23)
    let teaching = life.context.teaching
    let leading = teaching.lines(leadingTo: tip, on: day, by: life.story.coach)
    #expect(leading == [.text("2/3 The tale")])
    let saying = teaching.lines(saying: tip, by: life.story.coach)
    #expect(saying == [.text("There was a waiter."), .text("Act.")])
    let chosen = try #require(life.story.coach.choice(of: tip.id, on: day))
    let reasons = life.story.coach.reasons(for: chosen, on: day, from: teaching)
    #expect(reasons == [.arc("The tale")])
    #expect(TipPriority("arc/tale") == .arc("tale") && TipPriority("arc") == nil)
  }

  @Test func `What is asked is the arc's own question`() throws {
    var life = Life()
    life.prompted(20, "arc", "tale")
    let teaching = life.context.teaching
    let question = try #require(teaching.question("arc"))
    let coach = life.story.coach
    #expect(teaching.wording(of: question, on: life.date(20), coach: coach) == "Want it?")
    #expect(teaching.wording(of: question, on: life.date(21), coach: coach) == "arc")
  }
}
