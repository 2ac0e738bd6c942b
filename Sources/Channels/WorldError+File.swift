internal import Coaching
internal import Files
internal import Glibc

extension WorldError {
  /// Why a message could not be put into the spool, and what to do about it.
  init(_ error: FileError, spool directory: String) {
    let failed = "The mail spool could not be written: \(error)."
    self.init("\(failed) \(WorldError.remedy(for: error, in: directory))".printable)
  }

  private static func remedy(for error: FileError, in directory: String) -> String {
    switch error.code {
    case ENOSPC, EDQUOT: "The disk or your quota is full: free some space."
    case EROFS: "The disk is mounted read-only: mount it writable, or move the spool."
    case EACCES, EPERM: "Coach may not write there: give yourself the right to, in \(directory)."
    case ENOTDIR, EEXIST, EISDIR, ELOOP:
      "Something else lies where a directory belongs: move it away, and \(directory) is made again."
    case EIO: "The disk does not answer as it should: look into the kernel's log."
    default: "See whether \(directory) is a directory in which you may write."
    }
  }
}
