package import Application
package import Coaching

extension Phrases {
  /// What a ledger holds: “12 facts, up to 2026-11-29”.
  package func words(for summary: LedgerSummary) -> String {
    let facts = facts(summary.factCount)
    guard let last = summary.lastDay else { return facts }
    return self("extent", ("facts", facts), ("day", date(last, seenOn: nil)))
  }

  /// How many facts there are, in words.
  func facts(_ count: Int) -> String {
    count == 1 ? self("facts-one") : self("facts-many", ("count", String(count)))
  }
}
