package import Application

/// What was looked at, as JSON.
package struct CheckupsView: Encodable {
  var checks: [CheckupView]

  struct CheckupView: Encodable {
    var name: String
    /// Nil where it cannot be known.
    var well: Bool?
    var says: String
    var remedy: String?

    init(_ checkup: Checkup) {
      name = checkup.name
      well = checkup.verdict == .unknown ? nil : checkup.verdict == .well
      says = checkup.says
      remedy = checkup.remedy
    }
  }

  package init(_ checkups: [Checkup]) { checks = checkups.map(CheckupView.init) }
}
