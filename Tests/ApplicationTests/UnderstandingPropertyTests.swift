import Application
import Coaching
import Configuration
import TestSupport
import Testing

/// Whatever is typed: nothing traps, nothing hangs, and what is understood reads back as the same.
@Suite struct UnderstandingPropertyTests {
  /// Texts of words of all languages, digits and marks, with something foreign now and then.
  private struct Texts {
    var random: SplitMix64
    let words: [String]

    init(seed: UInt64, _ lexicon: Lexicon) {
      random = SplitMix64(seed: seed)
      words = lexicon.entries.map(\.word)
    }

    private mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    mutating func next() -> String {
      var text = ""
      for _ in 0...below(6) {
        switch below(12) {
        case 0..<6: text += words[below(words.count)]
        case 6..<9: text += String(below(3000))
        case 9: text += [":", ".", ",", "/", "-", "：", "、", "～", "+", "–"][below(10)]
        case 10: text += String(Character(Unicode.Scalar(UInt32(below(0xD7FF))) ?? "?"))
        default: text += ["\u{301}", "\u{200D}", "👩‍👧", "é", "ｶﾞ", "שלום", "\u{202E}"][below(7)]
        }
        if below(3) > 0 { text += " " }
      }
      return text
    }
  }

  private static let questions = ["sleep", "get-up", "energy", "thanks-given", "sincere", "help"]

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `What is understood prints back to what is understood the same`(seed: UInt64) throws {
    try Keeper.memory.check { fixture in
      let workspace = fixture.workspace
      var texts = Texts(seed: seed, try workspace.lexicon)
      let questions = try Self.questions.map { try workspace.question(named: $0) }
      for _ in 0..<150 {
        let text = texts.next()
        for question in questions {
          guard let said = try workspace.understood(text, as: question) else { continue }
          if said.more != nil { continue }
          let again = try workspace.understood(said.answer.description, as: question)
          #expect(again?.answer == said.answer, "\(text.debugDescription): \(said.answer)")
        }
        if let seconds = try workspace.span(text) {
          #expect(
            try workspace.span(TimeSpan.words(seconds)) == seconds,
            "\(text.debugDescription)"
          )
        }
        if let day = try? workspace.dayOfAnswer(text) {
          #expect(try workspace.dayOfAnswer(day.description) == day, "\(text.debugDescription)")
        }
        if let end = try? workspace.end(text).at {
          let zone = workspace.context.zone
          #expect(try workspace.end(zone.timestamp(end)).at == end, "\(text.debugDescription)")
        }
      }
    }
  }

  /// What goes on for ever.
  private static let endless: [String] = [
    "e" + String(repeating: "\u{301}", count: 100_000), String(repeating: "半", count: 100_000),
    String(repeating: "11:", count: 50_000), String(repeating: "晚上", count: 50_000),
    "熄" + String(repeating: "\u{31F}\u{301}", count: 50_000),
    String(repeating: "half past ", count: 10_000), String(repeating: " ", count: 100_000),
    String(repeating: "九", count: 100_000), String(repeating: "9", count: 100_000),
  ]

  @Test(arguments: endless.indices)
  func `A text without an end is refused at once`(place: Int) throws {
    let text = Self.endless[place].streamSafe
    try Keeper.memory.check { fixture in
      let workspace = fixture.workspace
      let clock = ContinuousClock()
      let took = clock.measure {
        for name in Self.questions {
          let question = try? workspace.question(named: name)
          #expect(throws: CommandError.self) {
            _ = try workspace.record(GivenAnswer(text), to: #require(question))
          }
        }
        #expect(throws: CommandError.self) { try workspace.dayOfAnswer(text) }
        #expect(throws: CommandError.self) { try workspace.end(text) }
        #expect(throws: CommandError.self) { try workspace.circle(named: text) }
        #expect(throws: CommandError.self) { try workspace.question(named: text) }
        #expect(throws: CommandError.self) { try workspace.obstacle(named: text) }
        #expect(throws: CommandError.self) { try workspace.say(.mute, about: text) }
        #expect(throws: CommandError.self) { try workspace.retire(text, back: false) }
        #expect(throws: CommandError.self) {
          try workspace.notes(of: text, since: nil, having: nil)
        }
        #expect(throws: CommandError.self) { try workspace.promise(SaidPromise("x", by: text)) }
        #expect((try? workspace.tips(TipQuery(words: [text])).isEmpty) ?? true)
        #expect((try? workspace.glossary(of: text).isEmpty) ?? true || text.trimmed.isEmpty)
      }
      // It takes some hundredths of a second, on a machine that does much else some seconds; the
      // marks alone took minutes.
      #expect(took < .seconds(30), "\(place): \(took)")
    }
  }
}
