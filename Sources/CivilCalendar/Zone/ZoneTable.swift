/// The changes of a zone's clocks: those the file lists, then its rule for ever after.
///
/// An object that never changes: zones are handed about far more often than they are read.
final class ZoneTable: Equatable, Sendable {
  /// Seconds east of UTC before the first change.
  let firstOffset: Int
  /// When the clocks changed, in seconds since 1970, strictly ascending.
  let changes: [Int64]
  /// Seconds east of UTC from each change on; as many as there are changes.
  let offsets: [Int32]
  /// What holds from the last change on; without changes, always.
  let rule: ZoneRule?

  /// No clock is further from UTC (RFC 9636 section 3.2: more than -25 h, less than +26 h).
  static let offsetRange = -89_999...93_599

  /// Further than any clock is from UTC, in seconds.
  static let reachSeconds = 93_600

  static let utc = ZoneTable(firstOffset: 0, changes: [], offsets: [], rule: nil)

  init(firstOffset: Int, changes: [Int64], offsets: [Int32], rule: ZoneRule?) {
    self.firstOffset = firstOffset
    self.changes = changes
    self.offsets = offsets
    self.rule = rule
  }

  static func == (left: ZoneTable, right: ZoneTable) -> Bool {
    left === right
      || left.firstOffset == right.firstOffset && left.changes == right.changes
        && left.offsets == right.offsets && left.rule == right.rule
  }

  /// How many changes there were by a second since 1970; by halving, written out here, as nothing
  /// is asked more often.
  private func passed(by seconds: Int) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] > seconds { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The stretch without a clock change that holds a second since 1970.
  func span(at seconds: Int) -> ZoneSpan {
    let passed = passed(by: seconds)
    let start = passed == 0 ? Int.min : Int(changes[passed - 1])
    if passed == changes.count, let rule {
      var span = rule.span(at: seconds)
      span.start = max(span.start, start)
      return span
    }
    return ZoneSpan(
      start: start,
      end: passed == changes.count ? Int.max : Int(changes[passed]),
      offset: passed == 0 ? firstOffset : Int(offsets[passed - 1])
    )
  }
}
