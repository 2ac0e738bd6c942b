import Coaching
import Configuration
import Testing

/// Recording an answer reads little, and says the same.
@Suite struct AnswerExtentTests {
  let scratch: Scratch
  var own: String { "\(scratch.path)/coach.toml" }
  var decks: [String] { ["\(scratch.path)/decks", "\(Repository.root)/config/decks"] }

  init() throws { scratch = try Scratch() }

  private func read(
    _ extent: Configuration.ReadScope,
    in language: Language = .english
  ) throws(ConfigurationError) -> Configuration {
    let places = Configuration.Places(files: [own], decks: decks)
    return try Configuration(places, extent, language: language)
  }

  @Test(arguments: Language.allCases)
  func `An answer is taken and worded as where all is read`(language: Language) throws {
    let whole = try read(.everything, in: language).teaching
    var alone: [String] = []
    for question in whole.questions {
      let some = try read(.answer(to: question.id), in: language).teaching
      #expect(some.question(question.id) == question)
      #expect(some.phrases.answers == whole.phrases.answers)
      for frame in ["recorded-for", "replaced", "date-yesterday"] {
        #expect(some.phrases.frames.contains { $0.name == frame })
        #expect(some.phrases(frame) == whole.phrases(frame))
      }
      if some.questions.count == 1 { alone.append(question.id) }
    }
    #expect(["sleep", "energy", "help"].allSatisfy(alone.contains))
    #expect(!alone.contains("tip-done") && !alone.contains("obstacle-refusal"))
  }

  @Test func `What is no question's whole name is looked for among all`() throws {
    for name in ["sl", "obstacles", "nothing", ""] {
      #expect(try read(.answer(to: name)) == (try read(.withoutTips)), "\(name)")
    }
  }

  @Test func `A question of a person's own deck is answered in the words of the others`() throws {
    let structure = "[[question]]\nid = \"walk\"\nanswer = \"yes-no\""
    try scratch.put("decks/mine/deck.toml", structure)
    try scratch.put("decks/mine/en.toml", "[question.walk]\ntitle = \"Walk\"\nask = \"Walked?\"")
    try scratch.put("coach.toml", "decks = [\"mine\", \"daily\"]")
    let some = try read(.answer(to: "walk")).teaching
    #expect(some.questions.map(\.wording.title) == ["Walk"])
    #expect(some.phrases("date-yesterday") == "{iso} (yesterday)")
    #expect(!some.phrases.answers.entries.isEmpty)
  }

  @Test func `A habit of the person's own is answered as one of all`() throws {
    try scratch.put(
      "coach.toml",
      "[[habit]]\nid = \"walk\"\nquestion = \"Walked?\"\nanswer = \"yes-no\""
    )
    #expect(try read(.answer(to: "walk")) == (try read(.withoutTips)))
  }

  @Test func `A target that does not fit is refused, and a slot's slip stops no answer`() throws {
    try scratch.put("coach.toml", "[target]\nenergy = \"done\"\n[slot.offer]\ncarries = [\"ofer\"]")
    let words = refusal { () throws(ConfigurationError) in
      _ = try read(.answer(to: "energy"))
    }
    #expect(words?.contains("coach.toml:2: “done” fits no scale answer") == true, "\(words ?? "")")
    #expect(try read(.answer(to: "help")).teaching.question("help") != nil)
  }
}
