import Coaching
import Glibc
import Testing

@testable import Storage

@Suite struct LedgerTests {
  private static let awkward = [
    "", " none ", "It's \"fine\"; DROP TABLE facts;--", "one\r\ntwo\ttab\u{1B}[31m",
    "好的，谢谢 👩‍👩‍👧 é", "$.v[0]", "{\"v\":9}", "\u{FEFF}\u{202E}right to left",
    String(repeating: "長", count: 20_000),
  ]

  private static func whole(_ text: String) -> Event {
    let cost = Money(hundredths: 1205, currency: "EUR")
    return .extra(Extra(text: text, minutes: 0, cost: cost, landed: true))
  }

  private static var beside: Answered {
    var answered = Answered(question: "help", answer: .outcome(.taken), from: "command")
    answered.circles = ["colleague"] + awkward
    answered.fear = 10
    answered.about = "a tip"
    answered.title = "A cup of tea"
    return answered
  }

  private static var events: [Event] {
    let morning = PromptID(slot: "morning", day: day(0))
    let full = PromptContent(
      id: morning,
      due: Instant(microseconds: -1),
      until: .distantFuture,
      tip: "tip",
      cues: awkward,
      questions: ["sleep", "", "a/b"],
      digest: [PromptID(slot: "evening", day: day(-1)), morning],
      entries: [Entry.ID(.promise, 3), Entry.ID(.note, 12)]
    )
    let answers: [Answer] =
      [.yesNo(true), .yesNo(false), .scale(0), .scale(10), .count(0), .count(1000), .noOccasion]
      + [.timeOfDay(CivilTime(secondOfDay: 85_215)), .timeOfDay(CivilTime(secondOfDay: 0))]
      + Outcome.allCases.map(Answer.outcome) + awkward.map(Answer.text) + [.text("none")]
      + ["0", "5.2", "-0.000001", "1000000000"].compactMap { DecimalNumber($0) }.map(Answer.number)
      + [nights].compactMap { [Stretch](written: $0) }.map(Answer.stretches)
    let plain: [Event] = [
      .answered(beside), .hesitated(Hesitated(obstacle: .ridicule, tip: nil, fear: 0)),
      .prompted(full), .prompted(prompted("bare", day(0))), .shown(morning, channel: "spool"),
      .notShown(morning, channel: "terminal"), .told(tip: "tip"), .undone(fact: "some id"),
      .unknown(kind: "promised"), .snoozed(morning, until: Instant(microseconds: -1)),
      .snoozed(morning, until: .distantFuture), .paused(until: Instant(microseconds: 1)),
      .extra(Extra(text: "tea")), .stepped(to: 1), .stepped(to: 4), .paused(until: .distantPast),
      .paused(until: Instant(seconds: 9), clock: CivilDateTime("2026-11-30T08:00:00")),
      .away(from: day(-400), through: day(4000)),
      .unseen(from: CivilTime(secondOfDay: 85_215), until: CivilTime(secondOfDay: 0)),
    ]
    let passings = PassReason.allCases.map { Event.passed(morning, $0) }
    let said = answers.map { answered("q", $0) }
    let words = awkward.flatMap { text -> [Event] in
      [.told(tip: text), .shown(morning, channel: text), .undone(fact: text)]
        + [.asked(question: text), .hesitated(Hesitated(obstacle: .liking, tip: "a\(text)"))]
        + [.answered(Answered(question: text, answer: .scale(1), note: text, from: text))]
    }
    let dropped = awkward.map { Event.extra(Extra(text: $0, landed: false, isDropped: true)) }
    let deferrals = DeferralReason.allCases.map { Event.deferred(morning, $0) }
    return plain + entries + passings + deferrals + said + words + awkward.map(whole) + dropped
  }

  /// A night in two stretches, the first of which began in another zone.
  private static let nights =
    "2026-11-22T22:00:00-05:00/2026-11-23T06:10:00+01:00 "
    + "2026-11-23T07:00:00+01:00/2026-11-23T08:30:00+01:00"

  private static var entries: [Event] {
    let bare = Entry(id: Entry.ID(.promise, 1), kind: "promise", text: "call")
    let full = Entry(
      id: Entry.ID(.note, 2),
      kind: "case",
      text: "a=b",
      parts: awkward.map { Entry.Part(name: "saw", text: $0) },
      to: "the office",
      due: Instant(microseconds: -1),
      isWholeDay: true,
      clock: CivilDateTime("2026-12-04T18:00:00"),
      reserveSeconds: 7200,
      timing: 3
    )
    return [.entered(bare), .edited(full)] + Closing.allCases.map { .closed(bare.id, $0) }
      + awkward.map { text in .entered(Entry(id: bare.id, kind: text, text: text, to: text)) }
  }

  @Test func `Every event comes back from the file as it was, whatever its words`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let written = try Ledger(path: path).append(Self.events.map { draft($0) })
      let read = try Ledger(path: path).facts(from: day(0), through: day(0))
      #expect(read == written)
      #expect(read.map(\.event) == Self.events)
    }
  }

  @Test func `A NUL, at which SQLite would cut a text off, is written as its stand-in`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      try ledger.append([draft(answered("q", .text("one\0two")))])
      let event = try ledger.lastDone(limit: 1).first?.event
      #expect(event == answered("q", .text("one\u{FFFD}two")))
    }
  }

  @Test func `What was acknowledged is in the file itself, and survives a kill`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      for count in 1...3 {
        try ledger.append([draft(.told(tip: "a"))])
        // The file alone, as a backup by cp takes it beside a running service.
        let bytes = try #require(contents("\(directory)/ledger.sqlite"))
        try write(bytes, to: "\(directory)/left-\(count).sqlite")
        let left = try Ledger(path: "\(directory)/left-\(count).sqlite")
        #expect(try left.facts(from: day(0), through: day(0)).count == count)
      }
    }
  }

  @Test func `A ledger that nobody has open is one file`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Ledger(path: path).append([draft(.told(tip: "a"))])
      #expect(["-wal", "-shm", "-journal"].allSatisfy { contents(path + $0) == nil })
    }
  }

  @Test func `Every commit waits for the disk`() throws {
    try inTemporaryDirectory { directory in
      let database = try Ledger(path: "\(directory)/ledger.sqlite").database
      let pragmas = try ["journal_mode", "synchronous", "foreign_keys"].map {
        try database.rows("PRAGMA \($0)") { $0.text(0) }
      }
      #expect(pragmas == [["truncate"], ["2"], ["1"]])
    }
  }

  @Test func `Another process sees a fact as soon as it is written`() throws {
    try inTemporaryDirectory { directory in
      let daemon = try Ledger(path: "\(directory)/ledger.sqlite")
      let command = try Ledger(path: "\(directory)/ledger.sqlite")
      for count in 1...3 {
        try command.append([draft(answered("energy", .scale(count)))])
        #expect(try daemon.coach(around: day(0), tips: []).answers.count == count)
      }
    }
  }

  @Test func `Of many that open a new ledger at once, one writes the prompt`() async throws {
    let directory = try temporaryDirectory()
    defer { remove(directory) }
    let path = "\(directory)/new/ledger.sqlite"
    let reasons = await withTaskGroup(of: LedgerError.Reason?.self) { group in
      for _ in 0..<16 { group.addTask { prompt(in: path) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let id = PromptID(slot: "morning", day: day(0))
    #expect(reasons.filter { $0 == nil }.count == 1)
    #expect(reasons.filter { $0 == .alreadyPrompted(id) }.count == 15)
  }

  @Test func `Of many that write at once none is turned away`() async throws {
    let directory = try temporaryDirectory()
    defer { remove(directory) }
    let path = "\(directory)/ledger.sqlite"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let ledger = try Ledger(path: path)
          for offset in 0..<20 {
            try ledger.append([draft(.prompted(prompted("slot-\(writer)", day(offset))), offset)])
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try Ledger(path: path).factCount == 160)
  }

  @Test func `The files and the directories made for them are private`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/share/coach/ledger.sqlite"
      let ledger = try Ledger(path: path)
      try ledger.append([draft(.told(tip: "a"))])
      #expect(["", "-journal"].map { mode(path + $0) } == [0o600, 0o600])
      #expect(mode("\(directory)/share") == 0o700)
      #expect(mode("\(directory)/share/coach") == 0o700)
    }
  }

  @Test func `A ledger that was put back from a backup becomes private again`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try Ledger(path: path).append([draft(.told(tip: "a"))])
      #expect(unsafe chmod(path, 0o644) == 0)
      let ledger = try Ledger(path: path)
      try ledger.append([draft(.told(tip: "b"))])
      #expect(try ledger.factCount == 2)
      #expect(["", "-journal"].map { mode(path + $0) } == [0o600, 0o600])
    }
  }

  @Test func `A file without a byte becomes a ledger`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      try write([], to: path)
      let ledger = try Ledger(path: path)
      #expect(try ledger.factCount == 0)
      try ledger.append([draft(.told(tip: "a"))])
      #expect(try Ledger(path: path).factCount == 1)
    }
  }

  @Test func `A ledger that somebody else has just brought to this version is left so`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      try Migration(ledger.database).migrate(to: Schema.version)
      #expect(try ledger.append([draft(.told(tip: "a"))]).map(\.sequence) == [1])
    }
  }

  @Test func `A full disk keeps what was there, and takes more once there is room`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let written = try ledger.append([draft(.told(tip: "a"))])
      try ledger.database.execute("PRAGMA max_page_count = 1")
      let long = draft(answered("text", .text(String(repeating: "long ", count: 2000))))
      let error = #expect(throws: LedgerError.self) {
        try ledger.append([draft(.told(tip: "b")), long])
      }
      #expect(error?.reason == .full)
      #expect(error?.description.contains("Make room") == true)
      #expect(try ledger.facts(from: day(0), through: day(0)) == written)
      try ledger.database.execute("PRAGMA max_page_count = 1000000")
      #expect(try ledger.append([long]).map(\.sequence) == [2])
    }
  }

  @Test func `A ledger that another program holds is said to be held`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      try ledger.database.execute("PRAGMA busy_timeout = 1")
      let other = try Ledger(path: "\(directory)/ledger.sqlite")
      try other.database.execute("BEGIN IMMEDIATE")
      let error = #expect(throws: LedgerError.self) { try ledger.append([draft(.told(tip: "a"))]) }
      #expect(error?.reason == .busy)
      try other.database.execute("COMMIT")
      #expect(try ledger.append([draft(.told(tip: "a"))]).count == 1)
    }
  }
}

/// What prompting the same prompt came to; nil where it was written.
private func prompt(in path: String) -> LedgerError.Reason? {
  do throws(LedgerError) {
    try Ledger(path: path).append([draft(.prompted(prompted("morning", day(0))))])
    return nil
  } catch {
    return error.reason
  }
}
