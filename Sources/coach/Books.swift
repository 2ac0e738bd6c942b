import Coaching
import Storage

/// The daemon's ledger; it reads and writes the file that lies at its place, see `Ledger`.
final class Books {
  private let ledger: Ledger

  init(_ path: String) throws(Failure) {
    ledger = try Workspace.ledger(at: path)
  }

  func coach(around day: CivilDate, for teaching: Teaching) throws(Trouble) -> Coach {
    do {
      return try ledger.coach(
        around: day,
        tips: teaching.dispensable,
        spaced: teaching.spaced,
        notes: teaching.recalledNotes
      )
    } catch {
      throw Trouble("\(error)")
    }
  }

  func append(_ drafts: [Draft]) throws(Trouble) {
    do {
      _ = try ledger.append(drafts)
    } catch {
      throw Trouble("\(error)")
    }
  }

  /// The ledger, for what works with it itself.
  func current() -> Ledger { ledger }
}
