import Coaching
import Glibc
import Storage

/// The daemon's ledger, opened anew when another file has taken its place.
///
/// Somebody who puts a backup back while the service runs expects it to be used; what would be
/// written to the file that was there before would be lost.
final class ReopeningLedger {
  private let path: String
  private var ledger: Ledger
  private var file: File

  private struct File: Equatable {
    var device: UInt64
    var number: UInt64
  }

  init(_ path: String) throws(CommandError) {
    self.path = path
    ledger = try Workspace.ledger(at: path, keepsLog: false)
    file = ReopeningLedger.file(at: path)
  }

  func coach(around day: CivilDate, for teaching: Teaching) throws(WorldError) -> Coach {
    do {
      return try current().coach(
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
      _ = try current().append(drafts)
    } catch {
      throw WorldError("\(error)")
    }
  }

  /// The ledger as it lies at its place now.
  func current() throws(LedgerError) -> Ledger {
    if ReopeningLedger.file(at: path) != file {
      ledger = try Ledger(path: path)
      file = ReopeningLedger.file(at: path)
    }
    return ledger
  }

  private static func file(at path: String) -> File {
    var status = stat()
    _ = unsafe stat(path, &status)
    return File(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }
}
