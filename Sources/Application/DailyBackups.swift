package import Coaching
package import Configuration
import Files
import Storage

/// The backups that the service makes: one a civil day at most, where something changed.
package struct DailyBackups {
  package let directory: String
  private let settings: Settings.Backup

  /// Nil where the person wants none.
  ///
  /// - Parameters:
  ///   - paths: Where things lie.
  ///   - settings: Which are kept.
  package init?(_ paths: Paths, _ settings: Settings.Backup) {
    guard let directory = paths.backups(settings), !directory.isEmpty else { return nil }
    self.directory = directory
    self.settings = settings
  }

  /// Those that are there, the newest first.
  package var names: [BackupName] {
    ((try? File.names(in: directory)) ?? []).compactMap { BackupName($0) }.newestFirst
  }

  package func path(of name: BackupName) -> String { "\(directory)/\(name)" }

  /// Makes one, where none of the day is there and something changed since the last; then takes
  /// away those that need not be kept.
  ///
  /// After the tables were brought to another version there is one at once.
  ///
  /// - Parameters:
  ///   - ledger: The ledger; one that is damaged is not copied, and nothing is taken away for it.
  ///   - day: The person's civil day.
  /// - Returns: What was made; nil where there was nothing to do.
  /// - Throws: When it could not be made; nothing is taken away then.
  package func make(
    of ledger: FileLedger,
    on day: CivilDate
  ) throws(CommandError) -> BackupName? {
    let now = try ledger.extent()
    let names = names
    if now.factCount == 0 || names.contains(where: { $0.isOf(now) }) { return nil }
    if names.contains(where: { $0.day == day && $0.version == now.version }) { return nil }
    do {
      try File.makeDirectories(directory)
    } catch {
      throw CommandError(.inputOutput, "\(error)")
    }
    let made = try ledger.backUp(in: directory) { "\(BackupName($0, on: day))" }
    let name = BackupName(made, on: day)
    for old in (names + [name]).surplus(keeping: settings.keepDays, weeks: settings.keepWeeks)
    where old != name {
      try takeAway(old, ledger)
    }
    return name
  }

  /// Takes one away that the service made, and all of which the ledger holds.
  ///
  /// A backup of another ledger, as after one began anew, stays; so does a file of such a name that
  /// holds something else.
  private func takeAway(_ name: BackupName, _ ledger: FileLedger) throws(CommandError) {
    let path = path(of: name)
    guard let extent = Ledger.extent(of: path), name.isOf(extent), try ledger.holds(extent) else {
      return
    }
    try? File.remove(path)
  }
}

extension Paths {
  /// What to say where no ledger is there, though there are backups of one; nil where all is well.
  ///
  /// It is said before a new one begins; after that it is a ledger like any other.
  package func lostLedger(_ settings: Settings.Backup) -> String? {
    if File.exists(ledger) { return nil }
    guard let backups = DailyBackups(self, settings), let newest = backups.names.first else {
      return nil
    }
    return "The ledger \(ledger) is not there any more, and a new one begins. The newest backup is "
      + "of \(newest.day), with \(newest.factCount.facts); to put it back: "
      + "coach restore \(backups.path(of: newest))"
  }
}
