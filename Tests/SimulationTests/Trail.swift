import Coaching

/// What happened last in a life, kept while a failing seed is replayed.
final class Trail {
  private let isKept: Bool
  private var lines: [String] = []
  var zone: Zone

  init(isKept: Bool, zone: Zone) {
    self.isKept = isKept
    self.zone = zone
  }

  func note(_ happened: @autoclosure () -> String, at instant: Instant) {
    guard isKept else { return }
    lines.append("\(zone.timestamp(instant)) \(happened())")
    if lines.count > 400 { lines.removeFirst(200) }
  }

  /// The last lines, oldest first.
  func last(_ count: Int) -> String {
    lines.suffix(count).joined(separator: "\n")
  }
}
