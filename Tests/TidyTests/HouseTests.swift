import Testing

/// The house rules, over the whole repository.
@Suite struct HouseTests {
  let repository: Repository

  init() throws { repository = try Self.whole.get() }

  private static let whole = Result { try Repository() }

  private func outside(_ rooms: [String]) -> [SourceFile] {
    repository.sources.filter { !rooms.contains($0.room) }
  }

  /// The rooms whose answers are the same for the same facts.
  private var core: [SourceFile] {
    let rooms = ["CivilCalendar", "Coaching", "Statistics"]
    return repository.sources.filter { rooms.contains($0.room) }
  }

  @Test func `No room sees what it has no arrow to`() {
    #expect(repository.sources.flatMap(Arrows.broken) == [])
  }

  @Test func `No folder of the core sees what comes after it`() {
    #expect(FolderArrows(repository.sources).broken == [])
  }

  @Test func `The core names nothing that the decks name`() {
    let decks = repository.files.filter { file in
      ["/deck.toml", "/tips.toml"].contains { file.path.hasSuffix($0) }
    }
    let names = DeckNames.names(in: decks)
    #expect(names.count > 300)
    let core = repository.sources.filter { $0.room == "Coaching" }
    #expect(core.flatMap { DeckNames.broken(in: $0, names: names) } == [])
    // Nothing is known that is not named.
    let named = core.flatMap { DeckNames.broken(in: $0, names: names, known: []) }.map(\.what)
    for (name, _) in DeckNames.known {
      #expect(named.contains("“\(name)” is named by a deck"), "\(name)")
    }
  }

  @Test func `Foundation is nowhere, its essentials only where they may be`() {
    #expect(repository.swift.flatMap(Arrows.foundation) == [])
  }

  @Test func `The core knows no clock, no chance and nothing without an order`() {
    #expect(core.count > 20)
    #expect(core.flatMap { WordRules.broken(WordRules.impurities, in: $0) } == [])
    #expect(core.flatMap(WordRules.dictionaries) == [])
  }

  @Test func `Only the programs print, log, read the environment or exit`() {
    let rooms = outside(Rooms.ofPrograms)
    #expect(rooms.flatMap { WordRules.broken(WordRules.speech, in: $0) } == [])
    #expect(rooms.flatMap(WordRules.writesByNumber) == [])
    #expect(rooms.flatMap(WordRules.journalEntries) == [])
    let wrapper = "Sources/Systemd/Journal.swift"
    let others = repository.sources.filter { $0.path != wrapper }
    #expect(others.flatMap { WordRules.broken(WordRules.logs, in: $0) } == [])
  }

  @Test func `No command's file needs what another command's file declares`() {
    let commands = repository.sources.filter { $0.path.hasPrefix(Rooms.commands) }
    #expect(commands.count > 25)
    #expect(Rooms.shared(among: commands) == [])
    #expect(commands.flatMap(Rooms.openExtensions) == [])
  }

  @Test func `A command's file lays out nothing itself`() {
    let commands = repository.sources.filter { $0.path.hasPrefix(Rooms.commands) }
    #expect(commands.flatMap(Rooms.layouts) == [])
  }

  @Test func `The core spells no command lines`() {
    #expect(core.flatMap(Rooms.commandLines) == [])
  }

  @Test func `There are no escape hatches`() {
    #expect(repository.swift.flatMap { WordRules.broken(WordRules.escapes, in: $0) } == [])
  }

  @Test func `There is one thread`() {
    #expect(repository.sources.flatMap { WordRules.broken(WordRules.threads, in: $0) } == [])
  }

  @Test func `Nothing is put off in a note to oneself`() {
    #expect(repository.files.flatMap(WordRules.reminders) == [])
  }

  @Test func `A file has at most 400 lines, of at most 100 columns`() {
    let programs = repository.files.filter { $0.isSwift || $0.path.hasSuffix(".py") }
    #expect(programs.flatMap(ShapeRules.length) == [])
    #expect(programs.flatMap(ShapeRules.widths) == [])
  }

  @Test func `A function has at most 40 lines`() {
    #expect(repository.swift.flatMap(ShapeRules.functions) == [])
  }

  @Test func `Every room has its tests`() {
    let modules = Set(repository.sources.map(\.room)).sorted()
    #expect(modules.count >= 6)
    #expect(ShapeRules.untested(modules: modules, tests: Repository.names(in: "Tests")) == [])
  }

  @Test func `The top level holds what it has a place for`() throws {
    let names = Repository.names(in: "")
    #expect(names.contains("Package.swift"))
    #expect(ShapeRules.strangers(among: names, ignored: try Repository.ignored()) == [])
  }

  @Test func `No two names differ only in case`() {
    #expect(ShapeRules.twins(among: repository.files.map(\.path)) == [])
  }

  @Test func `No file names a path of the machine it was written on`() {
    #expect(repository.files.flatMap(ShapeRules.workplaces) == [])
  }

  @Test func `What a person reads stands in the word files`() throws {
    let files = repository.sources.filter { file in
      Wordings.folders.contains { file.path.hasPrefix($0) }
    }
    #expect(files.count > 100)
    let stray = files.flatMap(Wordings.stray)
    #expect(stray == [], "\(stray.count) wordings in \(files.count) files")
    for (file, why) in Wordings.exceptions {
      let excepted = try #require(files.first { $0.path == file }, "\(why): there is no \(file)")
      #expect(Wordings.stray(in: excepted, besides: []) != [], "\(file) has no wording any more")
    }
  }

  @Test func `Every frame is used, and every frame that is used is there`() {
    let files = Repository.names(in: "config/decks/daily")
    let languages = files.filter { $0.hasSuffix("-frames.toml") }.map { $0.dropLast(12) }
    #expect(languages.count >= 3)
    let wordings = languages.map { language in
      repository.files.filter { file in
        ["\(language).toml", "\(language)-frames.toml"].contains {
          file.path == "config/decks/daily/\($0)"
        }
      }
    }
    #expect(wordings.allSatisfy { $0.count == 2 })
    #expect(Frames.broken(code: repository.sources, wordings: wordings) == [])
  }
}
