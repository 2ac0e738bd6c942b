extension Coach {
  /// A hesitation, and when it was.
  public struct Hesitation: Equatable, Sendable {
    public var hesitated: Hesitated
    public var day: CivilDate
    public var at: Instant
  }

  /// The last hesitation before an obstacle.
  public func hesitation(before obstacle: Obstacle) -> Hesitation? {
    hesitations.last { $0.hesitated.obstacle == obstacle }
  }
}
