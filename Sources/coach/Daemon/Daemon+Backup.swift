import Application
import Coaching
import Configuration
import Systemd

/// What became of the last backup, for as long as this process lives.
struct BackupOutcome {
  /// Why it could not be made, once it was said.
  var trouble: CommandError?
  /// Before which nothing is tried again, by the monotonic clock in microseconds.
  var notBefore: Int64 = 0
}

/// The daily backups.
extension Daemon {
  /// Makes the day's backup, at a look that happens anyway: no timer wakes anybody for it.
  func backUp() {
    guard Clock.monotonic() >= backupOutcome.notBefore,
      let backups = DailyBackups(paths, configuration.settings.backup)
    else { return }
    do {
      let day = context.calendar.day(at: SystemClock.now)
      let made = try backups.make(of: books.current, on: day)
      backupOutcome = BackupOutcome()
      if let made { chronicle.backedUp(backups.path(of: made), factCount: made.factCount) }
    } catch {
      if error != backupOutcome.trouble { chronicle.backupFailed(error) }
      backupOutcome = BackupOutcome(
        trouble: error,
        notBefore: Clock.monotonic() + Daemon.backupPause
      )
    }
  }

  /// To copy a ledger on a full disk at every look would keep that disk busy for nothing.
  private static let backupPause: Int64 = 3600 * 1_000_000
}
