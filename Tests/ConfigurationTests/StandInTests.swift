import Coaching
import Configuration
import Files
import Glibc
import Testing

/// What is in force where the file is refused: a typo never stops a day.
@Suite struct StandInTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var own: String { "\(scratch.path)/own/coach.toml" }
  private var kept: String { "\(scratch.path)/ledger.sqlite.coach.toml" }

  /// The person's own deck in a directory.
  private func putDeck(isBroken: Bool = false) throws {
    try scratch.put("own/decks/mine/tips.toml", isBroken ? "[[tip]]\nstpe = 1\n" : "")
    try scratch.put("own/decks/mine/en.toml", "language = \"en\"\n")
  }

  private func inForce(
    _ extent: Configuration.ReadScope = .everything,
    orDefaults: Bool = false
  ) throws(ConfigurationError) -> Configuration {
    let decks = ["\(scratch.path)/own/decks", "\(Repository.root)/config/decks"]
    return try Configuration.inForce(
      Configuration.Places(files: [own], decks: decks),
      extent,
      lastGood: kept,
      orDefaults: orDefaults
    ).configuration
  }

  private static let simple = "day-starts = \"05:00\"\n"

  @Test func `What is good is in force, and stands in for nothing`() throws {
    try scratch.put("own/coach.toml", Self.simple)
    try scratch.put("ledger.sqlite.coach.toml", "day-starts = \"06:00\"\n")
    let read = try inForce()
    #expect((read.standIn, read.refusal) == (nil, nil))
    #expect(read.settings.dayStarts == CivilTime("05:00"))
  }

  /// What a person may leave in the place of a good file.
  private static let wrong = [
    "day-strats = \"05:00\"", "day-starts = \"05:00", "day-starts = 5", "= =",
    "[slot.morning]\ncarries = [\"tpi\"]", "decks = [\"none\"]", "\u{0}",
  ]

  @Test(arguments: wrong)
  func `Where the file is refused, the last that was good holds`(_ text: String) throws {
    try scratch.put("own/coach.toml", text)
    try scratch.put("ledger.sqlite.coach.toml", Self.simple)
    for extent in [Configuration.ReadScope.everything, .withoutTips] {
      let read = try inForce(extent)
      #expect(read.standIn == .lastGood)
      #expect(read.refusal?.description.contains("coach.toml") == true)
      #expect(read.settings.dayStarts == CivilTime("05:00"))
      #expect(read.teaching.question("energy") != nil)
    }
  }

  @Test func `So where it is no file, or no text`() throws {
    try scratch.put("ledger.sqlite.coach.toml", Self.simple)
    try scratch.put("own/coach.toml", bytes: [0x64, 0xFF, 0xFE])
    #expect(try inForce().standIn == .lastGood)
    unsafe unlink(own)
    unsafe mkfifo(own, 0o600)
    #expect(try inForce().standIn == .lastGood)
    unsafe unlink(own)
    unsafe mkdir(own, 0o700)
    #expect(try inForce().standIn == .lastGood)
  }

  @Test func `Where none was ever good it is refused, or the defaults will do`() throws {
    try scratch.put("own/coach.toml", Self.wrong[0])
    #expect(throws: ConfigurationError.self) { try inForce() }
    let read = try inForce(.answer(to: "energy"), orDefaults: true)
    #expect(read.standIn == .defaults)
    #expect(read.settings == Settings())
    #expect(read.refusal?.line == 1)
    // What was kept cannot be read either.
    try scratch.put("ledger.sqlite.coach.toml", Self.wrong[1])
    #expect(throws: ConfigurationError.self) { try inForce() }
    #expect(try inForce(orDefaults: true).standIn == .defaults)
  }

  @Test func `A link that leads nowhere does not end what was good`() throws {
    unsafe mkdir("\(scratch.path)/own", 0o700)
    unsafe symlink("/nowhere/coach.toml", own)
    let without = try inForce()
    #expect(without.missing != nil)
    #expect(without.standIn == nil)
    try scratch.put("ledger.sqlite.coach.toml", Self.simple)
    let read = try inForce()
    #expect(read.missing == without.missing)
    #expect(read.standIn == .lastGood)
    #expect(read.settings.dayStarts == CivilTime("05:00"))
  }

  @Test func `A deck of one's own that is refused takes nothing else with it`() throws {
    let text = """
      language = "en"
      quiet-hours = "21:00..08:00"
      decks = ["daily", "mine"]
      """
    try scratch.put("own/coach.toml", text)
    try scratch.put("ledger.sqlite.coach.toml", text)
    try putDeck()
    #expect(try inForce().standIn == nil)
    try putDeck(isBroken: true)
    let read = try inForce()
    #expect(read.standIn == .partly)
    #expect(read.refusal?.file.hasSuffix("mine/tips.toml") == true)
    #expect(read.settings.quiet.count == 1)
    #expect(read.settings.decks == ["daily", "mine"], "it is read again when it is mended")
    // What only other decks know is no matter any more.
    let known = read.teaching.items
    #expect(read.settings.slots.allSatisfy { $0.carries.allSatisfy(known.contains) })
    try putDeck()
    #expect(try inForce().standIn == nil)
  }
}
