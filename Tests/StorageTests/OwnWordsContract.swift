import Coaching
import Storage
import TestSupport
import Testing

/// What a person put in their own words is known, however long ago, until it is taken back.
@Suite struct OwnWordsContract {
  private func saying(_ text: String, of tip: String?, _ offset: Int) -> Draft {
    var answered =
      Answered(question: OwnWords.name, answer: .text(text), from: "command")
    answered.about = tip
    return draft(.answered(answered), offset)
  }

  @Test(arguments: Keeper.allCases)
  func `The last words for a tip are known`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let facts = try ledger.append([
        saying("newer", of: "a", -30), saying("older", of: "a", -4000),
        saying("other", of: "b", -1), saying("nobody's", of: nil, -20),
        draft(answered(OwnWords.name, .noOccasion), -15),
      ])
      let words = { try ledger.coach(around: day(0), tips: ["a", "b", "c"]).ownWords(for: $0) }
      #expect(try ["a", "b", "c"].map(words) == ["newer", "other", nil])
      _ = try ledger.append([
        draft(.undone(fact: facts[0].id), -30), draft(.undone(fact: facts[2].id), -1),
      ])
      #expect(try ["a", "b", "c"].map(words) == ["older", nil, nil])
      // Who tells no tip does not ask.
      #expect(try ledger.coach(around: day(0), tips: []).ownWords(for: "a") == nil)
    }
  }

  @Test func `A note of them is known as well, until it is dropped`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      try ledger.append([saying("said", of: "a", -300)])
      var note = Entry(id: Entry.ID(.note, 1), kind: OwnWords.name, text: "noted")
      note.to = "a"
      try ledger.append([draft(.entered(note), -200)])
      let words = { try ledger.coach(around: day(0), tips: ["a"]).ownWords(for: "a") }
      #expect(try words() == "noted")
      try ledger.append([draft(.closed(note.id, .dropped), -200)])
      #expect(try words() == "said")
    }
  }
}
