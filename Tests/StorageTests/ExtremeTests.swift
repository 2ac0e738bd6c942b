import Coaching
import Testing

@testable import Storage

/// A number that no arithmetic can hold is a fact of an unknown kind: kept, counted, never summed.
@Suite struct ExtremeTests {
  private static let rows: [[String]] =
    [Int64.min, Int64.max, -1].flatMap { number in
      [
        ["entered", "promise/1", #"{"v":1,"kind":"promise","text":"a","reserve":\#(number)}"#],
        ["entered", "promise/1", #"{"v":1,"kind":"promise","text":"a","timing":\#(number)}"#],
        ["extra", "extra", #"{"v":1,"text":"a","minutes":\#(number)}"#],
        ["hesitated", "tip/", #"{"v":1,"obstacle":1,"fear":\#(number)}"#],
        ["hesitated", "tip/", #"{"v":1,"obstacle":\#(number)}"#],
        ["stepped", "programme", #"{"v":1,"step":\#(number)}"#],
        [
          "answered", "question/help",
          #"{"v":1,"type":"outcome","answer":"taken","from":"command","fear":\#(number)}"#,
        ],
        [
          "answered", "question/run",
          #"{"v":1,"type":"count","answer":"3","from":"command","aim":"at-least \#(number) 1/1"}"#,
        ],
        [
          "answered", "question/run",
          #"{"v":1,"type":"count","answer":"\#(number)","from":"command"}"#,
        ],
      ]
    } + [
      ["entered", "promise/1", #"{"v":1,"kind":"promise","text":"a","due":\#(Int64.max - 1)}"#],
      ["prompted", "a/2026-11-22", #"{"v":1,"due":\#(Int64.min + 1),"until":0}"#],
      ["prompted", "b/2026-11-22", #"{"v":1,"due":0,"until":\#(Int64.max - 1)}"#],
      ["snoozed", "a/2026-11-22", #"{"v":1,"until":\#(Int64.max - 1)}"#],
      ["paused", "pause", #"{"v":1,"until":\#(Int64.min + 1)}"#],
      [
        "chosen", "choice/a",
        #"{"v":1,"slot":"tip","draw":"nan","constants":1,"claim":"rotation","candidates":""}"#,
      ],
    ]

  @Test func `Whatever number a row holds, it traps nobody and is counted`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      for row in Self.rows { try raw(ledger, row[0], row[1], row[2]) }
      let facts = try ledger.facts(from: day(0), through: day(0))
      for (fact, row) in zip(facts, Self.rows) {
        #expect(fact.event == .unknown(kind: row[0]), "\(row)")
      }
      let coach = try ledger.coach(around: day(0), tips: ["a"], spaced: ["run"], notes: ["thanks"])
      #expect(coach.unknownCount == Self.rows.count)
      let histories = try ledger.histories(of: ["run", "help"], through: day(0))
      #expect(histories[0].entries.isEmpty)
      #expect(try ledger.openEntries(of: .promise)[Entry.ID(.promise, 1)] == nil)
    }
  }

  @Test func `An instant that no calendar has is kept as the nearest`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      for instant: Int64 in [.max - 1, .min + 1] {
        var fact = draft(.told(tip: "a"))
        fact.instant = Instant(microseconds: instant)
        try ledger.append([fact])
      }
      let facts = try ledger.facts(from: day(0), through: day(0))
      #expect(facts.map(\.event) == [.unknown(kind: "told"), .unknown(kind: "told")])
      let years = facts.map { Zone.utc.civil(at: $0.instant).date.year }
      #expect(years == [9999, 0])
    }
  }
}
