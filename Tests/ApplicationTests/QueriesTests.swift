import Application
import Coaching
import Configuration
import TestSupport
import Testing

/// What can be asked of the coach.
@Suite struct QueriesTests {
  @Test func `A clock that was not set is said to be`() throws {
    try Keeper.memory.check { fixture in
      let context = PlanningContext(fixture.configuration, zone: fixture.zone)
      let boot = try #require(Instant(rfc3339: "1970-01-01T00:10:00+01:00"))
      let said = try #require(context.clockTrouble(at: boot)).english
      #expect(said.contains("1970-01-01 00:10 and was not set yet"))
      #expect(context.clockTrouble(at: fixture.now) == nil)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Today has what was said, what waits, what is answered and what comes`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      let today = fixture.workspace.today
      let id = PromptID(slot: "morning", day: today)
      let zone = fixture.zone.name
      try fixture.ledger.append([
        Draft(
          instant: fixture.now.adding(seconds: -12 * 3600),
          zone: zone,
          day: today,
          event: .prompted(
            PromptContent(id: id, due: fixture.now, until: fixture.now, questions: ["sleep"])
          )
        )
      ])
      let energy = try fixture.workspace.question(named: "energy")
      _ = try fixture.workspace.record(GivenAnswer("7"), to: energy)
      _ = try fixture.workspace.promise(SaidPromise("the plan", by: "today"))
      fixture.wait()
      let report = fixture.workspace.todayReport(try fixture.workspace.coach())
      #expect(report.day == today)
      #expect(report.said.map(\.prompted.id) == [id])
      #expect(report.answered.map(\.answered.question) == ["energy"])
      #expect(report.promised.map(\.entry.text) == ["the plan"])
      #expect(!report.open.isEmpty)
      #expect(!report.open.contains { $0.question.id == "energy" })
      #expect(report.next.map { $0.at > fixture.now } == true)
      #expect(report.rest == nil && report.pausedUntil == nil && report.backOff == nil)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A pause, an absence and a silence are told of`(_ keeper: Keeper) throws {
    try keeper.check("channels = []") { fixture in
      _ = try fixture.workspace.pause(until: "2h")
      _ = try fixture.workspace.goAway("today..2026-11-25")
      let workspace = fixture.workspace
      let coach = try workspace.coach()
      let today = workspace.todayReport(coach)
      let status = try workspace.status(coach)
      #expect(today.pausedUntil == fixture.now.adding(seconds: 7200))
      #expect(today.rest == .away)
      #expect(today.silent == .noChannel)
      #expect(status.pausedUntil == today.pausedUntil)
      #expect(status.awayThrough == CivilDate("2026-11-25"))
      #expect(status.factCount == 2)
    }
  }

  @Test func `Where the clock is not set, a command plans as little as the service`() throws {
    try Keeper.memory.check { fixture in
      fixture.now = Instant(rfc3339: "2020-03-01T12:00:00Z") ?? .distantPast
      let workspace = fixture.workspace
      let plan = try workspace.coach().plan(at: workspace.now, for: workspace.context)
      #expect(plan.begins.isEmpty && plan.next == nil)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `The story of a prompt is told in the order of writing`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let id = PromptID(slot: "morning", day: fixture.workspace.today)
      let content = PromptContent(
        id: id,
        due: fixture.now,
        until: fixture.now.adding(seconds: 3600)
      )
      let events: [Event] = [
        .deferred(id, .quiet), .prompted(content), .shown(id, channel: "spool"),
        .notShown(id, channel: "desktop"),
      ]
      let drafts = events.map { event in
        Draft(instant: fixture.now, zone: "UTC", day: id.day, event: event)
      }
      let facts = try fixture.ledger.append(drafts)
      let undone = Event.undone(fact: facts[2].id)
      try fixture.ledger.append([
        Draft(instant: fixture.now, zone: "UTC", day: id.day, event: undone)
      ])
      fixture.wait(hours: 2)
      let story = try fixture.workspace.story(of: "mor")
      #expect(story.id == id)
      #expect(
        story.steps.map(\.what) == [
          .deferred(.quiet), .prompted, .shown(channel: "spool"), .notShown(channel: "desktop"),
          .undone,
        ]
      )
      let workspace = fixture.workspace
      let error = refusal { () throws(CommandError) in _ = try workspace.story(of: "mornin/x") }
      #expect(error?.message.contains("no slot") == true)
      #expect(try workspace.story(of: nil).id.day == workspace.today)
    }
  }

  /// A prompt that was written down, and what became of it, an hour later.
  private func story(
    of events: [Event],
    _ fixture: inout WorkspaceFixture,
    awaySince: Instant? = nil
  ) throws -> PromptStory.State {
    let id = PromptID(slot: "morning", day: fixture.workspace.today)
    let content = PromptContent(
      id: id,
      due: fixture.now,
      until: fixture.now.adding(seconds: 4 * 3600),
      questions: ["sleep"]
    )
    try fixture.ledger.append(
      ([.prompted(content)] + events).map { event in
        Draft(instant: fixture.now, zone: "UTC", day: id.day, event: event)
      }
    )
    fixture.wait()
    return try fixture.workspace.story(of: "morning") { $0 == id ? awaySince : nil }.state
  }

  @Test func `A story of what no service showed says whether it waits or was missed`() throws {
    try Keeper.memory.check { fixture in
      let energy = try fixture.workspace.question(named: "energy")
      _ = try fixture.workspace.record(GivenAnswer("5"), to: energy)
      fixture.wait(hours: 12)
      #expect(try fixture.workspace.story(of: "morning").state == .unbegun)
      let id = PromptID(slot: "morning", day: fixture.workspace.today)
      let busy = Event.deferred(id, .busy)
      let draft = Draft(instant: fixture.now, zone: "Europe/Berlin", day: id.day, event: busy)
      try fixture.ledger.append([draft])
      #expect(try fixture.workspace.story(of: "morning").state == .held(in: []))
      fixture.wait(hours: 4)
      #expect(try fixture.workspace.story(of: "morning").state == .missed)
      #expect(try fixture.workspace.story(of: "end-of-work").state == .toCome)
    }
  }

  @Test func `A story says what was put away, and what is held back`() throws {
    try Keeper.memory.check { fixture in
      let id = PromptID(slot: "morning", day: fixture.workspace.today)
      let onSpool = Event.shown(id, channel: "spool")
      let held = try story(of: [.deferred(id, .busy), onSpool], &fixture)
      #expect(held == .held(in: ["spool"]))
    }
    try Keeper.memory.check { fixture in
      let id = PromptID(slot: "morning", day: fixture.workspace.today)
      let onDesktop = Event.shown(id, channel: "desktop")
      let shown = try story(of: [.deferred(id, .busy), onDesktop], &fixture)
      #expect(shown == .shown)
    }
    try Keeper.memory.check { fixture in
      let id = PromptID(slot: "morning", day: fixture.workspace.today)
      let since = fixture.now.adding(seconds: 60)
      let away = try story(of: [.shown(id, channel: "desktop")], &fixture, awaySince: since)
      #expect(away == .putAway(since: since))
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What reminds of a promise is known by its number and by its name`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      _ = try fixture.workspace.promise(SaidPromise("the plan", by: "in 3h"))
      let workspace = fixture.workspace
      let id = PromptID(slot: "promise-1", day: workspace.today)
      for name in ["1", "promise-1", "\(id)"] {
        let story = try workspace.story(of: name)
        #expect(story.id == id, "\(name)")
        #expect(story.state == .toCome, "\(name)")
        #expect(story.until == fixture.now.adding(seconds: 3 * 3600), "\(name)")
      }
      for name in ["2", "promise-2"] {
        let error = refusal { () throws(CommandError) in _ = try workspace.story(of: name) }
        #expect(error?.message == "there is no promise 2; open are 1", "\(name)")
      }
      let due = fixture.now.adding(seconds: 3 * 3600 - 900)
      let content = PromptContent(id: id, due: due, until: fixture.now.adding(seconds: 3 * 3600))
      try fixture.ledger.append([
        Draft(instant: due, zone: "UTC", day: id.day, event: .prompted(content)),
        Draft(instant: due, zone: "UTC", day: id.day, event: .shown(id, channel: "desktop")),
      ])
      fixture.now = due.adding(seconds: 60)
      // It was the last that was due.
      #expect(try fixture.workspace.story(of: nil).id == id)
      #expect(try fixture.workspace.story(of: "1").state == .shown)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `The history has a day for each of which something is known`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let workspace = fixture.workspace
      let energy = try workspace.question(named: "energy")
      for (typed, day) in [("3", -2), ("4", -2), ("7", 0)] {
        let given = GivenAnswer(typed, on: workspace.today.adding(days: day))
        _ = try workspace.record(given, to: energy)
      }
      let history = try workspace.history(days: 14, through: workspace.today)
      #expect(history.map(\.day) == [workspace.today.adding(days: -2), workspace.today])
      #expect(history.map { $0.answers.map(\.answered.answer) } == [[.scale(4)], [.scale(7)]])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A review, the measures and the four steps are of the same answers`(
    _ keeper: Keeper
  ) throws {
    try keeper.check("[sleep]\nlights-out = \"23:00\"") { fixture in
      let help = try fixture.workspace.question(named: "help")
      let sleep = try fixture.workspace.question(named: "sleep")
      // At midnight it is still the day whose evening went to bed at five past eleven.
      fixture.wait(hours: 4)
      for _ in 0..<8 {
        let today = fixture.workspace.today
        let given = GivenAnswer("taken", on: today, circles: ["family"])
        _ = try fixture.workspace.record(given, to: help)
        _ = try fixture.workspace.record(GivenAnswer("23:05", on: today), to: sleep)
        fixture.wait(hours: 24)
      }
      let workspace = fixture.workspace
      let last = workspace.today.adding(days: -1)
      let week = try workspace.review(.week, through: last)
      let month = try workspace.review(.month, through: last)
      let line = try #require(week.review.lines.first { $0.habit.question.id == "help" })
      #expect(line.tally.done == 7)
      #expect(week.fourSteps?.count == 7)
      #expect(week.fourSteps?.last?.four.steps[2] == true)
      #expect(week.circles == nil && month.fourSteps == nil)
      #expect(month.circles?.served.map(\.offers) == [8])
      let report = try workspace.habitReport(of: ["help"], through: last)
      #expect(report.measures.map { $0.days(.done) } == [8])
      let habit = try workspace.habit(named: "hel")
      let explained = try workspace.explainStrength(of: habit, through: last)
      #expect(explained.measure.strength == report.measures[0].strength)
      #expect(explained.steps.count == explained.measure.days.count)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What is not asked any more keeps its history`(_ keeper: Keeper) throws {
    let own = "[[habit]]\nid = \"walk\"\ntitle = \"A walk\"\nquestion = \"Did you walk?\"\n"
    let asked = own + "answer = \"yes-no\"\nbetter = \"more\"\n"
    try keeper.check(asked) { fixture in
      let walk = try fixture.workspace.question(named: "walk")
      _ = try fixture.workspace.record(GivenAnswer("yes"), to: walk)
      let before = fixture.workspace
      #expect(try before.formerHabits().isEmpty)
      let bare = try Configuration(
        Configuration.Places(files: [], decks: ["\(before.paths.shared)/decks"])
      )
      let context = PlanningContext(bare, zone: fixture.zone)
      let after = Workspace(
        before.paths,
        bare,
        fixture.ledger,
        context,
        at: fixture.now,
        from: .command
      )
      #expect(try after.formerHabits().map(\.question.id) == ["walk"])
      #expect(try after.habit(named: "walk").isFormer)
      let walked = Answered(question: "walk", answer: .yesNo(true), from: "command")
      #expect(after.title(of: walked).contains("walk"))
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Notes are found by kind, by day and by their words`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      for words in [["principle", "ask first"], ["better", "look up"], ["she had waited long"]] {
        let workspace = fixture.workspace
        let (kind, text) = try workspace.noteMeant(by: words)
        var note = workspace.blankNote(kind)
        try workspace.fill(&note, text, parts: [])
        _ = try workspace.keep(note)
        fixture.wait(hours: 24)
      }
      let workspace = fixture.workspace
      let found = { (kind: String?, first: CivilDate?, words: String?) in
        try workspace.notes(of: kind, since: first, having: words).map(\.text)
      }
      #expect(try found(nil, nil, nil) == ["ask first", "look up", "she had waited long"])
      #expect(try found("better", nil, nil) == ["look up"])
      #expect(try found(nil, CivilDate("2026-11-24"), nil) == ["she had waited long"])
      #expect(try found(nil, nil, "ASK") == ["ask first"])
      _ = try workspace.dropNote(1)
      #expect(try found(nil, nil, nil) == ["look up", "she had waited long"])
    }
  }

  @Test func `Tips are found by what they are and what they say`() throws {
    try Keeper.memory.check { fixture in
      let workspace = fixture.workspace
      var query = TipQuery()
      query.obstacle = "ridi"
      let tips = try workspace.tips(query)
      #expect(!tips.isEmpty && tips.allSatisfy { $0.part == .obstacle(3) })
      query = TipQuery(words: [tips[0].id])
      #expect(try workspace.tips(query).map(\.id).contains(tips[0].id))
      query = TipQuery()
      query.row = try #require(tips[0].rows.first).lowercased()
      #expect(try workspace.tips(query).contains { $0.id == tips[0].id })
      query.row = "E9999"
      let wrong = query
      let error = refusal { () throws(CommandError) in _ = try workspace.tips(wrong) }
      #expect(error?.message.contains("no row “E9999”") == true)
    }
  }

  @Test func `The tips ahead are those that will be told, and writing them down changes nothing`()
    throws
  {
    try Keeper.memory.check { fixture in
      let workspace = fixture.workspace
      let ahead = try workspace.tipsAhead(from: workspace.today, days: 4, seed: "a")
      #expect(Set(ahead.map(\.tip.id)).count == 4)
      #expect(ahead.allSatisfy { $0.explained?.sentence.isEmpty == false })
      #expect(try fixture.events().isEmpty)
    }
  }

  @Test func `Setup's answers are written as the configuration reads them, or refused`() throws {
    try Keeper.memory.check { fixture in
      var form = try SettingsForm(fixture.paths, zones: TestZones.known)
      let answers: [(key: SettingKey, answer: String, value: String)] = [
        (.language, "zh-Hant", "zh-Hant"), (.lightsOut, "23:00", "23:00"),
        (.offer, "10:15", "10:15"), (.channels, "spool", "spool"),
        (.roles, "manager,parent", "manager, parent"), (.extrasPerWeek, "2", "2"),
        (.moment, "none", "none"),
      ]
      for (key, answer, value) in answers {
        try form.set(key, to: answer)
        #expect(form.value(key) == value)
      }
      let error = refusal { () throws(CommandError) in
        try form.set(.lightsOut, to: "whenever")
      }
      #expect(error?.kind == .data)
      #expect(form.value(.lightsOut) == "23:00")
      try form.write()
      let again = try SettingsForm(fixture.paths, zones: TestZones.known)
      #expect(again.value(.language) == "zh-Hant")
    }
  }
}
