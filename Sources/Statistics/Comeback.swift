/// How often a miss was followed by a done, the figure to praise; not the longest streak.
public struct Comeback: Equatable, Sendable {
  /// The misses that were followed by a done on the next day that counts.
  public private(set) var returns = 0
  /// The misses that have a next day that counts.
  public private(set) var chances = 0
  private var isAfterMiss = false

  public init() {}

  public init(_ states: [DayState]) {
    for state in states { add(state) }
  }

  /// Feeds the next day; a day that does not count separates nothing.
  public mutating func add(_ state: DayState) {
    guard state.counts else { return }
    if isAfterMiss {
      chances += 1
      if state == .done { returns += 1 }
    }
    isAfterMiss = state == .missed
  }

  /// From 0 to 1; nil before there was a chance.
  public var rate: Double? { chances == 0 ? nil : Double(returns) / Double(chances) }
}

/// The days since two misses in a row: never miss twice.
///
/// A single miss belongs to the run, and a run cannot be lost by one bad day. The advice is
/// popular; what speaks for it is the evidence on repairable streaks (doi 10.1093/jcr/ucac029).
public struct Run: Equatable, Sendable {
  /// Days that count.
  public private(set) var days = 0
  private var isAfterMiss = false

  public init() {}

  public init(_ states: [DayState]) {
    for state in states { add(state) }
  }

  /// Feeds the next day; a day that does not count is no part of it and does not end it.
  public mutating func add(_ state: DayState) {
    guard state.counts else { return }
    let isSecondMiss = isAfterMiss && state == .missed
    days = isSecondMiss ? 0 : days + 1
    isAfterMiss = state == .missed
  }

  /// Whether the last day that counts was missed: the next one decides.
  public var isOpen: Bool { isAfterMiss && days > 0 }
}
