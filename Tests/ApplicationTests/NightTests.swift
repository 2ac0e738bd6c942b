import Application
import Coaching
import Configuration
import TestSupport
import Testing

/// When a person slept: what is written down of it, and what it touches.
@Suite struct NightTests {
  /// What is said at a moment, and what stands then: the night, its length in minutes, the light
  /// and the getting up; or words of the refusal.
  struct Case: CustomTestStringConvertible, Sendable {
    var rule: String
    var settings = ""
    /// Answers before it, each as `question day answer`.
    var before: [String] = []
    var at: String
    var typed: String
    var day: String?
    var began: String?
    var stands: String

    var testDescription: String { rule }
  }

  private static let byDay = "[sleep]\nlights-out = \"09:00\"\nget-up = \"16:30\""

  static let cases = [
    Case(
      rule: "a night fills both its ends",
      at: "2026-11-23T08:00:00+01:00",
      typed: "23:30-06:45",
      stands: "2026-11-22 435 23:30 06:45"
    ),
    Case(
      rule: "a night in two stretches",
      at: "2026-11-23T08:00:00+01:00",
      typed: "23:30-02:00 03:10-06:45",
      stands: "2026-11-22 365 23:30 06:45"
    ),
    Case(
      rule: "commas, dashes and words",
      at: "2026-11-23T08:00:00+01:00",
      typed: "11 pm to 2, 3:10 – 6:45 am",
      stands: "2026-11-22 395 23:00 06:45"
    ),
    Case(
      rule: "Chinese hours",
      at: "2026-11-23T08:00:00+01:00",
      typed: "晚上十一點半到六點四十五分",
      stands: "2026-11-22 435 23:30 06:45"
    ),
    Case(
      rule: "after a night's work one sleeps by day",
      settings: byDay,
      at: "2026-11-23T17:30:00+01:00",
      typed: "09:15-16:30",
      stands: "2026-11-22 435 09:15 16:30"
    ),
    Case(
      rule: "the clocks go back",
      at: "2026-10-25T09:00:00+01:00",
      typed: "23:30-06:45",
      stands: "2026-10-24 495 23:30 06:45"
    ),
    Case(
      rule: "the clocks go forward",
      at: "2027-03-28T09:00:00+02:00",
      typed: "23:30-06:45",
      stands: "2027-03-27 375 23:30 06:45"
    ),
    Case(
      rule: "over the sea",
      at: "2026-11-23T13:00:00+01:00",
      typed: "23:00-12:00",
      began: "America/New_York",
      stands: "2026-11-22 420 23:00 12:00"
    ),
    Case(
      rule: "a day that is named",
      at: "2026-11-23T08:00:00+01:00",
      typed: "00:30-07:00",
      day: "2026-11-20",
      stands: "2026-11-20 390 00:30 07:00"
    ),
    Case(
      rule: "who lay awake first went to bed first",
      before: ["sleep 2026-11-22 23:10", "get-up 2026-11-23 07:00"],
      at: "2026-11-23T08:00:00+01:00",
      typed: "23:30-06:45",
      stands: "2026-11-22 435 23:10 07:00"
    ),
    Case(
      rule: "nobody sleeps before the light is out, nor after getting up",
      before: ["sleep 2026-11-22 23:50", "get-up 2026-11-23 06:00"],
      at: "2026-11-23T08:00:00+01:00",
      typed: "23:30-06:45",
      stands: "2026-11-22 435 23:30 06:45"
    ),
    Case(
      rule: "a second sleep",
      before: ["night 2026-11-22 23:30-03:00"],
      at: "2026-11-23T08:00:00+01:00",
      typed: "+05:00-06:45",
      stands: "2026-11-22 315 23:30 06:45"
    ),
    Case(
      rule: "said again it is another",
      before: ["night 2026-11-22 23:30-03:00"],
      at: "2026-11-23T08:00:00+01:00",
      typed: "23:45-06:45",
      stands: "2026-11-22 420 23:45 06:45"
    ),
    Case(
      rule: "a night that is not over",
      at: "2026-11-23T08:00:00+01:00",
      typed: "23:30-06:45",
      day: "2026-11-23",
      stands: "has not come yet"
    ),
    Case(
      rule: "a time alone",
      at: "2026-11-23T08:00:00+01:00",
      typed: "06:45",
      stands: "it takes times from and until"
    ),
    Case(
      rule: "a whole day",
      at: "2026-11-23T08:00:00+01:00",
      typed: "06:45-06:45",
      stands: "does not fit into a day"
    ),
    Case(
      rule: "out of their order",
      at: "2026-11-23T08:00:00+01:00",
      typed: "03:10-06:45, 23:30-02:00",
      stands: "does not fit into a day"
    ),
    Case(
      rule: "a nap that is no nap by its word",
      at: "2026-11-23T15:00:00+01:00",
      typed: "14:00-14:30",
      stands: "coach sleep --nap 14:00-14:30"
    ),
  ]

  @Test(arguments: cases)
  func `A night is as it was said`(_ one: Case) throws {
    try Keeper.memory.check(one.settings) { fixture in
      fixture.now = try #require(Instant(rfc3339: one.at)).adding(seconds: -60)
      for said in one.before {
        let words = said.split(separator: " ").map(String.init)
        let question = try fixture.workspace.question(named: words[0])
        var given = GivenAnswer(words[2], on: CivilDate(words[1]))
        given.isSure = true
        _ = try fixture.workspace.record(given, to: question)
        fixture.wait()
      }
      fixture.now = try #require(Instant(rfc3339: one.at))
      var given = GivenAnswer(one.typed, on: one.day.flatMap { CivilDate($0) })
      given.began = try one.began.map(TestZones.zone)
      let refused = refusal { () throws(CommandError) in
        let night = try fixture.workspace.sleepQuestion(isNap: false)
        _ = try fixture.workspace.record(given, to: night)
      }
      let stands = try refused?.message ?? Self.nights(fixture)
      #expect(refused == nil ? stands == one.stands : stands.contains(one.stands), "\(stands)")
    }
  }

  /// The last night with its length, and what is answered about its ends.
  private static func nights(_ fixture: WorkspaceFixture) throws -> String {
    let days = (CivilDate(dayNumber: 20_000), CivilDate(dayNumber: 22_000))
    let facts = try fixture.ledger.facts(from: days.0, through: days.1)
    let nights = facts.sorted { $0.sequence < $1.sequence }.compactMap { fact -> String? in
      guard case .answered(let answered) = fact.event, case .stretches(let all) = answered.answer
      else { return nil }
      return "\(fact.day) \(all.seconds / 60)"
    }
    guard let last = nights.last, let day = CivilDate(String(last.prefix(10))) else {
      return "none"
    }
    let down = try fixture.ledger.standing("sleep", on: day)?.answer.description ?? "–"
    let up = try fixture.ledger.standing("get-up", on: day.adding(days: 1))?.answer.description
    return "\(last) \(down) \(up ?? "–")"
  }

  /// Says something to a question, a while later.
  private func say(
    _ typed: String,
    to name: String,
    on day: String? = nil,
    _ fixture: inout WorkspaceFixture
  ) throws -> RecordedAnswer {
    fixture.wait()
    let workspace = fixture.workspace
    var given = GivenAnswer(typed, on: day.flatMap { CivilDate($0) })
    given.isSure = true
    return try workspace.record(given, to: try workspace.question(named: name))
  }

  @Test(arguments: Keeper.allCases)
  func `A nap touches no night, and naps of a day are beside each other`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      _ = try say("22:50", to: "sleep", on: "2026-11-21", &fixture)
      let first = try say("13:00-13:20", to: "nap", &fixture)
      #expect(first.day == CivilDate("2026-11-22"))
      #expect(first.filled.isEmpty)
      let second = try say("15:00-15:10", to: "nap", &fixture)
      #expect(second.answered.answer.description.split(separator: " ").count == 2)
      let better = try say("15:05-15:25", to: "nap", &fixture)
      guard case .stretches(let naps) = better.answered.answer else {
        Issue.record("no nap is left")
        return
      }
      #expect(naps.seconds == 40 * 60)
      #expect(better.said(in: fixture.workspace)[0].contains("13:00–13:20, 15:05–15:25 (40 min)"))
      let only = try say("=16:00-16:30", to: "nap", &fixture)
      #expect(only.answered.answer.description.split(separator: " ").count == 1)
      let sleep = try fixture.ledger.standing("sleep", on: try #require(CivilDate("2026-11-21")))
      #expect(sleep?.answer.description == "22:50")
      #expect(try fixture.ledger.standing("night", on: fixture.workspace.today) == nil)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `One undo takes back a night with its ends`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let day = "2026-11-21"
      _ = try say("22:30", to: "sleep", on: day, &fixture)
      let night = try say("22:10-06:00", to: "night", on: day, &fixture)
      #expect(night.filled.map(\.answered.question) == ["sleep", "get-up"])
      #expect(night.said(in: fixture.workspace).count == 4)
      fixture.wait()
      let said = try fixture.workspace.undo()?.joined(separator: "|")
      #expect(said?.contains("22:10–06:00 (7 h 50 min)") == true, "\(said ?? "nothing")")
      let saturday = try #require(CivilDate(day))
      #expect(try fixture.ledger.standing("night", on: saturday) == nil)
      #expect(try fixture.ledger.standing("sleep", on: saturday)?.answer.description == "22:30")
      #expect(try fixture.ledger.standing("get-up", on: saturday.adding(days: 1)) == nil)
    }
  }

  @Test func `A nap that is said as a night is asked about once`() throws {
    try Keeper.memory.check { fixture in
      fixture.now = try #require(Instant(rfc3339: "2026-11-23T15:00:00+01:00"))
      let night = try fixture.workspace.sleepQuestion(isNap: false)
      for isTaken in [false, true] {
        let refused = refusal { () throws(CommandError) in
          _ = try fixture.workspace.record(GivenAnswer("13:00-14:00"), to: night)
        }
        #expect((refused == nil) == isTaken)
        fixture.wait(seconds: 5)
      }
    }
  }

  @Test func `Who works at night has the same figures as who sleeps then`() throws {
    let settings = "[sleep]\nlights-out = \"09:00\"\nget-up = \"16:30\"\nwish = \"8h\""
    try Keeper.memory.check(settings) { fixture in
      fixture.now = try #require(Instant(rfc3339: "2026-11-09T18:00:00+01:00"))
      for day in 0..<15 {
        _ = try say("09:\(10 + day % 3)-16:40", to: "night", &fixture)
        if day % 5 == 0 { _ = try say("17:20-17:40", to: "nap", &fixture) }
        fixture.wait(hours: 24)
      }
      fixture.wait(hours: -24)
      let today = fixture.workspace.today
      let sleep = try #require(try fixture.workspace.measures(of: "sleep", through: today).sleep)
      #expect(sleep.lightsOut.mean.value == CivilTime(hour: 9, minute: 11))
      let length = try #require(sleep.length.value)
      #expect(length.nights == 15)
      #expect(length.told == 15)
      #expect(abs(length.asleepMinutes - 449) < 0.01)
      #expect(
        length.middle.map { [12 * 60 + 55, 12 * 60 + 56].contains($0.secondOfDay / 60) } == true
      )
      #expect(sleep.naps.naps == 3)
      let debt = try #require(sleep.debt.value)
      #expect(debt.days == 14)
      let index = try #require(sleep.regularity.value?.index)
      #expect(index > 98 && index < 100, "\(index)")
      let late = try #require(sleep.lightsOut.lateMinutes.value)
      #expect(late > 10 && late < 13)
    }
  }
}
