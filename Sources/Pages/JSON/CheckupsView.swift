package import Application
package import Coaching

/// What was looked at, as JSON.
package struct CheckupsView: Encodable {
  var checks: [CheckupView]

  struct CheckupView: Encodable {
    var name: String
    /// Nil where it cannot be known.
    var well: Bool?
    var says: String
    var remedy: String?

    init(_ checkup: Checkup, _ english: Phrases) {
      name = checkup.name
      well = checkup.verdict == .unknown ? nil : checkup.verdict == .well
      says = english.words(for: checkup.says)
      remedy = checkup.remedy.map(english.words)
    }
  }

  /// - Parameters:
  ///   - checkups: What was looked at.
  ///   - english: What JSON is worded in, whoever reads it.
  package init(_ checkups: [Checkup], _ english: Phrases) {
    checks = checkups.map { CheckupView($0, english) }
  }
}
