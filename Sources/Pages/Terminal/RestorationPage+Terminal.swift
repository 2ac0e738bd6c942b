package import Application
import Coaching

/// What a backup has, and what would be lost with it, as a person reads it.
extension LedgerRestoration {
  /// What is replaced by it.
  ///
  /// - Parameters:
  ///   - file: The backup as it was named; nil for a ledger that begins anew.
  ///   - ledger: The path of the ledger.
  /// - Returns: The page; nothing where there is no ledger yet.
  package func page(of file: String?, over ledger: String) -> Page {
    var page = Page()
    switch replaces {
    case .nothing: break
    case .ledger(let extent, let losses):
      page.words("The ledger \(ledger) has \(extent.words).")
      if let file { page.words("\(file) has \(brings.words).") }
      if losses.isEmpty {
        page.words("Nothing is lost: all that the ledger has is there.")
      } else {
        let count = losses.reduce(0) { $0 + $1.factCount }
        let what = file ?? "A new ledger"
        page.words("\(what) does not have \(count.facts) of it: \(words(losses)).")
      }
    case .damaged(let error):
      page.words(error)
      if let file { page.words("\(file) has \(brings.words).") }
    }
    return page
  }

  /// What was done.
  ///
  /// - Parameters:
  ///   - isFresh: Whether a ledger begins anew.
  ///   - kept: Where that is which was there; nil where nothing was.
  /// - Returns: The page.
  package func donePage(isFresh: Bool, kept: String?) -> Page {
    let now = isFresh ? "A new ledger begins" : "Put back \(brings.words)"
    let before = kept.map { " What was there is kept as \($0)." } ?? ""
    return Page([.words("\(now).\(before)", indent: 0)])
  }

  /// The days, the newest first, as many as one reads.
  private func words(_ losses: [Loss]) -> String {
    let some = losses.reversed().prefix(14).map { "\($0.factCount) of \($0.day)" }
    let rest = losses.count - some.count
    return some.joined(separator: ", ") + (rest > 0 ? ", and of \(rest) days before" : "")
  }
}
