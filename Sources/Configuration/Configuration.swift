public import Coaching
import Files
import Glibc

/// A person's configuration with the decks it names: everything the coach needs to know.
public struct Configuration: Equatable, Sendable {
  public var settings: Settings
  /// The language that the teaching is in.
  public var language: Language
  /// The first day of a week.
  public var weekStarts: Weekday
  public var teaching: Teaching
  /// The file that the settings were read from; nil when there is none and the defaults hold.
  public var file: String?
  /// The person's own decks that were refused; the rest goes on without them.
  public var refusals: [ConfigurationError] = []
  /// What is odd about the person's own decks, though they are read.
  public var oddities: [ConfigurationError] = []
  /// The tips of shipped decks in whose place the person's own stand, by their names.
  public var replacedTips: [String] = []
  /// A file that should hold the settings, but is a link that leads nowhere.
  public var missing: ConfigurationError?
  /// Why the file that is there is not in force.
  public var refusal: ConfigurationError?
  /// What is in force instead of a file that is refused, or that is missing; nil where the file is,
  /// or none is there.
  public var standIn: StandIn?

  /// Where a configuration is looked for.
  public struct Places: Equatable, Sendable {
    /// The files that may hold it, the first that is there is read whole.
    public var files: [String]
    /// The directories that may hold decks, the person's own first.
    public var decks: [String]
    /// The directory of the person's own one-file decks.
    public var ownDecks: String?
    /// The language of the locale, spoken where none is configured.
    public var language: Language
    /// Where copies of what the decks say are kept; nil where none are.
    public var cache: Cache?
    /// The first day of a week in the locale, where none is configured.
    public var weekStarts: Weekday

    public init(
      files: [String],
      decks: [String],
      ownDecks: String? = nil,
      language: Language = .english,
      cache: Cache? = nil,
      weekStarts: Weekday = .monday
    ) {
      self.files = files
      self.decks = decks
      self.ownDecks = ownDecks
      self.language = language
      self.cache = cache
      self.weekStarts = weekStarts
    }
  }

  /// Where copies of what the decks say are kept, and by whom.
  public struct Cache: Equatable, Sendable {
    /// The directory, which need not be there.
    public var directory: String
    /// The file of the program that runs: no other build is to believe its copies.
    public var program: String

    public init(directory: String, program: String) {
      self.directory = directory
      self.program = program
    }
  }

  /// How much of the decks is read.
  public enum ReadScope: Equatable, Sendable {
    case everything
    /// All but the tips, which are by far the most, and stay on the disk.
    case withoutTips
    /// What it takes to record an answer to the question of this id, with the frames around an
    /// answer; where that question needs more than itself, all but the tips.
    case answer(to: String)

    /// Whether the decks that were read say enough.
    fileprivate func isMet(by teaching: Teaching) -> Bool {
      guard case .answer(let id) = self else { return false }
      return teaching.question(id) != nil && !teaching.phrases.answers.entries.isEmpty
    }
  }

  /// A configuration that nothing was read for.
  ///
  /// - Parameters:
  ///   - teaching: What there is to say.
  ///   - settings: What the person chose.
  public init(_ teaching: Teaching, settings: Settings = Settings()) {
    self.settings = settings
    self.teaching = teaching
    language = settings.language ?? .english
    weekStarts = settings.weekStarts ?? .monday
  }

  /// Reads the configuration and its decks.
  ///
  /// - Parameters:
  ///   - places: Where to look.
  ///   - extent: How much to read; what is not read is not refused either.
  ///   - language: The language to speak, whatever is configured.
  ///   - zones: The zone of a name that a moment may end with; nil where there is none.
  /// - Throws: When a file that is there is refused, or a deck that is named is missing.
  public init(
    _ places: Places,
    _ extent: ReadScope = .everything,
    language: Language? = nil,
    zones: @escaping (String) -> Zone? = { _ in nil }
  ) throws(ConfigurationError) {
    try self.init(places, try Source(places), extent, language: language, zones: zones)
  }

  /// Reads what a text says, and the decks.
  ///
  /// - Parameters:
  ///   - places: Where the decks are.
  ///   - source: The text.
  ///   - extent: How much to read; what is not read is not refused either.
  ///   - language: The language to speak, whatever is configured.
  ///   - zones: The zone of a name that a moment may end with; nil where there is none.
  ///   - isLenient: Whether to go on without a deck that is refused, and without what none knows.
  /// - Throws: When the text is refused, or a deck.
  public init(
    _ places: Places,
    _ source: Source,
    _ extent: ReadScope = .everything,
    language: Language? = nil,
    zones: @escaping (String) -> Zone? = { _ in nil },
    isLenient: Bool = false
  ) throws(ConfigurationError) {
    settings = Settings()
    (file, missing) = (source.file, source.missing)
    if let text = source.text {
      settings = try Settings(text, file: source.file ?? "", zones: zones) {
        // What is wrong in them is said where an answer needs them.
        (try? LexiconReader.read(in: places.decks, language: places.language)) ?? Lexicon()
      }
    }
    self.language = language ?? settings.language ?? places.language
    weekStarts = settings.weekStarts ?? places.weekStarts
    teaching = Teaching()
    try readTeaching(extent, places, isLenient)
  }

  private mutating func readTeaching(
    _ extent: ReadScope,
    _ places: Places,
    _ isLenient: Bool
  ) throws(ConfigurationError) {
    // A copy of what the decks say is one of all of them.
    let cache = isLenient ? nil : deckCache(places)
    if case .answer(let id) = extent {
      if let kept = cache?.read(answering: id) {
        teaching = kept
      } else {
        teaching = try read(extent, in: places.decks, by: DeckFiles(), isLenient)
      }
      if extent.isMet(by: teaching) {
        if isLenient { dropUnknown() }
        try check(targets: settings.targets.filter { $0.question == id })
        return
      }
    }
    if let kept = cache?.read(withTips: extent == .everything) {
      try put(kept, isLenient)
    } else {
      try put(try readDecks(extent, places, keepingIn: cache, isLenient), isLenient)
    }
  }

  /// Puts what the decks say together with what the person chose, and checks it.
  private mutating func put(
    _ decks: DeckContents,
    _ isLenient: Bool
  ) throws(ConfigurationError) {
    teaching = decks.teaching
    teaching.length = settings.wording
    teaching.put(moment: settings.profile.programme.moment)
    try addHabits()
    if isLenient { dropUnknown() }
    try spaceQuestions()
    teaching.posts = settings.posts
    let names = Set(decks.ownTips.map(\.id))
    replacedTips = teaching.tips.map(\.id).filter(names.contains)
    teaching.tips.removeAll { names.contains($0.id) }
    teaching.tips += decks.ownTips
    teaching.callPeople(by: settings.profile.roles)
    (refusals, oddities) = (decks.refusals, decks.oddities)
    try check()
  }

  /// The text of a file.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: The text; nil when there is no such file.
  /// - Throws: When the file cannot be read or is not UTF-8.
  public static func text(of path: String) throws(ConfigurationError) -> String? {
    do {
      guard let bytes = try File.read(path) else { return nil }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        let message = "this file is not UTF-8 text; save it as UTF-8"
        throw ConfigurationError(file: path, line: nil, message: message)
      }
      return text
    } catch let failure as FileError {
      switch failure.reason {
      // Said by `missing`, of a configuration; links in a ring lead nowhere as well.
      case .leadsNowhere, .system(ELOOP): return nil
      case .noFile(let kind):
        let message = "this is a \(kind.rawValue), and no file with a text; put a plain file there"
        throw ConfigurationError(file: path, line: nil, message: message)
      case .system:
        let message = "this file cannot be read: \(failure.words)"
        throw ConfigurationError(file: path, line: nil, message: message)
      }
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw ConfigurationError(file: path, line: nil, message: "\(error)")
    }
  }

  /// Says of a path that it is a link which leads nowhere; nil where it is none.
  ///
  /// - Parameter path: The path of a configuration.
  /// - Returns: What to say.
  public static func missing(_ path: String) -> ConfigurationError? {
    guard let (link, target) = File.missingTarget(of: path) else { return nil }
    let what = link == path ? "this" : "\(link.printable)"
    let message =
      "\(what) is a link to \(target.printable), which is not there, so that nothing in it holds; "
      + "bring that back (a disk may not be mounted), or remove the link"
    return ConfigurationError(file: path, line: nil, message: message)
  }

  /// The copy of what is read from these places.
  private func deckCache(_ places: Places) -> DeckCache? {
    places.cache.map { cache in
      let key = DeckCache.Key(
        program: cache.program,
        language: language,
        decks: settings.decks,
        places: places.decks,
        ownDecks: places.ownDecks
      )
      return DeckCache(in: cache.directory, key)
    }
  }

  /// Reads the decks themselves, and keeps a copy of what all of them say.
  private func readDecks(
    _ extent: ReadScope,
    _ places: Places,
    keepingIn cache: DeckCache?,
    _ isLenient: Bool
  ) throws(ConfigurationError) -> DeckContents {
    let files = DeckFiles()
    let isAll = extent == .everything
    var decks = DeckContents()
    decks.teaching = try read(isAll ? extent : .withoutTips, in: places.decks, by: files, isLenient)
    guard isAll else { return decks }
    if let directory = places.ownDecks {
      let own = OwnDeck.all(in: directory, phrases: decks.teaching.phrases, by: files)
      decks.ownTips = own.tips
      (decks.refusals, decks.oddities) = (own.refusals, own.oddities)
    }
    cache?.write(decks, files.consulted)
    return decks
  }

  /// Reads the decks that are configured, as far as it takes.
  private func read(
    _ extent: ReadScope,
    in places: [String],
    by files: DeckFiles,
    _ isLenient: Bool
  ) throws(ConfigurationError) -> Teaching {
    var teaching = Teaching()
    for name in settings.decks where !extent.isMet(by: teaching) {
      let directories = places.map { "\($0)/\(name)" }
      guard let directory = directories.first(where: files.exists) else {
        if isLenient { continue }
        let message =
          "there is no deck “\(name.printable)” in \(places.joined(separator: " nor in "))"
        throw try Configuration.refusal(["decks"], message, in: file)
      }
      let reader = DeckReader(directory: directory, language: language, files: files)
      do throws(ConfigurationError) {
        teaching.add(try reader.read(extent))
      } catch {
        if !isLenient { throw error }
      }
    }
    return teaching
  }

  /// Takes away what only a deck could know that is not there.
  private mutating func dropUnknown() {
    let asked = teaching.checks.map(\.id) + teaching.questions.map(\.id)
    settings.asking.removeAll { !asked.contains($0.name) }
    settings.profile.questions.removeAll { !asked.contains($0) }
    settings.targets = settings.targets.filter { (try? check(targets: [$0])) != nil }
    for place in settings.routines.indices {
      settings.routines[place].questions.removeAll { !asked.contains($0) }
    }
    settings.routines.removeAll { $0.questions.isEmpty }
    for place in settings.slots.indices {
      settings.slots[place].carries = settings.slots[place].carries.filter(teaching.items.contains)
    }
  }

  /// Refuses what a slot is to carry and no deck has, and a question that there is not.
  private func check() throws(ConfigurationError) {
    try check(targets: settings.targets)
    try checkRoutines()
    let known = teaching.checks.map(\.id) + teaching.questions.map(\.id)
    for name in settings.profile.questions where !known.contains(name) {
      let offer = SettingSyntax.offer(name, among: known)
      let message = "there is no question “\(name.printable)”; \(offer)"
      throw try Configuration.refusal(["profile", "questions"], message, in: file)
    }
    for slot in settings.slots {
      for item in slot.carries where !teaching.items.contains(item) {
        let offer = SettingSyntax.offer(item, among: teaching.items, listing: teaching.carried)
        let message = "no deck has “\(item.printable)”; \(offer)"
        let path = ["slot", slot.name, "carries"]
        throw try Configuration.refusal(path, message, in: file)
      }
    }
  }

  /// A refusal of a key; of its path alone where no file is to blame.
  static func refusal(
    _ path: [String],
    _ message: String,
    in file: String?
  ) throws(ConfigurationError) -> ConfigurationError {
    guard let file, let document = try Document.read(file) else {
      return ConfigurationError(file: path.joined(separator: "."), line: nil, message: message)
    }
    return document.refusal(path, message)
  }
}
