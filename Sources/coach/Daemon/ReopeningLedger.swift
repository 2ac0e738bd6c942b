import Application
import Coaching
import Glibc

/// The daemon's ledger, opened anew when another file has taken its place.
///
/// Somebody who puts a backup back while the service runs expects it to be used; what would be
/// written to the file that was there before would be lost.
final class ReopeningLedger {
  private let path: String
  private var ledger: FileLedger
  private var file: File

  private struct File: Equatable {
    var device: UInt64
    var number: UInt64
  }

  init(_ path: String) throws(CommandError) {
    self.path = path
    ledger = try FileLedger(path: path, keepsLog: false)
    file = ReopeningLedger.file(at: path)
  }

  func coach(around day: CivilDate, for teaching: Teaching) throws(WorldError) -> Coach {
    do {
      return try current().coach(around: day, for: teaching)
    } catch {
      throw WorldError(error.message)
    }
  }

  func append(_ drafts: [Draft]) throws(WorldError) {
    do {
      try current().append(drafts)
    } catch {
      throw WorldError(error.message)
    }
  }

  /// The ledger as it lies at its place now.
  func current() throws(CommandError) -> FileLedger {
    if ReopeningLedger.file(at: path) != file {
      ledger = try FileLedger(path: path, keepsLog: false)
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
