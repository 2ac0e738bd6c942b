import Coaching
import Storage
import TestSupport
import Testing

/// What silences the coach is known as long as it does.
@Suite struct SilenceContract {
  private let today = day(0)

  /// An instant of a day, counted from 22 November 2026.
  private func noon(_ offset: Int) -> Instant { draft(.told(tip: ""), offset).instant }

  /// A pause until noon of a day, asked for at noon of another.
  private func pause(until last: Int, asked first: Int = 0) -> Draft {
    var pause = draft(.paused(until: noon(last)), last)
    pause.instant = noon(first)
    return pause
  }

  @Test(arguments: Keeper.allCases)
  func `A pause and an absence are known, however far ahead they end`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      for (offset, isKnown) in [(2, true), (3, true), (400, true), (-9, true), (-10, false)] {
        let around = day(0)
        let away = draft(.away(from: day(offset - 3), through: day(offset)), offset)
        let facts = try ledger.append([pause(until: offset, asked: offset - 3), away])
        let coach = try ledger.coach(around: around, tips: [])
        let known = coach.silences.filter { $0.day == day(offset) }
        #expect(known == (isKnown ? facts : []), "\(offset)")
      }
    }
  }

  @Test(arguments: Keeper.allCases)
  func `They silence each of their days`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      _ = try ledger.append([
        pause(until: 400), draft(.away(from: day(0), through: day(400)), 400),
      ])
      for offset in [0, 1, 9, 10, 50, 399] {
        let coach = try ledger.coach(around: day(offset), tips: [])
        #expect(coach.pauseEnd(at: noon(offset)) == noon(400), "\(offset)")
        #expect(coach.isAway(on: day(offset)), "\(offset)")
      }
      let after = try ledger.coach(around: day(401), tips: [])
      #expect(after.pauseEnd(at: noon(401)) == nil)
      #expect(!after.isAway(on: day(401)))
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Taken back they silence none of them`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let facts = try ledger.append([
        pause(until: 400), draft(.away(from: day(0), through: day(400)), 400),
      ])
      _ = try ledger.append(facts.map { draft(.undone(fact: $0.id), 400) })
      for offset in [0, 50, 399] {
        let coach = try ledger.coach(around: day(offset), tips: [])
        #expect(coach.silences.isEmpty, "\(offset)")
      }
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A pause that was replaced by a shorter one never comes back`(_ keeper: Keeper) throws {
    let calendar = DayCalendar(zone: .utc, dayStarts: CivilTime(secondOfDay: 0))
    try keeper.check { ledger in
      _ = try ledger.append([pause(until: 400)])
      for until in [1, 2] {
        let coach = try ledger.coach(around: today, tips: [])
        let day = coach.day(ofPauseUntil: noon(until), in: calendar)
        _ = try ledger.append([
          Draft(instant: noon(0), zone: "UTC", day: day, event: .paused(until: noon(until)))
        ])
      }
      for offset in [0, 1, 2, 9, 12, 13, 50, 399] {
        let coach = try ledger.coach(around: day(offset), tips: [])
        #expect(coach.pauseEnd(at: noon(offset)) == (offset < 2 ? noon(2) : nil), "\(offset)")
      }
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What ended a pause or an absence is known as long as these are`(_ keeper: Keeper) throws {
    let calendar = DayCalendar(zone: .utc, dayStarts: CivilTime(secondOfDay: 0))
    try keeper.check { ledger in
      _ = try ledger.append([
        pause(until: 400), draft(.away(from: day(-3), through: day(300)), 300),
        draft(.away(from: day(350), through: day(360)), 360),
      ])
      let coach = try ledger.coach(around: today, tips: [])
      let ends = [
        Draft(
          instant: noon(0),
          zone: "UTC",
          day: coach.day(ofPauseUntil: noon(0), in: calendar),
          event: .resumed(at: noon(0))
        ),
        draft(.returned(on: today), today.days(until: try #require(coach.day(ofReturnOn: today)))),
      ]
      let facts = try ledger.append(ends)
      for offset in [0, 1, 50, 299, 300, 399] {
        let coach = try ledger.coach(around: day(offset), tips: [])
        #expect(coach.pauseEnd(at: noon(offset)) == nil, "\(offset)")
        #expect(!coach.isAway(on: day(offset)), "\(offset)")
      }
      #expect(try ledger.coach(around: today, tips: []).isAway(on: day(-1)))
      #expect(try ledger.coach(around: day(355), tips: []).isAway(on: day(355)))
      _ = try ledger.append(
        facts.map { fact in
          Draft(instant: noon(1), zone: "UTC", day: fact.day, event: .undone(fact: fact.id))
        }
      )
      for offset in [1, 50, 299] {
        let coach = try ledger.coach(around: day(offset), tips: [])
        #expect(coach.pauseEnd(at: noon(offset)) == noon(400), "\(offset)")
        #expect(coach.isAway(on: day(offset)), "\(offset)")
      }
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Nothing else that lies ahead is known`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let morning = prompted("morning", day(400))
      _ = try ledger.append([
        draft(.told(tip: "a"), 400),
        draft(.passed(PromptID(slot: "evening", day: day(400)), .away), 400),
        draft(.snoozed(morning.id, until: .distantFuture), 400),
        draft(answered("energy", .scale(3)), 400), draft(.unknown(kind: "promised"), 400),
      ])
      var coach = try ledger.coach(around: today, tips: [])
      coach.seed = nil
      // That the person was there is another matter.
      #expect(coach == Coach(since: noon(400), memory: Coach.PriorState(sign: coach.sign)))
      // But a prompt is: it may tell of what was missed now.
      _ = try ledger.append([draft(.prompted(morning), 400)])
      #expect(try ledger.coach(around: today, tips: []).prompt(morning.id) != nil)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A snooze comes back with its prompt, and can be taken back`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let morning = prompted("morning", today)
      let facts = try ledger.append([
        draft(.prompted(morning)), draft(.shown(morning.id, channel: "spool")),
        draft(.snoozed(morning.id, until: noon(1))),
      ])
      func prompt() throws -> Coach.Prompt? {
        try ledger.coach(around: today, tips: []).prompt(morning.id)
      }
      #expect(try prompt()?.snoozedUntil == noon(1))
      #expect(try prompt()?.hiddenFrom == ["spool"])
      _ = try ledger.append([draft(.undone(fact: facts[2].id))])
      #expect(try prompt()?.snoozedUntil == noon(0))
    }
  }
}
