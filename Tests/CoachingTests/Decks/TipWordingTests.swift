import Testing

@testable import Coaching

/// The parts of a tip lie in one text, and are what they were.
@Suite struct TipWordingTests {
  private let parts = ["Hülle", "", "e\u{301}in 晨", "\u{301}x", "🧑‍🤝‍🧑", "Once."]

  private var wording: Tip.Wording {
    Tip.Wording(
      title: parts[0],
      action: parts[1],
      why: parts[2],
      short: parts[3],
      ask: parts[4],
      tell: parts[5]
    )
  }

  @Test func `Each part is read as it was given`() {
    let words = wording
    let read = [words.title, words.action, words.why, words.short, words.ask, words.tell]
    #expect(read.map { Array($0.utf8) } == parts.map { Array($0.utf8) })
    #expect(wording.parts == parts)
  }

  @Test func `A part is changed, and the others stay`() {
    var changed = wording
    changed.action = "Walk."
    #expect(changed.parts == [parts[0], "Walk."] + parts[2...])
    #expect(changed != wording)
    changed.action = ""
    #expect(changed == wording)
  }

  @Test func `Parts of a longer text are those that were given`() {
    let text = "before" + parts.joined() + "behind"
    let shared = Tip.Wording(in: text, from: 6, sizes: parts.map(\.utf8.count))
    #expect(shared == wording)
  }

  @Test func `What does not lie in the text, or cuts a character, is no wording`() {
    for (start, sizes) in [
      (0, [1, 1, 1, 1, 1]), (0, [9, 0, 0, 0, 0, 0]), (0, [-1, 1, 0, 0, 0, 0]),
      (0, [Int.max, 1, 1, 1, 1, 1]), (1, [1, 0, 0, 0, 0, 0]),
    ] {
      #expect(Tip.Wording(in: "a晨b", from: start, sizes: sizes) == nil, "\(sizes)")
    }
  }
}
