import Coaching
import Testing

/// The risks of the teachings that a machine can tell, over every text of every language.
@Suite struct DeckRiskTests {
  let decks: [ShippedDeck]

  init() throws { decks = try ShippedDeck.all() }

  @Test(arguments: Risk.all)
  func `A risk is told from what is near to it`(_ risk: Risk) throws {
    #expect(try risk.found(in: risk.bad + risk.good) == risk.bad, "\(risk.id)")
    #expect(try risk.bad.contains { try $0.has(risk.english) })
    #expect(try risk.bad.contains { try Script.folded($0).has(Script.folded(risk.chinese)) })
  }

  /// A hint shows how a time is written, and a phrase has words of the program.
  static func isExample(_ place: String) -> Bool {
    place.hasSuffix(".hint") || place.hasPrefix("phrase.")
  }

  /// What a file, a setting or a range of days is said to do, and no person: that a ledger was not
  /// replaced, that a day off is why nothing was said.
  private static let ofTheMachine: Set = [
    "phrase.restore-none", "phrase.consent-nobody", "phrase.rule-day-off", "phrase.why-rest",
    "phrase.calendar-from",
  ]

  @Test(arguments: Risk.all)
  func `No text runs a risk`(_ risk: Risk) throws {
    for deck in decks {
      let lines = deck.lines.filter { line in
        !(risk.id == "R18" && Self.isExample(line.place)) && !Self.ofTheMachine.contains(line.place)
      }
      // A section of coach.toml is called as it is: [profile].
      let texts = lines.map { $0.text.replacing(/\[[a-z]+\]/, with: "") }
      #expect(try risk.found(in: texts) == [], "\(risk.id): \(risk.about)")
    }
  }

  // MARK: - Rules about some texts

  private static let figures = [
    "mean-spread", "mean-late", "mean-early", "regularity", "regularity-index",
    "regularity-provisional", "free-days", "free-later", "free-earlier", "energy-beside",
    "energy-together", "strength", "comeback-of", "run-days",
  ]
  private static let causes =
    #"because|causes?\b|makes? you|leads? to|due to|thanks to|因為|所以|導致|讓你|使你"#

  @Test func `Figures go together, and none is said to come of another`() throws {
    let health = try #require(Risk.all.first { $0.about == "a claim about health" })
    for deck in decks {
      let phrases = deck.teaching.phrases
      for name in Self.figures {
        let text = phrases(name)
        #expect(text != name, "\(deck.language) has no \(name)")
        #expect(try !Script.folded(text).has(Script.folded(Self.causes)), "\(text)")
        #expect(try health.found(in: [text]) == [], "\(text)")
      }
      #expect(try phrases("energy-together").has("goes together with|一起出[現现]"))
    }
    #expect(try "You sleep better because you serve.".has(Self.causes))
  }

  /// Rows that ask for sincerity: what is said beside them speaks of no return (R02).
  static let sincere = ["E26", "Z07", "Z75", "Z82"]
  static let returns = #"\b(back|returns?|reward|repa(y|id)|gain|thank|in turn|come round)\b"#
  static let returnsChinese = "回報|報答|好處|收穫|得到|感謝|謝你|換來|回來"

  @Test func `What asks for sincerity speaks of no return`() throws {
    var count = 0
    for deck in decks {
      for line in deck.lines where line.rows.contains(where: Self.sincere.contains) {
        count += 1
        let text = Script.folded(line.text)
        #expect(try !text.has(Self.returns), "\(line.place): \(line.text)")
        #expect(try !text.has(Script.folded(Self.returnsChinese)), "\(line.place): \(line.text)")
      }
    }
    #expect(count > 30)
    #expect(try "You get it back.".has(Self.returns))
  }

  static let mockery = #"mock|ridicul|laughed|jeer|teas(e|ing)|sneer|remark|嘲笑|怕人笑|风凉话|笑话"#
  static let telling = #"tell somebody who can stop it|告诉管得了的人"#

  @Test func `A tip that speaks of mockery says whom to tell`() throws {
    for deck in decks {
      var count = 0
      for tip in deck.teaching.tips where tip.part == .obstacle(3) {
        let text = Script.folded(ShippedDeck.text(of: tip))
        guard try text.has(Self.mockery) else { continue }
        count += 1
        #expect(try text.has(Self.telling), "R13: \(tip.id)")
      }
      #expect(count >= 2)
    }
  }

  /// The tips on feeling wronged that show both ways out: to set it down and to raise it (R15).
  static let bothExits: [(id: String, setDown: String, raise: String)] = [
    ("set-down-or-raise", "set down|放下", "raise|该找人说"),
    ("whom-to-tell", "cross it out|划掉", "first sentence|第一句话"),
  ]

  @Test func `Feeling wronged has two ways out`() throws {
    for deck in decks {
      for exits in Self.bothExits {
        let tip = try #require(deck.teaching.tip(exits.id))
        #expect(tip.part == .obstacle(4))
        let action = Script.folded(tip.wording.action)
        #expect(try action.has(exits.setDown), "\(deck.language): \(exits.id)")
        #expect(try action.has(exits.raise), "\(deck.language): \(exits.id)")
      }
    }
  }

  static let officials = #"\bofficials?\b|authorit|inspector|\bpublic servant|官员|公务|主管机关|长官"#
  static let favours =
    #"\bgifts?\b|\bpresents?\b|\bmeals?\b|\bdinner|\bfavours?\b|special|礼|请客|吃饭|宴|好处"#

  @Test func `Nothing is given to an official`() throws {
    let runs = { (text: String) in
      let folded = Script.folded(text)
      return try folded.has(Self.officials) && folded.has(Self.favours)
    }
    for deck in decks {
      for tip in deck.teaching.tips {
        #expect(try !runs(ShippedDeck.text(of: tip)), "R22: \(tip.id)")
      }
    }
    for bad in ["Bring the inspector a gift.", "請長官吃飯。", "给官员送礼。"] {
      #expect(try runs(bad))
    }
    #expect(try !runs("Do one small favour."))
  }

  @Test func `Attitude first never stands without looking up or asking`() throws {
    let finding = "look it up|find out|ask|去查|请教|问"
    for deck in decks {
      for tip in deck.teaching.tips where tip.rows.contains(where: ["Z52", "Z56", "Z57"].contains) {
        #expect(try Script.folded(ShippedDeck.text(of: tip)).has(finding), "R07: \(tip.id)")
      }
    }
  }

  @Test func `A complaint has a way out of abuse`() throws {
    let exits = ["ask-back": "end the talk|不谈", "first-the-avoided": "somebody along|找人一起"]
    for deck in decks {
      for (id, exit) in exits {
        let tip = try #require(deck.teaching.tip(id))
        #expect(try Script.folded(tip.wording.action).has(exit), "R04: \(id)")
      }
    }
  }
}
