/// One part of what the facts add up to, which knows its own kinds of fact and no others.
///
/// It is told of facts that stand, and never of an undoing: of what was taken back it hears that it
/// is to be as though that had never been.
protocol Fold: Equatable, Sendable {
  /// Takes note of a fact; of one that is none of its business, nothing changes.
  mutating func apply(_ fact: Fact)

  /// Is as though a fact had not been; where it never heard of it, nothing changes.
  ///
  /// - Parameters:
  ///   - fact: The identifier of the fact.
  ///   - instant: When it was taken back.
  mutating func takeBack(_ fact: String, at instant: Instant)
}

extension Fold {
  /// The one rule of undoing: what was taken back stands no more, and else a fact stands.
  ///
  /// - Parameters:
  ///   - fact: The fact.
  ///   - undone: The identifier of the fact that it takes back; nil for all but an undoing.
  mutating func take(_ fact: Fact, undoing undone: String?) {
    if let undone {
      takeBack(undone, at: fact.instant)
    } else {
      apply(fact)
    }
  }
}

/// Where in a list those of each civil day stand.
///
/// Facts are many, those of one day are few: whatever asks about a day walks through these alone.
struct DayIndex: Equatable, Sendable {
  /// In order, and beside each the places in the order in which they were added.
  private var days: [CivilDate] = []
  private var places: [Int] = []

  init() {}

  /// The index of a list of some days.
  init(_ days: [CivilDate]) {
    for (place, day) in days.enumerated() { add(place, of: day) }
  }

  mutating func add(_ place: Int, of day: CivilDate) {
    let after = days.partition { $0 > day }
    days.insert(day, at: after)
    places.insert(place, at: after)
  }

  /// Removes a place of the list, from which on each other is one less.
  mutating func remove(_ place: Int) {
    guard let found = places.firstIndex(of: place) else { return }
    days.remove(at: found)
    places.remove(at: found)
    for other in places.indices where places[other] > place { places[other] -= 1 }
  }

  /// The places of a day, in order.
  subscript(day: CivilDate) -> ArraySlice<Int> {
    let first = days.partition { $0 >= day }
    var end = first
    while end < days.count, days[end] == day { end += 1 }
    return places[first..<end]
  }
}
