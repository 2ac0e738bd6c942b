import Application
import Coaching
import Configuration
import Files
import Glibc
import Testing

/// Answers that change what is configured, and what becomes of that when they are taken back.
@Suite struct SettingAnswersTests {
  private static let hour = "end-of-work 17:30 18:45 12 13 75"

  /// The evening's prompt offers another hour, or asks about the plan.
  private func offered(
    _ topic: String,
    by question: String,
    _ fixture: WorkspaceFixture
  ) throws {
    let workspace = fixture.workspace
    var content = PromptContent(
      id: PromptID(slot: "end-of-work", day: workspace.today),
      due: fixture.now,
      until: fixture.now.adding(seconds: 4 * 3600),
      questions: [question]
    )
    content.topics = [.init(question, topic)]
    let prompted = Draft(
      instant: fixture.now,
      zone: fixture.zone.name,
      day: workspace.today,
      event: .prompted(content)
    )
    _ = try fixture.ledger.append([prompted])
  }

  @discardableResult
  private func answer(
    _ typed: String,
    to name: String,
    _ fixture: inout WorkspaceFixture
  ) throws -> Answered {
    fixture.wait()
    let question = try fixture.workspace.question(named: name)
    return try fixture.workspace.record(GivenAnswer(typed), to: question).answered
  }

  private func undo(_ fixture: inout WorkspaceFixture) throws -> [String] {
    fixture.wait()
    return try #require(try fixture.workspace.undo())
  }

  /// What is configured now, as the file says it.
  private func settings(_ fixture: WorkspaceFixture) throws -> Settings {
    guard let text = try Configuration.text(of: fixture.paths.ownFile) else { return Settings() }
    return try Settings(text, file: fixture.paths.ownFile)
  }

  private func moment(_ slot: String, _ fixture: WorkspaceFixture) throws -> String? {
    try settings(fixture).slots.first { $0.name == slot }?.moment.description
  }

  @Test(arguments: Keeper.allCases)
  func `A yes moves the slot on its days, and undo puts it back`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      try offered(Self.hour, by: "move-slot", fixture)
      #expect(try answer("yes", to: "move-slot", &fixture).about == Self.hour)
      #expect(try moment("end-of-work", fixture) == "Mon..Fri 18:45")
      // Nothing else is set by it.
      var wanted = Settings()
      for place in wanted.slots.indices where wanted.slots[place].name == "end-of-work" {
        wanted.slots[place].moment = .calendar(try CalendarExpression("Mon..Fri 18:45"))
      }
      #expect(try settings(fixture) == wanted)
      let said = try undo(&fixture)
      #expect(said.last == "“End of work” comes at 17:30 again.", "\(said)")
      #expect(try settings(fixture) == Settings())
      #expect(try fixture.workspace.undo() == nil)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What is configured follows the answer that stands`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      try offered(Self.hour, by: "move-slot", fixture)
      try answer("no", to: "move-slot", &fixture)
      #expect(try Configuration.text(of: fixture.paths.ownFile) == nil)
      try answer("yes", to: "move-slot", &fixture)
      #expect(try moment("end-of-work", fixture) == "Mon..Fri 18:45")
      try answer("yes", to: "move-slot", &fixture)
      // One yes is left, and stands.
      _ = try undo(&fixture)
      #expect(try moment("end-of-work", fixture) == "Mon..Fri 18:45")
      try answer("none", to: "move-slot", &fixture)
      #expect(try moment("end-of-work", fixture) == "Mon..Fri 17:30")
      _ = try undo(&fixture)
      #expect(try moment("end-of-work", fixture) == "Mon..Fri 18:45")
      _ = try undo(&fixture)
      #expect(try moment("end-of-work", fixture) == "Mon..Fri 17:30")
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What the person has set since is left alone`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      try offered(Self.hour, by: "move-slot", fixture)
      try answer("yes", to: "move-slot", &fixture)
      let text = try #require(try Configuration.text(of: fixture.paths.ownFile))
      let own = text.replacing("Mon..Fri 18:45", with: "Mon..Thu 16:00")
      try File.write(fixture.paths.ownFile, Array(own.utf8))
      #expect(try undo(&fixture).count == 1)
      #expect(try Configuration.text(of: fixture.paths.ownFile) == own)
    }
  }

  @Test func `A slot that comes by the person's own time stays by it`() throws {
    let slot = "[slot.morning]\nwhen = \"get-up + 45min\" # tea\n"
    let own = "# mine\n[sleep]\nget-up = \"06:45\"\n\(slot)"
    try Keeper.memory.check(own) { fixture in
      try offered("morning 07:30 08:45 12 13 75", by: "move-slot", fixture)
      try answer("yes", to: "move-slot", &fixture)
      let moved = own.replacing("get-up + 45min", with: "get-up + 2h")
      #expect(try Configuration.text(of: fixture.paths.ownFile) == moved)
      #expect(try undo(&fixture).count == 2)
      #expect(try Configuration.text(of: fixture.paths.ownFile) == own)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A yes of which nothing can come is refused, and nothing is written`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      try offered(Self.hour, by: "move-slot", fixture)
      let before = try fixture.events().count
      #expect(unsafe symlink("/nowhere/at/all", fixture.paths.ownFile) == 0)
      let workspace = fixture.workspace
      let question = try workspace.question(named: "move-slot")
      let refused = refusal { () throws(CommandError) in
        _ = try workspace.record(GivenAnswer("yes"), to: question)
      }
      #expect(refused?.message.contains("coach.toml") == true, "\(refused?.message ?? "")")
      #expect(try fixture.events().count == before)
      // A no needs no file.
      try answer("no", to: "move-slot", &fixture)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Where no hour is offered there is none to say yes to`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let workspace = fixture.workspace
      let question = try workspace.question(named: "move-slot")
      let refused = refusal { () throws(CommandError) in
        _ = try workspace.record(GivenAnswer("yes"), to: question)
      }
      #expect(refused?.kind == .data)
      #expect(refused?.message.contains("coach setup") == true)
      #expect(try fixture.events().isEmpty)
    }
  }

  private static let plan = "When the kettle is on, I ask one colleague"
  private static let planned = "# mine\n[programme]\nmoment = \"\(plan)\"\n"

  private func plan(_ fixture: WorkspaceFixture) throws -> String? {
    try settings(fixture).profile.programme.moment
  }

  @Test(arguments: Keeper.allCases)
  func `A plan that is written anew is the plan, and undo brings the old one back`(
    _ keeper: Keeper
  ) throws {
    try keeper.check(Self.planned) { fixture in
      try offered("0 9 \(Self.plan)", by: "plan-again", fixture)
      let anew = "When I say goodbye, I ask what is left"
      #expect(try answer(anew, to: "plan-again", &fixture).about == Self.plan)
      #expect(try plan(fixture) == anew)
      // The first of the day tells what was before.
      #expect(try answer("After lunch: one offer", to: "plan-again", &fixture).about == Self.plan)
      #expect(try plan(fixture) == "After lunch: one offer")
      #expect(try undo(&fixture).last == "Your plan is again: “\(anew)”.")
      #expect(try plan(fixture) == anew)
      #expect(try undo(&fixture).last == "Your plan is again: “\(Self.plan)”.")
      #expect(try Configuration.text(of: fixture.paths.ownFile) == Self.planned)
    }
  }

  @Test(arguments: ["none", "no", "No", "不用", "略過"])
  func `To leave it is an answer, and no plan`(_ typed: String) throws {
    try Keeper.memory.check(Self.planned) { fixture in
      try offered("0 9 \(Self.plan)", by: "plan-again", fixture)
      let answered = try answer(typed, to: "plan-again", &fixture)
      #expect(answered.answer == .noOccasion && answered.about == Self.plan)
      #expect(try Configuration.text(of: fixture.paths.ownFile) == Self.planned)
    }
  }

  @Test(arguments: ["yes", "Yes", "好"])
  func `A bare yes says nothing of the plan`(_ typed: String) throws {
    try Keeper.memory.check(Self.planned) { fixture in
      try offered("0 9 \(Self.plan)", by: "plan-again", fixture)
      let before = try fixture.events().count
      let workspace = fixture.workspace
      let question = try workspace.question(named: "plan-again")
      let refused = refusal { () throws(CommandError) in
        _ = try workspace.record(GivenAnswer(typed), to: question)
      }
      #expect(refused?.kind == .data)
      #expect(try fixture.events().count == before)
      #expect(try Configuration.text(of: fixture.paths.ownFile) == Self.planned)
    }
  }

  @Test func `A first plan is taken back to none`() throws {
    try Keeper.memory.check { fixture in
      try answer(Self.plan, to: "plan-again", &fixture)
      #expect(try plan(fixture) == Self.plan)
      #expect(try undo(&fixture).last == "You have no plan again.")
      #expect(try plan(fixture) == nil)
    }
  }
}
