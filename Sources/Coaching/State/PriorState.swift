extension Coach {
  /// What is remembered from before the days that are folded, beside when tips were told.
  public struct PriorState: Equatable, Sendable {
    public var verdicts: [TipRating]
    public var muted: [String]
    public var seed: String?
    /// The last fact by the person, whichever day it belongs to.
    public var sign: LastActivity?
    /// Days since then on which something was asked: the first of them, and the last.
    public var inVain: [CivilDate]
    /// What was answered and given in the weeks before.
    public var past: [Past] = []
    /// The step of the programme at which the person was.
    public var step: Int?
    /// When each spaced question was last asked.
    public var asked: [Asked] = []
    /// The last answers to each spaced question, in the order in which they were given.
    public var answers: [Given] = []
    /// The promises and notes that are still open.
    public var entries: Entries
    /// What the person put in their own words, oldest first.
    public var ownWords: [OwnWords] = []

    public init(
      verdicts: [TipRating] = [],
      muted: [String] = [],
      seed: String? = nil,
      sign: LastActivity? = nil,
      inVain: [CivilDate] = [],
      entries: Entries = Entries()
    ) {
      self.verdicts = verdicts
      self.muted = muted
      self.seed = seed
      self.sign = sign
      self.inVain = inVain
      self.entries = entries
    }

    /// How many of the days on which something was asked tell all there is to know: the most that
    /// make a difference, and that of the sign itself.
    public static let inVainCount = 9

    /// How many civil days before those that are folded matter to the balance of giving.
    public static let pastDays = 21
  }
}
