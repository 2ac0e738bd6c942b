import Coaching
import Configuration
import Testing

/// A language is a line of a table, and its words.
@Suite struct FourthLanguageTests {
  private let scratch: Scratch
  private let german = Language("de", prefix: "de")

  init() throws { scratch = try Scratch() }

  private static let german = """
    language = "de"
    [tip.door]
    title = "Eine Tür"
    action = "Halte jemandem die Tür auf."
    why = "Oft sind die Hände voll."
    short = "Halte eine Tür auf."
    ask = "Hast du eine Tür aufgehalten?"
    [question.walk]
    title = "Gehen"
    ask = "Bist du gegangen?"
    [question.walk.reply]
    yes = "Notiert."
    [cue.hello]
    text = "Guten Tag."
    [slot]
    morning = "Morgen"
    [answers]
    yes = ["Ja"]
    [phrase]
    why = "Warum"
    """

  private func read(_ wordings: [String: String]) throws -> Teaching {
    try scratch.put("deck.toml", DeckReaderTests.structure)
    for (name, text) in wordings { try scratch.put(name, text) }
    return try DeckReader(directory: scratch.path, language: german).read()
  }

  @Test func `All that a deck says is read in a language that has a file in it`() throws {
    let english = ("en.toml", DeckReaderTests.wording)
    let teaching = try read([english.0: english.1, "de.toml": FourthLanguageTests.german])
    let tip = try #require(teaching.tips.first?.wording)
    #expect(tip.title == "Eine Tür")
    #expect(tip.ask == "Hast du eine Tür aufgehalten?")
    #expect(teaching.questions.map(\.wording.ask) == ["Bist du gegangen?"])
    #expect(teaching.cues.map(\.texts) == [["Guten Tag."]])
  }

  @Test func `A deck that lacks it is read in the first language of the table`() throws {
    let teaching = try read(["en.toml": DeckReaderTests.wording])
    #expect(teaching.questions.map(\.wording.ask) == ["Did you walk?"])
  }

  @Test(arguments: [
    ("de_AT.UTF-8", "de"), ("de", "de"), ("en_GB.UTF-8", "en"), ("zh_TW", "zh-Hant"),
    ("zh_Hant_HK", "zh-Hant"), ("zh_CN.UTF-8", "zh-Hans"), ("zh", "zh-Hans"), ("fr_FR", "en"),
    ("C", "en"), ("", "en"),
  ])
  func `A locale finds it beside the others`(_ locale: String, _ tag: String) {
    let languages = Language.allCases + [german]
    #expect(Language(locale: locale, among: languages).rawValue == tag)
  }
}
