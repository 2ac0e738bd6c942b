import Testing

@testable import Coaching

/// The four steps, one by one or all of them every day.
@Suite struct ProgrammeTests {
  private static func question(_ id: String, _ step: Int?, _ kind: AnswerKind) -> Question {
    var question = Question(
      id: id,
      rows: [],
      kind: kind,
      better: .more,
      about: id == "sleep" ? .eveningBefore : id == "tip-done" ? .tip : .day,
      wording: Question.Wording(title: id, ask: id, hint: id)
    )
    question.step = step
    return question
  }

  private static func cue(_ id: String, _ step: Int) -> Cue {
    var cue = Cue(id: id, rows: [], texts: [""])
    cue.step = step
    return cue
  }

  private static let teaching = Teaching(
    tips: (1...4).map { step in
      let wording = Tip.Wording(title: "", action: "", why: "", short: "", ask: "")
      return Tip(id: "tip-\(step)", rows: [], part: .step(step), kind: .regular, wording: wording)
    },
    questions: [
      question("sleep", 1, .timeOfDay), question("energy", 2, .scale),
      question("help", 3, .outcome), question("tip-done", 2, .yesNo), question("own", nil, .yesNo),
    ],
    cues: [cue("offer", 3), cue("wind-down", 1)]
  )

  private struct Days {
    var story = TipPrioritiesTests.Story()
    var context: PlanningContext

    init(_ mode: Programme.Mode) throws {
      story.profile.programme.mode = mode
      story.profile.lightsOut = WeeklyTimes(CivilTime(secondOfDay: 23 * 3600))
      story.profile.programme.energyFrom = 6
      let slots = [
        try PlanFixture.slot("morning", "07:30", hours: 4, ["tip", "sleep"]),
        try PlanFixture.slot("offer", "10:30", hours: 3, ["offer", "help"]),
        try PlanFixture.slot("work", "17:30", hours: 4, ["energy", "help", "tip-done"]),
        try PlanFixture.slot("own", "18:30", hours: 4, ["own"]),
        try PlanFixture.slot("rest", "22:30", hours: 1, ["wind-down"]),
      ]
      let schedule = Schedule(slots: slots, dayStarts: CivilTime(secondOfDay: 0), quiet: .none)
      context = PlanningContext(
        schedule: schedule,
        teaching: ProgrammeTests.teaching,
        zone: .utc,
        profile: story.profile
      )
    }

    /// What is asked of a day, and the slots that speak.
    func asked() -> [String] {
      let day = TipPrioritiesTests.Story.first
      let moments = Planner(story.coach, context, at: Instant(seconds: 0)).moments(on: day)
      return moments.map { moment in
        let questions = Planner(story.coach, context, at: Instant(seconds: 0))
          .questions(in: moment.carries, on: day).map(\.id)
        return ([moment.id.slot] + questions).joined(separator: " ")
      }
    }
  }

  @Test func `Step by step each question comes with its step`() throws {
    var days = try Days(.stepByStep)
    let first = ["morning sleep", "own own", "rest"]
    #expect(days.asked() == first)
    days.story.happened(.stepped(to: 2), on: 0)
    #expect(days.asked() == ["morning sleep", "work energy tip-done", "own own", "rest"])
    days.story.happened(.stepped(to: 3), on: 0)
    let third = [
      "morning sleep", "offer help", "work energy help tip-done", "own own", "rest",
    ]
    #expect(days.asked() == third)
    days.story.happened(.stepped(to: 4), on: 0)
    #expect(days.asked() == third)
    days.story.happened(.undone(fact: "fact-2"), on: 0)
    days.story.happened(.undone(fact: "fact-4"), on: 0)
    #expect(days.asked() == third)
    days.story.happened(.undone(fact: "fact-3"), on: 0)
    #expect(days.asked() == first)
  }

  @Test func `The plan ahead shows what is asked, and nothing else`() throws {
    var days = try Days(.stepByStep)
    let carries = { (days: Days) in
      let first = TipPrioritiesTests.Story.first
      let now = Instant(seconds: Int64(first.dayNumber) * 86_400)
      let moments = days.story.coach.moments(from: first, days: 1, at: now, for: days.context)
      return moments.map { $0.carries.joined(separator: " ") }
    }
    #expect(carries(days) == ["tip sleep", "own", "wind-down"])
    days.story.happened(.stepped(to: 2), on: 0)
    #expect(carries(days) == ["tip sleep", "energy tip-done", "own", "wind-down"])
  }

  @Test func `All four are asked every day unless the person goes step by step`() throws {
    #expect(Programme().mode == .allFour)
    let days = try Days(.allFour)
    #expect(days.asked().count == 5)
    #expect(days.story.coach.step(in: Programme()) == 4)
  }

  @Test func `The tips of a step wait until it is reached`() throws {
    var days = try Days(.stepByStep)
    let eligible = { (days: Days) in
      let agenda = TipPriorities(
        days.story.coach,
        on: TipPrioritiesTests.Story.first,
        for: days.context
      )
      return agenda.eligible.map { agenda.tips[$0].id }
    }
    #expect(eligible(days) == ["tip-1"])
    days.story.happened(.stepped(to: 3), on: 0)
    #expect(eligible(days) == ["tip-1", "tip-2", "tip-3"])
  }

  /// What was answered, and what of the four steps that makes: y yes, n no, ? not known.
  static let scores: [(answers: [(question: String, answer: Answer, day: Int)], steps: String)] = [
    ([], "????"), ([("sleep", .timeOfDay(time(23, 30)), -1)], "y???"),
    ([("sleep", .timeOfDay(time(23, 31)), -1)], "n???"),
    ([("sleep", .timeOfDay(time(0, 10)), -1)], "n???"),
    ([("sleep", .timeOfDay(time(22, 0)), 0)], "????"), ([("energy", .scale(6), 0)], "?y??"),
    ([("energy", .scale(5), 0)], "?n??"), ([("energy", .noOccasion, 0)], "????"),
    ([("help", .outcome(.declined), 0)], "??y?"), ([("help", .outcome(.couldNot), 0)], "??y?"),
    ([("help", .noOccasion, 0)], "????"), ([("sincere", .yesNo(true), 0)], "????"),
    ((-2...0).map { ("help", .outcome(.taken), $0) }, "??y?"),
    ((-3...0).map { ("help", .outcome(.taken), $0) }, "??yy"),
    ((-6...0).map { ("help", $0 < -2 ? .noOccasion : .outcome(.taken), $0) }, "??yy"),
    ((-3...0).map { ("help", $0 < -1 ? .noOccasion : .outcome(.taken), $0) }, "??yn"),
    ((-10...0).map { ("help", $0 < -6 ? .outcome(.taken) : .noOccasion, $0) }, "????"),
  ]

  private static func time(_ hour: Int, _ minute: Int) -> CivilTime {
    CivilTime(secondOfDay: hour * 3600 + minute * 60)
  }

  @Test(arguments: scores)
  func `What is known of the four steps is counted, and nothing is made up`(
    answers: [(question: String, answer: Answer, day: Int)],
    steps: String
  ) throws {
    var days = try Days(.allFour)
    for (question, answer, day) in answers {
      days.story.answered(question, answer, on: 20 + day)
    }
    let day = TipPrioritiesTests.Story.first.adding(days: 20)
    let four = days.story.coach.fourSteps(on: day, for: days.context)
    let marks = four.steps.map { $0.map { $0 ? "y" : "n" } ?? "?" }.joined()
    #expect(marks == steps)
    #expect(four.score == steps.filter { $0 == "y" }.count)
    #expect(four.known == steps.filter { $0 != "?" }.count)
  }
}
