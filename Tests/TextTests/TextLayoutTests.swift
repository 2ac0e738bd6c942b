import Testing

@testable import Text

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("你好", 4), ("，", 2), ("ｶ", 1), ("Ａ", 2),
    ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("が", 2), ("か\u{3099}", 2), ("\u{20000}", 2),
    ("—", 1), ("…", 1), ("“”", 2), ("─", 1), ("·", 1), ("a\u{200B}b", 2), ("\u{FEFF}", 0),
    ("☎", 1), ("☎\u{FE0F}", 2), ("❤\u{FE0F}", 2), ("⌚", 2), ("1\u{FE0F}\u{20E3}", 2),
    ("🌅", 2), ("👍🏽", 2), ("☝🏽", 2), ("🇩🇪", 2), ("🇩🇪🇹🇼", 4),
    ("👨\u{200D}👩\u{200D}👧\u{200D}👦", 2), ("👁\u{FE0F}\u{200D}🗨\u{FE0F}", 2),
    ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2), ("\u{601}", 1),
    ("\u{7F}\u{1B}\r\n", 0),
  ])
  func `Text takes the columns that a terminal gives it`(text: String, columns: Int) {
    #expect(TextLayout.columns(text) == columns)
  }

  @Test(
    arguments: [
      ("", 10, []),
      ("  \n ", 10, []),
      ("one two three", 8, ["one two", "three"]),
      ("one two", 7, ["one two"]),
      ("one  two\nthree", 20, ["one two three"]),
      ("abcdefghij kl", 4, ["abcd", "efgh", "ij", "kl"]),
      ("a bcdefghij", 4, ["a", "bcde", "fghi", "j"]),
      ("你好世界", 4, ["你好", "世界"]),
      ("你好世界", 5, ["你好", "世界"]),
      ("你好，世界", 4, ["你", "好，", "世界"]),
      ("你好。」他說", 6, ["你", "好。」", "他說"]),
      ("他說「你好」", 6, ["他說", "「你", "好」"]),
      ("問他：“好嗎？”", 7, ["問他：", "“好", "嗎？”"]),
      ("他（她）", 4, ["他", "（她", "）"]),
      ("做coach的事", 7, ["做coach", "的事"]),
      ("use 你好 now", 6, ["use 你", "好 now"]),
      ("三點30分", 4, ["三點", "30分"]),
      ("還在11月29日（週日）之前", 16, ["還在", "11月29日（週日）", "之前"]),
      ("共記了 169 筆呢", 9, ["共記了", "169 筆呢"]),
      ("共記了 169 次", 9, ["共記了", "169 次"]),
      ("一二三四五六七。", 14, ["一二三四五", "六七。"]),
      ("一二三四五六七。", 6, ["一二三", "四五六", "七。"]),
      ("don’t stop", 6, ["don’t", "stop"]),
      ("好…好", 3, ["好…", "好"]),
      ("👨\u{200D}👩\u{200D}👧👍🏽", 2, ["👨\u{200D}👩\u{200D}👧", "👍🏽"]),
      ("你a", 1, ["你", "a"]),
      ("ab", 0, ["a", "b"]),
      ("\u{1B}[31mred\u{7}", 20, ["[31mred"]),
      ("a\u{202E}b", 20, ["a b"]),
    ] as [(String, Int, [String])]
  )
  func `Text breaks where a reader expects it`(text: String, width: Int, lines: [String]) {
    #expect(TextLayout.wrap(text, width: width) == lines)
  }

  @Test(arguments: 2...45)
  func `No line is wider than asked for, and nothing is lost`(width: Int) {
    let text = """
      服務之前，先問一句：「今天我能為誰做一件小事？」（哪怕只是一個問題……）Then do it at once, \
      without waiting to be asked — “unasked-for” 🇹🇼👨‍👩‍👧‍👦 is extraordinarilylongwordindeed！！！！！！！！ \
      \u{1100}\u{1100}\u{1100}\u{1100}\u{1161}क्षि 各位，各位，好。
      """
    let lines = TextLayout.wrap(text, width: width)
    for line in lines {
      #expect(TextLayout.columns(line) <= width, "\(line)")
      #expect(!line.hasPrefix(" ") && !line.hasSuffix(" "))
    }
    let whole = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    let kept = lines.joined().unicodeScalars.filter { $0 != " " }
    #expect(Array(whole) == Array(kept))
  }
}
