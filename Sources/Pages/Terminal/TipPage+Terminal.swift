package import Application
package import Coaching
package import Configuration

/// A tip as it is told.
package struct TipPage {
  /// As the person put it, where they did.
  let tip: Tip
  /// Their own words for it.
  let ownWords: String?
  /// Their own words where those stand beneath it.
  private let beneath: String?
  /// Why it was chosen; nil where that is not asked, or not known.
  package var explained: ExplainedTip?
  /// Where the documents teach it; nil where that is not asked.
  package var sources: [Source]?

  package init(_ tip: Tip, _ coach: Coach, _ teaching: Teaching) {
    ownWords = coach.ownWords(for: tip.id)
    beneath = teaching.ownWords(beneath: tip, by: coach)
    self.tip = teaching.told(tip, by: coach)
  }

  /// Whether the act is our own reading of the documents.
  var isOwnReading: Bool { tip.origin == .ownReading }

  /// - Parameters:
  ///   - phrases: The person's language.
  ///   - title: What stands before its own title.
  ///   - isReasoned: Whether it says why it was chosen.
  ///   - isNamed: Whether its name stands beside its title, for whoever has something to say of it.
  /// - Returns: The page.
  package func page(
    _ phrases: Phrases,
    under title: String,
    isReasoned: Bool = false,
    isNamed: Bool = false
  ) -> Page {
    var page = Page()
    let name = isNamed ? phrases.bracketed(tip.wording.title, tip.id) : tip.wording.title
    page.heading(phrases.labelled(title, name))
    if !tip.wording.tell.isEmpty { page.words(tip.wording.tell, indent: 2) }
    page.act(tip.wording.action, why: tip.wording.why, phrases)
    if let beneath { page.words(phrases.labelled(phrases("own-words"), beneath), indent: 2) }
    if isReasoned {
      page.blank()
      page.words(explained?.sentence ?? phrases("because-unknown"))
    }
    if let sources {
      page.blank()
      page.add(self.page(of: sources, phrases))
    }
    return page
  }

  private func page(of sources: [Source], _ phrases: Phrases) -> Page {
    var page = Page()
    for source in sources {
      let place = [source.document, source.section, source.place]
      let words = place.joined(separator: phrases("comma"))
      page.words(phrases.labelled(source.row, words), indent: 2)
    }
    if tip.rows.isEmpty { page.words(phrases("own-tip"), indent: 2) }
    if isOwnReading { page.words(phrases("own-reading"), indent: 2) }
    return page
  }
}
