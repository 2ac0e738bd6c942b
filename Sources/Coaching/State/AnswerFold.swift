/// What is remembered of spaced questions from before the days around now.
extension Coach {
  /// A question that was asked by a prompt of a civil day.
  public struct Asked: Equatable, Sendable {
    public var question: String
    public var day: CivilDate

    public init(question: String, day: CivilDate) {
      self.question = question
      self.day = day
    }
  }

  /// How many of the last answers to a spaced question are remembered.
  public static let rememberedAnswers = SelfCheck.emptyForm + 1
}
