import Testing

/// Every rule is shown something that breaks it, and something near that does not.
@Suite struct RuleTests {
  private func file(_ text: String, path: String = "Sources/Coaching/A.swift") -> SourceFile {
    SourceFile(path: path, text: text)
  }

  /// Some bans, a text, and the words of it that break them.
  static let words: [(bans: [Banned], text: String, broken: [String])] = [
    (WordRules.escapes, "final class A: @unchecked Sendable {}", ["@unchecked"]),
    (WordRules.escapes, "nonisolated(unsafe) var a = 1", ["nonisolated"]),
    (WordRules.escapes, "nonisolated var a: Int { 1 }", []),
    (WordRules.escapes, "let a = try! b as! C", ["try", "as"]),
    (WordRules.escapes, "let a = try? b as? C // try! it", []),
    (WordRules.escapes, "fatalError(\"no\")", ["fatalError"]),
    (WordRules.escapes, "preconditionFailure(\"no\")", []),
    (WordRules.escapes, "#if os(Linux)\n#endif", ["#if"]),
    (WordRules.escapes, "let a = try !b(), c = d as! E, f = !g", ["as"]),
    (WordRules.threads, "func a() async { await b() }", ["async", "await"]),
    (WordRules.escapes, "\"\\(try! a())\"", ["try"]),
    (WordRules.impurities, "let now = Date()", ["Date"]),
    (WordRules.impurities, "let day = CivilDate(dayNumber: 1)", []),
    (WordRules.impurities, "ContinuousClock().now", ["ContinuousClock"]),
    (WordRules.impurities, "Int.random(in: 1...6)", ["random"]),
    (WordRules.impurities, "tips.shuffled().randomElement()", ["shuffled", "randomElement"]),
    (
      WordRules.impurities, "var g = SystemRandomNumberGenerator()", ["SystemRandomNumberGenerator"]
    ),
    (WordRules.impurities, "time(nil) + clock.time(of: a)", ["time"]),
    (WordRules.impurities, "func time(of a: Int) {}", []),
    (WordRules.impurities, "var a: Set<Int> = []", ["Set"]),
    (WordRules.impurities, "var a: WeekdaySet = []", []),
    (
      WordRules.impurities, "Dictionary(grouping: a) { $0.hashValue }", ["Dictionary", "hashValue"]
    ),
    (WordRules.speech, "print(a)\nSwift.print(b)", ["print"]),
    (WordRules.speech, "fputs(a, stderr)", ["fputs", "stderr"]),
    (WordRules.speech, "\"\\(print(a))\"", ["print"]),
    (WordRules.speech, "if bad { exit(1) }", ["exit"]),
    (WordRules.speech, "loop.exit(1)\nfunc exit(_ code: Int32) {}", []),
    (WordRules.speech, "unsafe getenv(\"HOME\")", ["getenv"]),
    (WordRules.speech, "CommandLine.arguments", ["CommandLine"]),
    (WordRules.speech, "// print(a)\n\"print(a)\"", []),
    (WordRules.logs, "unsafe sd_journal_sendv(a, 1)", ["sd_journal_sendv"]),
  ]

  @Test(arguments: words)
  func `A banned word is found in code alone`(bans: [Banned], text: String, broken: [String]) {
    let found = WordRules.broken(bans, in: file(text)).map { $0.what.prefix { $0 != ":" } }
    #expect(found.map(String.init) == broken, "\(text)")
  }

  @Test func `Every ban is broken by its own word`() {
    let bans =
      WordRules.escapes + WordRules.threads + WordRules.impurities + WordRules.speech
      + WordRules.logs
    for ban in bans {
      let text =
        switch ban.form {
        case .word: ban.word
        case .call: "\(ban.word)(a)"
        case .member: "a.\(ban.word)"
        case .forced: "\(ban.word)! a"
        case .with(let inner): "\(ban.word)(\(inner))"
        }
      let violations = WordRules.broken([ban], in: file("let a = 1\n\(text)"))
      #expect(violations.map(\.line) == [2], "\(ban.word)")
    }
  }

  static let descriptors: [(text: String, isBroken: Bool)] = [
    ("Glibc.write(1, a, b)", true), ("write(2, a, b)", true), ("a(descriptor: 1)", true),
    ("Descriptor(number: 2, path: a)", true), ("write(file, a, b)", false),
    ("number: 1.5", false), ("write(10, a, b)", false), ("padded(to: 2)", false),
  ]

  @Test(arguments: descriptors)
  func `Writing to a standard descriptor by its number is found`(text: String, isBroken: Bool) {
    #expect(!WordRules.writesByNumber(in: file(text + "\n")).isEmpty == isBroken)
  }

  @Test func `An entry for the journal is found`() {
    #expect(WordRules.journalEntries(in: file("a\ntry Journal.send(entry)")).map(\.line) == [2])
    #expect(WordRules.journalEntries(in: file("func send(_ entry: Journal.Entry)")) == [])
  }

  static let dictionaries: [(text: String, isBroken: Bool)] = [
    ("var a: [String: Int]", true), ("let a = [:]", true), ("let a = [1: 2, 3: 4]", true),
    ("let a: [(key: String, value: Int)]", false), ("[a ? b : c]", false), ("[f(to: a)]", false),
    ("let a: [String]", false), ("{ [a] b in c }", false), ("a[b, default: 1]", true),
    ("switch a { case 1: [b] }", false), ("[a ? b : c, d: e]", true),
  ]

  @Test(arguments: dictionaries)
  func `A dictionary is found`(text: String, isBroken: Bool) {
    #expect(!WordRules.dictionaries(in: file(text)).isEmpty == isBroken, "\(text)")
  }

  @Test func `A note to oneself is found`() {
    for word in ["TODO", "FIXME", "XXX"] {
      #expect(WordRules.reminders(in: file("a\n// \(word): later")).map(\.line) == [2])
      #expect(WordRules.reminders(in: file("a\n# \(word)", path: "a.py")).map(\.line) == [2])
      #expect(WordRules.reminders(in: file("let a = \"\(word)\"")) == [])
    }
    #expect(WordRules.reminders(in: file("mkdtemp /tmp/a-XXXXXX", path: "run")) == [])
  }

  static let deckNames: [(text: String, broken: [String])] = [
    ("let a = \"tip-done\"", ["tip-done"]), ("let a = [\"E75\", \"Z07\", \"E7\"]", ["E75", "Z07"]),
    ("/// Such as \"tip-done\".", []), ("phrases(\"tip-done\")", []),
    ("let a = \"tip\"", []), ("let a = \"sleep\"", []),
  ]

  @Test(arguments: deckNames.indices)
  func `What a deck names is seen in the core`(_ place: Int) {
    let deck = SourceFile(
      path: "config/decks/a/deck.toml",
      text: "[[question]]\nid = \"tip-done\"\nid = \"sleep\"\nabout = \"tip\"\n"
    )
    let names = DeckNames.names(in: [deck])
    let broken = DeckNames.broken(in: file(Self.deckNames[place].text), names: names)
    #expect(broken.map(\.what) == Self.deckNames[place].broken.map { "“\($0)” is named by a deck" })
  }
}
