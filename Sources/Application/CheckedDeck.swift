import Coaching
package import Configuration
import Files

/// A deck that was read to see whether anything in it cannot be meant.
package struct CheckedDeck {
  /// Its directory; of a file of tips that file, as it was named.
  package private(set) var path: String
  package private(set) var tips: [String] = []
  package private(set) var questions: [String] = []
  package private(set) var languages: [String] = []
  /// What shipped decks have under the same names.
  package private(set) var replaced: [String] = []
  /// What cannot be meant; nil where all can.
  package private(set) var refusal: ConfigurationError?

  /// Reads a person's one file, or all of a deck's directory in each of its languages.
  ///
  /// - Parameters:
  ///   - path: The file, the directory, or a file in it.
  ///   - library: The directory of the shipped decks.
  package init(_ path: String, library: String) {
    self.path = path
    do {
      try read()
      replaced = CheckedDeck.shipped(in: library, besides: self.path).filter { name in
        tips.contains(name) || questions.contains(name)
      }
    } catch {
      refusal = error
    }
  }

  private mutating func read() throws(ConfigurationError) {
    guard let directory = CheckedDeck.directory(of: path) else {
      if let lexicon = CheckedDeck.lexicon(of: path) {
        path = lexicon
        try LexiconReader.check(lexicon)
        languages = Language.allCases.map(\.rawValue).filter {
          File.exists("\(lexicon)/\($0).toml")
        }
        return
      }
      if (try? File.names(in: path))?.isEmpty == false {
        let what = "this directory has neither deck.toml nor tips.toml; name that of one deck"
        throw ConfigurationError(file: path, line: nil, message: what)
      }
      tips = try OwnDeck.read(path, phrases: Phrases()).map(\.id)
      return
    }
    path = directory
    for language in Language.allCases {
      guard File.exists("\(directory)/\(language.rawValue).toml") else { continue }
      let deck = try DeckReader(directory: directory, language: language).read()
      tips = deck.tips.map(\.id)
      questions = deck.questions.map(\.id)
      languages.append(language.rawValue)
    }
    if !languages.isEmpty { return }
    // It says what is missing.
    _ = try DeckReader(directory: directory, language: .english).read()
  }

  /// The names of the tips and questions in the shipped decks, but for those of a deck that is one
  /// of them.
  private static func shipped(in library: String, besides deck: String) -> [String] {
    let decks = Settings().decks.map { "\(library)/\($0)" }
    let others = decks.filter { File.target(of: $0) != File.target(of: deck) }
    return others.flatMap { directory -> [String] in
      let read = try? DeckReader(directory: directory, language: .english).read()
      return (read?.tips.map(\.id) ?? []) + (read?.questions.map(\.id) ?? [])
    }
  }

  /// The directory of the words that a person may type, named itself or by a file in it.
  private static func lexicon(of path: String) -> String? {
    [path, File.parent(of: path)].first { directory in
      directory.split(separator: "/").last == "\(LexiconReader.directory)"
    }
  }

  /// The directory of a deck, named itself or by a file in it; nil where it is no such deck.
  private static func directory(of path: String) -> String? {
    [path, File.parent(of: path)].first { directory in
      ["deck.toml", "tips.toml"].contains { File.exists("\(directory)/\($0)") }
    }
  }
}
