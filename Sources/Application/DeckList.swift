import Coaching
package import Configuration
import Files

/// The decks that are read, those of the person's own, and copies that are not.
package struct DeckList: Equatable {
  package struct Deck: Equatable {
    package var name: String
    package var path: String
    package var isOwn: Bool
    /// Whether it stands in the place of a shipped one.
    package var replacesShipped: Bool
  }

  /// A file of the person's own.
  package struct OwnFile: Equatable {
    package var path: String
    package var tips: [String]
    /// Those of its tips that stand in the place of shipped ones.
    package var replaced: [String]
  }

  package var decks: [Deck]
  package var files: [OwnFile]
  package var copies: [String]
  package var refusals: [String]
  package var oddities: [String]

  /// - Parameters:
  ///   - configuration: The configuration, with all of the decks.
  ///   - paths: Where things lie.
  package init(_ configuration: Configuration, _ paths: Paths) {
    let own = "\(paths.configuration)/decks"
    let found = OwnDeck.all(in: own, phrases: configuration.teaching.phrases)
    decks = configuration.settings.decks.map { name in
      let (mine, shipped) = ("\(own)/\(name)", "\(paths.library)/\(name)")
      let isOwn = File.exists(mine)
      return Deck(
        name: name,
        path: isOwn ? mine : shipped,
        isOwn: isOwn,
        replacesShipped: isOwn && File.exists(shipped)
      )
    }
    let replaced = Set(configuration.replacedTips)
    files = found.files.map { path, tips in
      OwnFile(path: path, tips: tips, replaced: tips.filter(replaced.contains))
    }
    copies = found.copies
    refusals = found.refusals.map(\.description)
    oddities = found.oddities.map(\.description)
  }
}
