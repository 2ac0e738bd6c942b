/// A tip as the person put it in their own words.
public struct OwnWords: Equatable, Sendable {
  /// The identifier of the tip.
  public var tip: String
  public var text: String
  public var day: CivilDate

  public init(tip: String, text: String, day: CivilDate) {
    self.tip = tip
    self.text = text
    self.day = day
  }

  /// The question that asks for them, and the kind of note that keeps them.
  public static let name = "own-words"
}
