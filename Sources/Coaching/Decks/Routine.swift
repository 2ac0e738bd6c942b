/// Some habits that a person does together, and is asked about together.
public struct Routine: Equatable, Sendable {
  public var id: String
  public var title: String
  /// The names of its questions, in the order in which they are asked.
  public var questions: [String]

  public init(id: String, title: String, questions: [String]) {
    self.id = id
    self.title = title
    self.questions = questions
  }
}
