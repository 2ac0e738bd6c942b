public import Coaching

/// Reads the words that a person may type: a file for each language in a directory `lexicon` beside
/// the decks, and the person's own on top of it.
public enum LexiconReader {
  /// The directory's name among decks.
  public static let directory = "lexicon"

  /// The words of all languages.
  ///
  /// - Parameters:
  ///   - places: The directories that may hold decks, the person's own first.
  ///   - language: The person's own, which says how a date is ordered.
  /// - Returns: All words; none where there are no files.
  /// - Throws: When a file cannot be read, or a table or what a word means is none that there is.
  public static func read(
    in places: [String],
    language: Language
  ) throws(ConfigurationError) -> Lexicon {
    var lexicon = Lexicon()
    for place in places {
      let more = try read("\(place)/\(directory)", language: language)
      lexicon.add(more.entries)
      if lexicon.dates == .asked { lexicon.dates = more.dates }
    }
    return lexicon
  }

  /// The words of a directory.
  ///
  /// - Returns: The words; none where it has no file of a language.
  /// - Throws: When a file cannot be meant.
  public static func read(
    _ directory: String,
    language: Language = .english
  ) throws(ConfigurationError) -> Lexicon {
    var lexicon = Lexicon()
    for spoken in Language.allCases {
      let path = "\(directory)/\(spoken.rawValue).toml"
      guard let document = try Document.read(path) else { continue }
      let dates = try add(document.top, to: &lexicon)
      if spoken == language, let dates { lexicon.dates = dates }
    }
    return lexicon
  }

  /// Says which words of a directory mean two things.
  ///
  /// - Throws: At the first, or when a file cannot be meant.
  public static func check(_ directory: String) throws(ConfigurationError) {
    let lexicon = try read(directory)
    guard let first = lexicon.ambiguities.first else { return }
    let meanings = first.meanings.joined(separator: " and ")
    let message = "“\(first.word.printable)” is both \(meanings); a word means one thing in a table"
    throw ConfigurationError(file: directory, line: nil, message: message)
  }

  private static func add(
    _ top: TOMLTable,
    to lexicon: inout Lexicon
  ) throws(ConfigurationError) -> Lexicon.DateOrder? {
    let tables = Lexicon.Table.allCases
    var entries: [Lexicon.Entry] = []
    try top.allow(["language", "dates"] + tables.map(\.rawValue))
    for table in tables {
      let section = try top.section(table.rawValue)
      try section.allow(table.keys)
      for key in section.keys {
        for word in try section.texts(key) ?? [] {
          let entry = Lexicon.Entry(table, key, word)
          if entry.word.isEmpty { throw section.refusal(key, "a word is of 1 to 80 characters") }
          entries.append(entry)
        }
      }
    }
    lexicon.add(entries)
    let orders = Lexicon.DateOrder.allCases.map(\.rawValue).joined(separator: ", ")
    return try top.read("dates", "one of \(orders)", Lexicon.DateOrder.init)
  }
}
