/// What was seen of one thing that can be wrong.
package struct Checkup: Equatable {
  package enum Verdict: Equatable {
    case well
    /// Something is to be done.
    case amiss
    /// It cannot be known here, as `says` tells.
    case unknown
  }

  package var name: String
  package var verdict: Verdict
  /// What was seen, in one or a few sentences.
  package var says: Saying
  /// What to do; nil where nothing is to be done.
  package var remedy: Saying?

  package init(
    _ name: String,
    _ verdict: Verdict,
    _ says: any Sayable,
    remedy: (any Sayable)? = nil
  ) {
    self.name = name
    self.verdict = verdict
    self.says = says.saying
    self.remedy = remedy?.saying
  }
}
