public import Coaching

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
      throw ConfigurationError(file: path, line: nil, message: "there is no such file")
    }
    let top = document.top
    try top.allow(["name", "tip", "principle"])
    var tips: [Tip] = []
    for section in try top.sections("tip") {
      try add(try tip(section, phrases), to: &tips, section)
    }
    for section in try top.sections("principle") {
      try add(try principle(section, phrases), to: &tips, section)
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
    let title = try section.needed("title")
    let action = try section.needed("action")
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
    let text = try section.needed("text")
    let wording = Tip.Wording(
      title: phrases("principle"),
      action: text,
      why: "",
      short: text,
      ask: phrases("principle-ask")
    )
    return try TipReader.tip(section, wording: wording)
  }

  /// The tips of every `*.toml` of a directory, and what was refused; what is refused in one file
  /// takes nothing from the others.
  static func all(
    in directory: String,
    phrases: Phrases,
    by files: DeckFiles
  ) -> (tips: [Tip], refusals: [ConfigurationError]) {
    var tips: [Tip] = []
    var refusals: [ConfigurationError] = []
    for name in files.names(in: directory) where name.hasSuffix(".toml") && !name.hasPrefix(".") {
      do {
        let read = try read("\(directory)/\(name)", phrases: phrases, by: files)
        tips += read.filter { tip in !tips.contains { $0.id == tip.id } }
      } catch {
        refusals.append(error)
      }
    }
    return (tips, refusals)
  }

  private static func add(
    _ tip: Tip,
    to tips: inout [Tip],
    _ section: TOMLTable
  ) throws(ConfigurationError) {
    try DeckReader.check(tip.id, isNew: !tips.contains { $0.id == tip.id }, section)
    tips.append(tip)
  }
}
