extension Array {
  /// The first place from which on a condition holds that never ceases to hold, by halving; the
  /// count where there is none.
  @inlinable
  package func partition(_ holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
