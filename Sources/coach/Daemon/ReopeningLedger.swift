import Coaching
import Storage

/// The daemon's ledger: `Ledger` opens itself anew when another file has taken its place; here its
/// errors become those that a look goes on with.
final class ReopeningLedger {
  private let ledger: Ledger

  init(_ path: String) throws(CommandError) {
    ledger = try Workspace.ledger(at: path)
  }

  func coach(around day: CivilDate, for teaching: Teaching) throws(WorldError) -> Coach {
    do {
      return try ledger.coach(
        around: day,
        tips: teaching.dispensable,
        spaced: teaching.spaced,
        notes: teaching.recalledNotes
      )
    } catch {
      throw WorldError("\(error)")
    }
  }

  func append(_ drafts: [Draft]) throws(WorldError) {
    do {
      _ = try ledger.append(drafts)
    } catch {
      throw WorldError("\(error)")
    }
  }

  /// The ledger, for what works with it itself.
  func current() -> Ledger { ledger }
}
