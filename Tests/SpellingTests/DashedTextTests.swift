import ArgumentParser
import Testing

@testable import coach

/// What begins with a dash is text where it can be nothing else.
@Suite struct DashedTextTests {
  private func parsed(_ words: [String]) throws -> any ParsableCommand {
    try Main.parseAsRoot(DashedText.marked(words))
  }

  static let texts = [
    "- had a chat with Tom", "-5 degrees outside", "-hello", "-", "--- cut here", "-- so it goes",
    "--help me", "- a\n- b", "-–—", "-h is hydrogen", "--a b=c", "−1", "-ohm", "--Was",
  ]

  @Test(arguments: texts)
  func `A text that begins with a dash is a text`(text: String) throws {
    let note = try #require(try parsed(["note", text]) as? Note)
    #expect(note.words == [text])
    let kind = try #require(try parsed(["note", "detail", text, "b"]) as? Note)
    #expect(kind.words == ["detail", text, "b"])
    let promise = try #require(
      try parsed(["promise", text, "--to", text, "--by", "tomorrow"]) as? coach.Promise
    )
    #expect(promise.words == [text] && promise.to == text && promise.by == "tomorrow")
    let extra = try #require(try parsed(["extra", text, "--minutes", "２０"]) as? ExtraCommand)
    #expect(extra.text == text && extra.minutes == 20)
    let thanks = try #require(try parsed(["thanks", "given", text]) as? Thanks)
    #expect(thanks.words == [text])
    let check = try #require(
      try parsed(["check", "own-words", text, "--note", text, "--day", "-1"]) as? Check
    )
    #expect(check.answer == [text] && check.note == text && check.day == "-1")
    let notes = try #require(try parsed(["notes", "--search", text]) as? Notes)
    #expect(notes.search == text)
  }

  @Test(arguments: texts + ["--json", "-h", "--help", "--note=x", "--"])
  func `Behind two dashes all is text, and an option's value is what stands next`(
    text: String
  ) throws {
    let note = try #require(try parsed(["note", "--", text, "--json"]) as? Note)
    #expect(note.words == [text, "--json"])
    let promise = try #require(try parsed(["promise", "x", "--to", text]) as? coach.Promise)
    #expect(promise.to == text)
    let part = try #require(try parsed(["note", "case", "--part", text, "--part", "a"]) as? Note)
    #expect(part.part == [text, "a"])
  }

  @Test(arguments: [["-h"], ["--help"], ["note", "-h"], ["note", "--help"], ["help", "note"]])
  func `Alone, the words for help are that`(words: [String]) {
    #expect(throws: (any Error).self) {
      var command = try parsed(words)
      try command.run()
    }
  }

  @Test func `An option with its value behind a sign is one`() throws {
    let check = try #require(try parsed(["check", "energy", "7", "--note=- had tea"]) as? Check)
    #expect(check.note == "- had tea" && check.answer == ["7"])
  }

  @Test func `What a shell asks to complete a line is passed on`() {
    let words = ["---completion", "check", "--", "-x"]
    #expect(DashedText.marked(words) == words)
  }

  static let below: [(words: [String], word: String?)] = [
    (["pause", "-1h"], "-1h"), (["snooze", "-15m"], "-15m"), (["plan", "--days", "-3"], "-3"),
    (["extra", "x", "--minutes", "-5"], "-5"), (["check", "energy", "-1"], nil),
    (["check", "energy", "7", "--fear", "-1"], "-1"), (["note", "-5"], nil),
    (["check", "energy", "7", "--day", "-1"], nil), (["pause", "--", "-1h"], nil),
    (["note", "-5 degrees"], nil), (["pause", "- 1h"], nil),
  ]

  @Test(arguments: below)
  func `A number below nothing is refused where none can be meant`(words: [String], word: String?) {
    #expect(DashedText.belowNothing(words) == word)
  }

  @Test func `What the parser says has no mark in it`() {
    let error = #expect(throws: (any Error).self) { try parsed(["plan", "- x"]) }
    let said = error.map { DashedText.unmarked(Main.fullMessage(for: $0)) } ?? ""
    #expect(said.contains("- x") && !said.contains(DashedText.mark))
  }
}
