package import Application
package import Coaching
import Configuration

/// The words of the person's language, for what is said where nothing else was read.
package enum Spoken {
  /// In the language that is configured, or the locale's where that cannot be told.
  package static let phrases: Phrases = {
    let read = try? Configuration.inForce(at: Paths(), .withoutTips, orDefaults: true)
    return read?.configuration.teaching.phrases ?? phrases(in: Environment.language)
  }()

  package static func words(for saying: Saying) -> String {
    // What no frame words takes no decks to be read.
    if case .text(let words) = saying { words } else { phrases.words(for: saying) }
  }

  /// English, as the journal is written, for whoever keeps the machine.
  package static let english = phrases(in: .english)

  /// The words of a language, as far as the decks that are there have them.
  package static func phrases(in language: Language) -> Phrases {
    let places = Configuration.Places(files: [], decks: Paths().places.decks)
    let read = try? Configuration(places, .withoutTips, language: language)
    return read?.teaching.phrases ?? Phrases()
  }
}

extension CommandError {
  /// In the person's language.
  package var spoken: String { Spoken.words(for: said) }

  /// For the journal.
  package var english: String {
    if case .text(let words) = said { words } else { words(in: Spoken.english) }
  }
}
