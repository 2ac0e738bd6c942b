import CSQLite
public import Coaching
import Glibc

/// What the ledger could not do, why it is likely, and what to do about it.
public struct LedgerError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// The system refuses to open or to make it, for the reason in this errno.
    case cannotOpen(Int32)
    /// A directory, a socket or a device.
    case notAFile
    case notADatabase
    /// A database of another program, with its `application_id`.
    case notALedger(application: UInt32)
    /// Its schema has this version, which this program does not know.
    case newer(version: Int64)
    /// The prompt is in the ledger already, written by whichever process came first.
    case alreadyPrompted(PromptID)
    case full
    case readOnly
    case busy
    /// Facts are changed or missing, or were written by somebody else; the detail says of when.
    case corrupt
    /// The sum of a page is wrong: it is damaged, or another program wrote it.
    case unsealed
    /// A file beside it, by the end of its name, is of another ledger or another time.
    case foreignFile(String)
    /// Another file took its place while something was written, again and again.
    case replaced
    /// The disk failed in the last step of writing, and does not tell whether it is there.
    case uncertain
    /// Not all came of what was to be taken in; nothing of it was written.
    case cutShort
    /// Anything else that SQLite reports.
    case failed
  }

  public let path: String
  public let reason: Reason
  /// What SQLite or the system said; empty where the reason says it all.
  public let detail: String
  /// Whether it came in the last step of writing, when all may be in the file.
  var isOfCommit = false

  init(path: String, _ reason: Reason, detail: String = "") {
    self.path = path
    self.reason = reason
    self.detail = detail
  }

  /// An error by its errno, of a call that opens or makes something.
  init(path: String, errno code: Int32) {
    let reason: Reason =
      switch code {
      case ENOSPC, EDQUOT: .full
      case EROFS: .readOnly
      default: .cannotOpen(code)
      }
    unsafe self.init(path: path, reason, detail: String(cString: strerror(code)))
  }

  /// An error by SQLite's result code, extended or not.
  @unsafe init(path: String, code: Int32, handle: OpaquePointer? = nil) {
    let system = unsafe handle.map { unsafe sqlite3_system_errno($0) } ?? 0
    let said = unsafe handle.flatMap { unsafe sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    let isFull = system == ENOSPC || system == EDQUOT
    let reason: Reason =
      switch code & 0xFF {
      case SQLITE_IOERR where code == SQLITE_IOERR | 32 << 8: .unsealed
      // SQLite looks whether another file lies at its path before it writes.
      case SQLITE_READONLY where code == SQLITE_READONLY | 4 << 8: .replaced
      case SQLITE_FULL: .full
      case SQLITE_CANTOPEN where isFull, SQLITE_IOERR where isFull: .full
      case SQLITE_CANTOPEN where system == EROFS: .readOnly
      case SQLITE_CANTOPEN, SQLITE_PERM: .cannotOpen(system)
      case SQLITE_NOTADB: .notADatabase
      case SQLITE_READONLY: .readOnly
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_CORRUPT: .corrupt
      default: .failed
      }
    let words = unsafe said.map { unsafe String(cString: $0) } ?? ""
    self.init(path: path, reason, detail: "\(words), SQLite's code \(code)")
  }
}

extension LedgerError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .cannotOpen(let code):
      "Cannot open the ledger \(path): \(detail). \(Self.advice(code))"
    case .notAFile:
      "The ledger \(path) is a directory or a device, not a file. \(Self.untouched) "
        + "Move it away, or set XDG_DATA_HOME to another place."
    case .notADatabase:
      "\(path) is no ledger: it does not begin as an SQLite database does. \(Self.untouched) "
        + "Probably another file was put there. \(Self.replace)"
    case .notALedger(let application):
      "\(path) is no ledger but a database of another program (application_id \(application)). "
        + "\(Self.untouched) Probably it was put there by mistake. \(Self.replace)"
    case .newer(let version):
      "The ledger \(path) was written by a newer coach: it has version \(version), and this "
        + "coach knows \(Schema.version). \(Self.untouched) Install the newer coach again."
    case .alreadyPrompted(let prompt):
      "The ledger \(path) has the prompt \(prompt) already. Probably another coach has just "
        + "written it. Nothing is to be done."
    case .full:
      "The disk of the ledger \(path) is full (\(detail)). This was not written down; all "
        + "before it is safe. Make room on the disk (“df -h” shows it), then do it again."
    case .readOnly:
      "The ledger \(path) cannot be written (\(detail)). Probably the file, its directory or "
        + "its disk is read-only. Allow writing with “chmod u+w”, or mount the disk for writing."
    case .busy:
      "The ledger \(path) is held by another program (\(detail)). This was not written down. "
        + "Probably a database browser or a backup has it open; close that, then do it again."
    case .corrupt, .unsealed, .foreignFile, .replaced, .uncertain, .cutShort: doubt
    case .failed:
      "The ledger \(path) could not be read or written (\(detail)). Probably the disk failed; "
        + "look for errors with “journalctl -k”, then do it again."
    }
  }

  /// What cannot be believed, and what to do about it.
  private var doubt: String {
    switch reason {
    case .corrupt:
      "The ledger \(path) is damaged: \(detail). Nothing is written to it. Probably the disk "
        + "failed, or another program changed it. “coach doctor” says all that is wrong and which "
        + "backups there are; “coach restore FILE” puts one back, “coach restore --fresh” begins "
        + "a new ledger. Both keep the damaged one."
    case .unsealed:
      "The ledger \(path) is damaged, or another program wrote to it, and it cannot be looked at "
        + "as a whole now (\(detail)). Do it again; “coach doctor” says what is wrong."
    case .foreignFile(let end):
      "\(path)\(end) does not belong to the ledger beside it (\(detail)). \(Self.untouched) "
        + "Probably a backup was put there without taking it away, or the ledger was moved "
        + "without it. Move \(path)\(end) to a safe place, then do it again."
    case .replaced:
      "Another file was put in the place of the ledger \(path) while this was written, more than "
        + "once. This was not written down. Probably a backup is just being put back; do it again."
    case .uncertain:
      "The disk failed while the ledger \(path) was written (\(detail)), and whether this was "
        + "written down cannot be told for sure. “coach history” shows it if it is there; if not, "
        + "do it again. Look for errors of the disk with “journalctl -k”."
    case .cutShort:
      "Not all came of what was to be taken into the ledger \(path). Nothing was written down; do "
        + "it again."
    default: ""
    }
  }

  private static let untouched = "Nothing in it was changed."
  private static let replace =
    "Move it away and put your own ledger there, or let coach begin a new one."

  private static func advice(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM:
      "Probably it, or a directory on the way to it, belongs to somebody else; "
        + "“ls -ld” shows to whom, and “chown” gives it back."
    case EINVAL:
      "Its path must begin with “/”."
    case ENOTDIR, EEXIST:
      "Probably a part of its path is a file and not a directory; move that file away."
    default:
      "Check that every directory on the way to it is there and can be entered."
    }
  }
}
