import Coaching
import Storage
import TestSupport
import Testing

/// What is true of a kind of fact is true of it on every ledger.
@Suite struct FactKindContract {
  private static let prompt = PromptID(slot: "offer", day: day(0))
  private static let promise = Entry(id: Entry.ID(.promise, 1), kind: "promise", text: "call")

  /// What there is before: something to change, to close and to hear again.
  private static let before: [Event] = [
    .told(tip: "a"), .entered(promise), .muted(tip: "b"),
    .prompted(prompted("morning", day(0))),
  ]

  /// A fact of the kind that changes what `before` adds up to.
  private static func event(_ kind: FactKind) -> Event {
    switch kind {
    case .prompted: .prompted(prompted("offer", day(0)))
    case .shown: .shown(prompt, channel: "spool")
    case .notShown: .notShown(prompt, channel: "spool")
    case .passed: .passed(prompt, .missedOff)
    case .deferred: .deferred(prompt, .quiet)
    case .unseen:
      .unseen(from: CivilTime(secondOfDay: 82_800), until: CivilTime(secondOfDay: 25_200))
    case .told: .told(tip: "b")
    case .chosen: .chosen(chosen)
    case .asked: .asked(question: "energy")
    case .answered: answered("energy", .scale(3))
    case .aimed: .aimed(Aim(.atLeast(6)), question: "energy")
    case .snoozed: .snoozed(prompt, until: Instant(seconds: 1_800_000_000))
    case .paused: .paused(until: Instant(seconds: 1_800_000_000))
    case .away: .away(from: day(0), through: day(0))
    case .extra: .extra(Extra(text: "tea"))
    case .stepped: .stepped(to: 3)
    case .entered:
      .entered(Entry(id: Entry.ID(.promise, 2), kind: "promise", text: "write"))
    case .edited: .edited(Entry(id: promise.id, kind: "promise", text: "call at noon"))
    case .closed: .closed(promise.id, .kept)
    case .hesitated: .hesitated(Hesitated(obstacle: .refusal, tip: "a"))
    case .rated: .rated(tip: "a", .useful)
    case .muted: .muted(tip: "a")
    case .unmuted: .unmuted(tip: "b")
    case .undone: .undone(fact: "nothing")
    }
  }

  /// What a coach knows by what a person did.
  private func known(_ coach: Coach) -> [String] {
    var programme = Programme()
    programme.mode = .stepByStep
    return [
      "\(coach.answers)", "\(coach.silences)", "\(coach.extras)", "\(coach.told)",
      "\(coach.verdicts)", "\(coach.muted)", "\(coach.hesitations)",
      "\(coach.entries.all)", "\(coach.step(in: programme))",
    ]
  }

  @Test(arguments: Keeper.allCases, FactKind.allCases)
  func `It is written and read back, and is a sign of the person or none`(
    _ keeper: Keeper,
    _ kind: FactKind
  ) throws {
    try keeper.check { ledger in
      _ = try ledger.append([draft(.chosen(Self.chosen), -1)])
      let fact = try ledger.append([draft(Self.event(kind))])[0]
      #expect(fact.event.kind == kind)
      #expect(fact.event == Self.event(kind))
      if let file = ledger as? Ledger {
        #expect(try file.facts(from: day(0), through: day(0)) == [fact])
        #expect(try file.lastDone(limit: 1) == (kind.isUndoable ? [fact] : []))
      }
      let coach = try ledger.coach(around: day(0), tips: ["a", "b"])
      #expect((coach.sign?.sequence == fact.sequence) == kind.isByPerson)
    }
  }

  @Test(arguments: Keeper.allCases, FactKind.allCases)
  func `It matters on the days before its own, or does not`(
    _ keeper: Keeper,
    _ kind: FactKind
  ) throws {
    try keeper.check { ledger in
      _ = try ledger.append([draft(.chosen(Self.chosen), -40)])
      _ = try ledger.append([draft(Self.event(kind))])
      let earlier = try ledger.coach(around: day(-40), tips: ["a", "b"])
      #expect(earlier.lastSequence == (kind.reachesBack ? 2 : 1))
    }
  }

  @Test(arguments: Keeper.allCases, FactKind.allCases.filter(\.isUndoable))
  func `Taken back, it is as though it had never been`(
    _ keeper: Keeper,
    _ kind: FactKind
  ) throws {
    try keeper.check { ledger in
      _ = try ledger.append(Self.before.map { draft($0) })
      let look = { known(try ledger.coach(around: day(0), tips: ["a", "b"])) }
      let before = try look()
      let fact = try ledger.append([draft(Self.event(kind))])[0]
      // What was put off is seen in its prompt alone.
      if kind != .snoozed { #expect(try look() != before) }
      _ = try ledger.append([draft(.undone(fact: fact.id))])
      #expect(try look() == before)
    }
  }

  private static let chosen = TipChosen(
    tip: "a",
    slot: "tip",
    draw: 0.5,
    constants: 1,
    claim: .rotation,
    table: "a 1 0 0 0"
  )
}
