import Coaching
import Glibc
import Testing

@testable import Storage

@Suite struct LedgerTests {
  private static let awkward = [
    "", " none ", "It's \"fine\"; DROP TABLE facts;--", "one\r\ntwo\ttab\u{1B}[31m", "好的，谢谢 👩‍👩‍👧 é",
    "$.v[0]", "{\"v\":9}", "\u{FEFF}\u{202E}right to left", String(repeating: "長", count: 20_000),
  ]

  private static var events: [Event] {
    let morning = PromptID(slot: "morning", day: day(0))
    let full = Prompted(
      id: morning,
      due: Instant(microseconds: -1),
      until: .distantFuture,
      tip: "tip",
      cues: awkward,
      questions: ["sleep", "", "a/b"],
      digest: [PromptID(slot: "evening", day: day(-1)), morning]
    )
    let answers: [Answer] =
      [.yesNo(true), .yesNo(false), .scale(0), .scale(10), .count(0), .count(1000), .noOccasion]
      + [.timeOfDay(CivilTime(secondOfDay: 85_215)), .timeOfDay(CivilTime(secondOfDay: 0))]
      + Outcome.allCases.map(Answer.outcome) + awkward.map(Answer.text) + [.text("none")]
    return [
      .prompted(full), .prompted(prompted("bare", day(0))), .shown(morning, channel: "spool"),
      .notShown(morning, channel: "terminal"), .told(tip: "tip"), .undone(fact: "some id"),
      .unknown(kind: "promised"),
    ] + Passing.allCases.map { .passed(morning, $0) } + answers.map { answered("q", $0) }
      + awkward.flatMap { text in
        [.told(tip: text), .shown(morning, channel: text), .undone(fact: text)]
          + [.answered(Answered(question: text, answer: .scale(1), note: text, from: text))]
      }
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
}
