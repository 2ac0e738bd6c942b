import Coaching
import Configuration
import Testing

/// The self-checks that come with the coach, and what is refused of a deck's own.
@Suite struct SelfCheckDeckTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `What leads has tips enough for anybody`() throws {
    let teaching = try ShippedDeck.speaking(.english).teaching
    let anybody = teaching.tips.filter {
      $0.roles.isEmpty && $0.level <= 2 && $0.kind == .regular
    }
    for check in teaching.checks {
      guard let steering = check.steering else { continue }
      for question in teaching.questions(of: check.id) {
        let tips = anybody.filter { tip in
          question.leads.contains { tip.rows.contains($0) || tip.theme == $0 }
        }
        #expect(tips.count >= max(steering.tips, steering.others), "\(question.id)")
      }
    }
  }

  @Test func `They are rare by themselves, and the rest is for those who choose it`() throws {
    let teaching = try ShippedDeck.speaking(.english).teaching
    let profile = Profile()
    let own = teaching.checks.map(\.id).filter { id in
      teaching.questions(of: id).allSatisfy(profile.hears)
    }
    #expect(own == ["obstacles", "two-sides", "qualities"])
    for id in own {
      guard case .days(let days)? = teaching.questions(of: id)[0].every else {
        Issue.record("\(id) has no span")
        continue
      }
      #expect(days >= 28)
    }
    let servant = Profile(roles: [.publicServant])
    #expect(teaching.questions(of: "fairness").allSatisfy(servant.hears))
    var chosen = Profile()
    chosen.questions = ["fairness"]
    #expect(teaching.questions(of: "fairness").allSatisfy(chosen.hears))
    #expect(teaching.habits(PersonalTargets()).allSatisfy { $0.question.check == nil })
  }

  @Test func `No name is that of a tip, so that each can be done with by itself`() throws {
    let names = try ShippedDeck.speaking(.english).teaching.dispensable
    #expect(Set(names).count == names.count)
  }

  private static let structure = """
    [[check]]
    id = "sides"
    every = "4w"
    steers = "lowest"
    tips = 3
    [[question]]
    id = "hard"
    answer = "scale"
    check = "sides"
    leads = ["E42"]
    """

  private static let wording = """
    language = "en"
    [check.sides]
    title = "Sides"
    ask = "How was it?"
    hint = "0 to 10"
    [check.sides.reply]
    recorded = "Noted."
    [question.hard]
    title = "Hard"
    ask = "How hard?"
    """

  private func read(_ structure: String) throws -> Teaching {
    try scratch.put("deck.toml", structure)
    try scratch.put("en.toml", Self.wording)
    return try DeckReader(directory: scratch.path, language: .english).read()
  }

  @Test func `A question takes from its self-check what it shares`() throws {
    let teaching = try read(Self.structure)
    let question = try #require(teaching.question("hard"))
    #expect(question.every == .days(28))
    #expect(question.wording.hint == "0 to 10")
    #expect(question.wording.replies.map(\.text) == ["Noted."])
    let steering = SelfCheck.Steering(way: .lowest, tips: 3, days: 7)
    #expect(teaching.check("sides")?.steering == steering)
  }

  static let refusals: [(old: String, new: String, words: String)] = [
    ("check = \"sides\"", "check = \"side\"", "9: there is no self-check “side” in this deck"),
    ("\"scale\"", "\"yes-no\"", "8: a question of a self-check takes a scale or a count"),
    ("tips = 3", "tips = 31", "5: “tips” is from 1 to 30, not 31"),
    ("tips = 3", "days = 61", "5: “days” is from 1 to 60, not 61"),
    ("steers = \"lowest\"\n", "", "4: “tips” needs “steers”: highest or lowest"),
    ("\"lowest\"", "\"middle\"", "4: “middle” is not one of highest, lowest"),
    ("id = \"sides\"", "id = \"lines\"", "2: “lines” has no [check.lines] in"),
  ]

  @Test(arguments: refusals)
  func `What cannot be meant is refused with its line`(
    old: String,
    new: String,
    words: String
  ) throws {
    let structure = Self.structure.replacing(old, with: new)
    try #require(structure != Self.structure)
    do {
      _ = try read(structure)
      Issue.record("nothing was refused")
    } catch let error as ConfigurationError {
      #expect("\(error)".contains("deck.toml:\(words)"), "\(error)")
    }
  }
}
