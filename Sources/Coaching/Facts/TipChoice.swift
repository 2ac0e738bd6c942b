/// What a tip is worth to the person, in their own word.
public enum Rating: String, CaseIterable, Sendable {
  case useful
  case notForMe = "not-for-me"
}

/// How a tip was chosen: enough to do it again, and to say why.
public struct TipChosen: Equatable, Sendable {
  public var tip: String
  /// What it was chosen for, `tip` or `another-2`: part of what is drawn from.
  public var slot: String
  /// The number that was drawn, from 0 up to 1.
  public var draw: Double
  /// The version of the constants.
  public var constants: Int
  /// What had the first word on that day.
  public var claim: TipPriority
  /// The candidates, a line each: identifier, probability, and the three terms.
  public var table: String

  public init(
    tip: String,
    slot: String,
    draw: Double,
    constants: Int,
    claim: TipPriority,
    table: String
  ) {
    self.tip = tip
    self.slot = slot
    self.draw = draw
    self.constants = constants
    self.claim = claim
    self.table = table
  }
}
