import Coaching

/// Instants in their order, whatever order a clock wrote them in.
struct Judgements {
  private var instants: [Instant] = []

  mutating func add(_ instant: Instant) {
    instants.insert(instant, at: place(of: instant))
  }

  /// The last of them that is not after an instant.
  func last(by instant: Instant) -> Instant? {
    instants[..<place(of: instant)].last
  }

  /// How many lie at or before an instant: a binary search.
  private func place(of instant: Instant) -> Int {
    var (low, high) = (0, instants.count)
    while low < high {
      let middle = (low + high) / 2
      if instants[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
