import Testing
import Text

/// What is kept of a person's words, and what people type for one and the same.
@Suite struct KeptTextTests {
  /// U+FDD0, which no literal may have in it.
  private static let noncharacter = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)

  static let kept: [(rule: String, typed: String, kept: String)] = [
    ("plain words stay", "a walk, 5 km – 走路", "a walk, 5 km – 走路"),
    ("lines stay, with one kind of end", "a\nb\r\nc\rd\u{85}e\u{2028}f", "a\nb\nc\nd\ne\nf"),
    ("a tab is a space", "a\tb", "a b"),
    ("control characters go", "a\u{0}b\u{7}c\u{7F}d\u{9B}e", "abcde"),
    ("colours go whole", "\u{1B}[1;31mred\u{1B}[0m and \u{1B}[38:5:2mgreen", "red and green"),
    ("titles go whole", "a\u{1B}]0;mine\u{7}b\u{1B}]8;;http://x\u{1B}\\c", "abc"),
    ("the marks of a paste go", "\u{1B}[200~tea\u{1B}[201~", "tea"),
    ("an escape that begins nothing goes alone", "a\u{1B}b\u{1B}[\u{1}c\u{1B}]d", "ab[c]d"),
    ("a byte order mark goes, wherever it is", "\u{FEFF}a\u{FEFF}b", "ab"),
    ("what nobody writes goes", "a\(noncharacter)b", "ab"),
    ("a mark of direction with its end stays", "a\u{202B}b\u{202C}c", "a\u{202B}b\u{202C}c"),
    ("one without its end goes", "a\u{202E}b", "ab"),
    ("an end without its beginning goes", "a\u{202C}b\u{2069}c", "abc"),
    ("an isolate with its end stays", "a\u{2067}b\u{2069}c", "a\u{2067}b\u{2069}c"),
    ("an isolate ends what was begun in it", "\u{2067}\u{202E}a\u{2069}b", "\u{2067}a\u{2069}b"),
    (
      "nothing in an isolate ends what is around it", "\u{202A}\u{2066}\u{202C}\u{2069}\u{202C}",
      "\u{202A}\u{2066}\u{2069}\u{202C}"
    ),
    ("each line for itself", "a\u{202E}b\nc\u{202C}d", "ab\ncd"),
    ("marks that open nothing stay", "a\u{200E}b\u{200F}c\u{61C}d", "a\u{200E}b\u{200F}c\u{61C}d"),
    ("joined pictures stay", "👩\u{200D}🔧", "👩\u{200D}🔧"),
  ]

  @Test(arguments: kept)
  func `Of what is typed the words are kept`(rule: String, typed: String, kept: String) {
    #expect(typed.kept == kept, "\(rule)")
    #expect(typed.kept.kept == kept, "\(rule), twice")
  }

  static let numbers: [(typed: String, number: Int?)] = [
    ("0", 0), ("12", 12), ("１２", 12), ("1２", 12), ("", nil), ("+1", nil), ("-1", nil), ("－1", nil),
    ("1.5", nil), (" 1", nil), ("٣", nil), ("½", nil), ("99999999999999999999", nil),
  ]

  @Test(arguments: numbers)
  func `A whole number is written in narrow or in wide digits`(typed: String, number: Int?) {
    #expect(typed.wholeNumber == number)
  }

  static let lists: [(typed: String, tight: String)] = [
    ("Mon, Thu", "Mon,Thu"), ("Mon , Thu 07:30", "Mon,Thu 07:30"), ("Mon,Thu", "Mon,Thu"),
    ("a b", "a b"), (",", ","), (" a , b ", " a,b "), ("", ""),
  ]

  @Test(arguments: lists)
  func `Spaces beside the commas of a list say nothing`(typed: String, tight: String) {
    #expect(typed.tightLists == tight)
  }

  @Test func `What is looked for is found in either case, and in either form`() {
    #expect("Ein CAFÉ am See".mentions("café"))
    #expect("Ein CAFÉ am See".mentions("cafe\u{301}"))
    #expect("今天的提示".mentions("提示"))
    #expect(!"Ein Café".mentions("tea") && !"".mentions("tea"))
    #expect(!"Ein Café".mentions("e" + String(repeating: "\u{301}", count: 100_000)))
  }

  @Test func `What is harmless has its lines, and nothing that steers a terminal`() {
    #expect("Error: \u{1B}[2Jx\n  Usage: y\u{9B}\u{202E}".harmless == "Error:  [2Jx\n  Usage: y  ")
  }

  @Test func `However many scalars a character has, the way through it is as long as it is`() {
    // Looked at from the end, each of these took the time of the whole chain: hours for all of it.
    let chain = String(repeating: "👩\u{200D}", count: 100_000) + "👩"
    let marks = "e" + String(repeating: "\u{301}", count: 100_000)
    for text in [chain, marks] {
      #expect(text.printable == text && text.trimmed == text && text.kept == text)
      #expect(TextLayout.wrap("a \(text) b", width: 20).joined().utf8.count > text.utf8.count)
      #expect("{a}".filled([("a", text)]) == text)
    }
  }
}
