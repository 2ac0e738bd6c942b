package import Application
import Coaching

extension LedgerSummary {
  /// What it holds, in words: “12 facts, up to 2026-11-29”.
  package var words: String {
    guard let lastDay else { return factCount.facts }
    return "\(factCount.facts), up to \(lastDay)"
  }
}
