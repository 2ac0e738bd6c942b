package import Application

/// The decks as a person reads them.
extension DeckList {
  package func page() -> Page {
    var page = Page()
    for deck in decks {
      let place = deck.replacesShipped ? "yours, in the place of the shipped one" : "yours"
      page.words("\(deck.name): \(deck.isOwn ? "\(place) (\(deck.path))" : "shipped")")
    }
    for file in files {
      let instead = file.replaced.joined(separator: ", ")
      let more = file.replaced.isEmpty ? "" : ", in the place of the shipped \(instead)"
      page.words("\(file.path): \(count(file.tips, "tip", "tips"))\(more)")
    }
    for copy in copies { page.words("\(copy): a copy of another, and not read") }
    for trouble in refusals + oddities { page.words(trouble) }
    return page
  }
}

/// A deck in which nothing is to be mended.
extension CheckedDeck {
  package func page() -> Page {
    var page = Page()
    page.words("\(path): \(counts), nothing to mend.")
    if !replaced.isEmpty {
      let names = replaced.joined(separator: ", ")
      page.words("It stands in the place of what shipped decks have: \(names).")
    }
    return page
  }

  private var counts: String {
    let parts = [
      tips.isEmpty ? nil : count(tips, "tip", "tips"),
      questions.isEmpty ? nil : count(questions, "question", "questions"),
      languages.isEmpty ? nil : "in \(languages.joined(separator: ", "))",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}

/// How many there are, in words: “1 tip”, “12 tips”.
private func count(_ names: [String], _ one: String, _ many: String) -> String {
  "\(names.count) \(names.count == 1 ? one : many)"
}
