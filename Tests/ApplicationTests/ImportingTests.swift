import Application
import Coaching
import Configuration
import Interchange
import Testing

/// What becomes of a foreign life, over both ledgers.
@Suite struct ImportingTests {
  private static let settings = """
    [[habit]]
    id = "read"
    title = "Reading"
    question = "Did you read?"
    answer = "yes-no"

    [[habit]]
    id = "tea"
    question = "Cups of tea?"
    answer = "count"

    """

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// A life of some habits, and of answers to the first of them.
  private func life(
    _ habits: [ForeignHabit],
    _ answers: [(Int, String, ForeignAnswer.Value, String)] = [],
    more: [ForeignRecord] = []
  ) throws -> ForeignLife {
    var life = ForeignLife()
    life.take(.source(ForeignSource(kind: "loop", name: "a.zip", hash: "0123456789abcdef0")))
    for habit in habits { life.take(.habit(habit)) }
    for (habit, text, value, note) in answers {
      let answer = ForeignAnswer(habit: habit, day: try day(text), value: value, note: note)
      life.take(.answer(answer))
    }
    for record in more { life.take(record) }
    life.take(.end)
    return life
  }

  private func plain(_ name: String) -> ForeignHabit { ForeignHabit(key: name, name: name) }

  @Test(arguments: Keeper.allCases)
  func `Answers of years ago are taken in, once, and taken back in one step`(
    _ keeper: Keeper
  ) throws {
    try keeper.check(Self.settings) { person in
      let life = try life(
        [plain("Reading")],
        [
          (0, "2015-01-01", .yes, "far"), (0, "2015-01-02", .no, ""), (0, "2015-01-03", .skip, ""),
          (0, "2026-11-23", .yes, ""),
        ]
      )
      let plan = try person.workspace.plan(importing: life, ImportWishes())
      #expect(try person.events().isEmpty)
      #expect(plan.parts[0].questions == ["read"])
      #expect(plan.proposed.isEmpty)
      #expect(plan.newCount == 3)
      #expect(plan.parts[0].drops.map(\.reason) == ["days that have not come yet"])
      try person.workspace.carryOut(plan)
      let first = try day("2015-01-01")
      let given = try person.ledger.standing("read", on: first)
      #expect(given?.answer == .yesNo(true))
      #expect(given?.note == "far")
      #expect(given?.from == "import")
      #expect(given?.source == AnswerSource(file: "a.zip", hash: "0123456789abcdef"))
      #expect(given?.aim != nil)
      person.wait()
      let again = try person.workspace.plan(importing: life, ImportWishes())
      #expect(again.newCount == 0)
      #expect(again.parts[0].sameCount == 3)
      #expect(
        try person.workspace.undo()?.first?.contains("3 entries that came with a.zip") == true
      )
      #expect(try person.ledger.standing("read", on: first) == nil)
      person.wait()
      let anew = try person.workspace.plan(importing: life, ImportWishes())
      #expect(anew.newCount == 3)
      try person.workspace.carryOut(anew)
      #expect(try person.ledger.standing("read", on: first)?.answer == .yesNo(true))
    }
  }

  @Test(arguments: Keeper.allCases)
  func `More than one look finds is taken back in one step too`(_ keeper: Keeper) throws {
    try keeper.check(Self.settings) { person in
      let first = try day("2015-01-01")
      let answers = (0..<700).map {
        (0, first.adding(days: $0).description, ForeignAnswer.Value.yes, "")
      }
      _ = try person.workspace.record(
        GivenAnswer("7"),
        to: #require(person.workspace.teaching.question("energy"))
      )
      person.wait()
      let life = try life([plain("Reading")], answers)
      try person.workspace.carryOut(person.workspace.plan(importing: life, ImportWishes()))
      person.wait()
      #expect(try person.workspace.undo()?.first?.contains("700 entries") == true)
      #expect(try person.ledger.standing("read", on: first) == nil)
      person.wait()
      #expect(try person.workspace.undo()?.first?.contains("Energy") == true)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What was answered here stays, unless it is to be replaced`(_ keeper: Keeper) throws {
    try keeper.check(Self.settings) { person in
      let yesterday = person.workspace.today.adding(days: -1)
      let read = try #require(person.workspace.teaching.question("read"))
      _ = try person.workspace.record(GivenAnswer("no", on: yesterday), to: read)
      person.wait()
      let life = try life([plain("read")], [(0, yesterday.description, .yes, "")])
      let plan = try person.workspace.plan(importing: life, ImportWishes())
      #expect(plan.newCount == 0)
      #expect(plan.parts[0].otherCount == 1)
      var wishes = ImportWishes()
      wishes.replaces = true
      let replacing = try person.workspace.plan(importing: life, wishes)
      #expect(replacing.newCount == 1)
      #expect(replacing.parts[0].replacedCount == 1)
      try person.workspace.carryOut(replacing)
      #expect(try person.ledger.standing("read", on: yesterday)?.answer == .yesNo(true))
      person.wait()
      #expect(try person.workspace.plan(importing: life, wishes).newCount == 0)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Names that are only alike are never one habit`(_ keeper: Keeper) throws {
    try keeper.check(Self.settings) { person in
      let habits = ["READING", "Reading ", "Sleep", "Sport", "Sport", "走路", "energy"].map(plain)
      var twice = habits
      twice[4].key = "Sport#2"
      let plan = try person.workspace.plan(importing: life(twice), ImportWishes())
      #expect(
        plan.parts.map { "\($0.name): \($0.questions.joined())" } == [
          "READING: reading", "Reading : reading-2", "Sleep: sleep-2", "Sport (1): sport-1",
          "Sport (2): sport-2", "走路: habit-1", "energy: energy-2",
        ]
      )
      #expect(plan.proposed.count == 7)
      var wishes = ImportWishes()
      wishes.map = [("Sport (2)", "read"), ("走路", "walk")]
      let mapped = try person.workspace.plan(importing: life(twice), wishes)
      #expect(mapped.parts[4].questions == ["read"])
      #expect(mapped.parts[5].questions == ["walk"])
      wishes.map = [("Sprot", "read")]
      #expect(throws: CommandError.self) {
        try person.workspace.plan(importing: life(twice), wishes)
      }
      wishes.map = [("走路", "Walk!")]
      #expect(throws: CommandError.self) {
        try person.workspace.plan(importing: life(twice), wishes)
      }
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A habit that stands in no configuration keeps its name the next time`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { person in
      let life = try life([plain("走路")], [(0, "2020-01-01", .yes, "")])
      let plan = try person.workspace.plan(importing: life, ImportWishes())
      #expect(plan.proposed.map(\.id) == ["habit-1"])
      try person.workspace.carryOut(plan)
      person.wait()
      let again = try person.workspace.plan(importing: life, ImportWishes())
      #expect(again.parts[0].questions == ["habit-1"])
      #expect(again.newCount == 0)
    }
  }

  @Test func `The lines that are proposed are such as coach toml takes`() throws {
    try Keeper.memory.check { person in
      var often = plain("Say \"hello\" \\ 字")
      (often.times, often.days, often.ask) = (3, 7, "Did you?\u{1B}[31m")
      var number = ForeignHabit(key: "km", name: "km", kind: .number, target: .atLeast("12"))
      (number.unit, number.days) = ("km", 7)
      var time = ForeignHabit(key: "bed", name: "bed", kind: .timeOfDay)
      time.times = 9
      let less = ForeignHabit(key: "less", name: "less", kind: .number, target: .atMost("2"))
      let habits = [often, number, time, less, ForeignHabit(key: "n", name: "n", target: .notDone)]
      let plan = try person.workspace.plan(
        importing: life(habits, [(1, "2020-01-01", .number("5"), "")]),
        ImportWishes()
      )
      let added = try ProposedHabits(plan.proposed, person.paths) { _ in nil }
      try added.write()
      let configuration = try Configuration(person.paths.places(spoken: .english))
      #expect(configuration.settings.habits.map(\.question.id) == plan.proposed.map(\.id))
      #expect(configuration.settings.habits[0].aim.frequency == Frequency(times: 3, days: 7))
    }
  }

  /// A sleep of some hours, half a minute after a time.
  private static func night(_ from: String, _ hours: Int, in zone: Zone) throws -> ForeignRecord {
    let begins = try #require(Instant(rfc3339: "\(from):30+01:00"))
    let ends = begins.adding(seconds: Int64(hours * 3600))
    return .night(
      ForeignNight(
        key: from,
        begins: begins,
        ends: ends,
        from: zone.civil(at: begins),
        until: zone.civil(at: ends),
        zone: "Europe/Berlin"
      )
    )
  }

  @Test(arguments: Keeper.allCases)
  func `The longest sleep of an evening is its night`(_ keeper: Keeper) throws {
    try keeper.check { person in
      let zone = person.zone
      let night = { (from: String, hours: Int) throws in
        try Self.night(from, hours, in: zone)
      }
      let life = try life(
        [],
        more: [
          night("2026-11-10T23:40", 7), night("2026-11-11T14:00", 1), night("2026-11-12T00:20", 6),
          night("2026-11-12T00:10", 2), night("2026-11-13T13:00", 0),
        ]
      )
      let plan = try person.workspace.plan(importing: life, ImportWishes())
      try person.workspace.carryOut(plan)
      let ledger = person.ledger
      let said = { (question: String, text: String) throws -> String? in
        try ledger.answer(to: question, on: day(text))?.description
      }
      #expect(try said("sleep", "2026-11-10") == "23:40")
      #expect(try said("get-up", "2026-11-11") == "06:40")
      #expect(try said("sleep", "2026-11-11") == "00:20")
      #expect(try said("get-up", "2026-11-12") == "06:20")
      #expect(try said("sleep", "2026-11-12") == nil)
      let stretch = "2026-11-10T23:40:30+01:00/2026-11-11T06:40:30+01:00"
      #expect(try said("night", "2026-11-10") == stretch)
      #expect(try said("nap", "2026-11-11")?.hasPrefix("2026-11-11T14:00:30") == true)
      #expect(
        plan.parts[0].drops.map(\.reason).sorted() == [
          "sleeps of less than ten minutes", "sleeps that lie over another",
        ]
      )
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Days away are taken in once`(_ keeper: Keeper) throws {
    try keeper.check { person in
      let days = try day("2026-07-01")...day("2026-07-14")
      let life = try life([], more: [.absence(days)])
      let plan = try person.workspace.plan(importing: life, ImportWishes())
      #expect(plan.absenceCount == 1)
      try person.workspace.carryOut(plan)
      #expect(try person.ledger.absences() == [days])
      person.wait()
      let again = try person.workspace.plan(importing: life, ImportWishes())
      #expect(again.absenceCount == 0)
      #expect(again.knownAbsenceCount == 1)
      #expect(again.drafts.isEmpty)
    }
  }
}
