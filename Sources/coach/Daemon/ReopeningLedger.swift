import Application
import Coaching

/// The daemon's ledger: it opens itself anew when another file has taken its place; here its errors
/// become those that a look goes on with.
final class ReopeningLedger {
  /// The ledger, for what works with it itself.
  let current: FileLedger

  init(_ path: String) throws(CommandError) {
    current = try FileLedger(path: path)
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
