package import Coaching
package import Configuration

/// One thing that can be wrong, and how it is looked at; nothing is changed by it.
package struct Inspection {
  /// Looks, and says what it saw, in order.
  package let look: @Sendable (Premises) -> [Checkup]

  package init(_ look: @escaping @Sendable (Premises) -> [Checkup]) { self.look = look }

  /// What can be seen of files, in the order in which it matters.
  package static let ofFiles = [
    Inspection.ledger, .backups, .configuration, .decks, .permissions, .spool, .disk,
  ]
}

/// What there is to be looked at.
package struct Premises {
  package var paths: Paths
  /// The configuration, or why it is refused.
  package var configuration: Result<Configuration, CommandError>
  /// The person's number.
  package var owner: UInt32
  package var today: CivilDate

  package init(
    paths: Paths,
    configuration: Result<Configuration, CommandError>,
    owner: UInt32,
    today: CivilDate
  ) {
    self.paths = paths
    self.configuration = configuration
    self.owner = owner
    self.today = today
  }

  /// What is configured; the defaults where it is refused.
  package var settings: Settings {
    (try? configuration.get())?.settings ?? Settings()
  }
}
