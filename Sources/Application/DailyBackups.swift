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
    self.init(in: directory, settings)
  }

  /// - Parameters:
  ///   - directory: Where they lie.
  ///   - settings: Which are kept.
  package init(in directory: String, _ settings: Settings.Backup) {
    self.directory = directory
    self.settings = settings
  }

  /// Those that are there, the newest first.
  package var names: [BackupName] {
    ((try? File.names(in: directory)) ?? []).compactMap { BackupName($0) }.newestFirst
  }

  package func path(of name: BackupName) -> String { "\(directory)/\(name)" }

  /// Whether one is to be made: where none of the day is there and something changed since the
  /// last.
  ///
  /// After the tables were brought to another version there is one at once.
  ///
  /// - Parameters:
  ///   - ledger: The ledger.
  ///   - day: The person's civil day.
  /// - Returns: Whether it is so.
  /// - Throws: When the ledger cannot be read.
  package func isDue(of ledger: FileLedger, on day: CivilDate) throws(CommandError) -> Bool {
    let now = try ledger.extent()
    let names = names
    if now.factCount == 0 || names.contains(where: { $0.isOf(now) }) { return false }
    return !names.contains { $0.day == day && $0.version == now.version }
  }

  /// Makes one, where one is due; then takes away those that need not be kept.
  ///
  /// - Parameters:
  ///   - ledger: The ledger; one that is damaged is not copied, and nothing is taken away for it.
  ///   - day: The person's civil day.
  ///   - copied: Called when nobody waits any more who wants to write.
  /// - Returns: What was made; nil where there was nothing to do.
  /// - Throws: When it could not be made; nothing is taken away then.
  package func make(
    of ledger: FileLedger,
    on day: CivilDate,
    copied: () -> Void = {}
  ) throws(CommandError) -> BackupName? {
    guard try isDue(of: ledger, on: day) else { return nil }
    let names = names
    do {
      try File.makeDirectories(directory)
    } catch {
      throw CommandError(.inputOutput, words: "\(error)")
    }
    let name = { "\(BackupName($0, on: day))" }
    let made = try ledger.backUp(in: directory, named: name, copied: copied)
    let newest = BackupName(made, on: day)
    for old in (names + [newest]).surplus(keeping: settings.keepDays, weeks: settings.keepWeeks)
    where old != newest {
      try takeAway(old, ledger)
    }
    return newest
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
  /// What to say where no ledger is there, or nothing is in it, though there are backups of one.
  ///
  /// Nil where all is well.
  ///
  /// It is said before a new one begins; after that it is a ledger like any other.
  package func lostLedger(_ settings: Settings.Backup) -> Saying? {
    // A power cut, or a disk that was full, may leave a file with nothing in it.
    let isEmpty = FileStatus(ledger)?.size == 0
    if File.exists(ledger), !isEmpty { return nil }
    guard let backups = DailyBackups(self, settings), let newest = backups.names.first else {
      return nil
    }
    let places: [(name: String, value: any Sayable)] = [
      ("path", ledger), ("day", Saying.day(newest.day, seenOn: newest.day)),
      ("facts", Saying(facts: newest.factCount)),
      ("command", "coach restore \(backups.path(of: newest))"),
    ]
    return isEmpty ? Saying("ledger-empty", places) : Saying("ledger-lost", places)
  }
}
