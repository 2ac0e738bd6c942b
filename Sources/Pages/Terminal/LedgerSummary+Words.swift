package import Application
import Coaching

extension LedgerSummary {
  /// What it holds, in words: “12 facts, up to 2026-11-29”.
  package var words: String {
    let facts = factCount == 1 ? "1 fact" : "\(factCount) facts"
    guard let lastDay else { return facts }
    return "\(facts), up to \(lastDay)"
  }
}
