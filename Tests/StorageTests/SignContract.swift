import Coaching
import Storage
import TestSupport
import Testing

/// Whether the person reacts is remembered, however long ago they last did.
@Suite struct SignContract {
  private let today = day(0)
  private let calendar = DayCalendar(zone: .utc, dayStarts: CivilTime(secondOfDay: 0))

  private func asking(
    _ offset: Int,
    _ slot: String = "work",
    _ questions: [String] = ["energy"]
  ) -> Draft {
    var prompted = prompted(slot, day(offset))
    prompted.questions = questions
    return draft(.prompted(prompted), offset)
  }

  private func backOff(_ ledger: any Keeping) throws -> [Int] {
    let noon = draft(.told(tip: "a")).instant
    let backOff = try ledger.coach(around: today, tips: ["a"]).backOff(at: noon, in: calendar)
    return backOff.asked.map { $0.dayNumber - today.dayNumber }
  }

  @Test(arguments: Keeper.allCases)
  func `The days asked in vain are known from before the days that are folded`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      _ = try ledger.append([draft(answered("energy", .scale(3)), -60)])
      let asked = [-60, -59, -57, -55, -20, -10, -9, -3]
      for offset in asked { _ = try ledger.append([asking(offset)]) }
      #expect(try backOff(ledger) == [-59, -57, -55, -20, -10, -9, -3])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `After many days the last of them is known still`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      for offset in -400 ... -12 { _ = try ledger.append([asking(offset)]) }
      let known = try backOff(ledger)
      #expect(known == [-399, -398, -397, -396, -395, -394, -393, -392, -12])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Every kind of sign makes them nothing, and what the coach does does not`(
    _ keeper: Keeper
  ) throws {
    let signs: [Event] = [
      answered("sleep", .noOccasion),
      .snoozed(PromptID(slot: "work", day: day(-30)), until: .distantPast),
      .paused(until: .distantPast), .away(from: day(-30), through: day(-30)), .undone(fact: "1"),
      .rated(tip: "a", .notForMe), .muted(tip: "a"), .unmuted(tip: "a"), .unknown(kind: "promised"),
    ]
    let others: [Event] = [
      .told(tip: "a"), .passed(PromptID(slot: "work", day: day(-30)), .backedOff),
      .shown(PromptID(slot: "work", day: day(-30)), channel: "spool"),
      .notShown(PromptID(slot: "work", day: day(-30)), channel: "spool"),
    ]
    for (events, left) in [(signs, [-14, -2]), (others, [-29, -28, -14, -2])] {
      for event in events {
        try keeper.check { ledger in
          _ = try ledger.append([draft(.rated(tip: "a", .useful), -30)])
          for offset in [-29, -28] { _ = try ledger.append([asking(offset)]) }
          _ = try ledger.append([draft(event, -25)])
          for offset in [-14, -2] { _ = try ledger.append([asking(offset)]) }
          #expect(try backOff(ledger) == left, "\(event)")
        }
      }
    }
  }

  @Test(arguments: Keeper.allCases)
  func `An answer for a day long past is a sign of the day on which it was given`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      _ = try ledger.append([asking(-20), asking(-3)])
      var late = draft(answered("energy", .scale(3)), -30)
      late.instant = draft(.told(tip: "a"), -2).instant
      _ = try ledger.append([late, asking(-1)])
      #expect(try backOff(ledger) == [-1])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A prompt that asks nothing is not in vain`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      _ = try ledger.append([draft(.told(tip: "a"), -40), asking(-20, "bell", []), asking(-19)])
      #expect(try backOff(ledger) == [-19])
    }
  }
}
