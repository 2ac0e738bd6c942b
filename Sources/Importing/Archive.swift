import CArchive
import Glibc

/// The files in a zip, one after the other, never on the disk: their names are only names.
@safe final class Archive: ByteSource {
  private let archive: OpaquePointer
  private let size: Int
  private var entry: OpaquePointer?
  private(set) var part = ""
  private var count = 0
  private var unpacked = 0
  /// How many bytes of an entry are handed out at a time.
  private static let piece = 1 << 16

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - size: How many bytes it has.
  /// - Throws: Where it is none that can be read.
  init(_ path: String, size: Int) throws(ImportRefusal) {
    guard let archive = unsafe archive_read_new() else {
      throw ImportRefusal("there is no memory left", kind: .inputOutput)
    }
    unsafe self.archive = archive
    self.size = size
    // Nothing but zip: each other format is one more to be wrong in.
    unsafe archive_read_support_format_zip_seekable(archive)
    guard unsafe archive_read_open_filename(archive, path, Self.piece) == ARCHIVE_OK else {
      throw unsafe Self.refusal(archive, "")
    }
  }

  deinit { unsafe archive_read_free(archive) }

  /// Goes to the next file; its name, or nil at the end.
  func nextFile() throws(ImportRefusal) -> String? {
    while true {
      var entry: OpaquePointer?
      switch unsafe archive_read_next_header(archive, &entry) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN: break
      default: throw unsafe Self.refusal(archive, part)
      }
      guard let entry = unsafe entry else { return nil }
      unsafe self.entry = entry
      count += 1
      if count > Limits.files { throw ImportRefusal("it holds more files than anybody's does") }
      let name = unsafe Self.name(entry)
      part = name
      if unsafe archive_entry_is_encrypted(entry) != 0 {
        throw ImportRefusal("it is locked with a password; unpack it first", part: part)
      }
      // A link, a directory or a device has nothing in it to read.
      if unsafe archive_entry_filetype(entry) & S_IFMT == S_IFREG { return name }
    }
  }

  private static func name(_ entry: OpaquePointer) -> String {
    if let name = unsafe archive_entry_pathname_utf8(entry) {
      return unsafe String(cString: name)
    }
    return unsafe archive_entry_pathname(entry).map { unsafe String(cString: $0) } ?? ""
  }

  /// The next bytes of the file that it is at.
  func next() throws(ImportRefusal) -> [UInt8] {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, count in
      let read = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
      failed = read < 0
      count = max(0, read)
    }
    if failed { throw unsafe Self.refusal(archive, part) }
    unpacked += bytes.count
    let grows = unpacked > Limits.free && unpacked / Limits.growth > size
    if grows || unpacked > Limits.unpacked {
      throw ImportRefusal("it grows without an end as it is unpacked", part: part)
    }
    return bytes
  }

  private static func refusal(_ archive: OpaquePointer, _ part: String) -> ImportRefusal {
    let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? ""
    return ImportRefusal("it cannot be unpacked: \(words)", part: part)
  }
}
