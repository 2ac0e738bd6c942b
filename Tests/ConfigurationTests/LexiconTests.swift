import Coaching
import Configuration
import Testing

/// The words that a person may type.
@Suite struct LexiconTests {
  private static let shipped = "\(Repository.root)/config/decks/lexicon"

  @Test func `No word of the shipped languages means two things`() throws {
    let lexicon = try LexiconReader.read(Self.shipped)
    #expect(lexicon.ambiguities.map { "\($0.word): \($0.meanings)" } == [])
    #expect(throws: Never.self) { try LexiconReader.check(Self.shipped) }
  }

  @Test func `Each language has words for all that a person can mean`() throws {
    for language in Language.allCases {
      let text = try Repository.text("config/decks/lexicon/\(language.rawValue).toml")
      for table in Lexicon.Table.allCases {
        #expect(text.contains("\n[\(table.rawValue)]\n"), "\(language.rawValue): \(table)")
      }
    }
    // Both Chinese have the same tables and meanings.
    let keys = try ["zh-Hant", "zh-Hans"].map { name in
      try Repository.text("config/decks/lexicon/\(name).toml").split(separator: "\n")
        .filter { $0.contains(" = [") || $0.hasPrefix("[") }
        .map { $0.split(separator: "=")[0].trimmed }
    }
    #expect(keys[0] == keys[1])
  }

  @Test func `Every word of an answer stands in the lexicon too`() throws {
    let lexicon = try LexiconReader.read(Self.shipped)
    for language in Language.allCases {
      let deck = DeckReader(directory: "\(Repository.root)/config/decks/daily", language: language)
      for (answer, word) in try deck.read(.withoutTips).phrases.answers.entries {
        let tables: [Lexicon.Table] = [.yesNo, .outcome, .none]
        let meanings = tables.compactMap { lexicon.meaning(of: word, in: $0) }
        #expect(meanings.contains(answer), "\(language.rawValue): \(word) is \(meanings)")
      }
    }
  }

  @Test(arguments: [
    ("2 days ago", "2026-11-21T00:00:00"), ("tomorrow 18:00", "2026-11-24T18:00:00"),
    ("yesterday", "2026-11-22T00:00:00"), ("18:00", "2026-11-23T18:00:00"),
    ("in 2 hours", "2026-11-23T11:30:00"), ("an hour ago", "2026-11-23T08:30:00"),
    ("in three days at 9:00", "2026-11-26T09:00:00"), ("27.11", "2026-11-27T00:00:00"),
    ("2026-03-28", "2026-03-28T00:00:00"), ("2026-03-28 07:30", "2026-03-28T07:30:00"),
    ("tomorrow morning", "2026-11-24T07:00:00"), ("明天下午六點", "2026-11-24T18:00:00"),
    ("前天", "2026-11-21T00:00:00"), ("三天前", "2026-11-20T00:00:00"), ("three days", nil),
    ("until Friday", nil), ("soon", nil), ("", nil),
  ])
  func `From when on is read as every other day is`(typed: String, begins: String?) throws {
    let lexicon = try LexiconReader.read(Self.shipped)
    let now = try #require(Instant(rfc3339: "2026-11-23T09:30:00Z"))
    let found = lexicon.beginning(of: typed, at: now, in: .utc)
    #expect(found.map { Zone.utc.civil(at: $0).description } == begins, "\(typed)")
  }

  @Test func `What a person writes into their own comes on top`() throws {
    let scratch = try Scratch()
    try scratch.put("lexicon/en.toml", "[yes-no]\nyes = [\"ja\"]\nno = [\"yep\"]\n")
    let lexicon = try LexiconReader.read(
      in: [scratch.path, "\(Repository.root)/config/decks"],
      language: .english
    )
    #expect(lexicon.meaning(of: "Ja!", in: .yesNo) == "yes")
    #expect(lexicon.meaning(of: "yep", in: .yesNo) == "no")
    #expect(lexicon.meaning(of: "nope", in: .yesNo) == "no")
  }

  @Test(arguments: [
    ("[yes-no]\nyes = [\"x\"]\nno = [\"X\"]\n", "“x” is both yes-no."),
    ("[yes-no]\nperhaps = [\"x\"]\n", "unknown key “perhaps”"),
    ("[weather]\nrain = [\"x\"]\n", "unknown key “weather”"),
    ("[day]\n9 = [\"x\"]\n", "unknown key “9”"),
    ("[day]\n0 = [\"\"]\n", "1 to 80 characters"),
    ("dates = \"backwards\"\n", "is not one of month-day"),
  ])
  func `What cannot be meant is refused with its place`(text: String, words: String) throws {
    let scratch = try Scratch()
    try scratch.put("lexicon/en.toml", text)
    do {
      try LexiconReader.check("\(scratch.path)/lexicon")
      Issue.record("it was taken")
    } catch {
      #expect("\(error)".contains(words), "\(error)")
    }
  }

  @Test func `How a date of two numbers is ordered is the language's`() throws {
    let decks = "\(Repository.root)/config/decks"
    let day = { (text: String, language: Language) in
      try LexiconReader.read(in: [decks], language: language).day(text)?.day
    }
    let december = DayPhrase.monthDay(month: 12, day: 5)
    #expect(try day("12/5", .traditionalChinese) == december)
    #expect(try day("12/5", .simplifiedChinese) == december)
    #expect(try day("12/5", .english) == nil)
    #expect(try day("12/25", .english) == .monthDay(month: 12, day: 25))
    #expect(try day("25/12", .english) == .monthDay(month: 12, day: 25))
    #expect(try day("5/5", .english) == .monthDay(month: 5, day: 5))
  }

  @Test func `Times in a configuration may be in a person's own words`() throws {
    let text = """
      quiet-hours = "晚上十點到早上七點"
      [sleep]
      lights-out = ["週一到週五 晚上十一點", "週末 十二點半"]
      get-up = "half past six"
      [slot.morning]
      when = "weekdays at 7:30"
      window = "四小時"
      """
    let lexicon = try LexiconReader.read(Self.shipped)
    #expect(throws: ConfigurationError.self) { try Settings(text, file: "coach.toml") }
    let settings = try Settings(text, file: "coach.toml", words: { lexicon })
    #expect(settings.lightsOut?.description == "Mon..Fri 23:00; Sat,Sun 00:30")
    #expect(settings.getUp?.description == "06:30")
    let plain = try Settings(
      "quiet-hours = \"22:00..07:00\"\n[slot.morning]\nwhen = \"Mon..Fri 07:30\"",
      file: "coach.toml"
    )
    #expect(settings.quiet == plain.quiet)
    #expect(settings.slots == plain.slots)
  }
}
