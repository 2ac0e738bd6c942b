import Application
import Coaching

extension Workspace {
  /// A commitment as it stands: what, for whom, by when, and what became of it.
  func words(for standing: Entries.Standing) -> String {
    let entry = standing.entry
    let by = phrases.by(entry, in: context.zone, seenAt: now) ?? phrases("no-time")
    var words = [phrases.words(for: entry), by]
    if entry.reserveSeconds != 0 {
      words.append(phrases("reserve", ("span", phrases.span(entry.reserveSeconds))))
    }
    switch standing.closed?.closing {
    case .kept: words.append(phrases("state-kept"))
    case .released: words.append(phrases("state-released"))
    case .missed, .dropped: words.append(phrases("state-missed"))
    case nil: if isOverdue(entry) { words.append(phrases("state-overdue")) }
    }
    return words.joined(separator: phrases("comma"))
  }
}
