import Coaching
import Configuration
import Testing

/// What stands beside the decks: where each row stands, what the words mean, what was read.
@Suite struct LibraryTests {
  static let decks = "\(Repository.root)/config/decks"

  @Test(arguments: Language.allCases)
  func `Every row has its document, section and place`(_ language: Language) throws {
    let sources = try ReferenceTexts.sources("\(Self.decks)/sources.toml", in: language)
    #expect(sources.count == 263)
    #expect(sources.first?.row == "E01" && sources.last?.row == "Z97")
    #expect(DeckTests.rowsWithoutTip([]) == sources.map(\.row))
    for source in sources {
      #expect(try source.place.wholeMatch(of: Regex("s[0-9]+[a-h]?(, s[0-9]+[a-h]?)*")) != nil)
    }
  }

  @Test(arguments: Language.allCases)
  func `The glossary keeps the rules of the decks`(_ language: Language) throws {
    let entries = try ReferenceTexts.glossary("\(Self.decks)/glossary.toml", in: language)
    #expect(entries.count >= 12)
    #expect(Set(entries.map(\.id)).count == entries.count)
    for entry in entries {
      #expect(!entry.rows.isEmpty && entry.rows.allSatisfy(DeckTests.isRow), "\(entry.id)")
      #expect(entry.words.contains(entry.term))
      if language == .english {
        #expect(DocumentRuns.english.found(in: DocumentRuns.words(entry.meaning)) == [])
      } else {
        #expect(DocumentRuns.chinese.found(in: DocumentRuns.characters(entry.meaning)) == [])
        #expect(DeckChineseTests.faults(entry.meaning, in: language) == [], "\(entry.id)")
        #expect(DeckChineseTests.faults(entry.term, in: language) == [], "\(entry.id)")
      }
      for risk in Risk.all where risk.id != "R18" {
        #expect(try risk.found(in: [entry.meaning]) == [], "\(risk.id): \(entry.id)")
      }
    }
  }

  @Test func `A file that is not there is missed by its name`() {
    let words = refusal { () throws(ConfigurationError) in
      _ = try ReferenceTexts.sources("/nowhere/sources.toml", in: .english)
    }
    let wanted = "/nowhere/sources.toml: this file is missing; install again: ./systemd/install"
    #expect(words == wanted)
  }

  // MARK: - The checklist

  /// What is wrong with a checklist: rules that are missing, neither tested nor read, or that name
  /// tips there are not.
  static func faults(inChecklist text: String, tips: [String], tested: [String]) -> [String] {
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("- **R") }
    return (1...38).flatMap { number -> [String] in
      let rule = "R\(number < 10 ? "0" : "")\(number)"
      guard let line = lines.first(where: { $0.hasPrefix("- **\(rule)**") }) else {
        return ["\(rule) is missing"]
      }
      let ids = line.matches(of: /`([a-z0-9-]+)`/).map { String($0.output.1) }
      let strangers = ids.filter { !tips.contains($0) }.map { "\(rule) names \($0)" }
      let isLookedAfter = !ids.isEmpty || tested.contains(rule)
      let isHonest = !line.contains("By test") || tested.contains(rule)
      return strangers + (isLookedAfter ? [] : ["\(rule) is not looked after"])
        + (isHonest ? [] : ["\(rule) has no test"])
    }
  }

  /// The rules that have a test: by their words, or in a function of `DeckRiskTests`.
  static func tested() throws -> [String] {
    let files = ["DeckRiskTests", "DeckChineseTests", "Risk", "Risk+Others"]
    let texts = try files.map { try Repository.text("Tests/ConfigurationTests/\($0).swift") }
    return texts.flatMap { $0.matches(of: /R[0-9]{2}/).map { String($0.output) } }
  }

  @Test func `Each rule is tested, or names the tips that were read against it`() throws {
    let tips = try ShippedDeck.speaking(.english).teaching.tips.map(\.id)
    let text = try Repository.text("Tests/Decks/CHECKLIST.md")
    #expect(Self.faults(inChecklist: text, tips: tips, tested: try Self.tested()) == [])
    let worse = text.replacing("- **R35**", with: "- **R99**")
      .replacing("`a-better-line`", with: "`nowhere`")
    let faults = Self.faults(inChecklist: worse, tips: tips, tested: try Self.tested())
    #expect(faults.first == "R35 is missing")
  }

  /// What each line of the checklist says of whose act a tip is, as `id: documents` or `id: ours`.
  private static func acts(inChecklist text: String) -> [String] {
    text.matches(of: /- `([a-z0-9-]+)` \(([^)]*)\): (documents|ours)\. [A-Z]/).map {
      "\($0.output.1) (\($0.output.2)): \($0.output.3)"
    }
  }

  @Test func `Of each tip it is written whose act it is, and the deck says the same`() throws {
    let tips = try ShippedDeck.speaking(.english).teaching.tips
    let text = try Repository.text("Tests/Decks/CHECKLIST.md")
    let said = tips.map { tip in
      let rows = tip.rows.joined(separator: ", ")
      return "\(tip.id) (\(rows)): \(tip.origin == .ownReading ? "ours" : "documents")"
    }
    #expect(Self.acts(inChecklist: text).sorted() == said.sorted())
    #expect(tips.contains { $0.origin == .documents } && tips.contains { $0.origin != .documents })
  }
}
