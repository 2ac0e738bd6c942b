import CSystemd
import Glibc

/// The systemd journal.
public enum Journal {
  /// Sends an entry; without a journal it is lost in silence, so ask `isConnected` first.
  public static func send(_ entry: Entry) throws(SystemdError) {
    let result = unsafe withVectors(entry.encoded()) { vectors in
      unsafe sd_journal_sendv(vectors.baseAddress, Int32(vectors.count))
    }
    try check("sd_journal_sendv", result)
  }

  /// Lends the fields as C takes them, in the call only.
  static func withVectors<Result>(
    _ fields: [[UInt8]],
    _ body: (UnsafeBufferPointer<iovec>) -> Result
  ) -> Result {
    // One buffer for all fields, so that every address stays valid during the call.
    var bytes = fields.flatMap { $0 }
    return unsafe bytes.withUnsafeMutableBytes { buffer in
      var start = 0
      let vectors = unsafe fields.map { field in
        defer { start += field.count }
        return unsafe iovec(
          iov_base: buffer.baseAddress.map { unsafe $0 + start },
          iov_len: field.count
        )
      }
      return unsafe vectors.withUnsafeBufferPointer { unsafe body($0) }
    }
  }

  /// Returns whether a descriptor, standard error unless given, leads into the journal.
  ///
  /// The second argument is the value of JOURNAL_STREAM, "device:inode". A program whose output
  /// was redirected inherits the variable but not the stream, hence the comparison.
  public static func isConnected(descriptor: Int32 = 2, journalStream: String?) -> Bool {
    guard let parts = journalStream?.split(separator: ":", omittingEmptySubsequences: false),
      parts.count == 2, let device = UInt64(parts[0]), let inode = UInt64(parts[1])
    else { return false }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return false }
    return UInt64(status.st_dev) == device && UInt64(status.st_ino) == inode
  }
}
