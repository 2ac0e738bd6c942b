import Coaching
import Testing

/// The week's budget of what is beyond the basics.
@Suite struct ExtraTests {
  static let amounts: [(text: String, read: String?)] = [
    ("20 EUR", "20 EUR"), ("5", "5"), ("5.50", "5.50"), ("5.5 €", "5.50 €"),
    ("0.05 CHF", "0.05 CHF"),
    ("999999 EUR", "999999 EUR"), ("1000000 EUR", nil), ("5.555", nil), ("-5", nil), ("5,50", nil),
    ("five", nil), ("", nil), ("5 EUR 3", nil), (".5", nil), ("5.", nil), ("5 E1", nil),
  ]

  @Test(arguments: amounts) func `An amount is read as it is written`(text: String, read: String?) {
    #expect(Money(text)?.description == read)
  }

  private static let today = PlanFixture.day("23")

  private func use(_ extras: [(day: Int, extra: Extra)], of budget: ExtraBudget) throws -> Coach {
    var scene = try PlanFixture()
    for (day, extra) in extras {
      scene.apply(
        .extra(extra),
        on: PlanFixture.day("\(day)"),
        at: try PlanFixture.instant("23T04:00")
      )
    }
    return scene.coach
  }

  @Test func `Seven days count, today among them, and what was dropped costs nothing`() throws {
    let budget = ExtraBudget(count: 9, minutes: 90, money: Money("20 EUR"))
    let coach = try use(
      [
        (16, Extra(text: "too long ago", minutes: 60, cost: Money("9 EUR"))),
        (17, Extra(text: "a", minutes: 20, cost: Money("5.50 EUR"))), (23, Extra(text: "b")),
        (23, Extra(text: "c", minutes: 10, cost: Money("1 CHF"))),
        (23, Extra(text: "d", cost: Money("2"))),
        (23, Extra(text: "e", minutes: 60, cost: Money("9 EUR"), isDropped: true)),
      ],
      of: budget
    )
    let use = coach.extraUse(through: Self.today, of: budget)
    #expect(use.count == 4)
    #expect(use.minutes == 30)
    #expect(use.hundredths == 750)
    #expect(!use.isUsedUp)
  }

  static let limits: [(budget: ExtraBudget, isUsedUp: Bool)] = [
    (ExtraBudget(count: 2), true), (ExtraBudget(count: 3), false), (ExtraBudget(count: 0), true),
    (ExtraBudget(count: 9, minutes: 30), true), (ExtraBudget(count: 9, minutes: 31), false),
    (ExtraBudget(count: 9, money: Money("5 EUR")), true),
    (ExtraBudget(count: 9, money: Money("5.01 EUR")), false),
  ]

  @Test(arguments: limits)
  func `Each limit alone uses it up`(budget: ExtraBudget, isUsedUp: Bool) throws {
    let coach = try use(
      [(20, Extra(text: "a", minutes: 30)), (22, Extra(text: "b", cost: Money("5 EUR")))],
      of: budget
    )
    #expect(coach.extraUse(through: Self.today, of: budget).isUsedUp == isUsedUp)
    let again = coach.extrasAgain(after: Self.today, of: budget)
    let first = budget.count == 2 || budget.minutes == 30 ? "27" : "29"
    #expect(again == (isUsedUp && budget.count > 0 ? PlanFixture.day(first) : nil))
  }

  @Test func `Taken back, an extra counts no more`() throws {
    var coach = try use([(23, Extra(text: "a"))], of: ExtraBudget())
    #expect(coach.extraUse(through: Self.today, of: ExtraBudget()).isUsedUp)
    let fact = try #require(coach.extras.first?.fact)
    var undone = fact
    undone.sequence = 2
    undone.event = .undone(fact: fact.id)
    coach.apply(undone)
    #expect(!coach.extraUse(through: Self.today, of: ExtraBudget()).isUsedUp)
  }

  // MARK: - How it was taken

  private func asking() throws -> PlanFixture {
    var scene = try PlanFixture()
    var question = PlanFixture.question(Extra.lookBack, .yesNo)
    question.about = .extra
    question.wording.ask = "And “{extra}”?"
    scene.teaching.questions.append(question)
    return scene
  }

  private func give(_ extra: Extra, _ time: String, in scene: inout PlanFixture) throws {
    scene.apply(.extra(extra), on: Self.today, at: try PlanFixture.instant(time))
  }

  private func say(_ isWelcome: Bool, _ time: String, in scene: inout PlanFixture) throws {
    let answered =
      Answered(question: Extra.lookBack, answer: .yesNo(isWelcome), from: "command")
    scene.apply(.answered(answered), on: Self.today, at: try PlanFixture.instant(time))
  }

  private func asks(_ scene: PlanFixture, _ time: String) throws -> Bool {
    try scene.plan(time).begins.contains { $0.questions.contains(Extra.lookBack) }
  }

  @Test func `How it was taken is asked once, by a prompt that begins an hour later`() throws {
    var scene = try asking()
    try give(Extra(text: "tea"), "23T09:31", in: &scene)
    #expect(try !asks(scene, "23T10:30"))
    #expect(try asks(scene, "23T10:31"))
    let begun = try scene.plan("23T17:30").begins.first { $0.id.slot == "work" }
    scene.apply(
      .prompted(try #require(begun)),
      on: Self.today,
      at: try PlanFixture.instant("23T17:30")
    )
    #expect(try !asks(scene, "24T07:30"))
    let question = try #require(scene.teaching.question(Extra.lookBack))
    let words = scene.teaching.wording(of: question, on: Self.today, coach: scene.coach)
    #expect(words == "And “tea”?")
    #expect(scene.coach.isOpen(question, askedOn: Self.today))
    try say(true, "23T18:00", in: &scene)
    #expect(!scene.coach.isOpen(question, askedOn: Self.today))
    try give(Extra(text: "cake"), "23T19:00", in: &scene)
    #expect(try asks(scene, "24T07:30"))
  }

  @Test func `It is not asked of what was dropped, told of or taken back`() throws {
    for extra in [Extra(text: "tea", landed: true), Extra(text: "tea", isDropped: true)] {
      var scene = try asking()
      try give(extra, "23T08:00", in: &scene)
      #expect(try !asks(scene, "23T10:30"))
    }
    var scene = try asking()
    try give(Extra(text: "tea"), "23T08:00", in: &scene)
    #expect(try asks(scene, "23T10:30"))
    try scene.happened("undone 1 at 23T08:01")
    #expect(try !asks(scene, "23T10:30"))
  }

  @Test func `An answer is about the last one before it, until it is taken back`() throws {
    var scene = try asking()
    try give(Extra(text: "tea", landed: true), "23T08:00", in: &scene)
    try give(Extra(text: "cake", isDropped: true), "23T08:10", in: &scene)
    try say(false, "23T09:00", in: &scene)
    try give(Extra(text: "fruit"), "23T10:00", in: &scene)
    try say(true, "23T11:00", in: &scene)
    let landings = { scene.coach.extras.map { scene.coach.landing(of: $0)?.isWelcome } }
    #expect(landings() == [false, nil, true])
    try scene.happened("undone 5 at 23T12:00")
    try scene.happened("undone 3 at 23T12:00")
    #expect(landings() == [true, nil, nil])
  }
}
