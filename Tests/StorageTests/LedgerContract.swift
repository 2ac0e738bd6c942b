import Coaching
import Storage
import TestSupport
import Testing

/// What the session asks of a ledger.
protocol Keeping {
  func append(_ drafts: [Draft]) throws -> [Fact]
  func coach(
    around day: CivilDate,
    tips: [String],
    spaced: [String],
    offers: [String]
  ) throws -> Coach
  func histories(
    of questions: [String],
    from first: CivilDate?,
    through last: CivilDate
  ) throws
    -> [HabitHistory]
}

extension Keeping {
  func coach(around day: CivilDate, tips: [String]) throws -> Coach {
    try coach(around: day, tips: tips, spaced: [], offers: [])
  }

  func coach(around day: CivilDate, tips: [String], spaced: [String]) throws -> Coach {
    try coach(around: day, tips: tips, spaced: spaced, offers: [])
  }
}

extension Ledger: Keeping {
  func coach(
    around day: CivilDate,
    tips: [String],
    spaced: [String],
    offers: [String]
  ) throws -> Coach {
    try coach(around: day, tips: tips, spaced: spaced, notes: [], offers: offers)
  }
}
extension MemoryLedger: Keeping {}

/// The ledgers that must keep the contract: the file, and the simulation's.
enum Keeper: CaseIterable {
  case file
  case memory

  func check(_ body: (any Keeping) throws -> Void) throws {
    switch self {
    case .file: try inTemporaryDirectory { try body(Ledger(path: "\($0)/ledger.sqlite")) }
    case .memory: try body(MemoryLedger())
    }
  }
}

@Suite struct LedgerContract {
  private let today = day(0)

  @Test(arguments: Keeper.allCases)
  func `A fact comes back as it was drafted, numbered from one`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let drafts = [draft(.told(tip: "a")), draft(.told(tip: "b"))]
      let facts = try ledger.append(drafts) + ledger.append([draft(.told(tip: "c"))])
      #expect(facts.map(\.sequence) == [1, 2, 3])
      #expect(Set(facts.map(\.id)).count == 3)
      #expect(facts.prefix(2).map(\.draft) == drafts)
      #expect(try ledger.append([]).isEmpty)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A ledger without facts makes a coach who knows nothing`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let coach = try ledger.coach(around: today, tips: ["a"])
      #expect(coach == Coach())
    }
  }

  @Test(arguments: Keeper.allCases)
  func `The coach knows nine days back and two ahead, in the order of writing`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      let days = [2, 3, -9, -10, 0]
      let drafts = days.map { offset in
        draft(.passed(PromptID(slot: "morning", day: day(offset)), .missedOff), offset)
      }
      let facts = try ledger.append(drafts)
      let coach = try ledger.coach(around: today, tips: [])
      #expect(coach.passings.map(\.id.day) == [day(2), day(-9), today])
      #expect(coach.lastSequence == 5)
      var fold = Coach(since: facts[0].instant)
      for index in [0, 2, 4] { fold.apply(facts[index]) }
      #expect(coach == fold)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `The coach knows when the first fact was written, however long ago`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      let first = try ledger.append([draft(.told(tip: "a"), -4000)])
      _ = try ledger.append([draft(.told(tip: "b"))])
      #expect(try ledger.coach(around: today, tips: []).since == first[0].instant)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `The coach knows when each tip was last told, the oldest first`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let told = [("a", -30), ("b", -400), ("a", -60), ("other", -50), ("c", -9), ("c", -10)]
      _ = try ledger.append(told.map { draft(.told(tip: $0.0), $0.1) })
      let coach = try ledger.coach(around: today, tips: ["a", "b", "c", "d"])
      #expect(
        coach.told == [
          Coach.TipShown(tip: "b", day: day(-400)), Coach.TipShown(tip: "a", day: day(-30)),
          Coach.TipShown(tip: "c", day: day(-10)), Coach.TipShown(tip: "c", day: day(-9)),
        ]
      )
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A prompt is written once, and nothing comes in beside the second`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      let morning = draft(.prompted(prompted("morning", today)))
      _ = try ledger.append([morning])
      #expect(throws: (any Error).self) {
        try ledger.append([draft(.told(tip: "a")), morning, draft(.told(tip: "b"))])
      }
      let next = draft(.prompted(prompted("evening", today)))
      #expect(throws: (any Error).self) { try ledger.append([next, next]) }
      let coach = try ledger.coach(around: today, tips: [])
      #expect(coach.told.isEmpty)
      #expect(coach.prompts.map(\.prompted) == [prompted("morning", today)])
      #expect(try ledger.append([next]).map(\.sequence) == [2])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `An answer that was taken back no longer stands`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let facts = try ledger.append([draft(answered("energy", .scale(3)))])
      _ = try ledger.append([draft(answered("energy", .scale(8)))])
      #expect(try energy(ledger) == .scale(8))
      let last = try #require(try ledger.coach(around: today, tips: []).answers.last)
      _ = try ledger.append([draft(.undone(fact: last.fact.id))])
      #expect(try energy(ledger) == .scale(3))
      _ = try ledger.append([draft(.undone(fact: facts[0].id))])
      #expect(try energy(ledger) == nil)
    }
  }

  private func energy(_ ledger: any Keeping) throws -> Answer? {
    try ledger.coach(around: today, tips: []).answer(to: "energy", on: today)?.answered.answer
  }

  @Test(arguments: Keeper.allCases)
  func `What a newer version wrote is counted`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      _ = try ledger.append([draft(.unknown(kind: "promised")), draft(.unknown(kind: "kept"))])
      #expect(try ledger.coach(around: today, tips: []).unknownCount == 2)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `The coach knows what was said about tips, for a year and a half`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      let said: [(tip: String, rating: Rating, day: Int)] = [
        ("a", .useful, -900), ("a", .useful, -500), ("b", .notForMe, -100), ("gone", .useful, -90),
        ("a", .notForMe, 1),
      ]
      _ = try ledger.append(said.map { draft(.rated(tip: $0.tip, $0.rating), $0.day) })
      let coach = try ledger.coach(around: today, tips: ["a", "b"])
      #expect(coach.verdicts.map(\.day) == [day(-500), day(-100), day(1)])
      #expect(coach.verdicts.map(\.tip) == ["a", "b", "a"])
      #expect(coach.verdicts.map(\.rating) == [.useful, .notForMe, .notForMe])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A muted tip is muted until it is heard again, however long ago`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      let events: [(event: Event, day: Int)] = [
        (.muted(tip: "a"), -4000), (.muted(tip: "b"), -300), (.unmuted(tip: "b"), -200),
        (.muted(tip: "c"), -20), (.unmuted(tip: "c"), 0), (.muted(tip: "d"), 0),
      ]
      _ = try ledger.append(events.map { draft($0.event, $0.day) })
      let coach = try ledger.coach(around: today, tips: ["a", "b", "c", "d"])
      #expect(coach.muted == ["a", "d"])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `How a tip was chosen comes back as it was written`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let chosen = TipChosen(
        tip: "a",
        slot: "another-1",
        draw: 0.6721440637992481,
        constants: 1,
        claim: .circle(.passerBy),
        table: "a 0.9 0.1 0 0\nb 0.1 0 0 -0.5"
      )
      _ = try ledger.append([draft(.chosen(chosen))])
      let coach = try ledger.coach(around: today, tips: [])
      #expect(coach.choice(of: "a", on: today) == chosen)
      #expect(chosen.rows.map(\.probability) == [0.9, 0.1])
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `On days made from a seed the file and the memory agree`(_ seed: UInt64) throws {
    try inTemporaryDirectory { directory in
      let file = try Ledger(path: "\(directory)/ledger.sqlite")
      let memory = MemoryLedger()
      var life = TwentyYears(seed: seed, through: day(40))
      for offset in 0...40 {
        let drafts = life.drafts(of: day(offset))
        let written = try (file.append(drafts), memory.append(drafts))
        let undone = written.0.indices.filter { _ in life.chance.happens(1, in: 20) }
        _ = try file.append(undone.map { draft(.undone(fact: written.0[$0].id), offset) })
        _ = try memory.append(undone.map { draft(.undone(fact: written.1[$0].id), offset) })
        let tips = TwentyYears.tips
        let coaches = try (
          file.coach(around: day(offset), tips: tips), memory.coach(around: day(offset), tips: tips)
        )
        #expect(Outline(coaches.0) == Outline(coaches.1))
      }
    }
  }
}

/// A coach without the identifiers, which are random in the file.
private struct Outline: Equatable {
  var coach: Coach
  var answers: [Fact]

  init(_ coach: Coach) {
    answers = coach.answers.map { given in
      var fact = given.fact
      fact.id = ""
      return fact
    }
    self.coach = coach
    for given in coach.answers {
      self.coach.apply(Fact(given.fact, event: .undone(fact: given.fact.id)))
    }
    self.coach.seed = nil
  }
}
