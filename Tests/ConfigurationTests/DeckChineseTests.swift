import Coaching
import Testing

/// Natural Chinese in both scripts: 你, 一, 麼 or 么, and none of the source's artefacts (R33).
@Suite struct DeckChineseTests {
  /// What is wrong with a text of a script; empty when nothing is.
  static func faults(_ text: String, in language: Language) -> [String] {
    let isTraditional = language == .traditionalChinese
    let foreign = isTraditional ? Script.onlySimplified : Script.onlyTraditional
    let strangers = text.filter { foreign.contains($0) || "您妳壹牠祂麽".contains($0) }
    let quotes = isTraditional ? "“”‘’" : "「」『』"
    let marks = withoutLatin(text).filter { ",.!?:;()\"'~…".contains($0) || quotes.contains($0) }
    let ellipses = marks.filter { $0 == "…" }.count
    var faults = strangers.map { "“\($0)” is not of this script" }
    faults += marks.filter { $0 != "…" }.map { "“\($0)” is not a mark of this script" }
    if ellipses % 2 != 0 { faults.append("an ellipsis is “……”") }
    return faults
  }

  /// What stands as it is typed in every language: commands with a text, what is in a file, an
  /// instant, days from one to another.
  private static var typed: [Regex<Substring>] {
    [
      /coach [a-z]+ "[^"]*"/, /[A-Z]+="[A-Z]+"/, /"[a-z-]+"/, /coach\.toml/,
      /\.\/systemd\/install/, /set-time …/, /[0-9-]+T[0-9:]+Z/, /\.\./,
    ]
  }

  private static func withoutTyped(_ text: String) -> String {
    typed.reduce(text) { $0.replacing($1, with: "") }
  }

  /// A text without what the program fills in, what is typed, numbers and times.
  private static func withoutLatin(_ text: String) -> String {
    var rest = withoutTyped(text)
    for pattern in [/\{[a-z]+\}/, /--[a-z]+/, /[0-9]+:[0-9]{2}/] { rest.replace(pattern, with: "") }
    return rest
  }

  static let samples: [(text: String, isTraditional: Bool, isSimplified: Bool)] = [
    ("你今天做一件小事。", true, true),
    ("什麼時候？", true, false),
    ("什么时候？", false, true),
    ("什麽時候？", false, false),
    ("您今天好", false, false),
    ("妳今天好", false, false),
    ("做壹件事", false, false),
    ("說聲「好」。", true, false),
    ("说声“好”。", false, true),
    ("說聲“好”。", false, false),
    ("说声「好」。", false, false),
    ("好,我去。", false, false),
    ("好吗?", false, false),
    ("等一下…再去", false, false),
    ("等一下……再去", true, true),
    ("例如 23:40，加上 --day，{list}。", true, true),
    ("打 coach extra \"…\"，在 coach.toml 改成 \"all-four\"。", true, true),
    ("打 coach extra，說\"好\"...", false, false),
    ("太后", true, true),
    ("後來", true, false),
    ("里面", true, true),
    ("這裡", true, false),
  ]

  @Test(arguments: samples)
  func `A fault of either script is seen`(text: String, isTraditional: Bool, isSimplified: Bool) {
    #expect(Self.faults(text, in: .traditionalChinese).isEmpty == isTraditional, "\(text)")
    #expect(Self.faults(text, in: .simplifiedChinese).isEmpty == isSimplified, "\(text)")
  }

  @Test(arguments: [Language.traditionalChinese, .simplifiedChinese])
  func `Every text is written in its own script`(_ language: Language) throws {
    for line in try ShippedDeck.speaking(language).lines {
      let faults = Self.faults(line.text, in: language)
      #expect(faults == [], "\(line.place): \(line.text)")
    }
  }

  @Test func `The words for answers are in their script too`() throws {
    for language in [Language.traditionalChinese, .simplifiedChinese] {
      for entry in try ShippedDeck.speaking(language).teaching.phrases.answers.entries {
        #expect(Self.faults(entry.word, in: language) == [])
      }
    }
  }

  @Test func `English texts hold no Chinese and no straight quotes`() throws {
    for line in try ShippedDeck.speaking(.english).lines {
      let odd = Self.withoutTyped(line.text).unicodeScalars
        .filter { $0.value > 0x2FFF || $0 == "\"" }
      #expect(odd.isEmpty, "\(line.place): \(line.text)")
    }
  }

  /// A question that opens like all the others is not heard any more.
  @Test func `At most a third of what is asked opens with the same words`() throws {
    let moulds = [Language.traditionalChinese: "今天有沒有", .simplifiedChinese: "今天有没有"]
    for (language, mould) in moulds {
      let asks = try ShippedDeck.speaking(language).teaching.tips.map(\.wording.ask)
      let alike = asks.filter { $0.contains(mould) }
      #expect(alike.count * 3 <= asks.count, "\(language): \(alike.count) of \(asks.count)")
      #expect(!alike.isEmpty)
    }
  }

  /// Words that one side says and the other does not, each at the place of the other's own.
  static let ofTaiwan = ["視訊", "品質", "腳踏車", "公車", "訊息", "螢幕", "隔天"]
  static let ofTheMainland = ["视频", "质量", "自行车", "公交", "消息", "屏幕", "第二天"]

  @Test func `Each side is spoken to in its own words`() throws {
    let simplified = try ShippedDeck.speaking(.simplifiedChinese).lines.map(\.text)
    let traditional = try ShippedDeck.speaking(.traditionalChinese).lines.map(\.text)
    for (word, other) in zip(Self.ofTaiwan, Self.ofTheMainland) {
      #expect(traditional.contains { $0.contains(word) }, "\(word)")
      #expect(simplified.contains { $0.contains(other) }, "\(other)")
      let strange = simplified.filter { $0.contains(Script.folded(word)) }
      #expect(strange == [], "\(word)")
    }
  }
}
