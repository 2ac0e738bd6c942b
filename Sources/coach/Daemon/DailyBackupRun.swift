import Application
import Coaching
import Configuration
import Files
import Glibc
import Machine
import Systemd

/// The process that makes a day's backup for the service: what it is told, and what it does.
///
/// It is no command for people, who say “coach backup FILE”.
struct DailyBackupRun {
  static let name = "daily-backup"

  private let day: CivilDate
  private let directory: String
  private let settings: Settings.Backup

  init(_ day: CivilDate, in directory: String, _ settings: Settings.Backup) {
    self.day = day
    self.directory = directory
    self.settings = settings
  }

  /// The words of its command line.
  var words: [String] {
    [
      DailyBackupRun.name, day.description, String(settings.keepDays), String(settings.keepWeeks),
      directory,
    ]
  }

  /// Reads these words; nil where they are others.
  init?(_ words: [String]) {
    guard words.count == 5, words[0] == DailyBackupRun.name, let day = CivilDate(words[1]),
      let days = Int(words[2]), let weeks = Int(words[3]), words[4].hasPrefix("/")
    else { return nil }
    var settings = Settings.Backup()
    settings.keepDays = days
    settings.keepWeeks = weeks
    self.init(day, in: words[4], settings)
  }

  /// Makes the backup, and says its name; where none was due any more, nothing.
  ///
  /// Where it could not be made, the program ends with the reason as its last words.
  func carryOut() {
    do throws(CommandError) {
      if let made = try make() { Output.write("\(made)\n", to: 1) }
    } catch {
      Output.write("\(error.english)\n", to: 2)
      exit(error.kind.exitCode)
    }
  }

  private func make() throws(CommandError) -> BackupName? {
    let paths = Paths()
    // Without one there is nothing to copy, and none is to be begun for it.
    guard File.exists(paths.ledger) else { return nil }
    let ledger = try FileLedger(path: paths.ledger, keepingEarlierIn: directory)
    let backups = DailyBackups(in: directory, settings)
    // Not before: while a part of it is copied, others who want to write wait for that.
    return try backups.make(of: ledger, on: day, copied: Priority.lower)
  }
}
