/// What an answer asks for.
public enum FollowUp: String, CaseIterable, Sendable {
  /// An offer was declined.
  case declined
  /// The person could not help.
  case couldNot = "could-not"
  /// An extra did not land well.
  case muddled
  /// The light went out later than the person wanted, several evenings in a row.
  case late
  /// Energy was low, more than once.
  case low
}
