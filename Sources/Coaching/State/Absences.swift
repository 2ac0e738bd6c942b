/// The days on which the person is away, as they said it in the course of time.
///
/// Each absence stands for itself, and days of which two tell are days away by both. A return ends
/// those that were said before it and that its day is in, on the day before. So whoever takes the
/// return back is away again as they had said.
public struct Absences: Equatable, Sendable {
  private struct Said: Equatable {
    var fact: String
    var first: CivilDate
    var last: CivilDate

    var isReturn: Bool { last < first }
  }

  /// In the order of writing.
  private var said: [Said] = []
  /// What they leave, in that order, but for those of which nothing is left.
  public private(set) var days: [ClosedRange<CivilDate>] = []

  public init() {}

  /// - Parameter facts: Facts that stand, in the order of writing; what is no absence among them is
  ///   left out.
  public init(_ facts: [Fact]) {
    for fact in facts { add(fact) }
  }

  /// Whether the person is away on a civil day.
  public func covers(_ day: CivilDate) -> Bool {
    days.contains { $0.contains(day) }
  }

  mutating func add(_ fact: Fact) {
    guard case .away(let first, let last) = fact.event else { return }
    let said = Said(fact: fact.id, first: first, last: last)
    self.said.append(said)
    Self.say(said, of: &days)
  }

  mutating func remove(_ fact: String) {
    guard said.contains(where: { $0.fact == fact }) else { return }
    said.removeAll { $0.fact == fact }
    days = said.reduce(into: []) { days, said in Self.say(said, of: &days) }
  }

  /// What is left of the days away, each absence in its place, once something more is said.
  private static func say(_ said: Said, of left: inout [ClosedRange<CivilDate>]) {
    if !said.isReturn { return left.append(said.first...said.last) }
    left = left.compactMap { days in
      if !days.contains(said.first) { return days }
      return days.lowerBound < said.first ? days.lowerBound...said.first.adding(days: -1) : nil
    }
  }
}
