import Application
import Coaching
import Configuration
import Machine
import Systemd

/// The daily backup, as far as the service has to do with it.
struct BackupRun {
  /// The process that makes one; nil where none does.
  var child: Child?
  /// Why the last could not be made, once it was said.
  var trouble: CommandError?
  /// Before which nothing is tried again, by the monotonic clock in microseconds.
  var notBefore: Int64 = 0
}

/// The daily backups.
extension Daemon {
  /// Has the day's backup made, at a look that happens anyway: no timer wakes anybody for it.
  ///
  /// A process of its own makes it: to copy a ledger of many years, and to look at each fact of the
  /// copy, takes seconds in which the loop would answer nobody.
  func backUp() {
    guard backup.child == nil, Clock.monotonic() >= backup.notBefore,
      let backups = DailyBackups(paths, configuration.settings.backup)
    else { return }
    do {
      let day = context.calendar.day(at: SystemClock.now)
      guard try backups.isDue(of: books.current, on: day) else { return }
      let run = DailyBackupRun(day, in: backups.directory, configuration.settings.backup)
      backup.child = try CommandError.ofSystem { () throws(SystemdError) in
        try Child(
          [Daemon.program] + run.words,
          environment: Environment.all,
          input: [],
          withinSeconds: Daemon.backupLimit,
          loop: loop
        ) { [unowned self] end in
          backup.child = nil
          backedUp(end, in: backups)
        }
      }
    } catch {
      backupFailed(error)
    }
  }

  /// What became of it: the name of what was made on its output, or why none was on the other.
  private func backedUp(_ end: Child.End, in backups: DailyBackups) {
    let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self).trimmed }
    switch end.way {
    case .status(0):
      backup = BackupRun()
      guard let made = BackupName(text(end.output)) else { return }
      chronicle.backedUp(backups.path(of: made), factCount: made.factCount)
    case .status(let status):
      let why = text(end.complaint)
      let what = why.isEmpty ? "it ended with status \(status)" : why
      backupFailed(CommandError(CommandError.Kind(exitCode: status) ?? .software, words: what))
    case .signal(let signal):
      backupFailed(CommandError(.unavailable, words: "it was ended by signal \(signal)"))
    case .timeOver:
      let limit = TimeSpan.words(Daemon.backupLimit)
      backupFailed(CommandError(.unavailable, words: "it took longer than \(limit), and was ended"))
    }
  }

  private func backupFailed(_ error: CommandError) {
    if error != backup.trouble { chronicle.backupFailed(error) }
    let pause = Clock.monotonic() + Daemon.backupPause
    backup = BackupRun(trouble: error, notBefore: pause)
  }

  /// This program, also where another has taken its place on the disk since it was started.
  private static let program = "/proc/self/exe"
  /// To copy a ledger on a full disk at every look would keep that disk busy for nothing.
  private static let backupPause: Int64 = 3600 * 1_000_000
  /// A ledger of thirty years takes some ten seconds, and a busy machine a multiple of it.
  private static let backupLimit: Int64 = 3600
}
