package import Application
import Coaching
import Configuration

/// The decks as JSON.
package struct DecksView: Encodable {
  var decks: [Deck]
  var files: [OwnFile]
  var copies: [String]
  var refusals: [String]
  var oddities: [String]

  struct Deck: Encodable {
    var name: String
    var path: String
    var own: Bool
    var replacesShipped: Bool
  }

  struct OwnFile: Encodable {
    var file: String
    var tips: [String]
    var replaces: [String]
  }

  package init(_ list: DeckList) {
    decks = list.decks.map { deck in
      Deck(
        name: deck.name,
        path: deck.path,
        own: deck.isOwn,
        replacesShipped: deck.replacesShipped
      )
    }
    files = list.files.map { OwnFile(file: $0.path, tips: $0.tips, replaces: $0.replaced) }
    copies = list.copies
    refusals = list.refusals
    oddities = list.oddities
  }
}

/// A deck that was checked, as JSON.
package struct CheckedDeckView: Encodable {
  var file: String
  var tips: [String]
  var questions: [String]
  var languages: [String]
  var replaces: [String]
  var refusal: String?

  package init(_ deck: CheckedDeck) {
    file = deck.path
    tips = deck.tips
    questions = deck.questions
    languages = deck.languages
    replaces = deck.replaced
    refusal = deck.refusal?.description
  }
}
