/// What an answer may have beside it, where the person likes.
public enum AnswerDetail: String, CaseIterable, Sendable {
  /// The circles of the people it was about.
  case circle
  /// How strong the fear was afterwards.
  case fear
}
