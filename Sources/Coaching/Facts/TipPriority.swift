/// What has the first word on a day; the first of them that has a tip to offer is heard.
public enum TipPriority: Equatable, Sendable {
  /// An answer of the last days asks for something to follow.
  case followUp(FollowUp)
  /// The person gives more than before, and fares worse: limits, being served and rest.
  case overGiving
  /// The series of the obstacle that the person works on.
  case obstacle(Int)
  /// The next step of the programme.
  case step(Int)
  /// A question of a self-check, and where it stood among the others.
  case check(String, Side)
  /// A circle of people that has not come up for long.
  case circle(Tip.Circle)
  /// A part of the arc that the person said yes to.
  case arc(String)
  /// The week's value-added tip.
  case extra
  case offHours
  /// Nothing in particular: systems and tips in turn, the neglected first.
  case rotation
  /// The person asked for one more.
  case another

  /// Where a question of a self-check stood.
  public enum Side: String, CaseIterable, Sendable {
    case highest
    case lowest
    /// It did not lead, and is not left out.
    case other
  }

  /// Whether something calls for it that the person said or left out; together with others of its
  /// kind it could drown all else.
  var isCall: Bool {
    switch self {
    case .followUp, .obstacle, .check, .circle: true
    // What is about the person's limits has none itself.
    case .overGiving, .step, .arc, .extra, .offHours, .rotation, .another: false
    }
  }
}

extension TipPriority: CustomStringConvertible {
  /// The claim as it is written down.
  public var description: String {
    switch self {
    case .followUp(let followUp): "follow-up/\(followUp.rawValue)"
    case .overGiving: "over-giving"
    case .obstacle(let number): "obstacle/\(number)"
    case .step(let number): "step/\(number)"
    case .check(let question, let side): "check/\(side.rawValue)/\(question)"
    case .circle(let circle): "circle/\(circle.rawValue)"
    case .arc(let arc): "arc/\(arc)"
    case .extra: "extra"
    case .offHours: "off-hours"
    case .rotation: "rotation"
    case .another: "another"
    }
  }

  /// Reads a claim as it was written down.
  ///
  /// - Parameter text: What `description` gave.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    let rest = parts.count == 2 ? parts[1] : ""
    let claim: TipPriority? =
      switch parts.first {
      case "follow-up": FollowUp(rawValue: rest).map(TipPriority.followUp)
      case "over-giving": .overGiving
      case "obstacle": Int(rest).map(TipPriority.obstacle)
      case "step": Int(rest).map(TipPriority.step)
      case "check": TipPriority.check(rest)
      case "circle": Tip.Circle(rawValue: rest).map(TipPriority.circle)
      case "arc": rest.isEmpty ? nil : .arc(rest)
      case "extra": .extra
      case "off-hours": .offHours
      case "rotation": .rotation
      case "another": .another
      default: nil
      }
    guard let claim else { return nil }
    self = claim
  }

  private static func check(_ text: String) -> TipPriority? {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 2, let side = Side(rawValue: parts[0]) else { return nil }
    return .check(parts[1], side)
  }
}
