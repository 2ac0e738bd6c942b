import Coaching
import Configuration
import Testing

/// A deck is plain files; what is wrong in one is said with its line.
@Suite struct DeckReaderTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static let structure = """
    name = "small"
    [[question]]
    id = "walk"
    answer = "yes-no"
    [[cue]]
    id = "hello"
    [[tip]]
    id = "door"
    rows = ["E25"]
    step = 3
    kind = "regular"
    """

  static let wording = """
    language = "en"
    [tip.door]
    title = "A door"
    action = "Hold a door."
    why = "Hands are often full."
    short = "Hold a door."
    ask = "Did you hold a door?"
    [question.walk]
    title = "Walk"
    ask = "Did you walk?"
    [question.walk.reply]
    yes = "Noted."
    [cue.hello]
    text = "Hello."
    [slot]
    morning = "Morning"
    [answers]
    yes = ["Aye"]
    [phrase]
    why = "Why"
    """

  private func read(
    _ structure: String = structure,
    _ wordings: [(name: String, text: String)] = [("en.toml", wording)],
    language: Language = .english
  ) throws -> Teaching {
    try scratch.put("deck.toml", structure)
    for (name, text) in wordings { try scratch.put(name, text) }
    return try DeckReader(directory: scratch.path, language: language).read()
  }

  private func refusal(_ work: () throws -> Teaching) -> String? {
    do {
      _ = try work()
      return nil
    } catch {
      return "\(error)".split(separator: "\(scratch.path)/").joined()
    }
  }

  /// A deck's text with one piece of it changed; the test ends where the piece is not there.
  private func changed(_ text: String, _ old: String, _ new: String) throws -> String {
    let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "“\(old)” is not in the deck")
    return parts.joined(separator: new)
  }

  @Test func `A deck is read with all that it says`() throws {
    let teaching = try read()
    #expect(teaching.tips.map(\.id) == ["door"])
    #expect(teaching.tips.first?.part == .step(3))
    #expect(teaching.tips.first?.rows == ["E25"])
    #expect(teaching.tips.first?.wording.why == "Hands are often full.")
    #expect(teaching.question("walk")?.kind == .yesNo)
    #expect(teaching.question("walk")?.wording.hint == "yes or no")
    #expect(teaching.question("walk")?.wording.replies.map(\.text) == ["Noted."])
    #expect(teaching.cue("hello")?.texts == ["Hello."])
    #expect(teaching.phrases.slot("morning") == "Morning")
    #expect(teaching.phrases("why") == "Why")
    #expect(AnswerKind.yesNo.read("aye", words: teaching.phrases.answers) == .yesNo(true))
  }

  @Test func `A tip without a kind is a regular one, and a part may be missing`() throws {
    let tip = try #require(try read("[[tip]]\nid = \"door\"").tips.first)
    #expect(tip.kind == .regular)
    #expect(tip.part == nil)
    #expect(tip.rows.isEmpty)
  }

  @Test func `A question says for how many days back it is answered, or seven`() throws {
    #expect(try read().question("walk")?.backfillDays == 7)
    for days in [0, 1, 3660] {
      let limit = "answer = \"yes-no\"\nbackfill = \(days)"
      let structure = try changed(Self.structure, "answer = \"yes-no\"", limit)
      #expect(try read(structure).question("walk")?.backfillDays == days)
    }
  }

  @Test func `A question says how often it is asked, and of whom`() throws {
    let more = "answer = \"yes-no\"\nevery = \"4w\"\nroles = [\"parent\"]\noptional = true"
    let structure = Self.structure.replacing("answer = \"yes-no\"", with: more)
    let question = try read(structure).question("walk")
    #expect(question?.every == .days(28))
    #expect(question?.roles == [.parent])
    #expect(question?.isOptional == true)
  }

  @Test(arguments: structures)
  func `A structure that cannot be meant is refused`(
    old: String,
    new: String,
    refusal wanted: String
  ) throws {
    let structure = try changed(Self.structure, old, new)
    #expect(refusal { try read(structure) } == "deck.toml:\(wanted)")
  }

  private static let missingAsk =
    "“ask” is missing here; it takes a question that can be answered, "
    + "such as ask = \"Did you hold a door?\""

  static let wordings: [(old: String, new: String, refusal: String)] = [
    ("[slot]", "[slots]", "en.toml:15: unknown key “slots”; did you mean “slot”?"),
    (
      "why = \"Hands", "because = \"Hands",
      "en.toml:5: unknown key “because”; known here: title, action, why, short, ask, tell"
    ),
    (
      "why = \"Hands are often full.\"\n", "",
      "en.toml:2: “why” is missing here; it takes the reason, in a sentence, "
        + "such as why = \"Hands are often full.\""
    ),
    ("ask = \"Did you hold a door?\"\n", "", "en.toml:2: \(missingAsk)"),
    ("ask = \"Did you walk?\"\n", "", "en.toml:8: \(missingAsk)"),
    (
      "text = \"Hello.\"", "",
      "en.toml:13: “text” is missing here; it takes what is to be said, "
        + "such as text = \"First the others.\""
    ),
    (
      "yes = \"Noted.\"", "yes = 1",
      "en.toml:12: “question.walk.reply.yes” is to be a text in quotes, not a whole number"
    ),
    ("[\"Aye\"]", "\"Aye\"", "en.toml:18: “answers.yes” is to be a list of texts, not a text"),
    ("[tip.door]", "[tip.gate]", "deck.toml:8: “door” has no [tip.door] in en.toml"),
    ("[cue.hello]", "[cue.bye]", "deck.toml:6: “hello” has no [cue.hello] in en.toml"),
  ]

  @Test(arguments: wordings)
  func `A wording that lacks something or has too much is refused`(
    old: String,
    new: String,
    refusal wanted: String
  ) throws {
    let wording = try changed(Self.wording, old, new)
    #expect(refusal { try read(Self.structure, [("en.toml", wording)]) } == wanted)
  }

  @Test func `An id is of small letters, digits and hyphens`() throws {
    for id in ["Door", "a door", "döör", "a.door", "門"] {
      let structure = try changed(Self.structure, "\"door\"", "\"\(id)\"")
      let wording = try changed(Self.wording, "[tip.door]", "[tip.\"\(id)\"]")
      let words = refusal { try read(structure, [("en.toml", wording)]) }
      #expect(words == "deck.toml:8: an id is of a–z, 0–9 and “-”, not “\(id)”")
    }
  }

  @Test func `A question and a cue share no id`() throws {
    let structure = try changed(Self.structure, "id = \"hello\"", "id = \"walk\"")
    let wording = try changed(Self.wording, "[cue.hello]", "[cue.walk]")
    let words = refusal { try read(structure, [("en.toml", wording)]) }
    #expect(words == "deck.toml:6: “walk” is there twice")
  }

  @Test func `A deck without its files is refused`() throws {
    let help = "a deck is a directory with deck.toml or tips.toml, and en.toml"
    let nothing = refusal { try DeckReader(directory: scratch.path, language: .english).read() }
    #expect(nothing == "deck.toml: this deck has no deck.toml; \(help)")
    #expect(
      refusal { try read(Self.structure, []) } == "en.toml: this deck has no en.toml; \(help)"
    )
  }

  static let tips = "name = \"tips\"\n[[tip]]\nid = \"door\"\nstep = 3"
  static let tipWording = wording.split(separator: "[question.walk]")[0]

  /// Reads a deck that has a `tips.toml`, and a `deck.toml` only where one is given.
  private func readTips(
    _ tips: String = tips,
    _ wording: String = String(tipWording),
    structure: String? = nil,
    _ extent: Configuration.ReadScope = .everything
  ) throws -> Teaching {
    if let structure { try scratch.put("deck.toml", structure) }
    try scratch.put("tips.toml", tips)
    try scratch.put("en.toml", wording)
    return try DeckReader(directory: scratch.path, language: .english).read(extent)
  }

  @Test func `A deck may be tips alone`() throws {
    let teaching = try readTips()
    #expect(teaching.tips.map(\.id) == ["door"])
    #expect(teaching.items == ["tip", "promises", "self-check"])
    #expect(teaching.phrases == Phrases())
  }

  @Test func `Of a deck of tips not a byte is read where none is needed`() throws {
    #expect(try readTips("no TOML", "nor this", .withoutTips) == Teaching())
    #expect(throws: ConfigurationError.self) { try readTips("no TOML") }
  }

  @Test func `A deck with both files has the tips of both`() throws {
    let other = try changed(Self.tips, "door", "gate")
    let words =
      "\(Self.wording)\n\(try changed(String(Self.tipWording), "door", "gate").dropFirst(16))"
    let whole = try readTips(other, words, structure: Self.structure)
    #expect(whole.tips.map(\.id) == ["door", "gate"])
    let rest = try readTips(other, words, structure: Self.structure, .withoutTips)
    #expect(rest.tips.isEmpty)
    #expect(rest.items == whole.items && rest.phrases == whole.phrases)
    let twice = refusal { try readTips(structure: Self.structure) }
    #expect(twice == "tips.toml:3: “door” is there twice")
  }

  @Test func `A deck of tips says nothing else`() throws {
    let structure = try changed(Self.tips, "[[tip]]", "[[cue]]")
    #expect(
      refusal { try readTips(structure) }
        == "tips.toml:2: unknown key “cue”; known here: name, tip, arc"
    )
    let words = refusal { try readTips(Self.tips, Self.wording) }
    let wanted = "[answers] belongs to a deck with a deck.toml; this one has tips only"
    #expect(words == "en.toml:17: \(wanted)")
  }

  @Test func `A deck is read in the person's language, else in one that it has`() throws {
    let chinese = try changed(Self.wording, "\"Hello.\"", "\"你好。\"")
    let both = [("en.toml", Self.wording), ("zh-Hant.toml", chinese)]
    #expect(try read(language: .traditionalChinese).cue("hello")?.texts == ["Hello."])
    #expect(
      try read(Self.structure, both, language: .traditionalChinese).cue("hello")?.texts == ["你好。"]
    )
    #expect(
      try read(Self.structure, both, language: .simplifiedChinese).cue("hello")?.texts == ["Hello."]
    )
  }

  @Test func `A deck in Chinese alone is read by a person of English`() throws {
    let cue = try read(Self.structure, [("zh-Hant.toml", Self.wording)]).cue("hello")
    #expect(cue?.texts == ["Hello."])
  }
}
