import TestSupport
import Testing

@testable import Coaching

/// When a slot is offered another hour: that at which it is answered, week after week.
@Suite struct BestHourTests {
  /// Answers of the days before Monday, 30 November, the latest first: so many minutes after the
  /// slot comes, `-` where there was none.
  struct Given: CustomTestStringConvertible, Sendable {
    var rule: String
    var question = "sleep"
    var minutes: String
    var settings: [String] = []
    var offered: String?

    var testDescription: String { rule }
  }

  private static let today = PlanFixture.day("30")
  private static let asking: Question = {
    var question = PlanFixture.question("move", .yesNo, .slot)
    question.every = .days(60)
    question.wording.ask = "{topic}"
    return question
  }()

  private static func scene() throws -> PlanFixture {
    var scene = try PlanFixture()
    scene.teaching.questions.append(asking)
    scene.slots[2].carries.append("move")
    return scene
  }

  private static func times(_ minutes: String, _ count: Int) -> String {
    Array(repeating: minutes, count: count).joined(separator: " ")
  }

  private static func answer(
    _ scene: inout PlanFixture,
    to question: String,
    days back: Int,
    minutes: Int,
    zone: String = "UTC"
  ) throws {
    let asked = today.adding(days: -back)
    let slot = try #require(scene.slots.first { $0.carries.contains(question) })
    let due = try #require(slot.due(on: asked, in: scene.context.calendar))
    let answered = Answered(question: question, answer: .noOccasion, from: "command")
    let day = question == "sleep" ? asked.adding(days: -1) : asked
    scene.apply(
      .answered(answered),
      on: day,
      at: due.adding(seconds: Int64(minutes) * 60),
      zone: zone
    )
  }

  /// The days on which a slot of the fixture comes, the latest first.
  private static func days(of question: String) -> [Int] {
    (1...30).filter { back in
      let day = today.adding(days: -back).weekday
      return question == "sleep" || day != .saturday && day != .sunday
    }
  }

  private static func live(_ given: Given) throws -> PlanFixture {
    var scene = try scene()
    let minutes = given.minutes.split(separator: " ").map(String.init)
    for (back, minutes) in zip(days(of: given.question), minutes) {
      guard let minutes = Int(minutes) else { continue }
      try answer(&scene, to: given.question, days: back, minutes: minutes)
    }
    for setting in given.settings { try scene.happened(setting) }
    return scene
  }

  private static func offered(_ scene: PlanFixture, on day: CivilDate = today) -> String? {
    let at = scene.context.calendar.start(of: day).adding(seconds: 13 * 3600)
    return Planner(scene.coach, scene.context, at: at).bestHour(of: asking, on: day)
  }

  private static let cases = [
    Given(
      rule: "answered an hour and a half late each day",
      minutes: times("90", 14),
      offered: "morning 07:30 09:00 14 14 90"
    ),
    Given(
      rule: "answered early",
      minutes: times("-60", 14),
      offered: "morning 07:30 06:30 14 14 -60"
    ),
    Given(
      rule: "ten of fourteen",
      minutes: times("70", 10) + " " + times("3", 4),
      offered: "morning 07:30 08:45 10 14 70"
    ),
    Given(rule: "nine of fourteen are not enough", minutes: times("70", 9) + " 3 3 3 3 3"),
    Given(
      rule: "what was before the last fourteen days is not looked at",
      minutes: times("-", 5) + " " + times("70", 12)
    ),
    Given(
      rule: "days without an answer count for nothing, and the count says so",
      minutes: "90 - 90 - 90 90 90 90 - 90 90 90 - 90",
      offered: "morning 07:30 09:00 10 10 90"
    ),
    Given(
      rule: "three quarters of an hour is another hour",
      minutes: times("45", 14),
      offered: "morning 07:30 08:15 14 14 45"
    ),
    Given(rule: "less is how one lives", minutes: times("44", 14)),
    Given(
      rule: "a quarter of an hour is not late, and is not counted",
      minutes: times("60", 11) + " 15 16 -16",
      offered: "morning 07:30 08:30 12 14 60"
    ),
    Given(rule: "now early, now late, is no hour", minutes: times("60 -60", 7)),
    Given(
      rule: "of working days, nearly three weeks",
      question: "energy",
      minutes: times("120", 14),
      offered: "work 17:30 19:30 14 14 120"
    ),
    Given(
      rule: "what was so and is over is none of it",
      question: "energy",
      minutes: "3 3 3 3 120 120 120 " + times("120", 7)
    ),
    Given(
      rule: "what was so and is so",
      question: "energy",
      minutes: "3 3 120 120 120 120 120 " + times("120", 7),
      offered: "work 17:30 19:30 12 14 120"
    ),
    Given(
      rule: "not into quiet hours",
      minutes: times("90", 14),
      settings: ["quiet 22:00..10:00"]
    ),
    Given(
      rule: "short of quiet hours",
      minutes: times("-150", 14),
      settings: ["quiet 22:00..06:00"],
      offered: "morning 07:30 06:00 14 14 -150"
    ),
    Given(
      rule: "not close to another slot, but the nearest to it",
      minutes: times("150", 14),
      settings: ["limits 3 90min"],
      offered: "morning 07:30 09:00 14 14 150"
    ),
    Given(
      rule: "not after what ends the day",
      question: "energy",
      minutes: times("310", 14),
      offered: "work 17:30 22:15 14 14 310"
    ),
    Given(
      rule: "days off count for nothing",
      minutes: times("90", 14),
      settings: ["off *-*-* 00:00"]
    ),
  ]

  @Test(arguments: cases)
  func `Another hour is offered where the count says so`(_ given: Given) throws {
    #expect(Self.offered(try Self.live(given)) == given.offered)
  }

  private static let late = Given(rule: "late", minutes: times("90", 14))

  @Test func `An answer for another day, or in another zone, tells of no hour`() throws {
    for (hours, zone) in [(24, "UTC"), (0, "Asia/Tokyo")] {
      var scene = try Self.scene()
      for back in 1...14 {
        try Self.answer(
          &scene,
          to: "sleep",
          days: back,
          minutes: 90 + hours * 60,
          zone: zone
        )
      }
      #expect(Self.offered(scene) == nil, "\(hours) h later, \(zone)")
    }
  }

  @Test func `What was answered before the slot was moved is none of it`() throws {
    var scene = try Self.live(Self.late)
    scene.slots[0].when = try CalendarExpression("06:00")
    try scene.happened("prompted morning/25")
    scene.slots[0].when = try CalendarExpression("07:30")
    #expect(Self.offered(scene) == nil)
  }

  @Test func `One that comes at several times, or sleeps, or ends the day, has no hour`() throws {
    for change in ["times", "sleeps", "ends"] {
      var scene = try Self.live(Self.late)
      switch change {
      case "times": scene.slots[0].alsoWhen = [try CalendarExpression("Sun 09:00")]
      case "sleeps": scene.slots[0].when = nil
      default: scene.slots[0].endsDay = true
      }
      #expect(Self.offered(scene) == nil, "\(change)")
    }
  }

  @Test func `To what several slots ask, the one answers that asked it last`() throws {
    var scene = try Self.scene()
    scene.slots[0].carries.append("help")
    for back in 1...14 {
      // An hour and a half after the offer, which asked it last, and four and a half after morning.
      let due = try #require(
        scene.slots[1].due(on: Self.today.adding(days: -back), in: scene.context.calendar)
      )
      scene.apply(
        .answered(Answered(question: "help", answer: .noOccasion, from: "command")),
        on: Self.today.adding(days: -back),
        at: due.adding(seconds: 90 * 60)
      )
    }
    #expect(Self.offered(scene) == "offer 10:30 12:00 14 14 90")
  }

  @Test(arguments: [
    (Answer.yesNo(false), "morning 07:30 09:00 14 14 90", 364, false),
    (.yesNo(false), "morning 07:30 09:00 14 14 90", 365, true),
    (.yesNo(true), "morning 07:30 09:00 14 14 90", 100, false),
    (.noOccasion, "morning 07:30 09:00 14 14 90", 70, true),
    // Another slot, and the same at another hour than it comes now.
    (.yesNo(false), "work 17:30 19:00 14 14 90", 70, true),
    (.yesNo(false), "morning 06:00 09:00 14 14 180", 70, true),
  ])
  func `What was answered holds for a year`(
    _ answer: Answer,
    _ about: String,
    _ daysAgo: Int,
    _ isOffered: Bool
  ) throws {
    var scene = try Self.live(Self.late)
    let day = Self.today.adding(days: -daysAgo)
    var answered = Answered(question: "move", answer: answer, from: "command")
    answered.about = about
    scene.apply(.answered(answered), on: day, at: scene.context.calendar.start(of: day))
    #expect((Self.offered(scene) != nil) == isOffered)
  }

  @Test func `It is asked once, with what was counted, and nothing said since changes it`() throws {
    var scene = try Self.live(Self.late)
    let begun = try #require(
      try scene.plan("30T17:30").begins.first { $0.id.slot == "work" }
    )
    #expect(begun.questions.contains("move"))
    #expect(begun.topic(of: "move") == "morning 07:30 09:00 14 14 90")
    scene.apply(.prompted(begun), on: begun.id.day, at: begun.due)
    // What is answered then changes nothing of what was asked.
    try Self.answer(&scene, to: "sleep", days: 0, minutes: 0)
    #expect(Self.offered(scene) == "morning 07:30 09:00 14 14 90")
    let later = try scene.plan("30T18:30").begins
    #expect(!later.contains { $0.questions.contains("move") })
  }

  @Test func `To somebody who does not react nothing is offered`() throws {
    var scene = try Self.live(Self.late)
    try scene.happened("prompted work/30 at 30T17:30")
    let next = Self.today.adding(days: 1)
    #expect(Self.offered(scene, on: next) == nil)
    try scene.happened("answered energy 30 at 30T18:00")
    #expect(Self.offered(scene, on: next) == "morning 07:30 09:00 13 13 90")
  }

  @Test func `One offer a day is enough`() throws {
    var scene = try Self.live(Self.late)
    scene.profile.programme.moment = "When I have put down my coat, I offer one thing"
    var again = PlanFixture.question("again", .text, .plan)
    again.every = .days(30)
    scene.teaching.questions.append(again)
    for back in 1...10 {
      let day = Self.today.adding(days: -back)
      let nothing = Answered(question: "offer", answer: .noOccasion, from: "command")
      scene.apply(.answered(nothing), on: day, at: scene.context.calendar.start(of: day))
    }
    let asked = { (scene: PlanFixture) in
      try scene.plan("30T17:30").begins.flatMap(\.questions).filter {
        ["move", "again"].contains($0)
      }
    }
    // In one prompt,
    scene.slots[2].carries = ["again", "move"]
    #expect(try asked(scene) == ["again"])
    // in two that begin at once,
    scene.slots[2].carries = ["move"]
    scene.slots.insert(try PlanFixture.slot("other", "17:30", hours: 4, ["again"]), at: 2)
    #expect(try asked(scene) == ["again"])
    // and after one that has begun.
    let begun = try #require(
      try scene.plan("30T17:30").begins.first { $0.questions.contains("again") }
    )
    scene.apply(.prompted(begun), on: begun.id.day, at: begun.due)
    #expect(try asked(scene) == [])
  }
}
