package import Application
package import Coaching

/// What a backup has, and what would be lost with it, as a person reads it.
extension LedgerRestoration {
  /// What is replaced by it.
  ///
  /// - Parameters:
  ///   - file: The backup as it was named; nil for a ledger that begins anew.
  ///   - ledger: The path of the ledger.
  ///   - phrases: The person's language.
  /// - Returns: The page; nothing where there is no ledger yet.
  package func page(of file: String?, over ledger: String, _ phrases: Phrases) -> Page {
    var page = Page()
    let brought = ("extent", phrases.words(for: brings))
    switch replaces {
    case .nothing: break
    case .ledger(let extent, let losses):
      let had = ("extent", phrases.words(for: extent))
      page.words(phrases("ledger-has", ("path", ledger), had))
      if let file { page.words(phrases("backup-has", ("file", file), brought)) }
      if losses.isEmpty {
        page.words(phrases("nothing-lost"))
      } else {
        let facts = ("facts", phrases.facts(losses.reduce(0) { $0 + $1.factCount }))
        let what = ("what", file ?? phrases("new-ledger"))
        page.words(phrases("backup-lacks", what, facts, ("days", words(losses, phrases))))
      }
    case .damaged(let error):
      page.words(error)
      if let file { page.words(phrases("backup-has", ("file", file), brought)) }
    }
    return page
  }

  /// What was done.
  ///
  /// - Parameters:
  ///   - isFresh: Whether a ledger begins anew.
  ///   - kept: Where that is which was there; nil where nothing was.
  ///   - phrases: The person's language.
  /// - Returns: The page.
  package func donePage(isFresh: Bool, kept: String?, _ phrases: Phrases) -> Page {
    let brought = ("extent", phrases.words(for: brings))
    let now = isFresh ? phrases("restored-fresh") : phrases("restored", brought)
    let before = kept.map { phrases("kept-as", ("path", $0)) }
    return Page([.words(phrases.joined([now, before].compactMap(\.self)), indent: 0)])
  }

  /// The days, the newest first, as many as one reads.
  private func words(_ losses: [Loss], _ phrases: Phrases) -> String {
    let some = losses.reversed().prefix(14).map { loss in
      let day = ("day", phrases.date(loss.day, seenOn: nil))
      return phrases("loss-of", ("count", String(loss.factCount)), day)
    }
    let list = some.joined(separator: phrases("list-comma"))
    let rest = losses.count - some.count
    return rest > 0 ? phrases("loss-more", ("list", list), ("count", String(rest))) : list
  }
}
