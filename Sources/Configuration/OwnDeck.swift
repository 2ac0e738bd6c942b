public import Coaching
import Files

/// A person's own deck: one file, the wording beside the structure, in whatever language they like.
///
///     # One [[tip]] for each tip, one [[principle]] for each sentence that you want to meet again.
///     [[tip]]
///     id = "water-the-plants"          # a–z, 0–9 and “-”; a shipped one is replaced
///     title = "The plants"
///     action = "Water the plants in the hall on your way in."
///     why = "Nobody else passes them."             # may be left out, like all that follows
///     short = "Water the plants."
///     ask = "Have the plants had water?"
///     kind = "regular"                 # or value-added, off-hours; and the other keys of a deck
///
///     [[principle]]
///     id = "listen-first"
///     text = "Listen to the end before you answer."
public enum OwnDeck {
  /// The tips of a file.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - phrases: The frames for what an author leaves out.
  /// - Returns: The tips; principles are among them.
  /// - Throws: When the file cannot be read or anything in it cannot be meant.
  public static func read(
    _ path: String,
    phrases: Phrases
  ) throws(ConfigurationError) -> [Tip] {
    try read(path, phrases: phrases, by: DeckFiles())
  }

  private static func read(
    _ path: String,
    phrases: Phrases,
    by files: DeckFiles
  ) throws(ConfigurationError) -> [Tip] {
    guard let document = try files.document(path) else {
      throw Configuration.missing(path)
        ?? ConfigurationError(file: path, line: nil, message: "there is no such file")
    }
    let top = document.top
    try top.allow(["name", "tip", "principle"])
    var tips: [Tip] = []
    var names: Set<String> = []
    for section in try top.sections("tip") {
      let tip = try tip(section, phrases)
      try DeckReader.check(tip.id, isNew: names.insert(tip.id).inserted, section)
      tips.append(tip)
    }
    for section in try top.sections("principle") {
      let principle = try principle(section, phrases)
      try DeckReader.check(principle.id, isNew: names.insert(principle.id).inserted, section)
      tips.append(principle)
    }
    if tips.isEmpty {
      let message = "there is no [[tip]] and no [[principle]] in this deck"
      throw ConfigurationError(file: path, line: nil, message: message)
    }
    return tips
  }

  private static func tip(
    _ section: TOMLTable,
    _ phrases: Phrases
  ) throws(ConfigurationError) -> Tip {
    try section.allow(TipReader.keys + TipReader.words)
    let title = try section.needed(.title)
    let action = try section.needed(.action)
    let wording = Tip.Wording(
      title: title,
      action: action,
      why: try section.text("why") ?? "",
      short: try section.text("short") ?? action,
      ask: try section.text("ask") ?? phrases("own-ask", ("title", title))
    )
    return try TipReader.tip(section, wording: wording)
  }

  private static func principle(
    _ section: TOMLTable,
    _ phrases: Phrases
  ) throws(ConfigurationError) -> Tip {
    try section.allow(["id", "text"])
    let text = try section.needed(.text)
    let wording = Tip.Wording(
      title: phrases("principle"),
      action: text,
      why: "",
      short: text,
      ask: phrases("principle-ask")
    )
    return try TipReader.tip(section, wording: wording)
  }

  /// What the decks of one file in a directory come to.
  public struct Found {
    public var tips: [Tip] = []
    /// What was refused; what is refused in one file takes nothing from the others.
    public var refusals: [ConfigurationError] = []
    /// What was read and cannot all be meant.
    public var oddities: [ConfigurationError] = []
    /// The files that were read, each with the names of its tips.
    public var files: [(path: String, tips: [String])] = []
    /// The files that are copies of others, and were not read.
    public var copies: [String] = []
  }

  /// Reads every `*.toml` of a directory that is no copy of another, in the order of their names.
  ///
  /// - Parameters:
  ///   - directory: The directory of the person's own decks.
  ///   - phrases: The frames for what an author leaves out.
  /// - Returns: All of it; of two tips of one name the first.
  public static func all(in directory: String, phrases: Phrases) -> Found {
    all(in: directory, phrases: phrases, by: DeckFiles())
  }

  static func all(in directory: String, phrases: Phrases, by files: DeckFiles) -> Found {
    var found = Found()
    var places: [String: String] = [:]
    let names = files.names(in: directory)
    // That a directory above leads nowhere is said of the configuration.
    if File.missingTarget(of: directory)?.link == directory,
      let missing = Configuration.missing(directory)
    {
      found.refusals.append(missing)
    }
    for name in names {
      let path = "\(directory)/\(name)"
      if DeckCopy.isCopy(name, beside: names) {
        found.copies.append(path)
        continue
      }
      guard name.hasSuffix(".toml"), !name.hasPrefix(".") else { continue }
      do {
        let tips = try read(path, phrases: phrases, by: files)
        let doubled = tips.filter { places[$0.id] != nil }
        if let other = doubled.first.flatMap({ places[$0.id] }) {
          found.oddities.append(oddity(of: doubled.map(\.id), in: path, beside: other))
        }
        found.tips += tips.filter { places[$0.id] == nil }
        for tip in tips where places[tip.id] == nil { places[tip.id] = name }
        found.files.append((path, tips.map(\.id)))
      } catch {
        found.refusals.append(error)
      }
    }
    return found
  }

  /// So many names are listed.
  private static let listed = 5

  private static func oddity(
    of doubled: [String],
    in path: String,
    beside other: String
  ) -> ConfigurationError {
    let more = doubled.count > listed ? " and \(doubled.count - listed) more" : ""
    let names = doubled.prefix(listed).map { "“\($0)”" }.joined(separator: ", ")
    let message =
      "what is named \(names)\(more) here is in \(other.printable) too, which is read first and "
      + "holds; rename one, or remove the file that is a copy"
    return ConfigurationError(file: path, line: nil, message: message)
  }
}
