import Application
import Coaching
import Machine

/// The daemon's ledger: it opens itself anew when another file has taken its place; here its errors
/// become those that a look goes on with.
final class ReopeningLedger {
  private let path: String
  private let backups: String?
  private var ledger: FileLedger?
  /// Why it could not be used when that was last tried; nil where it could.
  private(set) var trouble: CommandError?

  /// - Parameters:
  ///   - path: The file.
  ///   - backups: Where one of an earlier version is kept before it is brought to this one.
  /// - Throws: When it cannot be opened, made or read; but not where it is damaged, or none: the
  ///   person is told of that by whoever goes on.
  init(_ path: String, keepingEarlierIn backups: String?) throws(CommandError) {
    self.path = path
    self.backups = backups
    do {
      _ = try current
    } catch {
      if error.kind != .data { throw error }
    }
  }

  /// The ledger, for what works with it itself.
  var current: FileLedger {
    get throws(CommandError) {
      if let ledger { return ledger }
      do {
        let opened = try FileLedger(path: path, keepingEarlierIn: backups)
        ledger = opened
        return opened
      } catch {
        trouble = error
        throw error
      }
    }
  }

  /// Gives back the memory that the next question makes anew.
  func rest() { ledger?.rest() }

  func coach(around day: CivilDate, for teaching: Teaching) throws(WorldError) -> Coach {
    try met { ledger throws(CommandError) in try ledger.coach(around: day, for: teaching) }
  }

  func append(_ drafts: [Draft]) throws(WorldError) {
    try met { ledger throws(CommandError) in _ = try ledger.append(drafts) }
  }

  private func met<Result>(
    _ work: (FileLedger) throws(CommandError) -> Result
  ) throws(WorldError) -> Result {
    do {
      let result = try work(try current)
      trouble = nil
      return result
    } catch {
      trouble = error
      throw WorldError(error.english)
    }
  }
}
