/// Whom offers of help were for, over some days.
public struct CircleMap: Equatable, Sendable {
  public struct Line: Equatable, Sendable {
    /// The circle's name.
    public var circle: String
    /// The offers made; those declined are among them.
    public var offers: Int
    public var welcomed: Int
  }

  /// The circles of the person in their order, then those that were named and are gone since.
  public private(set) var lines: [Line]
  /// The offers that named no circle.
  public private(set) var unnamed = 0

  /// - Parameters:
  ///   - answers: Answers that were not taken back, in the order in which they were given.
  ///   - circles: The names of the circles there are.
  public init(_ answers: [Fact], circles: [String]) {
    lines = circles.map { Line(circle: $0, offers: 0, welcomed: 0) }
    for answered in answers.standing {
      guard case .outcome(let outcome) = answered.answer, outcome != .couldNot else { continue }
      if answered.circles.isEmpty { unnamed += 1 }
      for circle in answered.circles { add(outcome, to: circle) }
    }
  }

  private mutating func add(_ outcome: Outcome, to circle: String) {
    let place = lines.firstIndex { $0.circle == circle } ?? lines.count
    if place == lines.count { lines.append(Line(circle: circle, offers: 0, welcomed: 0)) }
    lines[place].offers += 1
    if outcome == .taken { lines[place].welcomed += 1 }
  }

  /// The circles that nobody was served of: an invitation, and no fault.
  public var blank: [Line] { lines.filter { $0.offers == 0 } }
  public var served: [Line] { lines.filter { $0.offers > 0 } }
}

extension [Fact] {
  /// What stands of these answers: to each question on each day the last.
  var standing: [Answered] {
    let given = compactMap { fact -> (day: CivilDate, answered: Answered)? in
      guard case .answered(let answered) = fact.event else { return nil }
      return (fact.day, answered)
    }
    let ranked = given.enumerated().sorted {
      ($0.element.answered.question, $0.element.day, $0.offset)
        < ($1.element.answered.question, $1.element.day, $1.offset)
    }.map(\.element)
    return ranked.indices.filter { place in
      place + 1 == ranked.count || ranked[place + 1].day != ranked[place].day
        || ranked[place + 1].answered.question != ranked[place].answered.question
    }.map { ranked[$0].answered }
  }
}
