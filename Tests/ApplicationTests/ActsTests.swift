import Application
import Coaching
import TestSupport
import Testing

/// What is refused of acts, and what some of them do.
@Suite struct ActsTests {
  /// An act that is refused, what for, and words of it.
  struct Refused: CustomTestStringConvertible, Sendable {
    var name: String
    var settings = ""
    var kind = CommandError.Kind.data
    var words: String
    var act: @Sendable (Workspace) throws(CommandError) -> Void

    init(
      _ name: String,
      settings: String = "",
      for kind: CommandError.Kind = .data,
      _ words: String,
      _ act: @escaping @Sendable (Workspace) throws(CommandError) -> Void
    ) {
      self.name = name
      self.settings = settings
      self.kind = kind
      self.words = words
      self.act = act
    }

    var testDescription: String { name }
  }

  private static let long = String(repeating: "x", count: 501)

  static let refused = silences + promises + notes + rest

  private static let silences = [
    Refused("a pause that has passed", "has passed") { work throws(CommandError) in
      _ = try work.pause(until: "until 2020-01-01")
    },
    Refused("a pause of no length", "no time to wait") { work throws(CommandError) in
      _ = try work.pause(until: "soon")
    },
    Refused("an absence that ends before it begins", "ends after it begins") {
      work throws(CommandError) in _ = try work.goAway("2026-12-02..2026-12-01")
    },
    Refused("an absence of three days named", "no range of days") { work throws(CommandError) in
      _ = try work.goAway("today..tomorrow..today")
    },
    Refused("an absence of no day", "no day") { work throws(CommandError) in
      _ = try work.goAway("sometime")
    },
    Refused("a snooze of nothing", "no prompt is waiting") { work throws(CommandError) in
      _ = try work.snoozable(nil)
    },
    Refused("a click on what was never asked", "was never asked") { work throws(CommandError) in
      try work.take(.snooze, on: PromptID(slot: "morning", day: work.today))
    },
  ]

  private static let promises = [
    Refused("a promise by no time", "no time") { work throws(CommandError) in
      _ = try work.promise(SaidPromise("a", by: "whenever"))
    },
    Refused("a reserve that is none", "no reserve") { work throws(CommandError) in
      _ = try work.promise(SaidPromise("a", reserve: "much"))
    },
    Refused("a reserve longer than what is left", "longer than") { work throws(CommandError) in
      _ = try work.promise(SaidPromise("a", by: "in 1d", reserve: "3d"))
    },
    Refused("a promise too long to be kept", "at most 500") { work throws(CommandError) in
      _ = try work.promise(SaidPromise(long))
    },
    Refused("a promise that there is not", "no promise 3; none is open") {
      work throws(CommandError) in _ = try work.closePromise(3, as: .kept)
    },
  ]

  private static let notes = [
    Refused("a note of no kind", "no kind of note “princple”; did you mean “principle”?") {
      work throws(CommandError) in _ = try work.noteMeant(by: ["princple", "a"])
    },
    Refused("a note without a word", for: .usage, "say the kind") { work throws(CommandError) in
      _ = try work.noteMeant(by: [])
    },
    Refused("a note in which nothing is said", "nothing was said") { work throws(CommandError) in
      let (kind, _) = try work.noteMeant(by: ["principle"])
      _ = try work.keep(work.blankNote(kind))
    },
    Refused("a part that the kind has not", "no part “why”") { work throws(CommandError) in
      let (kind, _) = try work.noteMeant(by: ["two-readings"])
      var note = work.blankNote(kind)
      try work.fill(&note, "", parts: ["why=so"])
    },
    Refused("a part said twice", "said twice") { work throws(CommandError) in
      let (kind, _) = try work.noteMeant(by: ["two-readings"])
      var note = work.blankNote(kind)
      try work.fill(&note, "", parts: ["saw=a", "saw=b"])
    },
    Refused("a note that there is not", "no note 2") { work throws(CommandError) in
      _ = try work.dropNote(2)
    },
    Refused("notes of no kind", "no kind of note") { work throws(CommandError) in
      _ = try work.notes(of: "poem", since: nil, having: nil)
    },
  ]

  private static let rest = [
    Refused("an extra without words", "needs a few words") { work throws(CommandError) in
      _ = try work.note(SaidExtra("  "))
    },
    Refused("an extra that cost no amount", "no amount") { work throws(CommandError) in
      _ = try work.note(SaidExtra("fruit", cost: "little"))
    },
    Refused("a look back on no extra", "no extra of the last days") { work throws(CommandError) in
      _ = try work.sayLastExtra(isWelcome: true)
    },
    Refused("a tip that there is not", "no tip “nothing-of-the-kind”") {
      work throws(CommandError) in _ = try work.say(.useful, about: "nothing-of-the-kind")
    },
    Refused("a word about no tip", for: .usage, "no tip was told today") {
      work throws(CommandError) in
      _ = try work.say(.useful, about: nil)
    },
    Refused("what is retired and is not there", "question or self-check") {
      work throws(CommandError) in _ = try work.retire("slep", back: false)
    },
    Refused("a step where all four are asked", "all four steps") { work throws(CommandError) in
      try work.take(.stands)
    },
    Refused(
      "a step before the first",
      settings: "[programme]\nmode = \"step-by-step\"",
      "the first step is the first"
    ) { work throws(CommandError) in try work.take(.back) },
    Refused("a fear that is none", "belongs to 1, 2 and 3") { work throws(CommandError) in
      _ = try work.remedy(for: .liking, fear: 3)
    },
    Refused("a fear off its scale", "from 0 to 10") { work throws(CommandError) in
      _ = try work.remedy(for: .refusal, fear: 11)
    },
    Refused("an obstacle that there is not", "the five are 1 refusal") { _ throws(CommandError) in
      _ = try Workspace.obstacle(named: "zzzzzzzz")
    },
    Refused("a circle that is off", settings: "[profile]\ncircles-off = [\"supplier\"]", "off") {
      work throws(CommandError) in _ = try work.circle(named: "supplier")
    },
  ]

  @Test(arguments: Keeper.allCases, refused)
  func `What cannot be done is refused in words, and nothing is written`(
    _ keeper: Keeper,
    _ refused: Refused
  ) throws {
    try keeper.check(refused.settings) { fixture in
      let workspace = fixture.workspace
      let error = refusal { () throws(CommandError) in try refused.act(workspace) }
      #expect(error?.kind == refused.kind)
      #expect(error?.message.contains(refused.words) == true, "\(error?.message ?? "not refused")")
      let written = try fixture.events()
      #expect(written.isEmpty)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A pause ends, and an absence ends today and keeps its days that have passed`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      #expect(try fixture.workspace.resume() == false)
      _ = try fixture.workspace.pause(until: "2h")
      fixture.wait()
      #expect(try fixture.workspace.resume())
      #expect(try fixture.workspace.coach().pauseEnd(at: fixture.now) == nil)
      _ = try fixture.workspace.goAway("yesterday..2026-11-30")
      fixture.wait()
      #expect(try fixture.workspace.resume())
      let yesterday = fixture.workspace.today.adding(days: -1)
      #expect(try fixture.workspace.absences() == [yesterday...yesterday])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A prompt that waits is put off, and not beyond its day`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let id = PromptID(slot: "end-of-work", day: fixture.workspace.today)
      let content = PromptContent(
        id: id,
        due: fixture.now,
        until: fixture.now.adding(seconds: 7200),
        questions: ["energy"]
      )
      let zone = fixture.zone.name
      try fixture.ledger.append([
        Draft(instant: fixture.now, zone: zone, day: id.day, event: .prompted(content)),
        Draft(instant: fixture.now, zone: zone, day: id.day, event: .shown(id, channel: "spool")),
      ])
      fixture.wait(seconds: 60)
      let workspace = fixture.workspace
      #expect(try workspace.snoozable("end") == id)
      let error = refusal { () throws(CommandError) in
        _ = try workspace.snooze(id, until: "until 2026-11-25")
      }
      #expect(error?.message.contains("would not come back") == true)
      let strange = refusal { () throws(CommandError) in _ = try workspace.snoozable("morning") }
      #expect(strange?.message.contains("is not waiting") == true)
      #expect(try workspace.snooze(id, until: nil).contains("20:16"))
      fixture.wait(seconds: 60)
      try fixture.workspace.take(.answer("7", question: "energy"), on: id)
      #expect(try fixture.ledger.answer(to: "energy", on: id.day) == .scale(7))
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What the person wants to hear no more of today is gone for today`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      let id = PromptID(slot: "end-of-work", day: fixture.workspace.today)
      let end = fixture.now.adding(seconds: 7200)
      let content = PromptContent(id: id, due: fixture.now, until: end, questions: ["energy"])
      try fixture.ledger.append([
        Draft(instant: fixture.now, zone: "UTC", day: id.day, event: .prompted(content))
      ])
      fixture.wait(seconds: 60)
      try fixture.workspace.take(.ask, on: id)
      #expect(try fixture.events().count == 1)
      try fixture.workspace.take(.notNow, on: id)
      let coach = try fixture.workspace.coach()
      let midnight = fixture.workspace.calendar.end(of: id.day).adding(seconds: -1)
      let plan = coach.plan(at: midnight, for: fixture.workspace.context)
      #expect(!plan.showing.contains { $0.prompted.id == id })
    }
  }

  @Test(arguments: Keeper.allCases)
  func `All that was missed is set aside at once, and taken back at once`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      let day = fixture.workspace.today.adding(days: -1)
      let missed = ["morning", "end-of-work"].map { slot in
        let id = PromptID(slot: slot, day: day)
        let instant = fixture.now.adding(seconds: -80_000)
        return Draft(instant: instant, zone: "UTC", day: day, event: .passed(id, .missedOff))
      }
      try fixture.ledger.append(missed)
      let count = try fixture.workspace.missedQuestions().count
      #expect(count > 1)
      #expect(try fixture.workspace.setMissedAside() == count)
      #expect(try fixture.workspace.missedQuestions().isEmpty)
      fixture.wait()
      _ = try fixture.workspace.undo()
      #expect(try fixture.workspace.missedQuestions().count == count)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `An open promise is changed and closed once, by its number`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let first = try fixture.workspace.promise(SaidPromise("the plan", to: "the office"))
      let idea = try fixture.workspace.promise(SaidPromise("a course", kind: .idea))
      #expect([first.id.number, idea.id.number] == [1, 2])
      #expect(first.due == nil)
      #expect(idea.due != nil)
      let workspace = fixture.workspace
      let same = refusal { () throws(CommandError) in
        _ = try workspace.changePromise(1, to: SaidPromise(""))
      }
      #expect(same?.kind == .usage)
      let moved = try workspace.changePromise(1, to: SaidPromise("", by: "tomorrow"))
      #expect(moved.due != nil && moved.isWholeDay && moved.timing == 2)
      _ = try workspace.closePromise(1, as: .missed)
      let twice = refusal { () throws(CommandError) in
        _ = try workspace.closePromise(1, as: .kept)
      }
      #expect(twice?.message.contains("was closed as missed") == true)
      let count = try workspace.promiseCount(from: workspace.today, through: workspace.today)
      #expect(count.missed == 1 && count.open == 1)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `The tip of the day is told once, and another one is another`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      let tip = try fixture.workspace.todaysTip()
      fixture.wait()
      #expect(try fixture.workspace.todaysTip().id == tip.id)
      #expect(try fixture.events().count == 2)
      let other = try fixture.workspace.anotherTip()
      #expect(other.id != tip.id)
      // What is said of no tip in particular is of the one that was shown last.
      #expect(try fixture.workspace.say(.useful, about: nil).id == other.id)
      #expect(try fixture.workspace.say(.mute, about: tip.id).id == tip.id)
      #expect(try fixture.workspace.coach().muted == [tip.id])
    }
  }

  @Test func `A pause until a weekday that is today is said with its date`() throws {
    try Keeper.memory.check { fixture in
      for (typed, shown) in [
        ("until Sunday 21:00", "2026-11-22 21:00"), ("sunday 9pm", "2026-11-22 21:00"),
        ("until 21:00", "21:00"), ("1h", "21:00"), ("until Monday 21:00", "2026-11-23 21:00"),
      ] {
        let said = try fixture.workspace.pause(until: typed)
        #expect(said == "Nothing more from me until \(shown).", "\(typed)")
      }
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What is meant by its day, or by the clock, is so in whatever zone holds then`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { fixture in
      let promises: [(SaidPromise, clock: String?)] = [
        (SaidPromise("pay the rent", by: "2026-12-04"), "2026-12-04 18:00"),
        (SaidPromise("look after it", kind: .followUp), "2026-11-25 18:00"),
        (SaidPromise("use it", kind: .idea), "2026-11-30 18:00"),
        (SaidPromise("call", by: "Fri 15:00"), nil), (SaidPromise("write", by: "24h"), nil),
        (SaidPromise("send", by: "3d"), nil),
      ]
      for (said, _) in promises { _ = try fixture.workspace.promise(said) }
      let before = try fixture.workspace.promises(isAll: false).map(\.entry.due)
      _ = try fixture.workspace.pause(until: "until Mon 08:00")
      for name in ["Asia/Tokyo", "Pacific/Honolulu", "America/Los_Angeles"] {
        fixture.zone = try TestZones.zone(name)
        let found = try fixture.workspace.promises(isAll: false)
        for (number, row) in promises.enumerated() {
          let entry = try #require(found.first { $0.id.number == number + 1 }).entry
          guard let clock = row.clock else {
            #expect(before.contains(entry.due), "an instant stays one")
            continue
          }
          let due = try #require(entry.due)
          let local = fixture.zone.civil(at: due)
          #expect("\(local.date) \(local.time)" == clock, "\(name)")
          #expect(try fixture.workspace.coach().entries[entry.id]?.entry.due == due)
        }
        let end = try #require(try fixture.workspace.coach().pauseEnd(at: fixture.now))
        #expect(fixture.zone.civil(at: end).description == "2026-11-23T08:00:00", "\(name)")
      }
      _ = try fixture.workspace.pause(until: "14h")
      let end = fixture.now.adding(seconds: 14 * 3600)
      fixture.zone = try TestZones.zone("Asia/Tokyo")
      #expect(try fixture.workspace.coach().pauseEnd(at: fixture.now) == end)
    }
  }
}
