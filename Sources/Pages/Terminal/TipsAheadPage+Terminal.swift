package import Application
package import Coaching

/// The tips that would come, as a person reads them.
package struct TipsAheadPage {
  private let ahead: [TipAhead]
  /// Whether each says why it would come.
  private let isReasoned: Bool

  package init(_ ahead: [TipAhead], isReasoned: Bool) {
    self.ahead = ahead
    self.isReasoned = isReasoned
  }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    for tip in ahead {
      let wording = tip.tip.wording
      let day = ("day", phrases.heading(of: tip.day, seenOn: ahead[0].day))
      page.heading(phrases("dated", day, ("text", wording.title)))
      page.act(wording.action, why: wording.why, phrases)
      if isReasoned, let explained = tip.explained { page.words(explained.sentence, indent: 2) }
    }
    return page
  }
}
