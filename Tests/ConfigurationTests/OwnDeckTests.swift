import Coaching
import Configuration
import Glibc
import Testing

/// A person's own decks join by themselves; a broken one takes nothing from the rest.
@Suite struct OwnDeckTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static let good = """
    [[tip]]
    id = "plants"
    title = "The plants"
    action = "Water the plants in the hall."

    [[tip]]
    id = "hands-full"
    title = "Mine"
    action = "Carry something."
    why = "Arms are often full."
    short = "Carry."
    ask = "How many did you carry?"
    answer = "count"
    better = "neither"
    systems = ["S8"]
    level = 2
    roles = ["parent"]
    circle = "neighbour"
    kind = "off-hours"
    reading = true

    [[principle]]
    id = "listen-first"
    text = "Listen to the end before you answer."
    """

  private func configuration() throws -> Configuration {
    try Configuration(
      Configuration.Places(
        files: [],
        decks: ["\(Repository.root)/config/decks"],
        ownDecks: scratch.path
      )
    )
  }

  @Test func `Links that lead nowhere are named, and the rest goes on`() throws {
    let shipped = try configuration().teaching.tips.count
    try #require(unsafe symlink("/nowhere/mine.toml", "\(scratch.path)/mine.toml") == 0)
    let file = try configuration()
    #expect(file.refusals.count == 1)
    #expect(file.refusals.first?.message.contains("link to /nowhere/mine.toml") == true)
    #expect(file.teaching.tips.count == shipped)
    try #require(unsafe symlink("/nowhere/decks", "\(scratch.path)/decks") == 0)
    let places = Configuration.Places(
      files: [],
      decks: ["\(Repository.root)/config/decks"],
      ownDecks: "\(scratch.path)/decks"
    )
    let directory = try Configuration(places)
    #expect(directory.refusals.count == 1)
    #expect(directory.refusals.first?.message.contains("link to /nowhere/decks") == true)
    #expect(directory.teaching.tips.count == shipped)
  }

  @Test func `Own tips and principles join, and win over shipped ones of their name`() throws {
    let shipped = try configuration().teaching.tips.count
    try scratch.put("mine.toml", Self.good)
    let configuration = try configuration()
    #expect(configuration.refusals == [])
    #expect(configuration.teaching.tips.count == shipped + 2)
    let carried = try #require(configuration.teaching.tip("hands-full"))
    #expect(carried.wording.title == "Mine")
    #expect(carried.answer == .count && carried.better == .neither && carried.level == 2)
    #expect(carried.systems == ["S8"] && carried.roles == [.parent] && carried.kind == .offHours)
    #expect(carried.circle == .neighbour && carried.origin == .ownReading)
    let plants = try #require(configuration.teaching.tip("plants"))
    #expect(plants.wording.short == plants.wording.action && plants.wording.why.isEmpty)
    #expect(plants.wording.ask == "Did you do it: The plants?")
    #expect(configuration.teaching.tip("listen-first")?.wording.title == "A principle of yours")
  }

  @Test func `A broken deck is refused by file and line, and the rest goes on`() throws {
    try scratch.put("good.toml", Self.good)
    try scratch.put("broken.toml", "[[tip]]\nid = \"x\"\ntitle = \"X\"\nactoin = \"Y\"\n")
    try scratch.put("notes.txt", "no deck")
    let configuration = try configuration()
    #expect(configuration.teaching.tip("plants") != nil)
    let wanted = "\(scratch.path)/broken.toml:4: unknown key “actoin”; did you mean “action”?"
    #expect(configuration.refusals.map(\.description) == [wanted])
  }

  static let refusals: [(text: String, words: String)] = [
    ("", ": there is no [[tip]] and no [[principle]] in this deck"),
    (
      "[[tip]]\nid = \"x\"\ntitle = \"X\"\n",
      ":1: “action” is missing here; it takes what is to be done, in a sentence, such as action ="
    ),
    (
      "[[tip]]\nid = \"x\"\naction = \"X\"\n",
      ":1: “title” is missing here; it takes a few words, such as title = \"A walk\""
    ),
    ("[[principle]]\nid = \"x\"\n", ":1: “text” is missing here; it takes what is to be said,"),
    ("[[tip]]\nid = \"X\"\ntitle = \"X\"\naction = \"Y\"\n", ":2: an id is of a–z, 0–9"),
    ("[[principle]]\nid = \"x\"\ntext = 4\n", ":3: “principle.0.text” is to be a text"),
    (
      "[[principle]]\nid = \"x\"\ntext = \"T\"\n[[principle]]\nid = \"x\"\ntext = \"T\"\n",
      ":5: “x” is there twice"
    ),
    (
      "[[tip]]\nid = \"x\"\ntitle = \"X\"\naction = \"Y\"\nlevel = 4\n",
      ":5: there is no level 4; there are 1 to 3"
    ),
    (
      "[[tip]]\nid = \"x\"\ntitle = \"X\"\naction = \"Y\"\nsystems = [\"S19\"]\n",
      ":5: there is no system “S19”; S1 to S18"
    ),
    (
      "[[tip]]\nid = \"x\"\ntitle = \"X\"\naction = \"Y\"\nroles = [\"boss\"]\n",
      ":5: “boss” is not one of customer-facing"
    ),
    (
      "[[tip]]\nid = \"x\"\ntitle = \"X\"\naction = \"Y\"\nanswer = \"maybe\"\n",
      ":5: “maybe” is not one of yes-no"
    ),
    ("[[tip]\n", ":1: this is not TOML"),
  ]

  @Test(arguments: refusals)
  func `What is wrong in a deck is said with its line`(text: String, words: String) throws {
    let path = try scratch.put("mine.toml", text)
    let said = refusal { () throws(ConfigurationError) in
      _ = try OwnDeck.read(path, phrases: Phrases())
    }
    #expect(said?.hasPrefix(path + words) == true, "\(said ?? "nothing")")
  }
}
