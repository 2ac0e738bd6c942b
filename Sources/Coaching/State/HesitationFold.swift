/// When the person hesitated.
struct HesitationFold: Fold {
  /// In the order in which they were written down.
  private(set) var hesitations: [Coach.Hesitation] = []

  mutating func apply(_ fact: Fact) {
    guard case .hesitated(let hesitated) = fact.event else { return }
    hesitations.append(
      Coach.Hesitation(hesitated: hesitated, day: fact.day, at: fact.instant, fact: fact.id)
    )
  }

  mutating func takeBack(_ fact: String, at instant: Instant) {
    hesitations.removeAll { $0.fact == fact }
  }
}

extension Coach {
  /// A hesitation, and when it was.
  public struct Hesitation: Equatable, Sendable {
    public var hesitated: Hesitated
    public var day: CivilDate
    public var at: Instant
    /// The identifier of the fact that says so.
    fileprivate var fact: String
  }

  /// The last hesitation before an obstacle.
  public func hesitation(before obstacle: Obstacle) -> Hesitation? {
    hesitations.last { $0.hesitated.obstacle == obstacle }
  }
}
