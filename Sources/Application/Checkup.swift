import Storage

/// One thing that was looked at, and whether it is well.
package struct Checkup: Equatable {
  package var name: String
  package var isWell: Bool
  /// What was seen, in one or a few sentences.
  package var says: String
  /// What to do; nil where nothing is to be done.
  package var remedy: String?
}

extension Checkup {
  /// Everything that can be wrong, looked at in order; nothing is changed.
  package static func all(_ paths: Paths) -> [Checkup] { ledger(paths) }

  private static func ledger(_ paths: Paths) -> [Checkup] {
    Ledger.examine(paths.ledger).map { finding in
      Checkup(
        name: finding.name,
        isWell: finding.isWell,
        says: finding.says,
        remedy: finding.remedy
      )
    }
  }
}
