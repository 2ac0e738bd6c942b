package import Application
package import Coaching

/// The decks as a person reads them.
extension DeckList {
  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    for deck in decks { page.words(phrases.labelled(deck.name, words(for: deck, phrases))) }
    for file in files {
      var words = phrases.tips(file.tips.count)
      if !file.replaced.isEmpty {
        let names = ("names", file.replaced.joined(separator: phrases("list-comma")))
        words = phrases("deck-instead", ("words", words), names)
      }
      page.words(phrases.labelled(file.path, words))
    }
    for copy in copies { page.words(phrases("deck-copy", ("file", copy))) }
    for trouble in refusals + oddities { page.words(trouble) }
    return page
  }

  private func words(for deck: Deck, _ phrases: Phrases) -> String {
    if !deck.isOwn { return phrases("deck-shipped") }
    let path = ("path", deck.path)
    return deck.replacesShipped
      ? phrases("deck-yours-instead", path) : phrases("deck-yours", path)
  }
}

/// A deck in which nothing is to be mended.
extension CheckedDeck {
  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    let comma = phrases("list-comma")
    let parts = [
      tips.isEmpty ? nil : phrases.tips(tips.count),
      questions.isEmpty ? nil : phrases.questions(questions.count),
      languages.isEmpty
        ? nil : phrases("in-languages", ("list", languages.joined(separator: comma))),
    ]
    let counts = parts.compactMap(\.self).joined(separator: phrases("comma"))
    page.words(phrases("deck-well", ("path", path), ("counts", counts)))
    if !replaced.isEmpty {
      page.words(phrases("deck-replaces", ("names", replaced.joined(separator: comma))))
    }
    return page
  }
}

extension Phrases {
  /// How many tips there are, in words.
  fileprivate func tips(_ count: Int) -> String {
    count == 1 ? self("tips-one") : self("tips-many", ("count", String(count)))
  }

  fileprivate func questions(_ count: Int) -> String {
    count == 1 ? self("questions-one") : self("questions-many", ("count", String(count)))
  }
}
