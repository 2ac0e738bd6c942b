import Glibc

/// Why a backup was not made, or not put back: what happened and what to do about it.
public struct BackupError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Reason: Equatable, Sendable {
    /// The place that was named cannot be taken, or the file that was named is no backup.
    case unfit
    /// The ledger, or the backup, cannot be read or does not hold what it should.
    case ledger(LedgerError.Reason)
    /// What is to be replaced has changed since it was looked at.
    case changed
    /// Another program has the ledger open in a way that keeps it from being replaced.
    case held
    /// The disk, or the permissions.
    case disk
  }

  public var reason: Reason
  public var description: String

  init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }

  /// An error of the ledger itself.
  init(_ error: LedgerError) {
    self.init(.ledger(error.reason), error.description)
  }

  /// An error of the file that is being made.
  init(making target: String, _ error: LedgerError) {
    switch error.reason {
    case .cannotOpen(EEXIST): self = .exists(target)
    case .full:
      let what = "its disk is full (\(error.detail)). Nothing of it is left there"
      let remedy = "Make room (“df -h” shows it), or name another place"
      self.init(.disk, "\(target) could not be written: \(what). \(remedy).")
    case .corrupt:
      let what = "the ledger is damaged (\(error.detail)), and no copy of that is kept"
      self.init(.ledger(.corrupt), "\(target) was not made: \(what). “coach doctor” says more.")
    case .cannotOpen(ENOENT), .cannotOpen(ENOTDIR):
      self.init(.disk, "\(target) could not be written: its directory is not there. Make it first.")
    case .uncertain:
      let what = "the disk failed when it was to keep its name (\(error.detail))"
      self.init(.disk, "\(target) is written, but \(what). Look at it, then do it again.")
    default:
      let what = "Nothing of it is left there. Name a place that you may write to"
      self.init(.disk, "\(target) could not be written: \(error.detail). \(what).")
    }
  }

  static func exists(_ target: String) -> BackupError {
    let what = "is there already, and nothing in it was changed"
    return BackupError(.unfit, "\(target) \(what). Name another file, or say --force.")
  }
}
