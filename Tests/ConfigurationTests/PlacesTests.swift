import Coaching
import Configuration
import Files
import Glibc
import Testing

/// Where a configuration is found: the person's file, else the system's, else the defaults.
@Suite struct PlacesTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var own: String { "\(scratch.path)/own/coach.toml" }
  private var system: String { "\(scratch.path)/etc/xdg/coach/coach.toml" }

  private func read(
    decks: [String] = ["\(Repository.root)/config/decks"]
  ) throws(ConfigurationError) -> Configuration {
    try Configuration(Configuration.Places(files: [own, system], decks: decks))
  }

  private func refusal(decks: [String] = ["\(Repository.root)/config/decks"]) -> String? {
    ConfigurationTests.refusal { () throws(ConfigurationError) in _ = try read(decks: decks) }
  }

  private func putOwn(_ text: String) throws { try scratch.put("own/coach.toml", text) }
  private func putSystem(_ text: String) throws {
    try scratch.put("etc/xdg/coach/coach.toml", text)
  }

  @Test func `Without a file the defaults hold`() throws {
    let configuration = try read()
    #expect(configuration.file == nil)
    #expect(configuration.settings == Settings())
    #expect(configuration.teaching.tips.count >= 48)
  }

  @Test func `The system's file holds where the person has none`() throws {
    try putSystem("language = \"zh-Hans\"")
    let configuration = try read()
    #expect(configuration.file == system)
    #expect(configuration.language == .simplifiedChinese)
  }

  @Test func `The person's file is read whole, and the system's not at all`() throws {
    try putOwn("day-starts = \"05:00\"")
    try putSystem("language = \"zh-Hans\"\nand this is no TOML")
    let configuration = try read()
    #expect(configuration.file == own)
    #expect(configuration.language == .english)
    #expect(configuration.settings.dayStarts == CivilTime("05:00"))
  }

  @Test func `A broken file of the person's is refused, never passed over`() throws {
    try putOwn("langauge = \"en\"")
    try putSystem("language = \"en\"")
    #expect(refusal() == "\(own):1: unknown key “langauge”; did you mean “language”?")
  }

  @Test func `A file that is not UTF-8 is refused`() throws {
    try scratch.put("own/coach.toml", bytes: [0x23, 0xE9, 0x0A])
    #expect(refusal() == "\(own): this file is not UTF-8 text; save it as UTF-8")
  }

  @Test func `A directory in the file's place is refused`() throws {
    try File.makeDirectories(own)
    #expect(refusal() == "\(own): this file cannot be read: Is a directory")
  }

  @Test func `A file that cannot be opened is refused`() throws {
    try File.makeDirectories(File.parent(of: own))
    // Not even root may follow it.
    try #require(unsafe symlink(String(repeating: "a", count: 300), own) == 0)
    #expect(refusal() == "\(own): this file cannot be read: File name too long")
  }

  @Test func `The person's own plan stands before the cue for an offer, word for word`() throws {
    try putOwn("[programme]\nmoment = \"When I sit down, I {ask} “you”\"")
    let cue = try read(decks: ["\(Repository.root)/config/decks"]).teaching.cue("offer")
    #expect(cue?.own == "In your own words: “When I sit down, I {ask} ‘you’”")
    #expect(cue?.texts.first?.hasPrefix("This is your moment") == true, "\(cue?.texts ?? [])")
  }

  @Test func `What a slot is to carry has to be in a deck`() throws {
    try putOwn("# mine\n[slot.offer]\nwhen = \"10:00\"\ncarries = [\"ofer\", \"help\"]")
    #expect(refusal() == "\(own):4: no deck has “ofer”; did you mean “offer”?")
    try putOwn("[slot.offer]\ncarries = [\n  \"weather\",\n]")
    let known =
      "tip, promises, self-check, obstacles, two-sides, qualities, two-lines, fairness, evenness, "
      + "automatic, sleep, get-up, energy, help, sincere, tip-done, "
    #expect(refusal()?.hasPrefix("\(own):2: no deck has “weather”; known: \(known)") == true)
  }

  @Test func `A deck that is named has to be there`() throws {
    try putOwn("\ndecks = [\"active-service\", \"gardening\"]")
    let decks = ["\(scratch.path)/decks", "\(Repository.root)/config/decks"]
    let wanted = "\(own):2: there is no deck “gardening” in \(decks[0]) nor in \(decks[1])"
    #expect(refusal(decks: decks) == wanted)
  }

  @Test func `A person's deck wins over a shipped one of its name`() throws {
    try scratch.put("decks/daily/deck.toml", "[[cue]]\nid = \"hello\"")
    try scratch.put("decks/daily/en.toml", "[cue.hello]\ntext = \"Hello.\"")
    var text = "decks = [\"daily\"]\n"
    for slot in Settings().slots { text += "[slot.\(slot.name)]\ncarries = [\"hello\"]\n" }
    try putOwn(text)
    let decks = ["\(scratch.path)/decks", "\(Repository.root)/config/decks"]
    let teaching = try read(decks: decks).teaching
    #expect(teaching.cues.flatMap(\.texts) == ["Hello."])
    #expect(teaching.questions.isEmpty)
  }

  @Test func `Without the tips all else is the same`() throws {
    let whole = try read()
    var rest = try Configuration(
      Configuration.Places(files: [], decks: ["\(Repository.root)/config/decks"]),
      .withoutTips
    )
    #expect(rest.teaching.tips.isEmpty)
    rest.teaching.tips = whole.teaching.tips
    (rest.teaching.arcs, rest.teaching.people) = (whole.teaching.arcs, whole.teaching.people)
    #expect(rest == whole)
  }

  @Test func `A broken deck of tips is refused with its line, and stops nobody who needs none`()
    throws
  {
    let file = try scratch.put("decks/mine/tips.toml", "[[tip]]\nid = \"walk\"\nstpe = 1")
    try scratch.put("decks/mine/en.toml", "[tip.walk]\ntitle = \"Walk\"")
    try putOwn("decks = [\"daily\", \"mine\"]")
    let decks = ["\(scratch.path)/decks", "\(Repository.root)/config/decks"]
    #expect(refusal(decks: decks) == "\(file):3: unknown key “stpe”; did you mean “step”?")
    let places = Configuration.Places(files: [own], decks: decks)
    let teaching = try Configuration(places, .withoutTips).teaching
    #expect(teaching.question("energy") != nil)
  }

  @Test func `What a slot is to carry has to be there for an answer too`() throws {
    try putOwn("[slot.offer]\ncarries = [\"ofer\"]")
    let places = Configuration.Places(files: [own], decks: ["\(Repository.root)/config/decks"])
    let words = ConfigurationTests.refusal { () throws(ConfigurationError) in
      _ = try Configuration(places, .withoutTips)
    }
    #expect(words == "\(own):2: no deck has “ofer”; did you mean “offer”?")
  }

  @Test func `Of two decks the first wins what both have`() throws {
    let parts = ["cue]]\nid = \"offer\"", "cue]]\nid = \"hello\"", "tip]]\nid = \"hands-full\""]
    let question = "question]]\nid = \"help\"\nanswer = \"count\""
    let structure = (parts + [question]).map { "[[\($0)\n" }.joined()
    try scratch.put("decks/mine/deck.toml", structure)
    let words = """
      [cue]
      offer.text = "Mine."
      hello.text = "Hello."
      [tip.hands-full]
      title = "Mine"
      action = "Mine."
      why = "Mine."
      short = "Mine."
      ask = "Mine?"
      [question.help]
      title = "Mine"
      ask = "Mine?"
      [phrase]
      why = "Because"
      """
    try scratch.put("decks/mine/en.toml", words)
    try putOwn("decks = [\"mine\", \"daily\", \"active-service\"]")
    let decks = ["\(scratch.path)/decks", "\(Repository.root)/config/decks"]
    let teaching = try read(decks: decks).teaching
    #expect(
      teaching.cues.map(\.id) == [
        "offer", "hello", "wind-down", "report", "my-service", "next-time", "low-answers",
        "late-evenings",
      ]
    )
    #expect(teaching.cue("offer")?.texts == ["Mine."])
    let ids = ["help", "sleep", "get-up", "energy", "sincere", "tip-done"]
    #expect(teaching.questions.prefix(6).map(\.id) == ids)
    #expect(teaching.question("help")?.kind == .count)
    #expect(teaching.tips.filter { $0.id == "hands-full" }.map(\.wording.title) == ["Mine"])
    #expect(teaching.phrases("why") == "Because")
    #expect(teaching.phrases("next") == "Next")
  }
}
