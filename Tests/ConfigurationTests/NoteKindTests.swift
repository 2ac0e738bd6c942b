import Coaching
import Configuration
import Testing

/// The kinds of note that a deck has.
@Suite struct NoteKindTests {
  private func read(_ note: String, _ words: String = "parts = [\"A\"]") throws -> Teaching {
    let scratch = try Scratch()
    try scratch.put("deck.toml", "name = \"small\"\n[[note]]\nid = \"two\"\n\(note)")
    try scratch.put(
      "en.toml",
      "language = \"en\"\n[note.two]\ntitle = \"Two\"\nask = \"What?\"\n\(words)"
    )
    return try DeckReader(directory: scratch.path, language: .english).read()
  }

  @Test func `A kind is read with its parts, its recall and what it is about`() throws {
    let teaching = try read(
      "rows = [\"E1\"]\nparts = [\"a\"]\nrecall = \"later\"\nabout = \"tip\""
    )
    let wording = NoteKind.Wording(title: "Two", ask: "What?", parts: ["A"])
    #expect(
      teaching.notes == [
        NoteKind(
          id: "two",
          rows: ["E1"],
          parts: ["a"],
          recall: .later,
          isAboutTip: true,
          wording: wording
        )
      ]
    )
    #expect(teaching.items.contains("two"))
    #expect(try !read("parts = [\"a\"]").items.contains("two"))
  }

  @Test(
    arguments: [
      ("recall = \"soon\"", "", "in-turn, same-day, next-day, low-week, later"),
      ("parts = [\"a\", \"b\"]", "parts = [\"A\"]", "“two” has 2 parts, not 1"),
      ("parts = [\"a b\"]", "parts = [\"A\"]", "a part's name is of a–z"),
      ("about = \"me\"", "", "a note is about “tip”"), ("part = []", "", "did you mean"),
    ]
  )
  func `What cannot be meant is refused in words`(
    _ note: String,
    _ words: String,
    _ what: String
  ) {
    let error = #expect(throws: ConfigurationError.self) { try read(note, words) }
    #expect(error?.description.contains(what) == true, "\(String(describing: error))")
  }

  @Test(arguments: Language.allCases)
  func `The shipped deck has every kind in each language`(_ language: Language) throws {
    let directory = ShippedDeck.directory("daily")
    let teaching = try DeckReader(directory: directory, language: language).read()
    #expect(
      teaching.notes.map(\.id) == [
        "principle", "reason", "service-today", "better", "growth", "counter-evidence", "detail",
        "case", "two-readings", "incident", "own-words",
      ]
    )
    #expect(
      teaching.recalledNotes == [
        "principle", "reason", "service-today", "better", "counter-evidence", "case",
      ]
    )
    #expect(teaching.note("incident")?.parts.count == 5)
  }
}
