import Glibc

/// Bytes that come in parts, so that a file of any size takes little memory.
protocol ByteSource: AnyObject {
  /// What part of a whole it is, for a refusal; empty where it is all of it.
  var part: String { get }
  /// The next bytes; none at the end.
  func next() throws(ImportRefusal) -> [UInt8]
}

extension ByteSource {
  /// All that is left, where that is no more than a limit.
  func all(atMost limit: Int = Limits.whole) throws(ImportRefusal) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let more = try next()
      if more.isEmpty { return bytes }
      bytes += more
      if bytes.count > limit {
        let most = limit >> 20
        throw ImportRefusal("it is larger than \(most) MiB, and is read whole", part: part)
      }
    }
  }
}

/// How much is read of a file, whoever made it.
enum Limits {
  /// How many answers, nights and absences: three thousand years of one habit.
  static let records = 1_000_000
  /// How many habits.
  static let habits = 10_000
  /// How many bytes of what can only be read whole, in bytes: JSON, some ten years of 60 habits.
  static let whole = 64 << 20
  /// How long a row of a table may be, in bytes.
  static let row = 1 << 20
  /// How many files a directory or an archive may hold.
  static let files = 100_000
  /// How far what is packed may grow: what people write becomes a tenth, seldom a fiftieth.
  static let growth = 200
  /// What may come of any archive, in bytes, before its growth is looked at.
  static let free = 16 << 20
  /// What may come of one in all, in bytes.
  static let unpacked = 16 << 30
}

/// The bytes of a file that is open.
final class FileSource: ByteSource {
  let part: String
  private let descriptor: Int32
  private let isOwn: Bool

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - part: What it is called in a refusal.
  /// - Throws: Where it cannot be opened, or is no file.
  init(_ path: String, part: String = "") throws(ImportRefusal) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Self.refusal(part) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ImportRefusal("it is no file", kind: .inputOutput, part: part)
    }
    self.descriptor = descriptor
    self.part = part
    isOwn = true
  }

  deinit { if isOwn { close(descriptor) } }

  func next() throws(ImportRefusal) -> [UInt8] {
    while true {
      var failed = false
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let read = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        failed = read < 0
        count = max(0, read)
      }
      if !failed { return bytes }
      if errno != EINTR { throw Self.refusal(part) }
    }
  }

  private static func refusal(_ part: String) -> ImportRefusal {
    let words = unsafe String(cString: strerror(errno))
    return ImportRefusal("it cannot be read: \(words)", kind: .inputOutput, part: part)
  }
}

/// Bytes that are there already.
final class MemorySource: ByteSource {
  let part: String
  private var bytes: [UInt8]

  init(_ bytes: [UInt8], part: String = "") {
    self.bytes = bytes
    self.part = part
  }

  func next() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
