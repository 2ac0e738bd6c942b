/// What keeps a person from serving; the documents name five, and no more.
public enum Obstacle: Int, CaseIterable, Sendable {
  case refusal = 1
  case servingBadly
  case ridicule
  case wronged
  case liking

  /// The word by which it is named on the command line.
  public var name: String {
    switch self {
    case .refusal: "refusal"
    case .servingBadly: "serving-badly"
    case .ridicule: "ridicule"
    case .wronged: "wronged"
    case .liking: "liking"
    }
  }

  /// The question that looks back on a hesitation before it.
  public var lookBack: String { "hesitation-\(rawValue)" }

  /// The obstacle that a question looks back on; nil where it is none of these questions.
  public init?(lookBack question: String) {
    guard let obstacle = Obstacle.allCases.first(where: { $0.lookBack == question }) else {
      return nil
    }
    self = obstacle
  }
}

/// The person hesitated, and was given one small act.
public struct Hesitated: Equatable, Sendable {
  public var obstacle: Obstacle
  /// The tip that the act is of; nil where support was given in its place.
  public var tip: String?
  /// How strong the fear was, 0 to 10, where the person said so.
  public var fear: Int?

  public init(obstacle: Obstacle, tip: String?, fear: Int? = nil) {
    self.obstacle = obstacle
    self.tip = tip
    self.fear = fear
  }

  /// How strong a fear can be.
  public static let fears = 0...10
}
