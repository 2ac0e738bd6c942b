public import Coaching

/// Where the documents teach what a row says.
public struct Source: Equatable, Sendable {
  public var row: String
  /// The document and its section by the names that we give them.
  public var document: String
  public var section: String
  /// A sentence of the section: `s18c` is the third part of the eighteenth.
  public var place: String
}

/// What a word of the documents means, in plain words.
public struct GlossaryEntry: Equatable, Sendable {
  public var id: String
  public var term: String
  /// All words that find it, in every language.
  public var words: [String]
  public var meaning: String
  public var rows: [String]
}

/// What stands beside the shipped decks: the places of the rows, and the glossary.
public enum ReferenceTexts {
  /// The places of all rows, in order.
  public static func sources(
    _ path: String,
    in language: Language
  ) throws(ConfigurationError) -> [Source] {
    let top = try document(path).top
    try top.allow(["document", "section", "row"])
    let documents = try top.section("document")
    let sections = try top.section("section")
    let rows = try top.section("row")
    var sources: [Source] = []
    for row in rows.keys {
      let place = try rows.texts(row) ?? []
      let letter = String(row.prefix(1))
      guard place.count == 2 else { throw rows.refusal(row, "“\(row)” is a section and a place") }
      sources.append(
        Source(
          row: row,
          document: try name(letter, in: documents, language),
          section: try name(place[0], in: try sections.section(letter), language),
          place: place[1]
        )
      )
    }
    return sources.sorted { left, right in
      (left.row.prefix(1), left.row.count, left.row) < (
        right.row.prefix(1), right.row.count, right.row
      )
    }
  }

  /// All entries of the glossary, in its own order.
  public static func glossary(
    _ path: String,
    in language: Language
  ) throws(ConfigurationError) -> [GlossaryEntry] {
    let top = try document(path).top
    try top.allow(["entry"])
    let languages = Language.allCases.map(\.rawValue)
    var entries: [GlossaryEntry] = []
    for section in try top.sections("entry") {
      try section.allow(["id", "words", "rows"] + languages)
      let words = try section.texts("words") ?? []
      guard words.count >= languages.count, let place = languages.firstIndex(of: language.rawValue)
      else { throw section.refusal("words", "“words” begins with the term in each language") }
      entries.append(
        GlossaryEntry(
          id: try section.needed(.id),
          term: words[place],
          words: words,
          meaning: try meaning(of: section, in: language),
          rows: try section.texts("rows") ?? []
        )
      )
    }
    return entries
  }

  private static func document(_ path: String) throws(ConfigurationError) -> Document {
    guard let document = try Document.read(path) else {
      let message = "this file is missing; install again: ./systemd/install"
      throw ConfigurationError(file: path, line: nil, message: message)
    }
    return document
  }

  /// What an entry of the glossary means, in a language.
  private static func meaning(
    of entry: TOMLTable,
    in language: Language
  ) throws(ConfigurationError) -> String {
    guard let meaning = try entry.text(language.rawValue) else {
      let what = "“\(language.rawValue)” is missing here; it takes the meaning in that language"
      throw entry.refusal(language.rawValue, what)
    }
    return meaning
  }

  /// The name of a document or a section in a language.
  private static func name(
    _ key: String,
    in names: TOMLTable,
    _ language: Language
  ) throws(ConfigurationError) -> String {
    let texts = try names.texts(key) ?? []
    let place = Language.allCases.firstIndex(of: language) ?? 0
    guard texts.count == Language.allCases.count else {
      throw names.refusal(key, "“\(key)” has no name in each language")
    }
    return texts[place]
  }
}
