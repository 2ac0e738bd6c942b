import Application
import Coaching

/// The daemon's ledger: it opens itself anew when another file has taken its place; here its errors
/// become those that a look goes on with.
final class ReopeningLedger {
  /// The ledger, for what works with it itself.
  let current: FileLedger

  /// - Parameters:
  ///   - path: The file.
  ///   - backups: Where one of an earlier version is kept before it is brought to this one.
  /// - Throws: When it cannot be opened, made, read or brought to this version.
  init(_ path: String, keepingEarlierIn backups: String?) throws(CommandError) {
    current = try FileLedger(path: path, keepingEarlierIn: backups)
  }

  func coach(around day: CivilDate, for teaching: Teaching) throws(WorldError) -> Coach {
    do {
      return try current.coach(around: day, for: teaching)
    } catch {
      throw WorldError(error.message)
    }
  }

  func append(_ drafts: [Draft]) throws(WorldError) {
    do {
      try current.append(drafts)
    } catch {
      throw WorldError(error.message)
    }
  }
}
